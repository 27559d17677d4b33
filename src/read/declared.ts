/**
 * A vendor's JSON, declared: the keys that give it away, a schema for what is used of it, and how a record tells its
 * conversation. Wrappers (`{"data": […]}`), lists and JSON Lines of such records are undone here, once for all.
 */
import type { z } from 'zod';
import type { Reading } from '../model/conversation.ts';
import { knownIn } from './beside.ts';
import { counter } from './ids.ts';
import { documents } from './json-reader.ts';
import { fits, outline, stands, wrappers } from './outline.ts';
import { unreadable } from './problem.ts';
import type { Input, Reader } from './reader.ts';
import { explained, kind } from './record.ts';
import { readingsOf, type Said, type Told } from './said.ts';

/** How one vendor's JSON is recognised and read. */
export interface Format<T> {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** Key paths; any one group that is there in full makes a record this format. */
  readonly signs: readonly (readonly string[])[];
  /** Key paths that make it another format, whatever the signs. */
  readonly unless?: readonly string[];
  readonly schema: z.ZodType<T>;
  /** The conversation (or several) in a record, or the reason why it holds none. */
  readonly told: (record: T) => Told | string | (Told | string)[];
  /** Records of one id are parts of one conversation: pages, events, legs. */
  readonly inParts?: boolean;
}

/** How sure the keys make us: more than any format that goes by usual names. */
const SURE = 0.97;

/** A reader for a declared format. */
export function readerOf<T>(format: Format<T>): Reader {
  return {
    id: format.id,
    title: format.title,
    about: format.about,
    endings: ['.json', '.jsonl'],
    sniff(head) {
      const paths = outline(head);
      if (paths.size === 0 || format.unless?.some(path => stands(paths, [path]))) return 0;
      return format.signs.some(signs => stands(paths, signs)) ? SURE : 0;
    },
    read: input => readAll(input, format),
  };
}

/** Whether a parsed value is a record of this format. */
export function isRecord<T>(format: Format<T>, value: unknown): boolean {
  if (format.unless?.some(path => fits(value, [path]))) return false;
  return format.signs.some(signs => fits(value, signs));
}

interface Found {
  readonly told: Told;
  readonly at: string;
}

async function* readAll<T>(input: Input, format: Format<T>): AsyncGenerator<Reading> {
  const place = { source: input.name, id: counter(input.stem) };
  const waiting: Found[] = [];
  let empty = true;
  for await (const { value: document, at: outer, problem } of documents(input)) {
    if (problem !== undefined) {
      empty = false;
      yield { problem };
      continue;
    }
    for (const { value, at } of records(document, outer, format)) {
      empty = false;
      for (const told of understood(value, format)) {
        if (typeof told === 'string') yield { problem: unreadable(input.name, at, told) };
        else if (format.inParts === true) waiting.push({ told, at });
        else yield* readingsOf(told, { ...place, at });
      }
    }
  }
  for (const { told, at } of together(waiting)) yield* readingsOf(told, { ...place, at });
  if (empty)
    yield { problem: unreadable(input.name, '', 'the file holds no conversation; check the export') };
}

function understood<T>(value: unknown, format: Format<T>): (Told | string)[] {
  if (!isRecord(format, value))
    return [`expected a record of ${format.title}, found ${kind(value)} without its keys`];
  const checked = format.schema.safeParse(value);
  if (!checked.success) return [explained(checked.error, value)];
  const all = [format.told(checked.data)].flat();
  const only = all.length === 1 ? all[0] : undefined;
  if (typeof only === 'object') return [{ ...only, metadata: { ...knownIn(value), ...only.metadata } }];
  return all.length > 0 ? all : ['it holds no conversation; check that the export is complete'];
}

/** The records in a document: itself, the items of a list, or what a wrapper holds. */
function records<T>(
  value: unknown,
  at: string,
  format: Format<T>,
  depth = 0,
): { value: unknown; at: string }[] {
  if (isRecord(format, value) || depth > 3 || typeof value !== 'object' || value === null)
    return [{ value, at }];
  if (Array.isArray(value)) {
    return value.flatMap((item, i) => {
      const here = [at, `record ${i + 1}`].filter(part => part !== '').join(', ');
      return records(item, here, format, depth + 1);
    });
  }
  const found = wrappers
    .filter(key => Object.hasOwn(value, key))
    .map(key => records((value as Record<string, unknown>)[key], at, format, depth + 1))
    .find(inside => inside.some(one => isRecord(format, one.value)));
  return found ?? [{ value, at }];
}

/** Parts of one conversation, by id, put together in the order they came. */
function together(found: readonly Found[]): Found[] {
  const byId = new Map<string, Found>();
  for (const [i, one] of found.entries()) {
    const key = one.told.id ?? ` ${i}`;
    const first = byId.get(key);
    byId.set(key, first === undefined ? one : { told: merged(first.told, one.told), at: first.at });
  }
  return [...byId.values()];
}

function merged(a: Told, b: Told): Told {
  const leftOut: Record<string, number> = { ...a.leftOut };
  for (const [key, count] of Object.entries(b.leftOut ?? {})) leftOut[key] = (leftOut[key] ?? 0) + count;
  // A stream may bring a piece twice.
  const known = new Set(a.said.map(keyOf));
  const fresh = b.said.filter(one => one.time == null || !known.has(keyOf(one)));
  return { ...b, ...a, said: [...a.said, ...fresh], leftOut, doubt: b.doubt };
}

function keyOf({ by, text, time }: Said): string {
  return JSON.stringify([by, text, time]);
}
