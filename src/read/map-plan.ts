/**
 * A mapping held against the columns there are: every origin found, or all that is missing said at once. JSON paths
 * run along one chain of lists (`calls[].turns[].body`), and a value may stand at any depth of it.
 */
import type { Problem } from '../model/conversation.ts';
import { type Column, folded, rank } from './columns.ts';
import type { Fields } from './fields.ts';
import type { Mapping, Target } from './mapping.ts';
import { quoted, some, unreadable } from './problem.ts';

/** Where the value of a target is: at which list of the chain, under which keys, and translated how. */
interface Place {
  readonly depth: number;
  readonly keys: readonly string[];
  readonly values: ReadonlyMap<string, string>;
}

/** A mapping that fits the columns. */
export interface Plan {
  /** The lists to go through: `['calls', 'turns']`. */
  readonly lists: readonly string[];
  readonly places: ReadonlyMap<Target, Place | string>;
  readonly thousandths: boolean;
}

/** The record itself, and the item of each list on the way to a row. */
export type Chain = readonly Fields[];

/** Targets, with the usual names of their columns. */
const usual: readonly (readonly [Target, Column])[] = [
  ['id', 'conversation'],
  ['speaker', 'speaker'],
  ['text', 'text'],
  ['transcript', 'transcript'],
  ['time', 'time'],
  ['turn', 'turn'],
  ['agentId', 'agentId'],
  ['agent', 'agentName'],
  ['customer', 'customerName'],
  ['channel', 'channel'],
];

/** Holds a mapping against columns; the problem where it does not fit. */
export function planned(mapping: Mapping, columns: readonly string[], source: string): Plan | Problem {
  const found = new Map<Target, string>();
  const missing: string[] = [];
  for (const [target, origin] of mapping) {
    if ('constant' in origin) continue;
    const column = match(origin.column, columns);
    if (column === null) missing.push(quoted(origin.column));
    else found.set(target, column);
  }
  const seen = some(
    columns.map(name => quoted(name)),
    30,
  );
  if (missing.length > 0) {
    const which =
      missing.length === 1
        ? `the column ${missing[0]}, which is`
        : `the columns ${missing.join(', ')}, which are`;
    return unreadable(source, '', `--map names ${which} not there; there are: ${seen}`);
  }
  const words =
    found.get('text') ?? found.get('transcript') ?? found.get('customerText') ?? found.get('agentText');
  const before = words?.slice(0, words.lastIndexOf('[].') + 3) ?? '';
  complete(mapping, found, columns, words === undefined ? null : before.endsWith('[].') ? before : '');
  const text =
    found.get('text') ?? found.get('transcript') ?? found.get('customerText') ?? found.get('agentText');
  if (text === undefined) {
    return unreadable(
      source,
      '',
      `--map has to say where the words are: text=COLUMN or transcript=COLUMN; there are: ${seen}`,
    );
  }
  if (found.has('text') && !found.has('speaker') && !mapping.has('speaker')) {
    return unreadable(source, '', `--map has to say who speaks: speaker=COLUMN; there are: ${seen}`);
  }
  const lists = text.split('[].').slice(0, -1);
  const places = new Map<Target, Place | string>();
  for (const [target, origin] of mapping) if ('constant' in origin) places.set(target, origin.constant);
  for (const [target, column] of found) {
    const parts = column.split('[].');
    const depth = parts.length - 1;
    if (!parts.slice(0, -1).every((list, i) => list === lists[i])) {
      return unreadable(
        source,
        '',
        `--map: ${quoted(column)} is not along the way to ${quoted(text)}; take keys of one list`,
      );
    }
    const origin = mapping.get(target);
    const values = origin !== undefined && 'values' in origin ? origin.values : new Map<string, string>();
    places.set(target, { depth, keys: parts.at(-1)!.split('.'), values });
  }
  return { lists, places, thousandths: /(?:ms|millis)$/.test(folded(found.get('time') ?? '')) };
}

/** What the mapping leaves open, by the usual names, beside the words. */
function complete(
  mapping: Mapping,
  found: Map<Target, string>,
  columns: readonly string[],
  before: string | null,
): void {
  const used = new Set(found.values());
  const exchange = found.has('customerText') || found.has('agentText');
  for (const [target, column] of usual) {
    if (mapping.has(target)) continue;
    if (['text', 'transcript', 'speaker'].includes(target) && (exchange || found.has('transcript'))) continue;
    if (target === 'transcript' && found.has('text')) continue;
    const fits = columns.filter(
      name => !used.has(name) && (before === null || before.startsWith(prefix(name))),
    );
    const ranked = fits
      .map(name => ({ name, rank: rank(last(name), column) }))
      .filter(one => one.rank !== -1)
      .sort((a, b) => a.rank - b.rank);
    if (ranked[0] === undefined) continue;
    found.set(target, ranked[0].name);
    used.add(ranked[0].name);
  }
}

function prefix(name: string): string {
  return name.includes('[].') ? name.slice(0, name.lastIndexOf('[].') + 3) : '';
}

function last(name: string): string {
  return name.slice(Math.max(name.lastIndexOf('.'), -1) + 1);
}

function match(name: string, columns: readonly string[]): string | null {
  if (columns.includes(name)) return name;
  const same = columns.filter(one => folded(one) === folded(name));
  return same.length === 1 ? same[0]! : null;
}

/** The rows of one record: the record itself, or the items of the innermost list, with what they stand in. */
export function* chains(record: Fields, lists: readonly string[]): Generator<Chain> {
  const [list, ...more] = lists;
  if (list === undefined) {
    yield [record];
    return;
  }
  const items = at(record, list.split('.'));
  if (!Array.isArray(items)) return;
  for (const item of items) {
    if (typeof item !== 'object' || item === null) continue;
    for (const chain of chains(item as Fields, more)) yield [record, ...chain];
  }
}

/** The value of a target in a row, translated; undefined where there is none. */
export function valueAt(plan: Plan, chain: Chain, target: Target): string | undefined {
  const place = plan.places.get(target);
  if (place === undefined || typeof place === 'string') return place;
  const found = at(chain[place.depth], place.keys);
  if (typeof found !== 'string' && typeof found !== 'number' && typeof found !== 'boolean') return undefined;
  const text = String(found).trim();
  if (text === '') return undefined;
  return place.values.get(text.toLowerCase()) ?? place.values.get('*') ?? text;
}

/** A dot may also be part of a table column's name: the whole name goes first. */
function at(value: unknown, keys: readonly string[]): unknown {
  const whole = (value as Fields | undefined)?.[keys.join('.')];
  if (whole !== undefined) return whole;
  return keys.reduce<unknown>(
    (now, key) => (typeof now === 'object' && now !== null ? (now as Fields)[key] : undefined),
    value,
  );
}
