/** A figure's part in one conversation of an agent. */
import type { Finding, MissedBy } from '../model/finding.ts';
import {
  type AgentPart,
  type ConversationScore,
  type Judged,
  type MeasureName,
  naReasons,
  type Opportunities,
  type PraiseAnswer,
  type ScoreName,
  type Term,
} from '../model/scorecard.ts';
import type { ComparedName, CountedName } from '../model/signals.ts';
import type { TracedPart } from '../model/trace.ts';
import { kindText, stratumOf } from '../tally/mix.ts';
import type { Figure } from './figures.ts';

type Known = Partial<Omit<TracedPart, 'conversation'>>;

/** The part; null where the conversation has none of that figure. */
export function tracedPart(
  { name, at, kind }: Figure,
  score: ConversationScore,
  part: AgentPart,
): TracedPart | null {
  const made = (known: Known): TracedPart => ({
    conversation: score.conversation,
    counts: {},
    said: '',
    terms: [],
    findings: [],
    ...known,
  });
  if (kind === 'lines') return made({ said: lines(part) });
  if (kind === 'adjusted' || kind === 'shrunk' || kind === 'rank') {
    const of = kind === 'adjusted' ? (at.split('.')[1] as ScoreName) : 'overall';
    const stratum = stratumOf(score, part);
    const value = part.scores[of];
    return made({ value, kind: stratum, said: value === null ? '' : kindText(stratum) });
  }
  const [room = '', ...path] = at.split('.');
  const last = path.at(-1) ?? '';
  if (room === 'scores') {
    const one = last as ScoreName;
    return made({ value: part.scores[one], terms: part.terms[one] ?? [] });
  }
  if (room === 'rubric') return rubricPart(at, part, made);
  if (room === 'measures') return part.measures ? made({ value: part.measures[last as MeasureName] }) : null;
  if (room === 'signals') return made(signalPart(last, at, part));
  return made(counted(name, at, part, score.findings));
}

function rubricPart(
  at: string,
  { rubric }: AgentPart,
  made: (known: Known) => TracedPart,
): TracedPart | null {
  if (rubric === undefined) return null;
  const [, list, id, , criterion] = at.split('.');
  if (list === 'failed')
    return made({
      counts: { [at]: rubric.failed === undefined ? 0 : 1 },
      said: rubric.failed === undefined ? 'not failed' : `failed by ${rubric.failed}`,
    });
  if (list === 'gaps') {
    const gap = rubric.gaps.find(one => one.id === id);
    return gap ? made({ value: gap.value, terms: gap.terms }) : null;
  }
  const section = rubric.sections.find(one => one.id === id);
  const judged: (Judged & { terms: readonly Term[]; opportunities?: Opportunities }) | undefined =
    criterion === undefined ? section : section?.criteria.find(one => one.id === criterion);
  if (judged === undefined) return null;
  const { value, terms, na, failed, points, of, opportunities } = judged;
  const counts: Record<string, number> = {
    [`${at}.failed`]: failed === undefined ? 0 : 1,
    [`${at}.points.given`]: points ?? 0,
    [`${at}.points.of`]: points === null ? 0 : of,
  };
  for (const reason of naReasons) if (na === reason) counts[`${at}.na.${reason}`] = 1;
  for (const key of ['total', 'full', 'part', 'none'] as const)
    if (opportunities) counts[`${at}.opportunities.${key}`] = opportunities[key];
  const said = points === null ? '' : `${points} of ${of} points`;
  return made({ value, terms, na, failed, counts, said });
}

function signalPart(name: string, at: string, { signals }: AgentPart): Known {
  if (name === 'ownPast' || name === 'team') {
    const { value, of, against } = signals[name as ComparedName];
    const whose = name === 'team' ? 'of other agents' : 'of this agent';
    if (of === 0) return { value, said: 'too few words to compare' };
    const fresh = value === null ? '' : `about ${Math.round(value * of)} of `;
    return {
      value,
      said: `${fresh}${of} word triples new beside any three of ${against} other conversations ${whose}`,
    };
  }
  const { count, of, words } = signals[name as CountedName];
  return {
    counts: { [`${at}.count`]: count, [`${at}.of`]: of },
    said: `${count} of ${of} ${cases[name as CountedName]}`,
    ...(words ? { words } : {}),
  };
}

