/**
 * Reads a table or JSON as the user's mapping says. What the mapping does not name is found by the usual names, so
 * that one odd column needs one entry.
 */
import { isFlat } from '../filed/metadata.ts';
import type { Reading } from '../model/conversation.ts';
import { shared } from './beside.ts';
import { moment } from './clock.ts';
import type { Fields } from './fields.ts';
import { Gather, type Group } from './gather.ts';
import { counter } from './ids.ts';
import { type Chain, chains, type Plan, planned, valueAt } from './map-plan.ts';
import { columnsOf, type Picked, records } from './mapped-records.ts';
import type { Mapping } from './mapping.ts';
import { outcomeFrom } from './outcome.ts';
import { unreadable } from './problem.ts';
import type { Input } from './reader.ts';
import { readingsOf, type Said, stated, type Told } from './said.ts';
import { transcriptText } from './transcript-text.ts';

/** Records looked at to know which columns there are. */
const LOOKED_AT = 50;
/** Before the key of a conversation that the source gives no id for. */
const NAMELESS = '\u0000';

/** One row, as part of its conversation. */
interface Row {
  readonly said: readonly Said[];
  readonly turn: number;
  readonly frame: Omit<Told, 'said'>;
}

/** Reads an input by a mapping. */
export async function* readMapped(input: Input, mapping: Mapping): AsyncGenerator<Reading> {
  const all = records(input);
  const first: Picked[] = [];
  while (first.length < LOOKED_AT) {
    const next = await all.next();
    if (next.done === true) break;
    first.push(next.value);
  }
  const seen: Fields[] = first.flatMap(one => ('record' in one ? [one.record] : []));
  const plan = planned(mapping, columnsOf(input.head, seen), input.name);
  if ('reason' in plan) {
    await all.return(undefined);
    yield { problem: plan };
    return;
  }
  const gather = new Gather<Row>();
  const id = counter(input.stem);
  const unit = units(plan);
  const take = (picked: Picked) => taken(picked, plan, gather, input.name, id, unit);
  for (const picked of first) yield* take(picked);
  for await (const picked of all) yield* take(picked);
  for (const group of gather.rest()) yield* grouped(group, input.name, id);
}

function* taken(
  picked: Picked,
  plan: Plan,
  gather: Gather<Row>,
  source: string,
  id: () => string,
  unit: Unit,
): Generator<Reading> {
  if ('problem' in picked) {
    yield picked;
    return;
  }
  const { record, at, number } = picked;
  let any = false;
  for (const chain of chains(record, plan.lists)) {
    const row = rowOf(chain, plan, at);
    if (row === null) continue;
    any = true;
    const own = valueAt(plan, chain, 'id');
    // Where nothing names the conversation, rows of a table are one; so are the items of the innermost list.
    const apart = plan.places.has('transcript') || plan.lists.length > 0;
    const key = own ?? `${NAMELESS}${apart ? unit(chain) : ''}`;
    const size = row.said.reduce((sum, one) => sum + (one.text?.length ?? 0), 0);
    if (gather.add(key, number, row, size) !== 'late') continue;
    const reason = `conversation "${own ?? ''}" comes back here after it was handed on; its rows from here are left out: sort the input by conversation`;
    yield { problem: unreadable(source, at, reason) };
  }
  if (!any) yield { problem: unreadable(source, at, 'no words where --map says they are; it is left out') };
  for (const group of gather.overdue()) yield* grouped(group, source, id);
}

/** Tells the records that hold an innermost list apart, as the generator comes back to each for every row. */
type Unit = (chain: Chain) => number;

function units(plan: Plan): Unit {
  const known = new WeakMap<Fields, number>();
  let given = 0;
  const back = plan.places.has('transcript') ? 1 : 2;
  return chain => {
    const holder = chain[Math.max(0, chain.length - back)]!;
    const number = known.get(holder) ?? ++given;
    known.set(holder, number);
    return number;
  };
}

function rowOf(chain: Chain, plan: Plan, at: string): Row | null {
  const value = (target: Parameters<typeof valueAt>[2]) => valueAt(plan, chain, target);
  const stamp = value('time');
  const read = stamp === undefined ? null : moment(stamp);
  const time =
    read === null || read.absolute || !plan.thousandths ? read : { ...read, seconds: read.seconds / 1000 };
  const [agentId, agentName] = [value('agentId'), value('agent')];
  const agent =
    agentId === undefined && agentName === undefined
      ? undefined
      : {
          ...(agentId !== undefined && { id: agentId }),
          ...(agentName !== undefined && { name: agentName }),
        };
  const turn = (by: string, text: string | undefined): Said[] =>
    text === undefined ? [] : [{ by, role: stated(by), text, time, at, agent }];
  const transcript = value('transcript');
  const inside = transcript === undefined ? null : transcriptText(transcript, at);
  const said =
    inside?.said ??
    (plan.places.has('text')
      ? turn(value('speaker') ?? '', value('text'))
      : [...turn('customer', value('customerText')), ...turn('agent', value('agentText'))]);
  if (said.length === 0) return null;
  const metadata = [...plan.places.keys()]
    .filter(target => target.startsWith('metadata.'))
    .map(target => [target.slice('metadata.'.length), value(target)] as const);
  const outcome = value('outcome');
  const place = plan.places.get('outcome');
  const name = place === undefined || typeof place === 'string' ? 'outcome' : place.keys.join('.');
  return {
    said,
    turn: Number(value('turn') ?? Number.NaN),
    frame: {
      agent,
      customer: value('customer') ?? inside?.header.customerName,
      channel: value('channel') ?? inside?.header.channel,
      outcome: outcome === undefined ? undefined : outcomeFrom(name, outcome),
      metadata: { ...unmapped(chain, plan), ...inside?.header.metadata, ...Object.fromEntries(metadata) },
    },
  };
}

/** The flat keys of the outermost record that nothing is read from. */
function unmapped(chain: Chain, plan: Plan): Fields {
  const taken = new Set(
    [...plan.places.values()].flatMap(place => (typeof place === 'string' ? [] : [place.keys[0]])),
  );
  return Object.fromEntries(
    Object.entries(chain[0] ?? {}).filter(([key, value]) => !taken.has(key) && isFlat(value)),
  );
}

function* grouped(group: Group<Row>, source: string, id: () => string): Generator<Reading> {
  const at = group.items.at(0)?.said[0]?.at ?? '';
  if (group.refused) {
    const reason = `conversation "${group.id}" is larger than 64 MB; check what --map takes for its id`;
    yield { problem: unreadable(source, at, reason) };
    return;
  }
  const numbered = group.items.every(row => !Number.isNaN(row.turn));
  const rows = numbered ? group.items.toSorted((a, b) => a.turn - b.turn) : group.items;
  const frame: { -readonly [K in keyof Omit<Told, 'said'>]: Told[K] } = {};
  for (const row of rows) {
    for (const [key, value] of Object.entries(row.frame)) {
      if (value !== undefined) (frame as Record<string, unknown>)[key] ??= value;
    }
  }
  frame.metadata = shared(rows.map(row => row.frame.metadata ?? {}));
  const said = rows.flatMap(row => row.said);
  const own = group.id.startsWith(NAMELESS) ? {} : { id: group.id };
  yield* readingsOf({ ...frame, ...own, said }, { source, at, id });
}
