import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Line, lines } from '../../src/read/lines.ts';
import { all } from './tools.ts';

async function* chunked<T extends { slice(from: number, to: number): T; length: number }>(
  whole: T,
  size: number,
) {
  for (let at = 0; at < whole.length; at += size) yield whole.slice(at, at + size);
}

function asText(text: string, size: number) {
  return { text: () => chunked(text, size), utf8: () => null };
}

/** Chunks in one buffer used again and again, as files come. */
async function* reused(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  const buffer = Buffer.alloc(size);
  for (let at = 0; at < bytes.length; at += size)
    yield buffer.subarray(0, bytes.copy(buffer, 0, at, at + size));
}

function asBytes(text: string | Buffer, size: number) {
  return { text: () => chunked('', 1), utf8: () => reused(Buffer.from(text as string), size) };
}

test('the three line ends, and none at the end', async () => {
  for (const size of [1, 2, 3, 100]) {
    for (const input of [asText('a\nb\r\nc\rd\n\ne', size), asBytes('a\nb\r\nc\rd\n\ne', size)]) {
      expect((await all(lines(input))).map(one => one.text)).toEqual(['a', 'b', 'c', 'd', '', 'e']);
    }
  }
  expect(await all(lines(asText('a\n', 9)))).toEqual([{ line: 1, text: 'a' }]);
});

test('lines agree with a plain split, as text and as bytes, in chunks of any size', async () => {
  const text = fc
    .array(fc.constantFrom('a', 'é', '“', '😀', '\n', '\r', '\r\n'))
    .map(parts => parts.join(''));
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 12 }), async (body, size) => {
      const wanted = body.split(/\r\n|\r|\n/);
      if (wanted.at(-1) === '') wanted.pop();
      const numbered: Line[] = wanted.map((one, i) => ({ line: i + 1, text: one }));
      expect(await all(lines(asText(body, size)))).toEqual(numbered);
      expect(await all(lines(asBytes(body, size)))).toEqual(numbered);
    }),
  );
});

test('bytes that are not UTF-8 are decoded within their line', async () => {
  const body = Buffer.concat([Buffer.from('é\n'), Buffer.from([0x92, 10]), Buffer.from('ñ\rü')]);
  for (const size of [1, 2, 3, 100]) {
    expect((await all(lines(asBytes(body, size)))).map(one => one.text)).toEqual(['é', '’', 'ñ', 'ü']);
  }
});

test('a line over the limit is told, and the next ones are read', async () => {
  for (const size of [1, 4, 100]) {
    for (const input of [
      asText('123456\n12345\nx\n1234567', size),
      asBytes('123456\n12345\nx\n1234567', size),
    ]) {
      expect((await all(lines(input, 5))).map(one => one.text)).toEqual([null, '12345', 'x', null]);
    }
  }
});
