/**
 * Slack: a channel's day out of a workspace export, or what the API answers. A thread is a conversation; messages
 * outside of threads are one together, as the channel ran on. Names come with the messages, or from the export's
 * users.json next to the channel's folder.
 */
import { z } from 'zod';
import type { Reading } from '../model/conversation.ts';
import { id, isFields, list, named, text, time } from './fields.ts';
import { checked, jsonReader, type Place } from './json-reader.ts';
import { unreadable } from './problem.ts';
import { holds } from './shape.ts';
import { slackText } from './slack-text.ts';
import { grouped, type Message, thread } from './thread.ts';

const Profile = z.object({ real_name: text, display_name: text }).nullish().catch(undefined);
const Entry = z.object({
  type: text,
  subtype: text,
  user: id,
  username: text,
  bot_id: id,
  text,
  ts: time,
  user_profile: Profile,
  bot_profile: z.object({ name: text }).nullish().catch(undefined),
});
type Entry = z.infer<typeof Entry>;
const User = z.object({ id, name: text, real_name: text, profile: Profile });

/** Channels and threads of Slack. */
export const slackExport = jsonReader({
  id: 'slack-export',
  title: 'Slack export',
  about:
    'A channel file of a Slack workspace export, or messages from the Slack API; each thread is a conversation.',
  sniff: shape =>
    holds(shape, ['type', 'ts', 'text'], ['[].', 'messages[].', '']) ||
    holds(shape, ['id', 'team_id', 'profile.real_name'], ['[].', 'members[].']) ||
    holds(shape, ['id', 'creator', 'is_archived', 'members'], ['[].'])
      ? 0.96
      : 0,
  records: value => {
    const inner = isFields(value) && Array.isArray(value.messages) ? value.messages : [value].flat();
    return [inner];
  },
  read,
});

async function* read(record: unknown, place: Place): AsyncGenerator<Reading> {
  const found = checked(list, record, place);
  if ('problem' in found) {
    yield found;
    return;
  }
  const { value: entries } = found;
  if (!entries.some(one => isFields(one) && 'ts' in one)) {
    const reason =
      'this lists the users or channels of a Slack export and holds no messages; it serves the channel files for names';
    yield { problem: unreadable(place.source, place.at, reason) };
    return;
  }
  const names = new Map([...(await namesBeside(place)), ...namesIn(entries)]);
  const threads = grouped(entries, one => threadOf(one, entries));
  for (const [of, messages] of threads) {
    yield* thread(messages, Entry, 'message', place, one => sorted(one, names), {
      id: of ?? place.id(),
      channel: 'chat',
    });
  }
}

/** A message's thread; a message nobody answered is in none. */
function threadOf({ thread_ts, ts }: Record<string, unknown>, all: readonly unknown[]): string | undefined {
  if (typeof thread_ts !== 'string') return undefined;
  const answered =
    thread_ts !== ts || all.some(one => isFields(one) && one.thread_ts === ts && one.ts !== ts);
  return answered ? thread_ts : undefined;
}

/** The names that come with the messages. */
function namesIn(entries: readonly unknown[]): [string, string][] {
  return entries.flatMap((entry): [string, string][] => {
    const { data } = Entry.safeParse(entry);
    const name = named(data?.user_profile?.real_name, data?.user_profile?.display_name);
    return data?.user === undefined || name === undefined ? [] : [[data.user, name]];
  });
}

async function namesBeside({ input }: Place): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const path of ['users.json', '../users.json']) {
    const content = await input.beside?.(path);
    if (content === undefined || content === null) continue;
    let users: unknown;
    try {
      users = JSON.parse(content);
    } catch {
      continue; // a broken list of names is told where it is read as a file; here it only costs the names
    }
    for (const user of Array.isArray(users) ? users : []) {
      const { data } = User.safeParse(user);
      const name = named(data?.profile?.real_name, data?.real_name, data?.profile?.display_name, data?.name);
      if (data?.id !== undefined && name !== undefined) names.set(data.id, name);
    }
    break;
  }
  return names;
}

/** Subtypes that are somebody's words; all others tell of joins, topics and the like. */
const spoken = new Set([
  'thread_broadcast',
  'me_message',
  'file_share',
  'bot_message',
  'file_comment',
  'reply_broadcast',
]);

function sorted(entry: Entry, names: ReadonlyMap<string, string>): Message | string {
  if (entry.type !== 'message' && entry.type !== null && entry.type !== undefined) return 'event';
  if (entry.subtype && !spoken.has(entry.subtype)) return 'event';
  const words = slackText(entry.text ?? '', id => names.get(id));
  if (entry.bot_id !== undefined || entry.subtype === 'bot_message') {
    const label = named(entry.username, entry.bot_profile?.name) ?? entry.bot_id ?? 'bot';
    return { label: `bot ${label}`, text: words, time: entry.ts, role: 'bot' };
  }
  const known = entry.user === undefined ? undefined : names.get(entry.user);
  const label = named(known, entry.username) ?? entry.user ?? '';
  return { label, text: words, time: entry.ts };
}
