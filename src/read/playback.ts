/**
 * An input whose head was looked at and plays again: recognising a format must not cost a pipe its first bytes.
 */
import type { Problem } from '../model/conversation.ts';
import { binary } from './binary.ts';
import { decoder, encodingOf } from './encoding.ts';
import { unreadable } from './problem.ts';
import type { Input } from './reader.ts';

/** How many bytes of each input are looked at to recognise it. */
export const HEAD_BYTES = 64 * 1024;

/** Chunks as buffers, without copying. */
export async function* buffers(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
}

/** The first bytes of an input, kept so that it can be recognised and then read from the start. */
export interface Head {
  readonly bytes: Buffer;
  /** Whether the head is the whole content. */
  readonly complete: boolean;
}

/** Takes the head off a stream: the same bytes, however they arrive. */
export async function headOf(pull: AsyncIterator<Uint8Array>): Promise<Head> {
  const parts: Uint8Array[] = [];
  let length = 0;
  while (length < HEAD_BYTES) {
    const next = await pull.next();
    if (next.done === true) return { bytes: Buffer.concat(parts), complete: true };
    parts.push(Buffer.from(next.value)); // a copy: readers of chunks may use one buffer again and again
    length += next.value.length;
  }
  return { bytes: Buffer.concat(parts), complete: false };
}

/** An input that plays its head and then the rest; or the problem that it is empty, or no text. */
export function playable(
  name: string,
  stem: string,
  head: Head,
  rest: () => AsyncIterable<Buffer>,
): Input | Problem {
  const first = head.bytes.subarray(0, HEAD_BYTES); // a pipe may have brought more: decide on the same bytes always
  const what = binary(first);
  if (what !== null) return unreadable(name, '', `this ${what}`);
  const encoding = encodingOf(first);
  const decode = decoder(encoding);
  const shown = decode(first.subarray(encoding.mark)) + (head.complete ? decode() : '');
  if (head.complete && shown.trim() === '')
    return unreadable(name, '', 'the file is empty; there is nothing to read');
  return {
    name,
    stem,
    head: shown,
    async *text() {
      const decode = decoder(encoding);
      for await (const chunk of body()) yield decode(chunk);
      yield decode();
    },
    utf8: () => (encoding.name === 'utf-8' ? body() : null),
  };
  async function* body(): AsyncGenerator<Buffer> {
    yield head.bytes.subarray(encoding.mark);
    if (!head.complete) yield* rest();
  }
}
