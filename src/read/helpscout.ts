/** Help Scout: the threads of a conversation, newest first, or conversations with their threads embedded. */
import { z } from 'zod';
import type { Reading } from '../model/conversation.ts';
import { id, isFields, list, named, text, time } from './fields.ts';
import { checked, jsonReader, type Place } from './json-reader.ts';
import { ownWords } from './mail-tail.ts';
import { unreadable } from './problem.ts';
import { holds } from './shape.ts';
import { asAgent, type Message, thread } from './thread.ts';

const Person = z
  .object({ id, type: text, first: text, last: text, firstName: text, lastName: text, email: text })
  .nullish()
  .catch(undefined);
const Conversation = z.object({
  id,
  number: id,
  type: text,
  subject: text,
  primaryCustomer: Person,
  _embedded: z.object({ threads: list }).nullish(),
  threads: list,
});
const Thread = z.object({
  type: text,
  state: text,
  body: text,
  text,
  createdBy: Person,
  customer: Person,
  createdAt: time,
});
type Thread = z.infer<typeof Thread>;

const roots = ['', '[].', '_embedded.conversations[].', '[]._embedded.conversations[].'];

/** Conversations of Help Scout. */
export const helpscout = jsonReader({
  id: 'helpscout',
  title: 'Help Scout',
  about:
    'The threads of a Help Scout conversation (mail, chat, phone), or conversations with threads embedded.',
  sniff: shape =>
    holds(shape, ['_embedded.threads[].type'], roots) ||
    holds(shape, ['_embedded.conversations[].primaryCustomer', 'page'], ['', '[].']) ||
    holds(shape, ['createdBy.type', 'savedReplyId'], ['[].', 'threads[].'])
      ? 0.98
      : 0,
  records(value) {
    const inside = isFields(value) && isFields(value._embedded) ? value._embedded.conversations : undefined;
    if (Array.isArray(inside)) return inside;
    const all = [value].flat();
    return all.every(one => isFields(one) && 'createdBy' in one && !('_embedded' in one))
      ? [{ threads: all }]
      : all;
  },
  read,
});

function* read(record: unknown, place: Place): Generator<Reading> {
  const found = checked(Conversation, record, place);
  if ('problem' in found) {
    yield found;
    return;
  }
  const { value: one } = found;
  const threads = one._embedded?.threads ?? one.threads;
  if (threads.length === 0) {
    const reason = 'the conversation has no threads; export it with them (embed=threads)';
    yield { problem: unreadable(place.source, place.at, reason) };
    return;
  }
  yield* thread(threads, Thread, 'thread', place, sorted, {
    id: one.id ?? one.number ?? place.id(),
    channel: one.type ?? 'email',
    customer: nameOf(one.primaryCustomer),
    elimination: true,
    metadata: { subject: one.subject ?? undefined },
  });
}

function sorted(one: Thread): Message | string {
  if (one.type === 'note') return 'internal note';
  if (one.type === 'lineitem') return 'event';
  if (one.state === 'draft' || one.state === 'hidden')
    return one.state === 'draft' ? 'draft' : 'hidden message';
  const by = one.createdBy;
  const side =
    by?.type ?? (one.type === 'customer' ? 'customer' : one.type === 'message' ? 'user' : undefined);
  const label = [side, by?.id ?? by?.email].filter(Boolean).join(' ');
  const role: Pick<Message, 'role' | 'agent'> =
    side === 'customer' ? { role: 'customer' } : side === 'user' ? asAgent(by?.id, nameOf(by)) : {};
  return { label, text: ownWords(one.body ?? one.text ?? ''), time: one.createdAt, ...role };
}

function nameOf(person: z.infer<typeof Person>): string | undefined {
  return named(
    [person?.first ?? person?.firstName, person?.last ?? person?.lastName].filter(part => part).join(' '),
  );
}
