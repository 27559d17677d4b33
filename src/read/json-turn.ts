/**
 * One turn in JSON under whatever usual names. The speaker may be a word, a name beside a role, an object, or only a
 * flag (`from_agent`); what is marked internal or partial is no turn.
 */
import type { Speaker } from '../model/conversation.ts';
import { type Moment, moment } from './clock.ts';
import { type Column, folded, rank } from './columns.ts';
import { type Fields, isFields } from './fields.ts';
import { type Said, stated } from './said.ts';
import { who } from './speakers.ts';
import { asAgent } from './thread.ts';

/** Whether a value in a list looks like a turn: an object with words and a speaker, a pair, or a labelled line. */
export function isTurn(item: unknown): boolean {
  if (typeof item === 'string') return /^\s*[^:]{1,60}:\s/.test(item);
  if (Array.isArray(item)) {
    return item.length > 1 && typeof item[0] === 'string' && typeof item[1] === 'string';
  }
  if (!isFields(item) || textAt(item, 'text') === undefined) return false;
  return labelOf(item) !== '' || flagged(item) !== undefined;
}

/** A turn, or the kind of thing it is instead, in the singular. */
export function saidBy(item: unknown, at: string): Said | string {
  if (typeof item === 'string') {
    const [, by = '', text = item] = /^\s*([^:]{1,60}):\s+(.*)$/s.exec(item) ?? [];
    return { by, text, at };
  }
  if (Array.isArray(item)) return { by: String(item[0]), text: String(item[1] ?? ''), at };
  if (!isFields(item)) return 'turn that is none';
  const kind = hidden(item);
  if (kind !== null) return kind;
  const text = textAt(item, 'text');
  if (text === undefined) return 'turn without text';
  const role = flagged(item) ?? stated(roleWord(item));
  const by = labelOf(item) || (role ?? '');
  const agent = role === 'agent' ? partyOf(item, by) : undefined;
  return { by, text, time: timeOf(item), at, role, ...(agent !== undefined && { agent }) };
}

/** A plain value: a text that is not blank, or a number. */
export function isPlain(value: unknown): value is string | number {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value === 'string' && value.trim() !== '';
}

/** The value under the first usual name of a column, as text. */
export function textAt(record: Fields, column: Column): string | undefined {
  const key = keyAt(record, column);
  return key === undefined ? undefined : String(record[key]);
}

/** The first usual name of a column that a record has. */
export function keyAt(record: Fields, column: Column): string | undefined {
  return keysOf(record, column)[0];
}

/** The keys that are usual names of a column and hold something plain, the likeliest first. */
function keysOf(record: Fields, column: Column): string[] {
  const keys = Object.keys(record).filter(key => rank(key, column) !== -1 && isPlain(record[key]));
  return keys.sort((a, b) => rank(a, column) - rank(b, column));
}

/** Why a turn is not for the customer's eyes, or no turn yet. */
function hidden(item: Fields): string | null {
  const inside = [item.internal, item.is_internal, item.isInternal, item.private, item.is_private];
  if (inside.includes(true) || item.public === false || item.is_public === false) return 'internal note';
  const types = [item.type, item.kind, item.visibility, item.message_type].filter(
    value => typeof value === 'string',
  );
  if (types.some(type => /(?:^|[\s_-])(?:internal|private|note|whisper|agents)(?:[\s_-]|$)/i.test(type))) {
    return 'internal note';
  }
  return item.is_final === false || item.isFinal === false || item.partial === true ? 'partial result' : null;
}

const roleKeys = new Set(
  `role speaker_role sender_role author_role participant_role speaker_type sender_type author_type user_type party
   actor_type`
    .split(/\s+/)
    .map(folded),
);

/** The speaker where it is an object: `{ "author": { "name": "Priya", "role": "agent" } }`. */
function nested(item: Fields): Fields | undefined {
  return [item.speaker, item.sender, item.author, item.from, item.participant, item.user, item.creator].find(
    isFields,
  );
}

/** What a speaker is called: the name where there is one beside the role, as two may share a role. */
function labelOf(item: Fields): string {
  const person = nested(item);
  const short = letters[String(person?.t)];
  const own = [person?.name, person?.nickname, person?.n, person?.id, person?.role, person?.type, short].find(
    isPlain,
  );
  if (own !== undefined) return String(own);
  const keys = keysOf(item, 'speaker');
  const named = keys.find(key => !roleKeys.has(folded(key)));
  const found = item[named ?? keys[0] ?? ''] ?? item.name;
  return isPlain(found) ? String(found) : '';
}

function roleWord(item: Fields): string | undefined {
  const person = nested(item);
  const key = Object.keys(item).find(name => roleKeys.has(folded(name)) && typeof item[name] === 'string');
  const words = [
    person?.role,
    person?.type,
    letters[String(person?.t)],
    key === undefined ? undefined : item[key],
    typeof item.from === 'string' && who(item.from) !== null ? item.from : undefined,
  ];
  return words.find(word => typeof word === 'string');
}

/** How tawk.to shortens its senders. */
const letters: Readonly<Record<string, string>> = { a: 'agent', v: 'visitor', s: 'system' };

/** A role told by a flag or a direction alone. */
function flagged(item: Fields): Speaker | undefined {
  if (item.is_bot === true || item.isBot === true) return 'bot';
  const agent = item.from_agent ?? item.fromAgent ?? item.is_agent ?? item.isAgent;
  if (typeof agent === 'boolean') return agent ? 'agent' : 'customer';
  const customer =
    item.from_customer ?? item.is_customer ?? item.incoming ?? item.is_inbound ?? item.isCustomer;
  if (typeof customer === 'boolean') return customer ? 'customer' : 'agent';
  // Of a whole call the direction is the same in every turn and says nothing; beside an address it is the message's.
  if (!/^$|^\+?\d{5,}$|@/.test(labelOf(item))) return undefined;
  const way = typeof item.direction === 'string' ? item.direction.toLowerCase() : '';
  if (/^in(?:bound|coming)?$/.test(way)) return 'customer';
  return /^out(?:bound|going)?$/.test(way) ? 'agent' : undefined;
}

/** The agent behind a turn; a label that is only a role is nobody's name. */
function partyOf(item: Fields, label: string): Said['agent'] {
  const person = [item.agent, nested(item)].find(isFields);
  const id =
    textAt(item, 'agentId') ?? [item.speaker_id, item.sender_id, item.author_id, person?.id].find(isPlain);
  const own = textAt(item, 'agentName') ?? (typeof person?.name === 'string' ? person.name : undefined);
  const name = own ?? (who(label) === null && /\p{L}/u.test(label) ? label : undefined);
  return asAgent(id === undefined ? undefined : String(id), name).agent;
}

function timeOf(item: Fields): Moment | undefined {
  for (const key of keysOf(item, 'time')) {
    const time = moment(String(item[key]));
    if (time === null) continue;
    const thousandths = /(?:ms|millis)$/.test(folded(key)) && !time.absolute;
    return thousandths ? { ...time, seconds: time.seconds / 1000 } : time;
  }
  return undefined;
}
