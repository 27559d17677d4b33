/** The usual other names for the canonical keys, as exports in the wild have them, put back to the canonical ones. */
import { filedAs, isFlat } from '../filed/metadata.ts';
import { knownKey } from '../filed/names.ts';
import { type Conversation, UNKNOWN_AGENT } from '../model/conversation.ts';
import { cast } from './cast.ts';
import { fromStart, type Moment, moment } from './clock.ts';
import { folded } from './columns.ts';
import { outcomeFrom, outcomeNames } from './outcome.ts';

/** A JSON object before anything is known of it. */
export type Fields = Record<string, unknown>;

const keys = {
  id: ['id', 'conversation_id', 'conversationId'],
  agentId: ['agent_id', 'agentId'],
  agentName: ['agent_name', 'agentName'],
  customerName: ['customer_name', 'customerName'],
  turns: ['turns', 'messages', 'utterances'],
  speaker: ['speaker', 'role', 'sender'],
  text: ['text', 'message', 'content', 'utterance'],
  time: ['ts', 'time', 'timestamp'],
} as const;

/** The keys under which a record may hold its turns, for recognising one. */
export const turnKeys: readonly string[] = keys.turns;

/** A record with canonical keys; `null` counts as absent, and what has the wrong type is left for the schema. */
export function renamed(record: Fields): Fields {
  const list = first(record, keys.turns);
  const turns = Array.isArray(list) ? turnsOf(list) : list;
  const objects = Array.isArray(turns) ? turns.filter(isObject) : [];
  const agent = agentOf(record, objects);
  for (const turn of objects) if (turn.agent === agent.id) delete turn.agent;
  return present({
    id: first(record, keys.id),
    channel: first(record, ['channel']),
    agent,
    customer: customerOf(record),
    ...besides(record),
    turns,
  });
}

/** Keys that say something else than what a conversation is filed under. */
const used: ReadonlySet<string> = new Set([
  ...Object.values(keys).flat(),
  ...['channel', 'agent', 'customer', 'outcome', 'metadata', 'inferred'],
]);

type Besides = Pick<Conversation, 'outcome' | 'metadata' | 'inferred'>;

/** What is kept beside the turns: of another shape than ours it is somebody else's key, and ignored as such. */
export function besides(record: Fields): Besides {
  const { outcome, metadata, inferred } = record;
  const kept: Besides = {};
  if (isObject(outcome) && typeof outcome.name === 'string') {
    const told = outcomeFrom(outcome.name, outcome.value);
    if (told !== undefined) kept.outcome = told;
  } else if (outcome === undefined) {
    const key = Object.keys(record).find(name => outcomeNames.includes(folded(name)));
    const told = key === undefined ? undefined : outcomeFrom(key, record[key]);
    if (told !== undefined) kept.outcome = told;
  }
  const inside = isObject(metadata) ? Object.entries(metadata).filter(([, value]) => isPlain(value)) : [];
  const beside = Object.entries(record).filter(([key, value]) => !used.has(key) && isFlat(value));
  const rated = kept.outcome;
  const filed = filedAs([
    ...inside,
    ...beside,
    ...(rated !== undefined && knownKey(rated.name) !== undefined
      ? [[rated.name, rated.value] as const]
      : []),
  ]);
  if (Object.keys(filed).length > 0) kept.metadata = filed;
  if (isObject(inferred) && isPlain(inferred.confidence) && typeof inferred.confidence === 'number') {
    kept.inferred = { confidence: inferred.confidence };
  }
  return kept;
}

function isPlain(value: unknown): value is string | number {
  return typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
}

function agentOf(record: Fields, turns: readonly Fields[]): Fields {
  const { agent } = record;
  const known: Fields = isObject(agent) ? present({ id: agent.id, name: agent.name }) : {};
  if (agent !== undefined && agent !== null && !isObject(agent)) known.id = agent;
  known.id ??= first(record, keys.agentId);
  known.name ??= first(record, keys.agentName);
  known.id ??= known.name ?? turns.find(turn => turn.agent !== undefined)?.agent ?? UNKNOWN_AGENT;
  return present(known);
}

function customerOf(record: Fields): unknown {
  const { customer } = record;
  if (typeof customer === 'string') return { name: customer };
  if (isObject(customer)) return present({ name: customer.name });
  return customer ?? present({ name: first(record, keys.customerName) }, true);
}

function turnsOf(turns: readonly unknown[]): unknown[] {
  const labels = turns.map(turn => (isObject(turn) ? first(turn, keys.speaker) : undefined));
  const roles = cast(new Set(labels.filter(label => typeof label === 'string')));
  const times = fromStart(turns.map(turn => (isObject(turn) ? timeOf(first(turn, keys.time)) : null)));
  return turns.map((turn, i) => {
    if (!isObject(turn)) return turn;
    const label = labels[i];
    const role = typeof label === 'string' ? roles.get(label) : undefined;
    const person = isObject(turn.agent)
      ? turn.agent
      : { id: turn.agent, name: turn.agentName ?? first(turn, keys.agentName) };
    const filed = person.id ?? person.name ?? first(turn, keys.agentId) ?? role?.name;
    return present({
      speaker: role?.speaker ?? label,
      text: first(turn, keys.text),
      seconds: turn.seconds ?? times[i],
      agent: role?.speaker === 'agent' ? filed : person.id,
      agentName: filed === undefined ? undefined : person.name,
    });
  });
}

function timeOf(value: unknown): Moment | null {
  return typeof value === 'number' || typeof value === 'string' ? moment(String(value)) : null;
}

function first(record: Fields, names: readonly string[]): unknown {
  for (const name of names) if (record[name] !== undefined && record[name] !== null) return record[name];
  return undefined;
}

function present(fields: Fields, orNothing: true): Fields | undefined;
function present(fields: Fields, orNothing?: false): Fields;
function present(fields: Fields, orNothing = false): Fields | undefined {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
  return orNothing && kept.length === 0 ? undefined : Object.fromEntries(kept);
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
