/** Whatever the bytes: every reader answers with conversations or problems, and never throws. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Conversation } from '../../src/model/schemas.ts';
import { readers } from '../../src/read/index.ts';
import { inputOf, readings } from './tools.ts';

const root = join(import.meta.dirname, '../../fixtures');

function samples(id: string): string[] {
  return readdirSync(join(root, id)).map(name => {
    const folder = join(root, id, name);
    return readFileSync(join(folder, readdirSync(folder).find(file => file.startsWith('input.'))!), 'utf8');
  });
}

/** A fixture cut off, with bits of it doubled, dropped or replaced. */
function mutated(id: string): fc.Arbitrary<string> {
  const bit = fc.constantFrom(
    '"',
    '\n',
    '\n\n',
    ':',
    ',',
    '-->',
    '{',
    ']',
    '<v ',
    '\\',
    '---\n',
    'Agent: ',
    '\ud800',
    '\u0001',
  );
  const change = fc.tuple(fc.nat(), fc.nat(20), fc.oneof(bit, fc.string({ maxLength: 5 })));
  const edits = fc.tuple(fc.constantFrom(...samples(id)), fc.array(change, { maxLength: 6 }), fc.nat());
  return edits.map(([text, changes, end]) => {
    let out = text;
    for (const [at, drop, put] of changes) {
      const from = at % (out.length + 1);
      out = out.slice(0, from) + put + out.slice(from + drop);
    }
    return end % 3 === 0 ? out.slice(0, end % (out.length + 1)) : out;
  });
}

test.each(readers.map(reader => [reader.id, reader] as const))('%s never throws', async (id, reader) => {
  const lines = fc
    .array(fc.oneof(fc.string(), fc.constantFrom('Agent: x', '00:01.000 --> 00:02.000', 'a,b', '{}')))
    .map(all => all.join('\n'));
  await fc.assert(
    fc.asyncProperty(fc.oneof({ weight: 4, arbitrary: mutated(id) }, lines), async text => {
      fc.pre(text.replaceAll('\u0000', '').trim() !== '');
      const input = await inputOf(text.replaceAll('\u0000', '0'), 1000).catch(() => null);
      if (input === null) return; // happens to begin as some archive does
      expect(reader.sniff(input.head)).toBeGreaterThanOrEqual(0);
      expect(reader.sniff(input.head)).toBeLessThanOrEqual(1);
      let count = 0;
      for await (const reading of reader.read(input)) {
        count++;
        if ('problem' in reading) expect(reading.problem.reason.length).toBeGreaterThan(10);
        else expect(Conversation.parse(reading.conversation)).toEqual(reading.conversation);
      }
      if (id !== 'json' && id !== 'csv-utterance' && id !== 'csv-conversation')
        expect(count).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
});

test('any bytes at all are read or refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async bytes => {
      for (const reading of await readings(bytes))
        expect('problem' in reading || 'conversation' in reading).toBe(true);
    }),
  );
});

test('the same bytes give the same readings, however they arrive', async () => {
  const pick = fc
    .constantFrom(...readers.map(reader => reader.id))
    .chain(id => fc.constantFrom(...samples(id)));
  await fc.assert(
    fc.asyncProperty(pick, fc.integer({ min: 1, max: 50 }), async (text, size) => {
      expect(await readings(text, undefined, size)).toEqual(await readings(text, undefined, 100_000));
    }),
  );
});
