/**
 * A reader for one vendor's JSON, made of what is particular to it. A file may be one document, a list of such, or
 * one a line; broken JSON is one problem with its line and column, and is never repaired.
 */
import type { ZodType } from 'zod';
import type { Reading } from '../model/conversation.ts';
import { knownIn } from './beside.ts';
import { counter } from './ids.ts';
import { jsonFault } from './json-fault.ts';
import { unreadable } from './problem.ts';
import type { Input, Reader } from './reader.ts';
import { explained } from './record.ts';
import { type Shape, shapeOf } from './shape.ts';
import { whole } from './whole.ts';

/** Where a record stands, for its frame and for the problems told of it. */
export interface Place {
  readonly source: string;
  /** Empty for the whole file, `record 3`, `line 3`. */
  readonly at: string;
  /** An id for a conversation that has none: the file's stem, counted on. */
  readonly id: () => string;
  /** Whether something is to be told of this file for the first time. */
  readonly once: (what: string) => boolean;
  readonly input: Input;
  /** What the record files its conversations under, by the usual names. */
  readonly beside?: Readonly<Record<string, unknown>>;
}

/** What is particular to one vendor's format. */
export interface JsonFormat extends Pick<Reader, 'id' | 'title' | 'about'> {
  readonly endings?: readonly string[];
  /** How sure the keys of the head make us, 0 to 1. */
  sniff(shape: Shape, head: string): number;
  /** The records in one JSON value; without it, a list's elements, or the value itself. */
  records?(value: unknown): readonly unknown[];
  /** One record's conversations and problems. */
  read(record: unknown, place: Place): Iterable<Reading> | AsyncIterable<Reading>;
}

/** The reader for a format. */
export function jsonReader(format: JsonFormat): Reader {
  const { id, title, about, endings = ['.json', '.jsonl', '.ndjson'] } = format;
  return {
    id,
    title,
    about,
    endings,
    sniff: head => format.sniff(shapeOf(head), head),
    read: input => read(format, input),
  };
}

async function* read(format: JsonFormat, input: Input): AsyncGenerator<Reading> {
  const id = counter(input.stem);
  const said = new Set<string>();
  const once = (what: string): boolean => !said.has(what) && said.add(what).size > 0;
  let any = false;
  for await (const { value, at, problem } of documents(input)) {
    if (problem !== undefined) {
      any = true;
      yield { problem };
      continue;
    }
    const records = format.records?.(value) ?? (Array.isArray(value) ? value : [value]);
    const single = records.length === 1 && !(Array.isArray(value) && records[0] === value[0]);
    for (const [i, record] of records.entries()) {
      const here = single ? at : [at, `record ${i + 1}`].filter(part => part !== '').join(', ');
      const beside = knownIn(record);
      for await (const reading of format.read(record, {
        source: input.name,
        at: here,
        id,
        once,
        input,
        beside,
      })) {
        any = true;
        yield reading;
      }
    }
  }
  if (!any) {
    const reason = `the file holds no conversation, read as ${format.title}; check that the export is complete`;
    yield { problem: unreadable(input.name, '', reason) };
  }
}

interface Document {
  readonly value?: unknown;
  readonly at: string;
  readonly problem?: ReturnType<typeof unreadable>;
}

/** The JSON values of a file: one, or one a line where the first line is complete by itself. */
export async function* documents(input: Input): AsyncGenerator<Document> {
  const text = await whole(input, 'cut it into several files');
  if (typeof text !== 'string') {
    yield { at: '', problem: text };
    return;
  }
  const document = parsed(text);
  if ('value' in document) {
    yield { value: document.value, at: '' };
    return;
  }
  const lines = text.split(/\r\n|\r|\n/);
  if (!onePerLine(lines)) {
    yield { at: '', problem: notJson(text, input.name) };
    return;
  }
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const one = parsed(line);
    if ('value' in one) yield { value: one.value, at: `line ${i + 1}` };
    else yield { at: '', problem: notJson(line, input.name, i + 1) };
  }
}

/** Whether each line is meant to be a document: the first looks like one, and one of the first is. */
function onePerLine(lines: readonly string[]): boolean {
  const full = lines.filter(line => line.trim() !== '').slice(0, 5);
  return (
    full.length > 1 &&
    /^\s*\{.+\}/.test(full[0]!) &&
    full.some(line => /^\s*\{/.test(line) && 'value' in parsed(line))
  );
}

function parsed(text: string): { readonly value: unknown } | { readonly broken: true } {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { broken: true };
  }
}

/** The problem that a text is not JSON, with the place where it stops being it. */
export function notJson(text: string, source: string, firstLine = 1): ReturnType<typeof unreadable> {
  const fault = jsonFault(text);
  const at = fault === null ? '' : `line ${fault.line + firstLine - 1}, column ${fault.column}`;
  const reason = `not valid JSON: ${fault?.reason ?? 'it cannot be parsed'}; correct it, or export it again`;
  return unreadable(source, at, reason);
}

/** A record in its checked shape; otherwise all that is wrong with it, with the paths. */
export function checked<T>(
  schema: ZodType<T>,
  record: unknown,
  place: Pick<Place, 'source' | 'at'>,
): { readonly value: T } | { readonly problem: ReturnType<typeof unreadable> } {
  const found = schema.safeParse(record);
  if (found.success) return { value: found.data };
  return { problem: unreadable(place.source, place.at, explained(found.error, record)) };
}

/** A record's items one by one: those in their checked shape, and a problem for each that is not. */
export function items<T>(
  schema: ZodType<T>,
  list: readonly unknown[],
  name: string,
  place: Pick<Place, 'source' | 'at'>,
): {
  readonly good: readonly { readonly value: T; readonly at: string }[];
  readonly bad: readonly Reading[];
} {
  const good: { value: T; at: string }[] = [];
  const bad: Reading[] = [];
  for (const [i, item] of list.entries()) {
    const at = [place.at, `${name} ${i + 1}`].filter(part => part !== '').join(', ');
    const one = checked(schema, item, { source: place.source, at });
    if ('value' in one) good.push({ value: one.value, at });
    else bad.push({ problem: one.problem });
  }
  return { good, bad };
}
