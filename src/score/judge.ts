/**
 * A rubric applied to one agent's part. What is not applicable hands its weight to the other criteria of its section,
 * an empty section hands its own to the other sections; in points, it leaves both sides of the fraction. Every value
 * is rounded before it counts, so that the result adds up from what is shown.
 */
import type { CriterionResult, NaReason, RubricResult, SectionResult, Term } from '../model/scorecard.ts';
import type { Conditions } from '../rubric/file.ts';
import { type Criterion, nameOf, type Rubric, type Section } from '../rubric/rubric.ts';
import { listed } from '../rubric/values.ts';
import { chosen } from './choose.ts';
import { type Facts, type Judgement, sum } from './facts.ts';
import { type Fed, fed, type Source } from './feeds.ts';
import { weights } from './weights.ts';

/** The rubric's result, and as a score with its arithmetic (null where nothing could be judged). */
export interface Verdict {
  readonly result: RubricResult;
  readonly overall: Judgement | null;
}

interface Standing {
  readonly criterion: Criterion;
  readonly value: number | null;
  readonly na?: NaReason;
  readonly failed?: 'criterion' | 'section' | 'conversation';
  readonly fed: Exclude<Fed, { na: NaReason }> | null;
}

/** Applies it. */
export function judge(rubric: Rubric, source: Source): Verdict {
  const stood = rubric.sections.map(section => ({
    section,
    criteria: section.criteria.map(criterion => standing(criterion, section, source)),
  }));
  const inside = stood.filter(({ section }) => !section.apart);
  const total = weightOf(rubric, inside);
  const terms: Term[] = [];
  let of = 0;
  let judged = 0;
  const sections = stood.map(({ section, criteria }): SectionResult => {
    const counted = criteria.filter(({ criterion }) => criterion.bonus === undefined);
    const own = judgedWeight(counted);
    const share = section.apart ? 1 : rubric.mode === 'points' ? own / total : section.weight / 100 / total;
    const failed = counted.some(one => one.failed === 'section');
    const results = criteria.map((one): CriterionResult => {
      const part =
        one.criterion.bonus === undefined && one.value !== null ? one.criterion.weight / 100 / own : 0;
      const points = (one.value ?? 0) * (one.criterion.weight / 100);
      const given = part === 0 ? 0 : (points / own) * share;
      if (!section.apart && part > 0)
        terms.push({
          why: `${one.criterion.title} ${one.value} × ${Math.round((1000 * (one.criterion.weight / 100) * share) / own) / 10}%`,
          points: given,
          findings: one.fed ? used(one.fed) : [],
        });
      const worth =
        one.criterion.bonus ?? (rubric.mode === 'points' ? one.criterion.weight : 100 * part * share);
      return result(one, one.value === null && one.criterion.bonus === undefined ? 0 : worth);
    });
    if (failed && !section.apart) {
      const lost = given(rubric, counted, own, share);
      if (lost > 0)
        terms.push({ why: `auto-fail: ${section.title}`, points: -lost, findings: failing(counted) });
    }
    if (!section.apart) {
      const nominal = counted.reduce((n, { criterion }) => n + criterion.weight, 0);
      of += rubric.mode === 'points' ? nominal : section.weight;
      judged += rubric.mode === 'points' ? own * 100 : nominal ? (section.weight * own * 100) / nominal : 0;
    }
    return sectionResult(rubric, section, counted, results, own, share, failed);
  });
  const base =
    terms.length > 0 && inside.some(({ criteria }) => judgedWeight(criteria) > 0) ? sum(terms) : null;
  const fatal = stood.flatMap(({ criteria }) => criteria).find(one => one.failed === 'conversation');
  const extra = bonuses(rubric, inside, base !== null && fatal === undefined);
  if (base !== null && fatal !== undefined) {
    const all = terms.reduce((points, term) => points + term.points, 0);
    terms.push({
      why: `auto-fail: ${fatal.criterion.title}`,
      points: -all,
      findings: fatal.fed ? used(fatal.fed) : [],
    });
  }
  terms.push(...extra.terms);
  const overall = base === null ? null : sum(terms);
  const values = new Map<string, number | null>([
    ['overall', overall === null ? null : Math.round(overall.value)],
    ...sections.flatMap(section => [section, ...section.criteria].map(one => [one.id, one.value] as const)),
  ]);
  return {
    overall,
    result: {
      ...nameOf(rubric),
      base: base === null ? null : Math.round(base.value),
      judged: round(judged),
      of: round(of),
      ...(extra.of > 0 ? { bonus: { points: round(extra.points), of: extra.of } } : {}),
      ...(fatal === undefined ? {} : { failed: fatal.criterion.id }),
      sections,
      gaps: rubric.gaps.map(({ id, high, low }) => {
        const [a, b] = [values.get(high) ?? null, values.get(low) ?? null];
        if (a === null || b === null) return { id, value: null, terms: [] };
        const terms = [
          { why: high, points: a, findings: [] },
          { why: `less ${low}`, points: -b, findings: [] },
        ];
        return { id, value: a - b, terms };
      }),
    },
  };
}

