/** Where the conversations are in a JSON document: itself, a list, a list under some key, or turns that stand apart. */
import { folded, rank } from './columns.ts';
import { type Fields, isFields } from './fields.ts';
import { isRow, toldBy, toldByRows } from './json-told.ts';
import type { Told } from './said.ts';

/** One conversation's record, or one made of rows. */
export interface Found {
  readonly record: unknown;
  readonly at: string;
  /** Set where the record is no conversation in our own shape but tells one all the same. */
  readonly told: Told | null;
}

const DEEPEST = 3;

/** The conversations of a document, in its order; the document itself where none can be told in it. */
export function recordsIn(document: unknown): Found[] {
  return search(document, '', 0) ?? [{ record: document, at: '', told: null }];
}

function search(value: unknown, at: string, depth: number): Found[] | null {
  if (Array.isArray(value)) return inList(value, at, depth);
  if (!isFields(value) || depth > DEEPEST) return null;
  const told = toldBy(value, at);
  if (told !== null) return [{ record: value, at, told }];
  const inside = Object.entries(value).flatMap(([key, inner]) => {
    const found = typeof inner === 'object' && inner !== null ? (search(inner, at, depth + 1) ?? []) : [];
    // An object of conversations has their ids for keys.
    const keyed = found.length === 1 && found[0]!.record === inner && found[0]!.told?.id === undefined;
    return keyed ? [{ ...found[0]!, told: { ...found[0]!.told!, id: key } }] : found;
  });
  return inside.length > 0 ? inside : null;
}

function inList(list: readonly unknown[], outer: string, depth: number): Found[] | null {
  const places = list.map((_, i) => [outer, `record ${i + 1}`].filter(part => part !== '').join(', '));
  const rows = list.filter(isRow);
  if (rows.length > list.length / 2) return byConversation(list, places);
  const found = list.map(
    (item, i): Found => ({ record: item, at: places[i]!, told: toldBy(item, places[i]!) }),
  );
  if (found.some(one => one.told !== null)) return found;
  if (depth === 0) return found.length === 0 ? null : found;
  return null;
}

/** Turns that stand apart, by the conversation each one names. */
function byConversation(list: readonly unknown[], places: readonly string[]): Found[] {
  const groups = new Map<string, { rows: Fields[]; at: string[] }>();
  const others: Found[] = [];
  const key = idKey(list.filter(isRow));
  for (const [i, item] of list.entries()) {
    if (!isRow(item)) {
      others.push({ record: item, at: places[i]!, told: null });
      continue;
    }
    const of = key === undefined ? '' : String(item[key] ?? '');
    const group = groups.get(of) ?? { rows: [], at: [] };
    group.rows.push(item);
    group.at.push(places[i]!);
    groups.set(of, group);
  }
  const found = [...groups].map(([of, { rows, at }]): Found => {
    const { id: _, ...told } = toldByRows(rows, at);
    return { record: rows, at: at[0]!, told: of === '' ? told : { ...told, id: of } };
  });
  return [...found, ...others];
}

/** The key that names the conversation: one whose values come back. */
function idKey(rows: readonly Fields[]): string | undefined {
  const keys = Object.keys(rows[0] ?? {}).filter(key => rank(key, 'conversation') !== -1);
  keys.sort((a, b) => rank(a, 'conversation') - rank(b, 'conversation'));
  return keys.find(
    key => new Set(rows.map(row => row[key])).size < rows.length || /conv|dialog|call/.test(folded(key)),
  );
}
