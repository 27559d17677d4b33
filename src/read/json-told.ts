/**
 * One conversation in JSON under whatever usual names: a list of turns (objects, pairs, or labelled lines) or the
 * whole transcript as text, with ids, people and rating beside it. Vendors have readers of their own; this is for
 * everybody else's.
 */
import { knownKey } from '../filed/names.ts';
import { shared } from './beside.ts';
import { type Column, folded, rank } from './columns.ts';
import { type Fields, isFields } from './fields.ts';
import { isPlain, isTurn, keyAt, saidBy, textAt } from './json-turn.ts';
import { besides } from './renamed.ts';
import type { Said, Told } from './said.ts';
import { asAgent } from './thread.ts';
import { looksLikeTranscript, transcriptText } from './transcript-text.ts';

const turnLists =
  `turns messages utterances entries segments transcript transcripts conversation conversations dialogue dialog lines
   chat chatlog log history exchanges sentences events content chatmessages comments replies`.split(/\s+/);
/** Columns whose values are what was said, and not what it is filed under. */
const spoken: readonly Column[] = ['speaker', 'text', 'customerText', 'agentText', 'turn', 'transcript'];
/** Columns of which the likeliest is used, and any other is a key like all others. */
const single: readonly Column[] = ['conversation', 'channel', 'agentId', 'agentName', 'customerName'];

/** Names that say "transcript" by themselves; the others have to hold something that looks like one. */
const STRONG = /transcri|conversation|dialog|chatlog/;

/** The conversation in a record; null where it has none that can be told by its keys. */
export function toldBy(record: unknown, at: string): Told | null {
  if (!isFields(record)) return null;
  const own = listIn(record);
  const inside = own ? [] : Object.values(record).filter(value => isFields(value) && listIn(value) !== null);
  const inner = inside.length === 1 ? (inside[0] as Fields) : undefined; // several are conversations each
  const list = own ?? (inner === undefined ? null : listIn(inner));
  if (list !== null) return { ...within(frameOf(record), inner), ...turnsOf(list, at) };
  const text = transcriptIn(record);
  if (text === null) return null;
  const { said, header } = transcriptText(text, at);
  const beside = frameOf(record);
  return {
    ...beside,
    id: beside.id ?? header.id,
    channel: beside.channel ?? header.channel,
    agent: beside.agent ?? partyOf(header.agentId, header.agentName),
    customer: beside.customer ?? header.customerName,
    metadata: { ...header.metadata, ...beside.metadata },
    said: said.length > 0 ? said : [{ by: '', text, at }],
  };
}

/** What the outer record says, and where it says nothing, what the inner one does. */
function within(outer: Omit<Told, 'said'>, inner: unknown): Omit<Told, 'said'> {
  if (!isFields(inner)) return outer;
  const own = frameOf(inner);
  return {
    ...own,
    id: outer.id ?? own.id,
    channel: outer.channel ?? own.channel,
    agent: outer.agent ?? own.agent,
    customer: outer.customer ?? own.customer,
    outcome: outer.outcome ?? own.outcome,
    metadata: { ...own.metadata, ...outer.metadata },
  };
}

/** Whether a record has a place for a transcript and nothing in it. */
export function isEmptyTranscript(record: unknown): boolean {
  if (!isFields(record)) return false;
  const keys = Object.keys(record).filter(key => rank(key, 'transcript') !== -1 && STRONG.test(folded(key)));
  return keys.length > 0 && keys.every(key => record[key] === null || String(record[key]).trim() === '');
}

/** Whether a record is one turn by itself: a row of a table in JSON. */
export function isRow(value: unknown): value is Fields {
  return isFields(value) && isTurn(value) && listIn(value) === null;
}

/** Rows of one conversation, which stand by themselves in the file. */
export function toldByRows(rows: readonly Fields[], at: readonly string[]): Told {
  const first = rows[0] ?? {};
  const same = shared(rows);
  return { ...frameOf(same), outcome: frameOf(first).outcome, ...turnsOf(rows, '', at) };
}

/** The list of turns in a record: under a usual name, and most of it has words. */
function listIn(record: Fields): readonly unknown[] | null {
  const keys = Object.keys(record).filter(
    key => Array.isArray(record[key]) && turnLists.includes(folded(key)),
  );
  keys.sort((a, b) => turnLists.indexOf(folded(a)) - turnLists.indexOf(folded(b)));
  for (const key of keys) {
    const list = record[key] as unknown[];
    if (list.length > 0 && list.filter(isTurn).length > list.length / 2) return list;
  }
  return null;
}

function transcriptIn(record: Fields): string | null {
  const keys = Object.keys(record).filter(
    key => typeof record[key] === 'string' && rank(key, 'transcript') !== -1,
  );
  keys.sort((a, b) => rank(a, 'transcript') - rank(b, 'transcript'));
  const texts = keys.map(key => ({ key, text: record[key] as string }));
  const sure = texts.find(({ text }) => looksLikeTranscript(text) >= 0.7);
  const named = texts.find(({ key, text }) => STRONG.test(folded(key)) && /\s/.test(text.trim()));
  // Unlabelled words beside a conversation's id are a transcript all the same, and must be refused as one.
  const beside = texts.find(({ text }) => text.length > 200 && idOf(record) !== undefined);
  return (sure ?? named ?? beside)?.text ?? null;
}

function idOf(record: Fields): string | undefined {
  return textAt(record, 'conversation');
}

function partyOf(id: string | undefined, name: string | undefined): Told['agent'] {
  return id === undefined && name === undefined ? undefined : asAgent(id, name).agent;
}

function frameOf(record: Fields): Omit<Told, 'said'> {
  const { outcome: named, ...rest } = record;
  const beside = besides(isFields(named) ? record : rest);
  const agent = isFields(record.agent) ? record.agent : {};
  const customer = isFields(record.customer) ? record.customer : {};
  const metadata: Record<string, unknown> = { ...beside.metadata };
  for (const key of single.map(column => keyAt(record, column))) delete metadata[key ?? ''];
  for (const key of Object.keys(metadata)) {
    const clock = rank(key, 'time') !== -1 && knownKey(key) === undefined;
    if (clock || spoken.some(column => rank(key, column) !== -1)) delete metadata[key];
  }
  return {
    id: idOf(record),
    channel: textAt(record, 'channel'),
    agent: partyOf(
      textAt(record, 'agentId') ?? (isPlain(agent.id) ? String(agent.id) : undefined),
      textAt(record, 'agentName') ?? (isPlain(agent.name) ? String(agent.name) : undefined),
    ),
    customer:
      textAt(record, 'customerName') ?? (typeof customer.name === 'string' ? customer.name : undefined),
    outcome: beside.outcome,
    metadata,
  };
}

function turnsOf(
  list: readonly unknown[],
  outer: string,
  places?: readonly string[],
): Pick<Told, 'said' | 'leftOut'> {
  const leftOut: Record<string, number> = {};
  const said = list.flatMap((item, i): Said[] => {
    const at = places?.[i] ?? [outer, `turn ${i + 1}`].filter(part => part !== '').join(', ');
    const one = saidBy(item, at);
    if (typeof one !== 'string') return [one];
    leftOut[one] = (leftOut[one] ?? 0) + 1;
    return [];
  });
  return { said, leftOut };
}