const round = (value: number) => Math.round(value * 100) / 100;

/** Weights as fractions, so that weights of 35 and 0.35 give the same bits. */
const judgedWeight = (criteria: readonly Standing[]) =>
  criteria
    .filter(({ value, criterion }) => value !== null && criterion.bonus === undefined)
    .reduce((total, { criterion }) => total + criterion.weight / 100, 0);

/** What the shares are shares of: the weight of all sections, or all points, that can be judged. */
function weightOf(
  rubric: Rubric,
  inside: readonly { section: Section; criteria: readonly Standing[] }[],
): number {
  return inside.reduce((total, { section, criteria }) => {
    const own = judgedWeight(criteria);
    if (own === 0) return total;
    return total + (rubric.mode === 'points' ? own : section.weight / 100);
  }, 0);
}

function given(_rubric: Rubric, counted: readonly Standing[], own: number, share: number): number {
  if (own === 0) return 0;
  return counted.reduce(
    (n, one) => n + (one.value === null ? 0 : ((one.value * (one.criterion.weight / 100)) / own) * share),
    0,
  );
}

const used = (fed: Exclude<Fed, { na: NaReason }>) => [...new Set(fed.terms.flatMap(term => term.findings))];
const failing = (counted: readonly Standing[]) =>
  counted.flatMap(one => (one.failed === 'section' && one.fed ? used(one.fed) : []));

function result({ criterion, value, na, failed, fed }: Standing, worth: number): CriterionResult {
  return {
    id: criterion.id,
    value,
    points: value === null ? null : round((value * worth) / 100),
    of: round(worth),
    ...(na ? { na } : {}),
    ...(failed ? { failed } : {}),
    findings: fed ? used(fed).sort((a, b) => a - b) : [],
    ...(fed?.opportunities ? { opportunities: fed.opportunities } : {}),
    terms: [
      ...(fed?.terms ?? []),
      ...(failed === 'criterion' && fed ? [{ why: 'auto-fail', points: -fed.value, findings: [] }] : []),
    ],
  };
}

function sectionResult(
  { mode }: Rubric,
  { id, apart }: Section,
  counted: readonly Standing[],
  criteria: readonly CriterionResult[],
  own: number,
  share: number,
  failed: boolean,
): SectionResult {
  if (own === 0) {
    const reasons = new Set(counted.map(one => one.na));
    const na = reasons.size === 1 ? ([...reasons][0] ?? 'not-judged') : 'not-judged';
    return { id, value: null, points: null, of: 0, na, terms: [], criteria };
  }
  const terms = counted.flatMap(({ value, fed, criterion: { title, weight } }): Term[] =>
    value === null
      ? []
      : [
          {
            why: `${title} ${value} × ${Math.round((10 * weight) / own) / 10}%`,
            points: (value * (weight / 100)) / own,
            findings: fed ? used(fed) : [],
          },
        ],
  );
  const mean = sum(terms).value;
  if (failed) terms.push({ why: 'auto-fail', points: -mean, findings: failing(counted) });
  const value = failed ? 0 : Math.round(mean);
  const of = apart ? 100 : mode === 'points' ? own * 100 : share * 100;
  return {
    id,
    value,
    points: round(((failed ? 0 : mean) * of) / 100),
    of: round(of),
    ...(failed ? { failed: 'section' } : {}),
    terms,
    criteria,
  };
}

