/**
 * The moment that a line of stock wording stands in. A script does no harm in the steps that are the same for
 * everybody, and most where the need is individual (Victorino, Verma and Wardell 2013); so each scripted finding says
 * where it stands, and its cost follows (see score/weights.ts). Told from the findings of all dimensions once they are
 * there, so it does not matter what marked the line.
 */
import type { Finding, Moment, Scripted } from '../model/finding.ts';
import type { Context } from './context.ts';

/** Steps that the law, the lock or the line asks for: the same wherever they stand. */
const steps = new Set(['scripted/legal-notice', 'scripted/identity-check', 'scripted/hold']);
/** What opens a contact, and what ends it ("thank you for choosing us" does either): routine at both ends. */
const ends = new Set([
  'scripted/greeting',
  'scripted/how-may-i-help',
  'scripted/social-care',
  'scripted/closing',
  'scripted/anything-else',
  'scripted/survey',
]);
/** So many of the agent's turns are an end. */
const PLACE = 2;
/** Digits from which on a number is an account's or an order's: who says it again reads it back. */
export const LONG_NUMBER = 5;

/** The findings, each scripted one with its moment. */
export function withMoments(context: Context, findings: readonly Finding[]): Finding[] {
  if (!findings.some(finding => finding.dimension === 'scripted')) return [...findings];
  const stakes = stakesOf(context, findings);
  return findings.map(finding =>
    finding.dimension === 'scripted' ? { ...finding, moment: momentOf(context, finding, stakes) } : finding,
  );
}

interface Stakes {
  /** What the agent's turn answers or follows, by turn; nothing in most turns. */
  readonly of: ReadonlyMap<number, Moment>;
  /** Neither disclosure, feeling nor bad news anywhere: nothing but procedure. */
  readonly none: boolean;
}

const heavier: Readonly<Record<Moment, number>> = {
  routine: 0,
  ordinary: 0,
  feeling: 1,
  'bad-news': 2,
  disclosure: 3,
};

/** What is at stake in each agent turn; the heaviest where several things are. */
function stakesOf(context: Context, findings: readonly Finding[]): Stakes {
  const of = new Map<number, Moment>();
  const put = (turn: number, moment: Moment) => {
    if (heavier[of.get(turn) ?? 'ordinary'] < heavier[moment]) of.set(turn, moment);
  };
  for (const finding of findings) {
    if (finding.confidence === 'possible') continue;
    const { dimension, turn } = finding;
    if (dimension === 'disclosure') for (const reply of answering(context, turn)) put(reply, 'disclosure');
    else if (dimension === 'opening' && finding.kind !== 'praise')
      for (const reply of answering(context, turn)) put(reply, 'feeling');
    else if (dimension === 'bad-news') {
      put(turn, 'bad-news');
      for (const next of answering(context, turn)) put(next, 'bad-news');
    }
  }
  return { of, none: of.size === 0 };
}

/** The agent's next turns after a turn, until the customer speaks again. */
function answering(context: Context, turn: number): number[] {
  const after = context.agentTurnsAfter(turn);
  const [first] = after;
  return after.filter(
    t => first !== undefined && !context.turns.slice(first, t).some(({ speaker }) => speaker === 'customer'),
  );
}

function momentOf(context: Context, finding: Scripted, stakes: Stakes): Moment {
  if (steps.has(finding.rule) || readsBack(context, finding)) return 'routine';
  const stake = stakes.of.get(finding.turn);
  if (stake) return stake;
  return stakes.none || inPlace(context, finding) ? 'routine' : 'ordinary';
}

/** A greeting at the beginning, a goodbye at the end; before the customer has spoken anything is greeting. */
function inPlace(context: Context, { rule, turn }: Scripted): boolean {
  const { turns } = context;
  const said = (from: number, to: number) =>
    turns.slice(from, to).filter(({ speaker }) => speaker === 'agent').length;
  if (!turns.slice(0, turn).some(({ speaker }) => speaker === 'customer')) return true;
  return ends.has(rule) && (said(0, turn) < PLACE || said(turn + 1, turns.length) < PLACE);
}

/** Whether the line holds a long number that the customer had given. */
function readsBack(context: Context, { turn, start, end }: Scripted): boolean {
  const { tokens } = context;
  const first = tokens.turnStart[turn] as number;
  const last = (tokens.turnStart[turn + 1] as number) - 1;
  for (let token = first; token <= last; token++) {
    const from = tokens.start[token] as number;
    const to = tokens.end[token] as number;
    if (from < start || to > end || to - from < LONG_NUMBER || !tokens.isNumber(token)) continue;
    for (let before = 0; before < first; before++)
      if (tokens.hash[before] === tokens.hash[token]) return true;
  }
  return false;
}
