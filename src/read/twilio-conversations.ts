/**
 * Twilio Conversations: the messages of one conversation as its REST interface lists them. `author` is an identity
 * or a phone number; the role is only in the participant, and in the messaging address a customer writes from.
 */
import { z } from 'zod';
import type { Reading } from '../model/conversation.ts';
import { id, isFields, list, text, time } from './fields.ts';
import { checked, items, jsonReader, type Place } from './json-reader.ts';
import { doubtful } from './problem.ts';
import { holds } from './shape.ts';
import { asAgent, grouped, type Message, PAGED, thread } from './thread.ts';

const Page = z.object({
  messages: list,
  participants: list,
  meta: z.object({ next_page_url: text }).nullish().catch(undefined),
});
const Participant = z.object({
  sid: id,
  identity: text,
  attributes: z.unknown().optional(),
  messaging_binding: z.object({ address: text }).nullish().catch(undefined),
});
type Participant = z.infer<typeof Participant>;
const Entry = z.object({
  conversation_sid: id,
  author: text,
  participant_sid: id,
  body: text,
  index: z.number().nullish().catch(undefined),
  date_created: time,
});
type Entry = z.infer<typeof Entry>;

/** Messages of a Twilio conversation. */
export const twilioConversations = jsonReader({
  id: 'twilio-conversations',
  title: 'Twilio Conversations',
  about:
    'The messages of a Twilio conversation (Flex chat, SMS, WhatsApp); add its participants for the roles.',
  sniff: shape =>
    holds(shape, ['conversation_sid', 'author'], ['messages[].', '[].messages[].', '[].', '']) ? 0.98 : 0,
  records: value => {
    const all = [value].flat();
    return all.every(one => isFields(one) && Array.isArray(one.messages)) ? all : [{ messages: all }];
  },
  read,
});

function* read(record: unknown, place: Place): Generator<Reading> {
  const page = checked(Page, record, place);
  if ('problem' in page) {
    yield page;
    return;
  }
  const { messages, participants, meta } = page.value;
  const people = items(Participant, participants, 'participant', place).good.map(one => one.value);
  for (const [sid, entries] of bySid(messages)) {
    const sort = (entry: Entry): Message => ({
      label: entry.author ?? entry.participant_sid ?? '',
      text: entry.body ?? '',
      time: entry.date_created,
      ...roleOf(entry, people),
    });
    const frame = { id: sid ?? place.id(), channel: 'chat', elimination: true };
    yield* thread(entries, Entry, 'message', place, sort, frame);
  }
  if (meta?.next_page_url) {
    yield { problem: doubtful(place.source, place.at, PAGED) };
  }
}

/** Messages by conversation, each in the order of its index. */
function bySid(messages: readonly unknown[]): Map<string | undefined, unknown[]> {
  const indexOf = (one: unknown) => (isFields(one) && typeof one.index === 'number' ? one.index : 0);
  const sorted = messages.toSorted((a, b) => indexOf(a) - indexOf(b));
  return grouped(sorted, one =>
    typeof one.conversation_sid === 'string' ? one.conversation_sid : undefined,
  );
}

/** A customer writes from a phone number or a messaging address; an agent has an identity and no address. */
function roleOf(entry: Entry, people: readonly Participant[]): Pick<Message, 'role' | 'agent'> {
  const author = entry.author ?? '';
  if (author.toLowerCase() === 'system') return { role: 'system' };
  if (/^(?:whatsapp:|messenger:|sms:)?\+\d{7,15}$/.test(author)) return { role: 'customer' };
  const one = people.find(
    person =>
      (person.sid !== undefined && person.sid === entry.participant_sid) ||
      (!!person.identity && person.identity === author),
  );
  if (one === undefined) return {};
  const type = /"member_type"\s*:\s*"(\w+)"/.exec(
    JSON.stringify(one.attributes ?? '').replaceAll('\\', ''),
  )?.[1];
  if (one.messaging_binding?.address || type === 'customer') return { role: 'customer' };
  return one.identity || type === 'agent' ? asAgent(author) : {};
}
