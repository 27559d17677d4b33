/** Inputs made of text, and reading them to the end. */
import type { Reading } from '../../src/model/conversation.ts';
import { read } from '../../src/read/read.ts';
import type { Input } from '../../src/read/reader.ts';
import { inputs } from '../../src/read/source.ts';

/** Text or bytes as standard input, in chunks of a given size. */
export async function* bytes(content: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  const all = Buffer.from(content as string);
  for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size);
}

/** Text as an input. */
export async function inputOf(content: string | Uint8Array, size?: number): Promise<Input> {
  for await (const input of inputs(['-'], { stdin: bytes(content, size) })) {
    if ('reason' in input) throw new Error(input.reason);
    return { ...input, text: () => one(input.head), utf8: () => null };
  }
  throw new Error('no input');
}

async function* one(text: string): AsyncGenerator<string> {
  yield text;
}

/** Everything read from text on standard input. */
export async function readings(
  content: string | Uint8Array,
  format?: string,
  size?: number,
): Promise<Reading[]> {
  return all(read(inputs(['-'], { stdin: bytes(content, size) }), { format }));
}

/** The problems among readings, as `at: reason`. */
export function problems(list: readonly Reading[]): string[] {
  return list.flatMap(one => ('problem' in one ? [`${one.problem.at}: ${one.problem.reason}`] : []));
}

/** The turns of all conversations among readings, as `speaker: text`. */
export function said(list: readonly Reading[]): string[] {
  return list.flatMap(one =>
    'problem' in one ? [] : one.conversation.turns.map(turn => `${turn.speaker}: ${turn.text}`),
  );
}

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}