/** Bonuses stand apart from the weights, and are capped together. */
function bonuses(
  { bonusCap }: Rubric,
  inside: readonly { criteria: readonly Standing[] }[],
  due: boolean,
): { points: number; of: number; terms: Term[] } {
  const all = inside
    .flatMap(({ criteria }) => criteria)
    .filter(({ criterion }) => criterion.bonus !== undefined);
  const most = all.reduce((total, { criterion }) => total + (criterion.bonus ?? 0), 0);
  const of = Math.min(bonusCap, most);
  if (!due) return { points: 0, of, terms: [] };
  const terms = all.flatMap(({ criterion, value, fed }): Term[] =>
    value === null || value === 0
      ? []
      : [
          {
            why: `bonus: ${criterion.title}`,
            points: (value * (criterion.bonus ?? 0)) / 100,
            findings: fed ? used(fed) : [],
          },
        ],
  );
  const earned = terms.reduce((total, { points }) => total + points, 0);
  if (earned > of) terms.push({ why: `bonus held at ${of}`, points: of - earned, findings: [] });
  return { points: Math.min(earned, of), of, terms };
}

function standing(criterion: Criterion, section: Section, source: Source): Standing {
  const na =
    inapplicable(section, source.facts) ??
    inapplicable(criterion, source.facts) ??
    excused(criterion, source.facts);
  const outcome: Fed = na === null ? fed(criterion, source) : { na };
  if ('na' in outcome)
    return { criterion, value: null, na: outcome.na, fed: null, ...failedBy(criterion, null, source.facts) };
  const value = Math.round(outcome.value);
  const failure = failedBy(criterion, value, source.facts);
  return { criterion, value: failure.failed === 'criterion' ? 0 : value, fed: outcome, ...failure };
}

/** A criterion that is not applicable fails only by findings that it names, and only where it is in force. */
function failedBy({ autoFail }: Criterion, value: number | null, facts: Facts): Pick<Standing, 'failed'> {
  if (autoFail === undefined || value === null) return {};
  const { scope, below, findings, atLeast = 1 } = autoFail;
  const failed =
    (below !== undefined && value < below) ||
    (findings !== undefined && chosen(facts, findings).length >= atLeast);
  return failed ? { failed: scope } : {};
}

function inapplicable(
  { when, unless }: { readonly when?: Conditions | undefined; readonly unless?: Conditions | undefined },
  { conversation }: Facts,
): NaReason | null {
  if (when === undefined && unless === undefined) return null;
  const holds = ([key, wanted]: [string, Conditions[string]]) => {
    const value = key === 'channel' ? conversation.channel : conversation.metadata?.[key];
    return value !== undefined && listed(wanted).some(one => same(one, value));
  };
  const all = Object.entries(when ?? {}).every(holds);
  return all && !Object.entries(unless ?? {}).some(holds) ? null : 'condition';
}

const same = (a: string | number, b: string | number) =>
  String(a).trim().toLowerCase() === String(b).trim().toLowerCase();

function excused({ na = {} }: Criterion, facts: Facts): NaReason | null {
  if (facts.words < Math.max(weights.leastWords, na.fewerWords ?? 0)) return 'too-few-words';
  if (facts.turns.length < (na.fewerTurns ?? 0)) return 'too-few-turns';
  if (na.noName && !nameKnown(facts)) return 'no-name';
  if (na.without !== undefined && chosen(facts, na.without).length === 0) return 'no-opportunity';
  return null;
}

/** Whether the agent could know what the customer is called: from the record, or as the customer said it. */
const nameKnown = ({ conversation, own }: Facts) =>
  Boolean(conversation.customer?.name) || own.some(({ finding }) => finding.rule === 'conduct/gives-name');
