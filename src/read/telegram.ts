/** Telegram Desktop's export: one chat, or all of them; a text may be a list of plain and formatted pieces. */
import { z } from 'zod';
import type { Reading } from '../model/conversation.ts';
import { id, isFields, list, named, text, time } from './fields.ts';
import { checked, jsonReader, type Place } from './json-reader.ts';
import { holds } from './shape.ts';
import { type Message, thread } from './thread.ts';

const Chat = z.object({ id, name: text, type: text, messages: list });
const Entry = z.object({
  type: text,
  from: text,
  from_id: id,
  text: z.union([z.string(), z.array(z.unknown())]).nullish(),
  date: time,
  date_unixtime: time,
  via_bot: text,
});
type Entry = z.infer<typeof Entry>;

const roots = ['', '[].', 'chats.list[].'];
const signs = ['messages[].text', 'messages[].type', 'messages[].id'];

/** Chats of Telegram. */
export const telegram = jsonReader({
  id: 'telegram',
  title: 'Telegram chat export',
  about: 'The result.json of a Telegram Desktop export, of one chat or of all.',
  sniff: shape =>
    holds(shape, ['messages[].from_id', 'messages[].date_unixtime'], roots) ||
    (holds(shape, [...signs, 'name', 'type'], roots) && !holds(shape, ['messages[].role'], roots))
      ? 0.96
      : 0,
  records: value =>
    isFields(value) && isFields(value.chats) && Array.isArray(value.chats.list)
      ? value.chats.list
      : [value].flat(),
  read,
});

function* read(record: unknown, place: Place): Generator<Reading> {
  const found = checked(Chat, record, place);
  if ('problem' in found) {
    yield found;
    return;
  }
  const { id: own, messages } = found.value;
  yield* thread(messages, Entry, 'message', place, sorted, { id: own ?? place.id(), channel: 'chat' });
}

function sorted(entry: Entry): Message | string {
  if (entry.type === 'service') return 'service message';
  const label = named(entry.from) ?? entry.from_id ?? '';
  const message = { label, text: plain(entry.text), time: entry.date_unixtime ?? entry.date };
  return entry.via_bot ? { ...message, label: `bot ${label}`, role: 'bot' } : message;
}

function plain(words: Entry['text']): string {
  if (typeof words === 'string') return words;
  return (words ?? [])
    .map(piece => (typeof piece === 'string' ? piece : isFields(piece) ? String(piece.text ?? '') : ''))
    .join('');
}