const cases: Readonly<Record<CountedName, string>> = {
  takenUp: 'words of the customer’s own taken up',
  concrete: 'names, numbers and words of this matter, against vague words',
  firstPerson: 'clauses of acting or feeling with “I”, not “we”',
  followUps: 'questions about what the customer had just said',
};

/** What is counted: conversations, words, disclosures, praise. */
function counted(name: string, at: string, part: AgentPart, findings: readonly Finding[]): Known {
  const own = (is: (finding: Finding) => boolean) =>
    findings.flatMap((finding, number) =>
      finding.agent === part.id && finding.confidence !== 'possible' && is(finding) ? [number] : [],
    );
  const plural = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;
  if (at === 'conversations') return { counts: { [at]: 1 } };
  if (at === 'turns' || at === 'words')
    return { counts: { [at]: part[at] }, said: plural(part[at], at.slice(0, -1)) };
  if (at === 'scriptedRate' || at === 'minedRate') {
    const mined = at === 'minedRate';
    const inside = mined ? part.minedWords : part.scriptedWords;
    const some = Math.min(inside ?? 0, part.words);
    return {
      counts: { [`${at}.count`]: some, [`${at}Interval.of`]: part.words },
      said: inside === null ? 'nothing was looked for' : `${some} of ${plural(part.words, 'word')}`,
      findings: own(
        finding =>
          finding.dimension === 'scripted' &&
          (!mined || finding.repeats !== undefined || finding.script !== undefined),
      ),
    };
  }
  if (at.startsWith('praise.')) return praise(name, at, part);
  const { disclosures } = part;
  const told = (fits: (finding: Extract<Finding, { dimension: 'disclosure' }>) => boolean) =>
    own(finding => finding.dimension === 'disclosure' && finding.response !== null && fits(finding));
  if (at === 'disclosures.missedRate')
    return {
      counts: { [`${at}.count`]: disclosures.missed, [`${at}.of`]: disclosures.total },
      said: `${disclosures.missed} of ${plural(disclosures.total, 'disclosure')}`,
      findings: told(({ response }) => response === 'missed'),
    };
  const how = at.startsWith('disclosures.missedBy.');
  const count = how
    ? disclosures.missedBy[name as MissedBy]
    : disclosures[at.slice('disclosures.'.length) as 'total' | 'acknowledged' | 'generic' | 'missed'];
  return {
    counts: { [at]: count },
    said: plural(count, 'disclosure'),
    findings: told(({ response, missedBy }) =>
      how ? missedBy === name : at === 'disclosures.total' || response === name,
    ),
  };
}

const answered: Readonly<Record<PraiseAnswer['how'], string>> = {
  personally: 'praise answered personally',
  byFormula: 'praise answered by formula',
  notAtAll: 'praise not answered',
};

function praise(name: string, at: string, part: AgentPart): Known {
  const { total = 0, answers = [] } = part.praise ?? {};
  const how = name.slice('praise.'.length);
  if (how === 'personalRate') {
    const personally = part.praise?.personally ?? 0;
    return {
      counts: { [`${at}.count`]: personally, [`${at}.of`]: total },
      said: `${personally} of ${total} answered personally`,
      terms: answers.map(one => ({
        why: answered[one.how],
        points: one.how === 'personally' ? 1 : 0,
        findings: one.findings,
      })),
    };
  }
  const meant = answers.filter(one => how === 'total' || one.how === how);
  return {
    counts: { [at]: meant.length },
    said: `${meant.length} of ${total}`,
    terms: meant.map(one => ({ why: answered[one.how], points: 1, findings: one.findings })),
  };
}

/** What the agent repeats, as it was said here. */
const lines = ({ lines }: AgentPart) =>
  lines.length === 0
    ? 'no line that comes again'
    : lines.map(({ quote, turn }) => `turn ${turn} “${quote.replace(/\s+/g, ' ')}”`).join('; ');
