/**
 * What a transcript is, once read. The schema and the type share a name: the schema guards the door
 * (`read/`), everything behind it trusts the type.
 */
import { z } from 'zod';

/** Who said a turn. Only `agent` turns are scored; only `customer` turns hold disclosures. */
export type Speaker = 'agent' | 'customer' | 'bot' | 'system';

const id = z.union([z.string().min(1), z.number()]).transform(String);

/** The id of an agent whom the source does not name: anybody, so that nothing is their habit. */
export const UNKNOWN_AGENT = 'unknown';

/** One utterance, as said or written by one party. */
export const Turn = z.object({
  speaker: z.enum(['agent', 'customer', 'bot', 'system']),
  text: z.string(),
  /** Seconds from the start of the conversation; absent where the source has no times. */
  seconds: z.number().optional(),
  /** Id of the agent who said it, where several took part; otherwise the conversation's agent said it. */
  agent: id.optional(),
  /** That agent's name, where it is known. */
  agentName: z.string().optional(),
});
export type Turn = z.infer<typeof Turn>;

/** A call, chat or mail thread between a customer and one or more agents. Unknown keys are dropped. */
export const Conversation = z.object({
  id,
  channel: z.string().optional(),
  agent: z.object({ id, name: z.string().optional() }),
  customer: z.object({ name: z.string().optional() }).optional(),
  /** How it was rated, as the source has it: scales differ, so the value is kept raw. */
  outcome: z.object({ name: z.string(), value: z.union([z.string(), z.number()]) }).optional(),
  /** What else the source files it under: queue, team, language. */
  metadata: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  /** The source did not say who the agent is; it was told from the words, this surely (0 to 1). */
  inferred: z.object({ confidence: z.number() }).optional(),
  turns: z.array(Turn),
});
export type Conversation = z.infer<typeof Conversation>;

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
