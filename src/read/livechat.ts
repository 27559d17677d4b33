/**
 * LiveChat (text.com): chats with one thread of events, or several. Authors are ids; `users` says which of them are
 * agents. What is visible to agents alone is a whisper.
 */
import { z } from 'zod';
import type { Reading } from '../model/conversation.ts';
import { flag, id, isFields, list, named, text, time } from './fields.ts';
import { checked, items, jsonReader, type Place } from './json-reader.ts';
import { outcomeFrom } from './outcome.ts';
import { unreadable } from './problem.ts';
import { holds } from './shape.ts';
import { asAgent, type Message, thread } from './thread.ts';

const User = z.object({ id, name: text, type: text, is_bot: flag, bot: flag });
type User = z.infer<typeof User>;
const Thread = z.object({
  id,
  events: list,
  users: list,
  properties: z.record(z.string(), z.unknown()).nullish().catch(undefined),
});
const Chat = z.object({
  id,
  users: list,
  thread: Thread.nullish(),
  threads: z.array(Thread).nullish(),
  properties: z.record(z.string(), z.unknown()).nullish().catch(undefined),
});
const Event = z.object({
  type: text,
  text,
  author_id: id,
  visibility: text,
  recipients: text,
  created_at: time,
  timestamp: time,
});
type Event = z.infer<typeof Event>;

const threads = ['thread.', 'threads[].'].flatMap(inner =>
  ['', '[].', 'chats[].'].map(outer => outer + inner),
);

/** Chats of LiveChat. */
export const livechat = jsonReader({
  id: 'livechat',
  title: 'LiveChat',
  about: 'Chats of LiveChat (text.com) with users and threads of events, from get_chat or list_archives.',
  endings: ['.json', '.jsonl', '.jsonc'],
  sniff: shape =>
    holds(shape, ['events[].author_id', 'events[].type'], threads) ||
    (holds(shape, ['user_ids'], threads) && holds(shape, ['access'], threads))
      ? 0.98
      : 0,
  records: value => (isFields(value) && Array.isArray(value.chats) ? value.chats : [value].flat()),
  read,
});

function* read(record: unknown, place: Place): Generator<Reading> {
  const found = checked(Chat, record, place);
  if ('problem' in found) {
    yield found;
    return;
  }
  const { value: chat } = found;
  const all = chat.threads ?? (chat.thread ? [chat.thread] : []);
  if (all.length === 0) {
    yield {
      problem: unreadable(place.source, place.at, 'the chat has no thread; export it with its events'),
    };
  }
  const own = chat.id ?? place.id();
  for (const one of all) {
    const users = items(User, [...chat.users, ...one.users], 'user', place).good.map(user => user.value);
    const customer = users.find(user => user.type === 'customer');
    const rated = rating(one.properties) ?? rating(chat.properties);
    // A chat id comes back in each of its threads, so a repeated one needs the thread's own id beside it.
    const id = place.once(`chat ${own}`) || one.id === undefined ? own : `${own}/${one.id}`;
    yield* thread(one.events, Event, 'event', place, event => sorted(event, users), {
      id,
      channel: 'chat',
      customer: named(customer?.name),
      elimination: true,
      ...(rated !== undefined && { outcome: rated }),
    });
  }
}

function sorted(event: Event, users: readonly User[]): Message | string {
  if (event.visibility === 'agents' || event.recipients === 'agents') return 'message between agents';
  if (event.type === 'system_message') return 'system message';
  if (event.type !== 'message')
    return event.type === 'file' ? 'file' : (event.type ?? 'event').replaceAll('_', ' ');
  const user = users.find(one => one.id !== undefined && one.id === event.author_id);
  return {
    label: event.author_id ?? '',
    text: event.text ?? '',
    time: event.created_at ?? event.timestamp,
    ...roleOf(user),
  };
}

function roleOf(user: User | undefined): Pick<Message, 'role' | 'agent'> {
  if (user?.is_bot === true || user?.bot === true || user?.type === 'bot') return { role: 'bot' };
  if (user?.type === 'customer') return { role: 'customer' };
  return user?.type === 'agent' ? asAgent(user.id, named(user.name)) : {};
}

function rating(properties: Record<string, unknown> | null | undefined) {
  const found = properties?.rating;
  const score = isFields(found) ? found.score : found;
  return outcomeFrom('rating', isFields(score) ? score.value : score);
}
