/**
 * Tokens → sentences. Written text is cut at its marks and line ends. What has none (speech as recognised, a chat
 * message typed in one go) is cut where a fitted table finds boundaries, and its questions are told by their word order.
 */
import type { Boundaries } from './boundaries.ts';
import { asks } from './questions.ts';
import type { Tokens } from './tokens.ts';
import { hashWord } from './vocabulary.ts';

/** A stretch of one turn: tokens `first` to `last`, both in it, without breaks. */
export interface Sentence {
  readonly first: number;
  readonly last: number;
  /** Ends with a question mark, or asks without one. */
  readonly question: boolean;
}

/** A stretch of more words than this that no mark ends is cut further. */
const LONG = 14;
/** The same for one that a mark ends: who sets marks sets most of them. */
const LONG_MARKED = 30;

/** The sentences of one turn. */
export function sentences(tokens: Tokens, turn: number, boundaries: Boundaries): Sentence[] {
  const out: Sentence[] = [];
  const to = tokens.turnStart[turn + 1] as number;
  let first = (tokens.turnStart[turn] as number) + 1;
  for (let token = first; token < to; token++) {
    if (!tokens.isBreak(token)) continue;
    if (token > first) cut(first, token - 1, token);
    first = token + 1;
  }
  function cut(from: number, last: number, end: number): void {
    const marked = tokens.isMark(end);
    let piece = from;
    if (last - from + 1 > (marked ? LONG_MARKED : LONG))
      for (const start of boundaries.starts(tokens.bare, from, last)) {
        out.push({ first: piece, last: start - 1, question: asks(tokens.bare, piece, start - 1) });
        piece = start;
      }
    const question = marked ? tokens.isQuestion(end) : asks(tokens.bare, piece, last);
    out.push({ first: piece, last, question });
  }
  return out.length < LEAST_LINES ? out : out.slice(0, signed(tokens, out));
}

/** "Kind regards" on a line of its own, and how far from the end of a mail it may stand. */
const regards = new Set(
  'regards wishes sincerely faithfully thanks cheers respectfully'.split(' ').map(hashWord),
);
const LONGEST_SIGN_OFF = 4;
const MOST_LINES = 6;
const LONGEST_LINE = 8;
/** A shorter message is no letter. */
const LEAST_LINES = 4;

/** Words that no name, title or address holds: a line with one of them says something. */
const saying = new Set(
  'i im ive id ill we weve were you youre your my me he she they it its is are was am be have has had will can do did dont not no so please sorry thanks thank if when how what died just need want'
    .split(' ')
    .map(hashWord),
);

function says(tokens: Tokens, { first, last }: Sentence): boolean {
  for (let token = first; token <= last; token++) if (saying.has(tokens.bare[token] as number)) return true;
  return false;
}

/** How many sentences come before the names, titles and addresses under a mail's sign-off: these are said by nobody. */
function signed(tokens: Tokens, all: readonly Sentence[]): number {
  const words = ({ first, last }: Sentence) => last - first + 1;
  const onLine = (at: number) => {
    const before = (all[at] as Sentence).first - 1;
    return !tokens.isMark((all[at] as Sentence).last + 1) && tokens.isBreak(before);
  };
  for (let at = all.length - 2; at >= Math.max(1, all.length - 1 - MOST_LINES); at--) {
    const line = all[at] as Sentence;
    if (words(all[at + 1] as Sentence) > LONGEST_LINE) return all.length;
    if (says(tokens, all[at + 1] as Sentence)) return all.length;
    if (onLine(at) && words(line) <= LONGEST_SIGN_OFF && regards.has(tokens.bare[line.last] as number))
      return at + 1;
  }
  return all.length;
}

/**
 * The tokens `kept` of a turn with the pauses that nobody wrote, as `Matcher.scanThese` takes them; null where every
 * sentence has its mark.
 */
export function withPauses(
  tokens: Tokens,
  kept: readonly number[] | null,
  from: number,
  to: number,
  cut: readonly Sentence[],
): number[] | null {
  const unmarked = new Map<number, Sentence>(); // by the token that follows
  for (const sentence of cut) {
    const next = sentence.last + 1;
    if (!tokens.isBreak(next) || (sentence.question && !tokens.isQuestion(next)))
      unmarked.set(next, sentence);
  }
  if (unmarked.size === 0) return null;
  const out: number[] = [];
  let token = from;
  const pause = () => {
    const before = unmarked.get(token);
    if (before) out.push(before.question ? ASKS : ENDS);
    return before !== undefined;
  };
  let at = 0;
  for (; token < to; token++) {
    const paused = pause();
    const keeps = kept === null || kept[at] === token;
    if (keeps) at++;
    if (keeps && !(paused && tokens.isBreak(token))) out.push(token);
  }
  return out;
}

/** Marks that are heard and not written. */
const ENDS = -1;
const ASKS = -2;
