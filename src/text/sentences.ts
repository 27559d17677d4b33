/**
 * Tokens → sentences. Written text is cut at its marks. A long stretch without any (speech as recognised)
 * is cut where speakers begin anew: before words such as "so", "okay", "can" once enough has been said.
 */
import type { Tokens } from './tokens.ts';

/** A stretch of one turn: tokens `first` to `last`, both in it, without breaks. */
export interface Sentence {
  readonly first: number;
  readonly last: number;
  /** Ends with a question mark. */
  readonly question: boolean;
}

/** A stretch of more words than this without a mark is cut further, into pieces of at least `LEAST` words. */
const LONG = 22;
const LEAST = 7;

/** Words that begin a new clause in unpunctuated speech. */
export const clauseStarts = [
  ...'so and but okay ok right now well because then anyway alright'.split(' '),
  ...'is can could would may what how when where who do did have are thank thanks please sorry let hello hi yes no'.split(
    ' ',
  ),
  ...[
    "i'm",
    "i'll",
    "i've",
    "i'd",
    "we'll",
    "we're",
    "you'll",
    "you're",
    "let's",
    "that's",
    "it's",
    'im',
    'ive',
    'i',
  ],
];

/** The sentences of one turn. `isStart` tells whether a token may begin a clause. */
export function sentences(tokens: Tokens, turn: number, isStart: (token: number) => boolean): Sentence[] {
  const out: Sentence[] = [];
  const to = tokens.turnStart[turn + 1] as number;
  let first = (tokens.turnStart[turn] as number) + 1;
  for (let token = first; token < to; token++) {
    if (!tokens.isBreak(token)) continue;
    if (token > first) cut(first, token - 1, tokens.isQuestion(token));
    first = token + 1;
  }
  function cut(from: number, last: number, question: boolean): void {
    let piece = from;
    if (last - from + 1 > LONG)
      for (let token = from + LEAST; token <= last - LEAST + 1; token++)
        if (token - piece >= LEAST && isStart(token)) {
          out.push({ first: piece, last: token - 1, question: false });
          piece = token;
        }
    out.push({ first: piece, last, question });
  }
  return out;
}
