/**
 * Messages of a chat, ticket or mail thread, as their vendor's reader finds them, to a conversation. What must not
 * be scored (notes, drafts, joins) is counted by kind; the order and the rest are for `said` to care for.
 */
import type { ZodType } from 'zod';
import type { Reading, Speaker } from '../model/conversation.ts';
import type { Moment } from './clock.ts';
import type { Party } from './compose.ts';
import { isFields } from './fields.ts';
import { items, type Place } from './json-reader.ts';
import { unreadable } from './problem.ts';
import { readingsOf, type Said, type Told } from './said.ts';

/** One message: its sender as the source labels them, and the role where the source states one. */
export interface Message {
  readonly label: string;
  readonly text: string;
  readonly time: Moment | null;
  readonly role?: Speaker;
  readonly agent?: Party;
}

/** What a vendor's item is: a message, or the kind of thing that is left out, in the singular. */
export type Sorted = Message | string;

/** Readings of a list of items: a problem for each that is not in shape, then the conversation of the others. */
export function* thread<T>(
  list: readonly unknown[],
  schema: ZodType<T>,
  name: string,
  place: Place,
  sort: (item: T) => Sorted,
  frame: Omit<Told, 'said' | 'leftOut'>,
): Generator<Reading> {
  const { good, bad } = items(schema, list, name, place);
  yield* bad;
  const leftOut: Record<string, number> = {};
  const said: Said[] = [];
  for (const { value, at } of good) {
    const one = sort(value);
    const kind = typeof one === 'string' ? one : one.text.trim() === '' ? 'message without text' : null;
    if (kind !== null) leftOut[kind] = (leftOut[kind] ?? 0) + 1;
    else {
      const { label, ...message } = one as Message;
      said.push({ by: label || (message.role ?? ''), at, ...message });
    }
  }
  if (good.length === 0 && bad.length > 0) return;
  if (said.length > 0 && said.every(one => one.by === '')) {
    const reason = 'no message says who sent it; export it with the senders';
    yield { problem: unreadable(place.source, place.at, reason) };
    return;
  }
  yield* readingsOf({ ...frame, metadata: { ...place.beside, ...frame.metadata }, said, leftOut }, place);
}

/** An agent's part of a message: the role, and the party as far as it is known. */
export function asAgent(id: string | undefined, name?: string | undefined): Pick<Message, 'role' | 'agent'> {
  const agent = { ...(id !== undefined && { id }), ...(name !== undefined && { name }) };
  return id === undefined && name === undefined ? { role: 'agent' } : { role: 'agent', agent };
}

/** Items by what they say they belong to, each group in the order the items came. */
export function grouped(
  list: readonly unknown[],
  key: (item: Record<string, unknown>) => string | undefined,
): Map<string | undefined, unknown[]> {
  const groups = new Map<string | undefined, unknown[]>();
  for (const item of list) {
    const of = isFields(item) ? key(item) : undefined;
    const group = groups.get(of);
    if (group === undefined) groups.set(of, [item]);
    else group.push(item);
  }
  return groups;
}

/** The doubt told of a page that is not the last one. */
export const PAGED =
  'this is one page of several, so the conversation goes on in another file; join its pages';
