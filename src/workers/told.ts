/** What scoring tells of a reading, and what it throws where it cannot. */
import type { Reading } from '../model/conversation.ts';
import type { ConversationScore } from '../model/scorecard.ts';

/** A reading that is a conversation. */
export type Read = Extract<Reading, { readonly conversation: unknown }>;

/** A conversation with its score, or what is wrong. */
export type Told =
  | { readonly reading: Read; readonly score: ConversationScore }
  | { readonly reading: Exclude<Reading, Read>; readonly score?: undefined };

/** Thrown where a conversation could not be scored. That is a bug, and finding it begins with the conversation. */
export function failure({ conversation, source, at }: Read, cause: unknown): Error {
  const place = [source, at].filter(part => part !== '').join(': ');
  const [why, stack] = cause instanceof Error ? [cause.message, cause.stack] : [String(cause), undefined];
  const error = new Error(`conversation "${conversation.id}" (${place}) could not be scored: ${why}`, {
    cause,
  });
  if (stack !== undefined) error.stack = `${error.message}\n${stack}`;
  return error;
}
