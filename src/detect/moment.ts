/**
 * The moment that a line of stock wording stands in. A script does no harm in the steps that are the same for
 * everybody, and most where the need is individual (Victorino, Verma and Wardell 2013); so each scripted finding says
 * where it stands, and its cost follows (see score/weights.ts). Told from the findings of all dimensions once they are
 * there, so it does not matter what marked the line.
 */
import type { Finding, Moment, Scripted } from '../model/finding.ts';
import { hashWord } from '../text/vocabulary.ts';
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

/** What the customer ends a contact with: what they were told before is dealt with then. */
const goodbyes = new Set(['bye', 'goodbye', 'cheerio'].map(hashWord));

interface Stakes {
  /** What the agent's turn answers or follows, by turn; nothing in most turns. */
  readonly of: ReadonlyMap<number, Moment>;
  /** Neither disclosure, feeling nor bad news anywhere: nothing but procedure. */
  readonly none: boolean;
  /** The customer's first turn, and the agent's turns that are the ends: up to `opened`, and from `closed` on. */
  readonly customer: number;
  readonly opened: number;
  readonly closed: number;
  /** The long numbers of the customer by their hash, each with the first turn that gives it. */
  readonly given: ReadonlyMap<number, number>;
}

const heavier: Readonly<Record<Moment, number>> = {
  routine: 0,
  ordinary: 0,
  feeling: 1,
  'bad-news': 2,
  disclosure: 3,
};

/** What a finding puts at stake. */
function stakeOf(finding: Finding): Moment {
  if (finding.confidence === 'possible') return 'ordinary';
  if (finding.dimension === 'opening') return finding.kind === 'praise' ? 'ordinary' : 'feeling';
  return finding.dimension === 'disclosure' || finding.dimension === 'bad-news'
    ? finding.dimension
    : 'ordinary';
}

/** What is at stake in each agent turn, the heaviest where several things are; and what else moments are told from. */
function stakesOf(context: Context, findings: readonly Finding[]): Stakes {
  const of = new Map<number, Moment>();
  const put = (turn: number, moment: Moment) => {
    if (heavier[of.get(turn) ?? 'ordinary'] < heavier[moment]) of.set(turn, moment);
  };
  const raised = new Map<number, Set<Moment>>();
  for (const finding of findings) {
    const moment = stakeOf(finding);
    if (moment !== 'ordinary') raised.set(finding.turn, (raised.get(finding.turn) ?? new Set()).add(moment));
  }
  // what waits for an answer, and whether that has begun: it lasts until the customer speaks again
  const open = new Map<Moment, boolean>();
  const agents: number[] = [];
  const given = new Map<number, number>();
  let customer = context.turns.length;
  context.turns.forEach(({ speaker }, turn) => {
    if (speaker === 'customer') {
      customer = Math.min(customer, turn);
      for (const [hash] of longNumbers(context, turn)) if (!given.has(hash)) given.set(hash, turn);
      for (const [moment, answered] of open)
        if (answered || (moment === 'bad-news' && saysGoodbye(context, turn))) open.delete(moment);
    } else if (speaker === 'agent') {
      agents.push(turn);
      for (const moment of open.keys()) {
        put(turn, moment);
        open.set(moment, true);
      }
    }
    for (const moment of raised.get(turn) ?? []) {
      if (moment === 'bad-news') put(turn, moment);
      open.set(moment, false);
    }
  });
  const [opened, closed] = [agents.at(PLACE - 1) ?? context.turns.length, agents.at(-PLACE) ?? 0];
  return { of, none: of.size === 0, customer, opened, closed, given };
}

function saysGoodbye({ tokens }: Context, turn: number): boolean {
  const end = tokens.turnStart[turn + 1] as number;
  for (let token = tokens.turnStart[turn] as number; token < end; token++)
    if (goodbyes.has(tokens.hash[token] as number)) return true;
  return false;
}

/** The long numbers of a turn, each with its token. */
function longNumbers({ tokens }: Context, turn: number): [hash: number, token: number][] {
  const out: [number, number][] = [];
  const end = tokens.turnStart[turn + 1] as number;
  for (let token = tokens.turnStart[turn] as number; token < end; token++) {
    const length = (tokens.end[token] as number) - (tokens.start[token] as number);
    if (length >= LONG_NUMBER && tokens.isNumber(token)) out.push([tokens.hash[token] as number, token]);
  }
  return out;
}

function momentOf(context: Context, finding: Scripted, stakes: Stakes): Moment {
  if (isStep(finding) || readsBack(context, finding, stakes)) return 'routine';
  const stake = stakes.of.get(finding.turn);
  if (stake) return stake;
  return stakes.none || inPlace(finding, stakes) ? 'routine' : 'ordinary';
}

/** By its rule, or by its wording where the run repeats it; an entry of a script file is the word of a person. */
const isStep = ({ rule, repeats, script }: Scripted) =>
  steps.has(rule) || (script === undefined && repeats?.step !== undefined);

/** A greeting at the beginning, a goodbye at the end; before the customer has spoken anything is greeting. */
const inPlace = ({ rule, turn }: Scripted, { customer, opened, closed }: Stakes): boolean =>
  turn <= customer || (ends.has(rule) && (turn <= opened || turn >= closed));

/** Whether the line holds a long number that the customer had given. */
const readsBack = (context: Context, { turn, start, end }: Scripted, { given }: Stakes): boolean =>
  longNumbers(context, turn).some(
    ([hash, token]) =>
      (context.tokens.start[token] as number) >= start &&
      (context.tokens.end[token] as number) <= end &&
      (given.get(hash) ?? turn) < turn,
  );
