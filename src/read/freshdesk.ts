/**
 * Freshdesk: the conversations of a ticket (its answers), or tickets with them inside; the ticket's description is
 * the customer's first message. A list of tickets from the API has neither, and is refused.
 */
import { z } from 'zod';
import type { Reading } from '../model/conversation.ts';
import { flag, id, isFields, list, named, text, time } from './fields.ts';
import { checked, jsonReader, type Place } from './json-reader.ts';
import { ownWords } from './mail-tail.ts';
import { unreadable } from './problem.ts';
import { holds } from './shape.ts';
import { asAgent, grouped, type Message, thread } from './thread.ts';

const Ticket = z.object({
  id,
  subject: text,
  requester_id: id,
  responder_id: id,
  requester: z.object({ id, name: text }).nullish().catch(undefined),
  responder: z.object({ id, name: text }).nullish().catch(undefined),
  agent: z.object({ id, name: text }).nullish().catch(undefined),
  description_text: text,
  description: text,
  created_at: z.unknown().optional(),
  conversations: list,
});
type Ticket = z.infer<typeof Ticket>;
const Answer = z.object({
  incoming: flag,
  private: flag,
  body_text: text,
  body: text,
  user_id: id,
  from_email: text,
  created_at: time,
});
type Answer = z.infer<typeof Answer>;

const tickets = ['', '[].', 'tickets[].', 'results[].', 'helpdesk_ticket.', '[].helpdesk_ticket.'];
const answers = [...tickets.map(root => `${root}conversations[].`), '[].', ''];

/** Tickets of Freshdesk. */
export const freshdesk = jsonReader({
  id: 'freshdesk',
  title: 'Freshdesk',
  about: 'The conversations of a Freshdesk ticket, or tickets with description and conversations inside.',
  sniff: shape =>
    holds(shape, ['incoming', 'private', 'user_id'], answers) ||
    holds(shape, ['requester_id', 'responder_id', 'fr_escalated'], tickets)
      ? 0.97
      : 0,
  records(value) {
    if (isFields(value) && Array.isArray(value.tickets ?? value.results))
      return (value.tickets ?? value.results) as unknown[];
    const all = [value].flat();
    return all.every(one => isFields(one) && 'incoming' in one) ? byTicket(all) : all;
  },
  read,
});

/** Answers without their ticket, by the ticket they name. */
function byTicket(all: readonly unknown[]): unknown[] {
  const ticketOf = ({ ticket_id: id }: Record<string, unknown>) =>
    id === undefined ? undefined : String(id);
  return [...grouped(all, ticketOf)].map(([id, conversations]) => ({ id, conversations }));
}

function* read(record: unknown, place: Place): Generator<Reading> {
  const inner = isFields(record) && isFields(record.helpdesk_ticket) ? record.helpdesk_ticket : record;
  const found = checked(Ticket, inner, place);
  if ('problem' in found) {
    yield found;
    return;
  }
  const { value: ticket } = found;
  const description = named(ticket.description_text, ticket.description);
  if (description === undefined && ticket.conversations.length === 0) {
    const reason =
      'the ticket has no texts, as in a list of tickets; export it with description and conversations';
    yield { problem: unreadable(place.source, place.at, reason) };
    return;
  }
  const first: unknown[] =
    description === undefined
      ? []
      : [
          {
            incoming: true,
            body_text: description,
            user_id: ticket.requester_id,
            created_at: ticket.created_at,
          },
        ];
  yield* thread([...first, ...ticket.conversations], Answer, 'answer', place, one => sorted(one, ticket), {
    id: ticket.id ?? place.id(),
    channel: 'ticket',
    customer: named(ticket.requester?.name),
    metadata: { subject: ticket.subject ?? undefined },
  });
}

function sorted(one: Answer, ticket: Ticket): Message | string {
  if (one.private === true) return 'internal note';
  const body = ownWords(named(one.body_text) ?? one.body ?? '');
  const message = { label: one.user_id ?? one.from_email ?? '', text: body, time: one.created_at };
  if (one.incoming === true) return { ...message, role: 'customer' };
  if (one.incoming !== false) return message;
  const known = [ticket.responder, ticket.agent].find(
    person => person?.id !== undefined && person.id === one.user_id,
  );
  return { ...message, ...asAgent(one.user_id, named(known?.name)) };
}
