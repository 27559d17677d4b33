/** Compressed input is read as it stands, and what is wrong with it is a problem in its place. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { read } from '../../src/read/read.ts';
import { inputs } from '../../src/read/source.ts';
import { zip } from './packing.ts';
import { all, bytes } from './tools.ts';

const root = mkdtempSync(join(tmpdir(), 'packed-'));
afterAll(() => rmSync(root, { recursive: true }));

const call = 'Agent: Hello, how can I help?\nCustomer: My bill is wrong.\n';
const line =
  '{"id":"c1","agent":{"id":"a"},"turns":[{"speaker":"agent","text":"Hi"},{"speaker":"customer","text":"Hi"}]}\n';

/** What is read, as `source: id` or `! source: reason`. */
async function outcome(paths: string[], stdin?: AsyncIterable<Uint8Array>): Promise<string[]> {
  const list = await all(read(inputs(paths, stdin === undefined ? {} : { stdin })));
  return list.slice(-6000).map(one => {
    const [name, what] =
      'problem' in one ? [one.problem.source, one.problem.reason] : [one.source, one.conversation.id];
    return `${'problem' in one ? '! ' : ''}${name.replace(`${root}/`, '')}: ${what}`;
  });
}

function file(name: string, content: Uint8Array): string {
  const path = join(root, name);
  writeFileSync(path, content);
  return path;
}

test('gzip files go by their inner ending, and may have several members', async () => {
  const two = Buffer.concat([gzipSync(line), gzipSync(line.replace('c1', 'c2'))]);
  expect(await outcome([file('day.jsonl.gz', two)])).toEqual(['day.jsonl.gz: c1', 'day.jsonl.gz: c2']);
  expect(await outcome([file('0412.txt.gz', gzipSync(call))])).toEqual(['0412.txt.gz: 0412']);
});

test('a large gzip file is read from its first byte to its last', async () => {
  const many = Array.from({ length: 5000 }, (_, i) => line.replace('c1', `c${i}`)).join('');
  const found = await outcome([file('many.jsonl.gz', gzipSync(many))]);
  expect([found.length, found[0], found.at(-1)]).toEqual([5000, 'many.jsonl.gz: c0', 'many.jsonl.gz: c4999']);
  expect(await outcome(['-'], bytes(gzipSync(many), 1000))).toHaveLength(5000);
});

const archive = zip([
  { name: 'b/0002.txt', content: call },
  { name: 'a/0001.txt', content: call, stored: true },
  { name: 'a/', content: '' },
  { name: '__MACOSX/a/._0001.txt', content: 'x' },
  { name: '.hidden/x.txt', content: call },
  { name: 'c/day.jsonl.gz', content: gzipSync(line) },
]);

test('a zip archive has an input for each member, hidden ones left out', async () => {
  const found = ['calls.zip/a/0001.txt: 0001', 'calls.zip/b/0002.txt: 0002', 'calls.zip/c/day.jsonl.gz: c1'];
  expect(await outcome([file('calls.zip', archive)])).toEqual(found);
  const piped = found.map(one => one.replace('calls.zip', 'standard input'));
  expect(await outcome(['-'], bytes(archive))).toEqual(piped);
});

test('a bad member does not take its neighbours with it', async () => {
  const mixed = zip([
    { name: '1.txt', content: call },
    { name: '2.txt', content: call, encrypted: true },
    { name: '3.txt', content: call, crc: 7 },
    { name: '4.txt', content: call, method: 14 },
    { name: '5.txt', content: '' },
    { name: '6.txt', content: call },
  ]);
  const found = await outcome([file('mixed.zip', mixed)]);
  expect(found.map(one => one.slice(0, 60))).toEqual([
    'mixed.zip/1.txt: 1',
    '! mixed.zip/2.txt: this member of the archive is encrypted; ',
    '! mixed.zip/3.txt: what was unpacked is not what was packed,',
    '! mixed.zip/4.txt: this member is packed in a way that canno',
    '! mixed.zip/5.txt: the file is empty; there is nothing to re',
    'mixed.zip/6.txt: 6',
  ]);
});

test('documents, empty archives and archives that overlap are told', async () => {
  const document = zip([{ name: '[Content_Types].xml', content: '<Types/>' }]);
  expect((await outcome([file('a.docx', document)]))[0]).toContain(
    'this is a Word, Excel or similar document',
  );
  expect((await outcome([file('empty.zip', zip([]))]))[0]).toContain('holds no files to read');
  const overlapping = zip([
    { name: '1.txt', content: call, stored: true },
    { name: '2.txt', content: call, stored: true },
  ]);
  overlapping.writeUInt32LE(100_000, overlapping.length - 22 - 51 + 20);
  expect((await outcome([file('overlap.zip', overlapping)]))[0]).toContain('overlap');
});

test('what unpacks out of all proportion is stopped', async () => {
  const dull = line.replace('"Hi"', `"${'x'.repeat(30_000)}"`);
  const bomb = gzipSync(Buffer.alloc(110 * 1024 * 1024, dull));
  for (const path of [
    file('bomb.jsonl.gz', bomb),
    file('bomb.zip', zip([{ name: 'b.jsonl.gz', content: bomb, stored: true }])),
  ]) {
    expect((await outcome([path])).at(-1)).toContain('it unpacks to more than 200 times its size');
  }
}, 60_000);

test('whatever is done to an archive, it is read or refused', async () => {
  const packed = fc.constantFrom(archive, gzipSync(call + line.repeat(50)));
  const change = fc.tuple(fc.nat(), fc.nat(255));
  await fc.assert(
    fc.asyncProperty(packed, fc.array(change, { maxLength: 5 }), fc.nat(), async (from, changes, end) => {
      const content = Buffer.from(from.subarray(0, end % 3 === 0 ? end % (from.length + 1) : from.length));
      for (const [at, byte] of changes) if (content.length > 0) content[at % content.length] = byte;
      if (content.length === 0) return;
      const path = file('any', content);
      const found = await outcome([path]);
      expect(found.length).toBeGreaterThan(0);
      expect((await outcome(['-'], bytes(content, 50))).length).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
}, 60_000);
