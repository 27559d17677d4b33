/** What is told of a reading, and what is thrown where it cannot be. */
import type { Reading } from '../model/conversation.ts';

/** A reading that is a conversation. */
export type Read = Extract<Reading, { readonly conversation: unknown }>;

/** A conversation with what was made of it, its score or what is counted of it; or what is wrong. */
export type Told<Made> =
  | { readonly reading: Read; readonly made: Made }
  | { readonly reading: Exclude<Reading, Read>; readonly made?: undefined };

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
