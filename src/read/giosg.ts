/** giosg chats: `user` is the operator here; an autosuggest is sent by a rule under the operator's name. */
import { z } from 'zod';
import type { Reading } from '../model/conversation.ts';
import { id, isFields, list, named, text, time } from './fields.ts';
import { checked, jsonReader, type Place } from './json-reader.ts';
import { doubtful } from './problem.ts';
import { holds } from './shape.ts';
import { asAgent, type Message, PAGED, thread } from './thread.ts';

const Page = z.object({ results: list, next: text, previous: text });
const Entry = z.object({
  type: text,
  sender_type: text,
  sender_id: id,
  sender_name: text,
  sender_public_name: text,
  message: text,
  created_at: time,
});
type Entry = z.infer<typeof Entry>;

/** Messages of a giosg chat. */
export const giosg = jsonReader({
  id: 'giosg',
  title: 'giosg',
  about: 'The messages of a giosg chat as its API lists them.',
  sniff: shape =>
    holds(
      shape,
      ['sender_type', 'sender_id', 'sender_public_name'],
      ['results[].', '[].results[].', '[].', 'messages[].'],
    )
      ? 0.98
      : 0,
  records(value) {
    const all = [value].flat();
    if (all.every(one => isFields(one) && Array.isArray(one.messages))) {
      return all.map(one => ({ ...(one as object), results: (one as { messages: unknown }).messages }));
    }
    return all.every(one => isFields(one) && Array.isArray(one.results)) ? all : [{ results: all }];
  },
  read,
});

function* read(record: unknown, place: Place): Generator<Reading> {
  const found = checked(Page, record, place);
  if ('problem' in found) {
    yield found;
    return;
  }
  const { results, next, previous } = found.value;
  const chat = /\/chats\/([\w-]+)/.exec(next ?? previous ?? '')?.[1];
  const visitor = results.find(one => isFields(one) && one.sender_type === 'visitor');
  const name = isFields(visitor) ? (visitor.sender_name ?? visitor.sender_public_name) : undefined;
  yield* thread(results, Entry, 'message', place, sorted, {
    id: chat ?? place.id(),
    channel: 'chat',
    customer: typeof name === 'string' ? named(name) : undefined,
  });
  if (next) {
    yield { problem: doubtful(place.source, place.at, PAGED) };
  }
}

function sorted(one: Entry): Message | string {
  if (one.type !== 'msg' && one.type !== 'autosuggest') return 'event';
  const message = { label: one.sender_id ?? '', text: one.message ?? '', time: one.created_at };
  if (one.type === 'autosuggest') return { ...message, label: `autosuggest ${message.label}`, role: 'bot' };
  if (one.sender_type === 'visitor') return { ...message, role: 'customer' };
  if (one.sender_type === 'user') {
    return { ...message, ...asAgent(one.sender_id, named(one.sender_name, one.sender_public_name)) };
  }
  return { ...message, role: 'system' };
}
