/** What feeds a criterion → its value from 0 to 100 with its arithmetic, or why it is not applicable. */

import type { Finding } from '../model/finding.ts';
import type { MeasureName, Measures, NaReason, Opportunities, ScoreName } from '../model/scorecard.ts';
import type { Feed } from '../rubric/file.ts';
import type { Criterion } from '../rubric/rubric.ts';
import { listed } from '../rubric/values.ts';
import { chosen, turnsAfter } from './choose.ts';
import { type Facts, type Judgement, type Numbered, sum } from './facts.ts';
import { measures } from './measures.ts';
import { weights } from './weights.ts';

/** What there is to feed criteria of one agent's part. */
export interface Source {
  readonly facts: Facts;
  readonly scores: ReadonlyMap<ScoreName, Judgement | null>;
  readonly measures: Measures;
}

export type Fed = (Judgement & { readonly opportunities?: Opportunities }) | { readonly na: NaReason };

/** Judges a criterion; whether it is to be judged at all has been asked before. */
export function fed({ feed }: Criterion, source: Source): Fed {
  if (feed.score !== undefined) return source.scores.get(feed.score as ScoreName) ?? { na: 'not-judged' };
  if (feed.measure !== undefined) return ofMeasure(feed, feed.measure, source.measures);
  if (feed.opportunities !== undefined) return ofOpportunities(feed, source.facts);
  return ofFindings(feed, source.facts);
}

const plural = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`;
const numbers = (list: readonly Numbered<Finding>[]) => list.map(({ number }) => number);
const linear = (value: number, { worst = 0, best = 1 }: Feed) =>
  100 * Math.min(1, Math.max(0, (value - worst) / (best - worst)));

function ofMeasure(feed: Feed, name: MeasureName, all: Measures): Fed {
  const value = all[name];
  const { title, unit } = measures.find(({ id }) => id === name) as (typeof measures)[number];
  if (value === null) return { na: unit === 'seconds' ? 'no-times' : 'no-opportunity' };
  const suffix = unit === 'seconds' ? 's' : '%';
  const why = `${title.toLowerCase()} ${value}${suffix}, between ${feed.worst}${suffix} (0) and ${feed.best}${suffix} (100)`;
  return sum([{ why, points: linear(value, feed), findings: [] }]);
}

function ofFindings(feed: Feed, facts: Facts): Fed {
  const found = chosen(facts, feed.findings);
  const { per, atMost, atLeast = 1 } = feed;
  if (per !== undefined) {
    const [of, unit] =
      per === 'turn'
        ? [facts.turns.length, plural(facts.turns.length, 'turn')]
        : per === '100-words'
          ? [facts.words / 100, plural(facts.words, 'word')]
          : [1, 'the conversation'];
    const why = `${found.length} in ${unit}, between ${feed.worst} (0) and ${feed.best} (100) per ${per.replace('-', ' ')}`;
    return sum([{ why, points: linear(found.length / of, feed), findings: numbers(found) }]);
  }
  const met = atMost === undefined ? found.length >= atLeast : found.length <= atMost;
  const wanted =
    atMost === undefined
      ? atLeast === 1
        ? ''
        : `, ${atLeast} wanted`
      : atMost === 0
        ? ''
        : `, ${atMost} at most`;
  const why = found.length === 0 ? `none found${wanted}` : `${found.length} found${wanted}`;
  return sum([{ why, points: met ? 100 : 0, findings: numbers(found) }]);
}

interface Met {
  readonly why: string;
  readonly credit: number;
  readonly findings: readonly number[];
}

const responses = { acknowledged: 'acknowledged', generic: 'answered with a formula', missed: 'passed over' };

/** Disclosures count each; of other openings one a turn does, and none where a disclosure stands. */
export function ofOpportunities(feed: Feed, facts: Facts): Fed {
  const all = chosen(facts, feed.opportunities);
  const taken = new Set(
    all.filter(({ finding }) => finding.dimension === 'disclosure').map(({ finding }) => finding.turn),
  );
  const met = all.flatMap((item): Met[] => {
    const { finding, number } = item;
    if (finding.dimension === 'disclosure') {
      if (finding.response === null) return [];
      const credit = { ...weights.attentiveness, ...defined(feed.credits) }[finding.response];
      return [{ why: `${finding.topic} ${responses[finding.response]}`, credit, findings: [number] }];
    }
    if (taken.has(finding.turn)) return [];
    taken.add(finding.turn);
    return answered(feed, facts, item);
  });
  if (met.length === 0) {
    if (feed.none === undefined || feed.none === 'na') return { na: 'no-opportunity' };
    return sum([{ why: 'no opportunity', points: feed.none === 'full' ? 100 : 0, findings: [] }]);
  }
  const count = (fits: (credit: number) => boolean) => met.filter(({ credit }) => fits(credit)).length;
  return {
    ...sum(met.map(({ why, credit, findings }) => ({ why, points: (100 * credit) / met.length, findings }))),
    opportunities: {
      total: met.length,
      full: count(credit => credit === 1),
      part: count(credit => credit > 0 && credit < 1),
      none: count(credit => credit === 0),
    },
  };
}

/** What became of one opportunity; nothing where the agent said no more, so that nobody could answer. */
function answered({ answers = [] }: Feed, facts: Facts, { finding, number }: Numbered<Finding>): Met[] {
  const what =
    'kind' in finding ? finding.kind : (finding.rule.split('/')[1] ?? finding.rule).replaceAll('-', ' ');
  if (turnsAfter(facts, finding.turn, 1).length === 0 && !answers.some(({ sameTurn }) => sameTurn)) return [];
  let best: Met = { why: `${what} passed over`, credit: 0, findings: [number] };
  for (const { findings, credit = 1, within, sameTurn, name } of listed(answers)) {
    if (credit <= best.credit) continue;
    const turns = new Set(turnsAfter(facts, finding.turn, within));
    if (sameTurn) turns.add(finding.turn);
    const found = chosen(facts, findings).filter(
      item => turns.has(item.finding.turn) && item.number !== number,
    );
    if (found.length > 0)
      best = {
        why: `${what} answered${name === undefined ? '' : ` (${name})`}`,
        credit,
        findings: [number, ...numbers(found)],
      };
  }
  return [best];
}

const defined = <T extends object>(value: T | undefined): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(value ?? {}).filter(([, inner]) => inner !== undefined)) as never;
