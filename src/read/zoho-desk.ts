/**
 * Zoho Desk: the threads of a ticket. The list of them has only summaries, cut after some words; the whole content is
 * in each thread fetched by itself.
 */
import { z } from 'zod';
import type { Reading } from '../model/conversation.ts';
import { flag, id, isFields, list, named, text, time } from './fields.ts';
import { checked, jsonReader, type Place } from './json-reader.ts';
import { ownWords } from './mail-tail.ts';
import { doubtful } from './problem.ts';
import { holds } from './shape.ts';
import { asAgent, type Message, thread } from './thread.ts';

const Person = z
  .object({ id, name: text, type: text, email: text, roleName: text })
  .nullish()
  .catch(undefined);
const Thread = z.object({
  type: text,
  author: Person,
  commenter: Person,
  direction: text,
  visibility: text,
  isPublic: flag,
  status: text,
  plainText: text,
  content: text,
  summary: text,
  createdTime: time,
  commentedTime: time,
});
type Thread = z.infer<typeof Thread>;

const roots = ['data[].', '[].', '', 'threads[].', 'threads.data[].'];

/** Threads of Zoho Desk tickets. */
export const zohoDesk = jsonReader({
  id: 'zoho-desk',
  title: 'Zoho Desk',
  about:
    'The threads of a Zoho Desk ticket; fetched one by one they hold the whole text, in a list a summary.',
  sniff: shape =>
    holds(shape, ['direction', 'createdTime', 'author.type'], roots) ||
    holds(shape, ['direction', 'createdTime', 'isDescriptionThread'], roots)
      ? 0.98
      : 0,
  records(value) {
    if (isFields(value) && 'direction' in value) return [{ threads: [value] }];
    const all = [value].flat();
    return all.every(one => isFields(one) && 'direction' in one) ? [{ threads: all }] : all;
  },
  read,
});

const Ticket = z.object({
  id,
  ticketNumber: id,
  subject: text,
  data: list,
  threads: z.union([z.array(z.unknown()), z.object({ data: list })]).nullish(),
});

function* read(record: unknown, place: Place): Generator<Reading> {
  const found = checked(Ticket, record, place);
  if ('problem' in found) {
    yield found;
    return;
  }
  const { value: ticket } = found;
  const threads = Array.isArray(ticket.threads) ? ticket.threads : (ticket.threads?.data ?? ticket.data);
  const first = threads.find(isFields);
  let cut = 0;
  const sort = (one: Thread): Message | string => {
    const whole = named(one.plainText, one.content);
    const kind = kindOf(one);
    if (kind !== null) return kind;
    if (whole === undefined && /(?:\.\.\.|…)\s*$/.test(one.summary ?? '')) cut++;
    const by = one.author ?? one.commenter;
    const label = by?.id ?? by?.email ?? by?.name ?? '';
    const words = ownWords(whole ?? one.summary ?? '');
    return { label, text: words, time: one.createdTime ?? one.commentedTime, ...roleOf(one) };
  };
  yield* thread(threads, Thread, 'thread', place, sort, {
    id: ticket.id ?? ticket.ticketNumber ?? place.id(),
    channel: typeof first?.channel === 'string' ? first.channel.toLowerCase() : 'ticket',
    customer: named(...threads.map(customerName)),
    metadata: { subject: ticket.subject ?? undefined },
  });
  if (cut > 0) {
    const reason = `${cut} of the texts are summaries that break off; fetch each thread for its whole content`;
    yield { problem: doubtful(place.source, place.at, reason) };
  }
}

function kindOf(one: Thread): string | null {
  if (one.visibility === 'private' || one.isPublic === false) return 'internal note';
  return one.status === 'DRAFT' ? 'draft' : null;
}

function roleOf(one: Thread): Pick<Message, 'role' | 'agent'> {
  const by = one.author ?? one.commenter;
  if (by?.type === 'END_USER' || one.direction === 'in') return { role: 'customer' };
  return by?.type === 'AGENT' || one.direction === 'out'
    ? asAgent(by?.id ?? by?.email ?? undefined, named(by?.name))
    : {};
}

function customerName(one: unknown): string | undefined {
  const author =
    isFields(one) && one.direction === 'in' && isFields(one.author) ? one.author.name : undefined;
  return typeof author === 'string' ? author : undefined;
}
