/**
 * Compressed bytes to bytes, as they stream, with an end to it: what grows out of all proportion is no transcript.
 */
import { pipeline, Readable, type Transform } from 'node:stream';
import { createGunzip, createInflateRaw } from 'node:zlib';

/** Text packs 3 to 30 times smaller, dull text 100 times; beyond this, and above a size, it was made to do harm. */
export const MOST_TIMES = 200;
/** Bytes that anything may unpack to, however small it was packed. */
export const FREE_BYTES = 100 * 1024 * 1024;

/** An error with a code that `why` puts in plain words. */
export function packingError(code: 'PACKED_TOO_DENSE' | 'PACKED_WRONG' | 'PACKED_SUM'): Error {
  return Object.assign(new Error(code), { code });
}

/** The content of a gzip stream. */
export function gunzipped(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  return through(packed, createGunzip());
}

/** The content of deflated bytes. */
export function inflated(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  return through(packed, createInflateRaw());
}

async function* through(packed: AsyncIterable<Uint8Array>, unpacking: Transform): AsyncGenerator<Buffer> {
  const taken = { bytes: 0 };
  const source = Readable.from(copies(packed, taken), { highWaterMark: 1 });
  pipeline(source, unpacking, () => {}); // its errors come out of the loop below
  let given = 0;
  try {
    for await (const chunk of unpacking as AsyncIterable<Buffer>) {
      given += chunk.length;
      if (given > FREE_BYTES && given > taken.bytes * MOST_TIMES) throw packingError('PACKED_TOO_DENSE');
      yield chunk;
    }
  } finally {
    unpacking.destroy();
    source.destroy();
  }
}

/** Chunks to keep: the stream reads ahead, and its source may use one buffer again and again. */
async function* copies(chunks: AsyncIterable<Uint8Array>, taken: { bytes: number }): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    taken.bytes += chunk.length;
    yield Buffer.from(chunk);
  }
}

/** All but the first bytes of a stream. */
export async function* after(skipped: number, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let left = skipped;
  for await (const chunk of chunks) {
    if (left >= chunk.length) left -= chunk.length;
    else {
      yield left > 0 ? chunk.subarray(left) : chunk;
      left = 0;
    }
  }
}
