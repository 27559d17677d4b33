/**
 * Text to numbered lines, for any of the three line ends. UTF-8 is cut as bytes and decoded line by line: one curly
 * quote then widens one line in memory and not a whole chunk, which makes large JSON Lines nearly twice as fast.
 * A line too long to hold is dropped as it arrives and comes out as `null`, so it costs one problem and not the run.
 */
import { isUtf8 } from 'node:buffer';
import { decoder } from './encoding.ts';
import type { Input } from './reader.ts';

/** The longest line kept, in bytes of UTF-8 (in UTF-16 units where the file is UTF-16): 32 MB. */
export const LINE_LIMIT = 32 * 1024 * 1024;

/** One line and its number from 1; `text` is null where it was longer than the limit. */
export interface Line {
  readonly line: number;
  readonly text: string | null;
}

/** Splits an input into lines; the line end is not part of the text. */
export async function* lines(input: Pick<Input, 'text' | 'utf8'>, limit = LINE_LIMIT): AsyncGenerator<Line> {
  const bytes = input.utf8();
  if (bytes === null) yield* cut(input.text(), limit, textual);
  else yield* cut(bytes, limit, binary);
}

/** What cutting needs to know of a chunk: characters in a string, or bytes of UTF-8. */
interface Kind<C> {
  find(chunk: C, code: number, from: number): number;
  at(chunk: C, index: number): number | undefined;
  /** Part of a chunk, to keep beyond it. */
  keep(chunk: C, from: number, to: number): C;
  /** Part of a chunk after what was kept before it, as text. */
  join(held: readonly C[], chunk: C, from: number, to: number, good: boolean): string;
  /** The part of the chunk that is known to be good text; found out once, not line by line. */
  good(chunk: C): readonly [from: number, to: number];
}

const textual: Kind<string> = {
  find: (chunk, code, from) => chunk.indexOf(code === 10 ? '\n' : '\r', from),
  at: (chunk, index) => chunk.charCodeAt(index),
  keep: (chunk, from, to) => chunk.slice(from, to),
  join: (held, chunk, from, to) => held.join('') + chunk.slice(from, to),
  good: chunk => [0, chunk.length],
};

const binary: Kind<Buffer> = {
  find: (chunk, code, from) => chunk.indexOf(code, from),
  at: (chunk, index) => chunk[index],
  keep: (chunk, from, to) => Buffer.from(chunk.subarray(from, to)),
  join(held, chunk, from, to, good) {
    if (good && held.length === 0) return chunk.toString('utf8', from, to);
    const decode = decoder({ name: 'utf-8', mark: 0 });
    return decode(Buffer.concat([...held, chunk.subarray(from, to)])) + decode();
  },
  good(chunk) {
    // Characters may be cut by the chunk's ends, so only what stands between two line ends is asked about.
    const from = chunk.indexOf(10) + 1;
    const to = chunk.lastIndexOf(10) + 1;
    return isUtf8(chunk.subarray(from, to)) ? [from, to] : [0, 0];
  },
};

async function* cut<C extends { readonly length: number }>(
  chunks: AsyncIterable<C>,
  limit: number,
  kind: Kind<C>,
): AsyncGenerator<Line> {
  let line = 1;
  let held: C[] = [];
  let length = 0; // of what is held; beyond the limit nothing is
  let returned = false; // the last chunk ended in \r: a \n at the start of this one belongs to it
  let last: C | null = null;
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue;
    last = chunk;
    const [low, high] = kind.good(chunk);
    let from = returned && kind.at(chunk, 0) === 10 ? 1 : 0;
    returned = false;
    let feed = kind.find(chunk, 10, from);
    let carriage = kind.find(chunk, 13, from);
    while (feed !== -1 || carriage !== -1) {
      const byFeed = carriage === -1 || (feed !== -1 && feed < carriage);
      const end = byFeed ? feed : carriage;
      const over = length + end - from > limit;
      yield {
        line: line++,
        text: over ? null : kind.join(held, chunk, from, end, from >= low && end <= high),
      };
      held = [];
      length = 0;
      from = end + 1;
      if (!byFeed && from === chunk.length) returned = true;
      else if (!byFeed && kind.at(chunk, from) === 10) from++;
      if (feed !== -1 && feed < from) feed = kind.find(chunk, 10, from);
      if (carriage !== -1 && carriage < from) carriage = kind.find(chunk, 13, from);
    }
    length += chunk.length - from;
    if (length > limit) held = [];
    else if (from < chunk.length) held.push(kind.keep(chunk, from, chunk.length));
  }
  if (length > limit) yield { line, text: null };
  else if (length > 0 && last !== null) yield { line, text: kind.join(held, last, 0, 0, true) };
}
