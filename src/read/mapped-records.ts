/** Rows of a table, or objects of JSON, one after the other, for a mapping to pick from. */

import type { Problem } from '../model/conversation.ts';
import { fitted, SLIPPED } from './csv-cell.ts';
import { delimiterOf, firstRows, rows } from './csv-rows.ts';
import type { Fields } from './fields.ts';
import { documents } from './json-reader.ts';
import { LINE_LIMIT, lines } from './lines.ts';
import { unreadable } from './problem.ts';
import type { Input } from './reader.ts';

/** One record and its place, or what is wrong with it. */
export type Picked =
  | { readonly record: Fields; readonly at: string; readonly number: number }
  | { readonly problem: Problem };

/** Whether the input is JSON of some kind. */
export function isJsonText(head: string): boolean {
  return /^\s*[[{]/.test(head);
}

/** The names of columns that a mapping may use: of a table's header, or of the first record's keys, with paths. */
export function columnsOf(head: string, first: readonly Fields[]): string[] {
  if (!isJsonText(head)) return headerOf(head).header.map(name => name.trim());
  return [...new Set(first.flatMap(record => [...paths(record)]))];
}

function headerOf(head: string): {
  header: readonly string[];
  delimiter: ReturnType<typeof delimiterOf>;
  row: number;
} {
  const separator = /^sep=(.)\r?\n/i.exec(head);
  const body = separator === null ? head : head.slice(separator[0].length);
  const delimiter = (separator?.[1] ?? delimiterOf(body, cells => cells.length)) as ReturnType<
    typeof delimiterOf
  >;
  return { header: firstRows(body, delimiter, 1)[0] ?? [], delimiter, row: separator === null ? 1 : 2 };
}

const MOST_PATHS = 200;

function* paths(value: unknown, before = ''): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  let count = 0;
  for (const [key, inner] of Object.entries(value)) {
    if (++count > MOST_PATHS) return;
    const path = before + key;
    if (Array.isArray(inner)) yield* inner.slice(0, 3).flatMap(item => [...paths(item, `${path}[].`)]);
    else if (typeof inner === 'object' && inner !== null && before.length < 80)
      yield* paths(inner, `${path}.`);
    else yield path;
  }
}

/** All records, in order. */
export async function* records(input: Input): AsyncGenerator<Picked> {
  if (!isJsonText(input.head)) yield* ofTable(input);
  else if (isLines(input.head)) yield* ofLines(input);
  else yield* ofDocument(input);
}

async function* ofTable(input: Input): AsyncGenerator<Picked> {
  const { header, delimiter, row: headerRow } = headerOf(input.head);
  for await (const batch of rows(input.text(), delimiter)) {
    for (const row of batch) {
      const at = `row ${row.row}`;
      if ('fault' in row) yield { problem: unreadable(input.name, at, row.fault) };
      else if (row.row > headerRow) {
        const cells = fitted(row.cells, header.length, false, delimiter);
        if (cells === null) yield { problem: unreadable(input.name, at, SLIPPED) };
        else {
          const record = Object.fromEntries(header.map((name, i) => [name.trim(), cells[i] ?? '']));
          yield { record, at, number: row.row };
        }
      }
    }
  }
}

function isLines(head: string): boolean {
  const [first = '', second] = head.trimStart().split(/\r\n|\r|\n/, 2);
  if (second === undefined || !first.startsWith('{')) return false;
  try {
    return typeof JSON.parse(first) === 'object';
  } catch {
    return false;
  }
}

async function* ofLines(input: Input): AsyncGenerator<Picked> {
  for await (const { line, text } of lines(input)) {
    const at = `line ${line}`;
    if (text?.trim() === '') continue;
    let value: unknown;
    try {
      value = text === null ? undefined : JSON.parse(text);
    } catch {
      value = undefined;
    }
    if (typeof value === 'object' && value !== null) yield { record: value as Fields, at, number: line };
    else {
      const most = `${LINE_LIMIT / 1024 / 1024} MB`;
      const reason =
        text === null
          ? `the line is longer than ${most}`
          : 'not a JSON object; correct the line or leave it out';
      yield { problem: unreadable(input.name, at, reason) };
    }
  }
}

/** The records of a document: its list, or itself. */
async function* ofDocument(input: Input): AsyncGenerator<Picked> {
  for await (const { value, at, problem } of documents(input)) {
    if (problem !== undefined) yield { problem };
    else {
      const list = Array.isArray(value);
      for (const [i, record] of (list ? (value as unknown[]) : [value]).entries()) {
        const place = list ? `record ${i + 1}` : at;
        if (typeof record === 'object' && record !== null)
          yield { record: record as Fields, at: place, number: i + 1 };
        else
          yield { problem: unreadable(input.name, place, 'not a JSON object; correct it or leave it out') };
      }
    }
  }
}
