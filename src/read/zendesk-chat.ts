/** Zendesk Chat (Zopim): chats with their `history` of rows; several agents may serve one visitor. */
import { z } from 'zod';
import type { Reading } from '../model/conversation.ts';
import { id, isFields, text, time } from './fields.ts';
import { checked, jsonReader, type Place } from './json-reader.ts';
import { outcomeFrom } from './outcome.ts';
import { unreadable } from './problem.ts';
import { holds } from './shape.ts';
import { asAgent, type Message, thread } from './thread.ts';

const Chat = z.object({
  id,
  type: text,
  visitor: z.object({ id, name: text }).nullish().catch(undefined),
  agent_names: z.array(z.string()).nullish().catch(undefined),
  agent_ids: z
    .array(z.union([z.string(), z.number()]).transform(String))
    .nullish()
    .catch(undefined),
  history: z.array(z.unknown()).nullish(),
  message: text,
  timestamp: time,
  rating: z.union([z.string(), z.number()]).nullish().catch(undefined),
  department_name: text,
});
type Chat = z.infer<typeof Chat>;
const Row = z.object({
  type: text,
  sender_type: text,
  sender_id: id,
  agent_id: id,
  nick: text,
  name: text,
  msg: text,
  timestamp: time,
});
type Row = z.infer<typeof Row>;

const roots = ['', '[].', 'chats[].', 'docs[].'];

/** Chats of Zendesk Chat. */
export const zendeskChat = jsonReader({
  id: 'zendesk-chat',
  title: 'Zendesk Chat',
  about:
    'Chats of Zendesk Chat (Zopim) with their history, one or many, or the chats of an incremental export.',
  sniff: shape =>
    holds(shape, ['visitor', 'history[].type'], roots) ||
    holds(shape, ['history[].nick', 'history[].msg'], roots)
      ? 0.97
      : 0,
  records(value) {
    if (isFields(value) && Array.isArray(value.chats)) return value.chats;
    if (isFields(value) && isFields(value.docs)) return Object.values(value.docs);
    return [value].flat();
  },
  read,
});

function* read(record: unknown, place: Place): Generator<Reading> {
  const found = checked(Chat, record, place);
  if ('problem' in found) {
    yield found;
    return;
  }
  const chat = found.value;
  if (!chat.history && chat.type !== 'offline_msg') {
    const reason = 'the chat has no history; export it with its messages, not only its ids';
    yield { problem: unreadable(place.source, place.at, reason) };
    return;
  }
  const rated = outcomeFrom('rating', chat.rating);
  const rows = chat.history ?? [
    { type: 'chat.msg', sender_type: 'Visitor', msg: chat.message, timestamp: null },
  ];
  yield* thread(rows, Row, 'history row', place, row => sorted(row, chat), {
    id: chat.id ?? place.id(),
    channel: 'chat',
    ...(chat.visitor?.name && { customer: chat.visitor.name }),
    ...(rated !== undefined && { outcome: rated }),
    metadata: { department: chat.department_name ?? undefined },
  });
}

function sorted(row: Row, chat: Chat): Message | string {
  if (row.type !== 'chat.msg' && row.type !== null && row.type !== undefined) {
    return row.type === 'chat.file' ? 'file' : 'event';
  }
  const name = row.name ?? undefined;
  const label = row.nick ?? row.sender_id ?? row.agent_id ?? name ?? '';
  return { label, text: row.msg ?? '', time: row.timestamp, ...roleOf(row, name, chat) };
}

function roleOf(row: Row, name: string | undefined, chat: Chat): Pick<Message, 'role' | 'agent'> {
  const type = row.sender_type?.toLowerCase();
  if (type === 'visitor' || row.nick === 'visitor' || row.nick?.startsWith('visitor:'))
    return { role: 'customer' };
  if (type === 'trigger' || row.nick?.startsWith('agent:trigger') || row.nick === 'system')
    return { role: 'bot' };
  if (type !== 'agent' && !row.nick?.startsWith('agent:')) return {};
  const at = name === undefined ? -1 : (chat.agent_names ?? []).indexOf(name);
  const paired = chat.agent_ids?.length === chat.agent_names?.length ? chat.agent_ids?.[at] : undefined;
  const own = row.agent_id ?? row.sender_id ?? /^agent:(\d+)$/.exec(row.nick ?? '')?.[1];
  return asAgent(own ?? paired, name);
}
