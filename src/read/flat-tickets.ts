/**
 * Help desk tickets as flat records: the customer's description, who handled it and how it was rated. What the agent
 * wrote is not there unless a key says so; then there is nothing of the agent's to score.
 */
import { z } from 'zod';
import type { Reading } from '../model/conversation.ts';
import { id, isFields, named, text, time } from './fields.ts';
import { checked, jsonReader, type Place } from './json-reader.ts';
import { ownWords } from './mail-tail.ts';
import { outcomeFrom } from './outcome.ts';
import { holds, type Shape } from './shape.ts';
import { asAgent, type Message, thread } from './thread.ts';

const scalar = z.union([z.string(), z.number()]).nullish().catch(undefined);
const Ticket = z.object({
  ticket_id: id,
  id,
  subject: text,
  description: text,
  agent_response: text,
  agent_reply: text,
  first_response: text,
  employee_id: id,
  agent_id: id,
  assignee_id: id,
  agent_name: text,
  assignee_name: text,
  customer_name: text,
  requester_name: text,
  via_channel: text,
  channel: text,
  satisfaction_rating: scalar,
  satisfaction_score: scalar,
  csat: scalar,
  csat_score: scalar,
  created_at: time,
});
type Ticket = z.infer<typeof Ticket>;

const roots = ['', '[].', 'records[].', 'tickets[].', 'data[].', 'results[].', 'support_tickets[].'];
const others = ['comments', 'conversations', 'messages', 'turns', 'transcript', 'fr_escalated', 'history'];

/** Flat tickets. */
export const flatTickets = jsonReader({
  id: 'flat-tickets',
  title: 'Help desk tickets, flat',
  about: 'Tickets as flat JSON records with ticket_id and description (a Zendesk export by table, for one).',
  sniff: shape =>
    holds(shape, ['ticket_id', 'description'], roots) &&
    !others.some(key => holds(shape, [key], roots)) &&
    about(shape)
      ? 0.95
      : 0,
  records(value) {
    const list = isFields(value)
      ? Object.values(value).find(one => Array.isArray(one) && one.some(isFields))
      : value;
    return Array.isArray(list) ? list : [value];
  },
  read,
});

function about(shape: Shape): boolean {
  return (
    ['subject', 'satisfaction_rating', 'via_channel', 'priority'].filter(key => holds(shape, [key], roots))
      .length > 1
  );
}

const Line = z.object({ by: z.enum(['customer', 'agent']), text });

function* read(record: unknown, place: Place): Generator<Reading> {
  const found = checked(Ticket, record, place);
  if ('problem' in found) {
    yield found;
    return;
  }
  const { value: ticket } = found;
  const answer = named(ticket.agent_response, ticket.agent_reply, ticket.first_response);
  const agent = asAgent(
    ticket.employee_id ?? ticket.agent_id ?? ticket.assignee_id,
    named(ticket.agent_name, ticket.assignee_name),
  );
  const rows = [
    { by: 'customer', text: ticket.description },
    ...(answer === undefined ? [] : [{ by: 'agent', text: answer }]),
  ];
  const sort = (row: z.infer<typeof Line>): Message => ({
    label: row.by,
    text: ownWords(row.text ?? ''),
    time: null,
    ...(row.by === 'agent' ? agent : { role: 'customer' }),
  });
  const rated = ratingOf(ticket);
  yield* thread(rows, Line, 'text', place, sort, {
    id: ticket.ticket_id ?? ticket.id ?? place.id(),
    channel: named(ticket.via_channel, ticket.channel) ?? 'ticket',
    customer: named(ticket.customer_name, ticket.requester_name),
    ...(agent.agent !== undefined && { agent: agent.agent }),
    ...(rated !== undefined && { outcome: rated }),
    metadata: { subject: named(ticket.subject) },
  });
}

function ratingOf(ticket: Ticket) {
  const keys = ['satisfaction_rating', 'satisfaction_score', 'csat', 'csat_score'] as const;
  return keys.map(key => outcomeFrom(key, ticket[key])).find(one => one !== undefined);
}
