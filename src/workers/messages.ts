/** What passes between the threads. It is copied on its way, so it is plain data: no functions, no classes. */
import type { Wording } from '../known-wording.ts';
import type { Countable } from '../mine/countable.ts';
import type { Conversation } from '../model/conversation.ts';
import type { ConversationScore } from '../model/scorecard.ts';
import type { Rubric } from '../rubric/rubric.ts';
import type { ComparedParts } from './scorer.ts';

/** What a worker is born with. */
export interface Birth {
  /** The place in its batch of the conversation at hand, in shared memory: it outlives the worker. */
  readonly at: Int32Array;
}

/** What results are made by, once for the run. */
export interface Setup {
  readonly rubric: Rubric;
  readonly wording: Wording;
}

/** A conversation to score, with what only the main thread can tell of it. */
export interface Item {
  readonly conversation: Conversation;
  readonly compared: ComparedParts;
}

/** To a worker. */
export type Order = { readonly setup: Setup } | Batch;

/** Conversations to score, or to tell what is counted of them. */
export type Batch = { readonly items: readonly Item[] } | { readonly count: readonly Conversation[] };

/** From a worker: what was made of a batch in its order, or what went wrong, and at which place of it. */
export type Answer =
  | { readonly made: readonly (ConversationScore | Countable)[] }
  | { readonly fault: Fault };

/** What was thrown. */
export interface Fault {
  readonly place: number;
  readonly message: string;
  readonly stack?: string | undefined;
}
