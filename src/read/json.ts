/**
 * One JSON document that holds a conversation, or a list of them: in the shape of the JSON Lines, or under the names
 * other people give such things. It is parsed in one piece, so there is a limit to its size; large collections belong
 * in JSON Lines.
 */
import type { Reading } from '../model/conversation.ts';
import { isJson, keyed } from './canonical.ts';
import { folded, rank } from './columns.ts';
import { counter } from './ids.ts';
import { documents } from './json-reader.ts';
import { recordsIn } from './json-records.ts';
import { isEmptyTranscript, isRow } from './json-told.ts';
import { outline } from './outline.ts';
import { unreadable } from './problem.ts';
import type { Input, Reader } from './reader.ts';
import { canonical as quick } from './record.ts';
import { check } from './record-check.ts';
import { readingsOf } from './said.ts';

/** A JSON document: one conversation, or a list of them. */
export const json: Reader = {
  id: 'json',
  title: 'JSON document',
  about:
    'One conversation as a JSON object, or a list of them; turns or a whole transcript under any of the usual names.',
  endings: ['.json', '.jsonl', '.ndjson'],
  sniff(head) {
    const start = head.trimStart();
    if (!/^(?:\{|\[\s*[{[])/.test(start)) return 0;
    // A first line that is complete by itself makes it JSON Lines, unless it is all there is and a list.
    const [first = '', ...more] = start.split(/\r\n|\r|\n/, 2);
    const lines = first.startsWith('{') && (isJson(first) || more.length === 0);
    return lines ? loose(start) : Math.max(keyed(start), loose(start));
  },
  read,
};

/** Places that hold words and a speaker beside each other, or a whole transcript. */
function loose(head: string): number {
  const groups = new Map<string, string[]>();
  for (const path of outline(head)) {
    const cut = path.lastIndexOf('.') + 1;
    const names = groups.get(path.slice(0, cut)) ?? [];
    names.push(path.slice(cut));
    groups.set(path.slice(0, cut), names);
  }
  for (const names of groups.values()) {
    const has = (column: 'text' | 'speaker' | 'transcript' | 'conversation') =>
      names.some(name => rank(name, column) !== -1);
    if (has('conversation') && has('transcript')) return 0.6;
    if (has('speaker') && has('text')) return 0.6;
    if (names.some(name => /^(?:full|call|chat)?transcript(?:text)?$/.test(folded(name)))) return 0.6;
  }
  return 0;
}

async function* read(input: Input): AsyncGenerator<Reading> {
  const id = counter(input.stem);
  const rows: { value: unknown; at: string }[] = [];
  for await (const { value, at, problem } of documents(input)) {
    if (problem !== undefined) yield { problem };
    else if (at !== '' && isRow(value)) rows.push({ value, at });
    else yield* conversations(value, at, input.name, id);
  }
  // Turns that stand one a line: their conversations are complete only at the end.
  for (const found of recordsIn(rows.map(row => row.value))) {
    const place = (at: string) =>
      at.replace(/^record (\d+)/, (_, n: string) => rows[Number(n) - 1]?.at ?? '');
    if (found.told === null) continue;
    const said = found.told.said.map(one => ({ ...one, at: place(one.at) }));
    yield* readingsOf({ ...found.told, said }, { source: input.name, at: place(found.at), id });
  }
}

/** The conversations in one JSON value, and what is wrong with its records. */
export function* conversations(
  value: unknown,
  outer: string,
  source: string,
  id: () => string,
): Generator<Reading> {
  for (const found of recordsIn(value)) {
    const at = [outer, found.at].filter(part => part !== '').join(', ');
    const own = quick(found.record);
    if (own !== null) {
      yield { conversation: own, source, at };
      continue;
    }
    if (found.told !== null) {
      yield* readingsOf(found.told, { source, at, id });
      continue;
    }
    const checked = check(found.record, id);
    if ('conversation' in checked) yield { conversation: checked.conversation, source, at };
    else {
      const empty = 'the text for the transcript is empty; this conversation is left out';
      yield { problem: unreadable(source, at, isEmptyTranscript(found.record) ? empty : checked.reason) };
    }
  }
}
