import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decoder, encodingOf } from '../../src/read/encoding.ts';

function decoded(content: Uint8Array, size = content.length || 1): string {
  const encoding = encodingOf(content);
  const decode = decoder(encoding);
  let out = '';
  for (let at = encoding.mark; at < content.length; at += size)
    out += decode(content.subarray(at, at + size));
  return out + decode();
}

function swapped(bytes: Buffer): Buffer {
  return Buffer.from(bytes).swap16();
}

test.each([
  ['UTF-8 with a mark', Buffer.from('\ufeffWEBVTT é'), 'WEBVTT é'],
  ['UTF-16 LE with a mark', Buffer.from('\ufeffAgent: é', 'utf16le'), 'Agent: é'],
  ['UTF-16 BE with a mark', swapped(Buffer.from('\ufeffAgent: é', 'utf16le')), 'Agent: é'],
  ['UTF-16 LE without', Buffer.from('Agent: hello', 'utf16le'), 'Agent: hello'],
  ['UTF-16 BE without', swapped(Buffer.from('Agent: hello', 'utf16le')), 'Agent: hello'],
  ['Windows-1252', Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x20, 0x93, 0x80, 0x94]), 'café “€”'],
  [
    'one stray byte among UTF-8',
    Buffer.concat([Buffer.from('né '), Buffer.from([0x92]), Buffer.from(' ñ')]),
    'né ’ ñ',
  ],
  ['a character cut at the end', Buffer.from([0x61, 0xe2, 0x82]), 'aâ‚'],
  ['overlong and surrogate forms', Buffer.from([0xc0, 0x80, 0xed, 0xa0, 0x80]), 'À€í\u00a0€'],
])('%s', (_, bytes, text) => {
  for (const size of [1, 2, 3, 1000]) expect(decoded(bytes, size)).toBe(text);
});

test('good UTF-8 comes out as it is, in chunks of any size', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 3 }),
      fc.integer({ min: 1, max: 9 }),
      (text, size) => {
        const body = `x${text.replaceAll('\u0000', '')}`;
        expect(decoded(Buffer.from(body), size)).toBe(Buffer.from(body).toString());
      },
    ),
  );
});

test('any bytes come out the same, in chunks of any size', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1 }), fc.integer({ min: 1, max: 9 }), (bytes, size) => {
      const first = encodingOf(bytes).name;
      fc.pre(first === 'utf-8');
      expect(decoded(bytes, size)).toBe(decoded(bytes));
    }),
  );
});
