/**
 * Zendesk tickets: the comments of one, as the REST interface lists them, or tickets with their comments inside.
 * A comment names its author by id alone, so who is the customer is known from the ticket's requester or from users
 * delivered beside the comments. Private comments are notes between colleagues.
 */
import { z } from 'zod';
import type { Reading } from '../model/conversation.ts';
import { flag, id, isFields, list, named, text, time } from './fields.ts';
import { checked, items, jsonReader, type Place } from './json-reader.ts';
import { ownWords } from './mail-tail.ts';
import { outcomeFrom } from './outcome.ts';
import { holds } from './shape.ts';
import { asAgent, type Message, thread } from './thread.ts';

const User = z.object({ id, name: text, role: text });
type User = z.infer<typeof User>;
const Ticket = z.object({
  id,
  ticket_id: id,
  requester_id: id,
  assignee_id: id,
  subject: text,
  via: z.object({ channel: text }).nullish().catch(undefined),
  satisfaction_rating: z
    .union([z.string(), z.number(), z.object({ score: z.union([z.string(), z.number()]) })])
    .nullish()
    .catch(undefined),
  comments: list,
  users: list,
  ticket: z.record(z.string(), z.unknown()).nullish().catch(undefined),
});
const Comment = z.object({
  author_id: id,
  author: z.object({ id, name: text, role: text }).nullish().catch(undefined),
  public: flag,
  plain_body: text,
  body: text,
  html_body: text,
  type: text,
  created_at: time,
  via: z.object({ channel: z.unknown().optional() }).nullish().catch(undefined),
});
type Comment = z.infer<typeof Comment>;

const roots = ['comments[].', '[].comments[].', 'tickets[].comments[].', 'ticket.comments[].', '[].', ''];

/** Comments of Zendesk tickets. */
export const zendeskTicket = jsonReader({
  id: 'zendesk-ticket',
  title: 'Zendesk ticket comments',
  about:
    'The comments of a Zendesk ticket, or tickets with comments inside; add users or the requester for the roles.',
  sniff: shape =>
    holds(shape, ['author_id', 'public', 'body'], roots) && !holds(shape, ['visibility'], roots) ? 0.97 : 0,
  records(value) {
    if (isFields(value) && Array.isArray(value.tickets)) {
      const { tickets, users } = value;
      return tickets.map(one => (isFields(one) ? { users, ...one } : one));
    }
    const all = [value].flat();
    return all.every(one => isFields(one) && (Array.isArray(one.comments) || isFields(one.ticket)))
      ? all
      : [{ comments: all }];
  },
  read,
});

function* read(record: unknown, place: Place): Generator<Reading> {
  const inner =
    isFields(record) && isFields(record.ticket) ? { ...record.ticket, ...withoutTicket(record) } : record;
  const found = checked(Ticket, inner, place);
  if ('problem' in found) {
    yield found;
    return;
  }
  const { value: ticket } = found;
  const users = items(User, ticket.users, 'user', place).good.map(one => one.value);
  const rating = ticket.satisfaction_rating;
  const score = typeof rating === 'object' && rating !== null ? rating.score : rating;
  const rated =
    score === 'offered' || score === 'unoffered' ? undefined : outcomeFrom('satisfaction_rating', score);
  const known = { requester: ticket.requester_id, users, noted: new Set(ticket.comments.map(noteBy)) };
  yield* thread(ticket.comments, Comment, 'comment', place, one => sorted(one, known), {
    id: ticket.id ?? ticket.ticket_id ?? place.id(),
    channel: ticket.via?.channel ?? 'ticket',
    ...(rated !== undefined && { outcome: rated }),
    metadata: { subject: ticket.subject ?? undefined },
  });
}

function withoutTicket({ ticket: _, ...rest }: Record<string, unknown>): Record<string, unknown> {
  return rest;
}

/** Who is who in a ticket: its requester, the users beside it, and who wrote notes, which only agents do. */
interface Known {
  readonly requester: string | undefined;
  readonly users: readonly User[];
  readonly noted: ReadonlySet<string | undefined>;
}

function noteBy(comment: unknown): string | undefined {
  const found = isFields(comment) && comment.public === false ? Comment.safeParse(comment) : null;
  return found?.data?.author_id ?? found?.data?.author?.id;
}

function sorted(comment: Comment, known: Known): Message | string {
  if (comment.public === false) return 'internal note';
  if (comment.type?.toLowerCase() === 'voicecomment') return 'call record';
  const author = comment.author_id ?? comment.author?.id;
  const user = known.users.find(one => one.id !== undefined && one.id === author) ?? comment.author;
  const label = author ?? user?.name ?? '';
  const body = comment.plain_body ?? comment.body ?? comment.html_body ?? '';
  return { label, text: ownWords(body), time: comment.created_at, ...roleOf(author, user, known) };
}

function roleOf(
  author: string | undefined,
  user: Omit<User, 'id'> | null | undefined,
  { requester, noted }: Known,
): Pick<Message, 'role' | 'agent'> {
  const name = named(user?.name);
  if (user?.role === 'agent' || user?.role === 'admin') return asAgent(author, name);
  if (user?.role === 'end-user' || user?.role === 'end_user') return { role: 'customer' };
  if (author === undefined) return {};
  if (author === requester) return { role: 'customer' };
  return requester !== undefined || noted.has(author) ? asAgent(author, name) : {};
}
