/**
 * A conversation as a vCon, the exchange format of the IETF for conversations (draft-ietf-vcon-vcon-core, 0.3.0).
 * Sources rarely say when a conversation was, and no clock is asked: times count from the beginning of 1970.
 */
import { createHash } from 'node:crypto';
import { type Conversation, UNKNOWN_AGENT } from '../index.ts';

interface Party {
  readonly role: string;
  readonly name?: string;
  readonly id?: string;
}

/** The vCon of a conversation, on one line; the same bytes every time. */
export function vconLine(conversation: Conversation): string {
  const { id, channel, outcome, metadata, inferred, turns } = conversation;
  const { parties, indexes } = partiesIn(conversation);
  const dialog = turns.map(({ text, seconds }, i) => ({
    type: 'text',
    start: moment(seconds ?? 0),
    parties: [indexes[i]],
    originator: indexes[i],
    mediatype: 'text/plain',
    body: text,
    encoding: 'none',
  }));
  const about = { id, channel, outcome, metadata, inferred };
  return JSON.stringify({
    vcon: '0.3.0',
    uuid: uuid(id),
    created_at: moment(0),
    subject: id,
    parties,
    dialog,
    analysis: [],
    attachments: [{ purpose: 'unscripted', party: 0, body: JSON.stringify(about), encoding: 'json' }],
  });
}

/** One party for each agent, the customer, and what speaks for itself; and which one says each turn. */
function partiesIn({ agent, customer, turns }: Conversation): { parties: Party[]; indexes: number[] } {
  const parties: Party[] = [];
  const places = new Map<string, number>();
  const indexes = turns.map(turn => {
    const own = turn.agent ?? agent.id;
    const key = turn.speaker === 'agent' ? `agent ${own}` : turn.speaker;
    const known = places.get(key);
    if (known !== undefined) return known;
    const name =
      turn.speaker === 'agent'
        ? (turn.agentName ?? (own === agent.id ? agent.name : undefined))
        : turn.speaker === 'customer'
          ? customer?.name
          : undefined;
    const named = turn.speaker === 'agent' && own !== UNKNOWN_AGENT ? { id: own } : {};
    parties.push({ role: turn.speaker, ...(name === undefined ? {} : { name }), ...named });
    places.set(key, parties.length - 1);
    return parties.length - 1;
  });
  return { parties, indexes };
}

function moment(seconds: number): string {
  return new Date(Math.max(0, Math.min(seconds, 8e12)) * 1000).toISOString();
}

/** A UUID of version 8 made of the id, so that one conversation has one. */
function uuid(id: string): string {
  const hex = createHash('sha256').update(`unscripted ${id}`).digest('hex');
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
