/** What a transcript is, once read, and what reading tells beside it. */
import type { Conversation } from './schemas.ts';

export type { Conversation, Turn } from './schemas.ts';

/** Who said a turn. Only `agent` turns are scored; only `customer` turns hold disclosures. */
export type Speaker = 'agent' | 'customer' | 'bot' | 'system';

/** The id of an agent whom the source does not name: anybody, so that nothing is their habit. */
export const UNKNOWN_AGENT = 'unknown';

/**
 * Something a person has to know about the input.
 * `unreadable`: a record (or file) that could not be read; it is counted and left out.
 * `unscored`: a conversation that was read, and cannot be scored, or holds nothing to score.
 * `doubtful`: something to look at that keeps no conversation from being scored: a source that may have its roles
 * wrong, an id used twice, a turn left out as nobody knows who says it.
 */
export interface Problem {
  readonly kind: 'unreadable' | 'unscored' | 'doubtful';
  /** The file's name as the user gave it, or `standard input`. */
  readonly source: string;
  /** The place inside the file: `line 17`, `row 4, column 2`, or empty when it is the whole file. */
  readonly at: string;
  /** What is wrong, and what to do, in one sentence. */
  readonly reason: string;
}

/** How many items of each kind a reader kept out of a conversation: `{ "internal note": 2 }`. */
export type LeftOut = Readonly<Record<string, number>>;

/** What a reader yields: a conversation and where it came from, or the reason there is none, in the order of the source. */
export type Reading =
  | {
      readonly conversation: Conversation;
      readonly source: string;
      readonly at: string;
      readonly leftOut?: LeftOut;
    }
  | { readonly problem: Problem };
