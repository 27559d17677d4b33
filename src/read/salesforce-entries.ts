/**
 * Salesforce Messaging and Voice: conversation entries, by the query's names (`ActorType`, `Message`) or the Connect
 * interface's (`sender.role`, `messageText`). A supervisor's whispers are entries like all others.
 */
import { z } from 'zod';
import type { Reading, Speaker } from '../model/conversation.ts';
import { id, isFields, list, named, text, time } from './fields.ts';
import { isHtml, textOf } from './html-text.ts';
import { checked, jsonReader, type Place } from './json-reader.ts';
import { holds } from './shape.ts';
import { asAgent, grouped, type Message, thread } from './thread.ts';

const Entry = z.object({
  ActorType: text,
  ActorName: text,
  ActorId: id,
  EntryType: text,
  EntryTime: time,
  Message: text,
  sender: z.object({ role: text, subject: id, appType: text }).nullish().catch(undefined),
  senderDisplayName: text,
  entryType: text,
  messageText: text,
  clientTimestamp: time,
  serverReceivedTimestamp: time,
});
type Entry = z.infer<typeof Entry>;
const Page = z.object({ entries: list });

const keys = ['records', 'conversationEntries', 'entries', 'data'] as const;
const roots = ['[].', '', ...keys.flatMap(key => [`${key}[].`, `[].${key}[].`])];

/** Conversation entries of Salesforce. */
export const salesforceEntries = jsonReader({
  id: 'salesforce-entries',
  title: 'Salesforce conversation entries',
  about:
    'ConversationEntry records of Salesforce Messaging or Service Cloud Voice, queried or from the Connect API.',
  sniff: shape =>
    holds(shape, ['ActorType', 'EntryTime'], roots) || holds(shape, ['sender.role', 'messageText'], roots)
      ? 0.98
      : 0,
  records(value) {
    const entries = [value].flat().flatMap(one => {
      const key = keys.find(name => isFields(one) && Array.isArray(one[name]));
      return key === undefined ? [one] : ((one as Record<string, unknown[]>)[key] ?? []);
    });
    return [...grouped(entries, conversationOf)].map(([id, list]) => ({ id, entries: list }));
  },
  read,
});

function conversationOf(entry: Record<string, unknown>): string | undefined {
  const id =
    entry.ConversationId ??
    entry.ConversationIdentifier ??
    entry.conversationIdentifier ??
    entry.conversationId;
  return typeof id === 'string' ? id : undefined;
}

function* read(record: unknown, place: Place): Generator<Reading> {
  const page = checked(Page, record, place);
  if ('problem' in page) {
    yield page;
    return;
  }
  const own = isFields(record) && typeof record.id === 'string' ? record.id : undefined;
  yield* thread(page.value.entries, Entry, 'entry', place, sorted, {
    id: own ?? place.id(),
    channel: 'messaging',
  });
}

const roles: Readonly<Record<string, Speaker | 'whisper'>> = {
  agent: 'agent',
  enduser: 'customer',
  customer: 'customer',
  bot: 'bot',
  chatbot: 'bot',
  system: 'system',
  router: 'system',
  supervisor: 'whisper',
};

function sorted(entry: Entry): Message | string {
  const type = entry.EntryType ?? entry.entryType ?? 'Text';
  if (!/^(?:text|message|staticcontentmessage|richlink)$/i.test(type)) return 'event';
  const side = entry.ActorType ?? entry.sender?.role ?? '';
  const role = roles[side.toLowerCase().replace(/[\s_]/g, '')];
  if (role === 'whisper') return 'supervisor message';
  const name = named(entry.ActorName, entry.senderDisplayName);
  const id = entry.ActorId ?? entry.sender?.subject;
  const body = entry.Message ?? entry.messageText ?? '';
  return {
    label: [side, id ?? name].filter(Boolean).join(' '),
    text: isHtml(body) ? textOf(body) : body,
    time: entry.EntryTime ?? entry.clientTimestamp ?? entry.serverReceivedTimestamp,
    ...(role === 'agent' ? asAgent(id ?? name, name) : role === undefined ? {} : { role }),
  };
}
