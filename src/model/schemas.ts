/**
 * What a transcript is, once read, as a schema that guards the door (`read/`) and, of the same name, as a type that
 * everything behind it trusts. The types are asked for by way of conversation.ts, so that scoring need not load zod.
 */
import { z } from 'zod';

const id = z.union([z.string().min(1), z.number()]).transform(String);

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
