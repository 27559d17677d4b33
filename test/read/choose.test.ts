import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { choose, readers } from '../../src/read/index.ts';
import { read } from '../../src/read/read.ts';
import type { Input, Reader } from '../../src/read/reader.ts';
import { all, inputOf, problems, readings, said } from './tools.ts';

test('every reader has its own file, an id to type and words to show', () => {
  const files = new Set(readdirSync(join(import.meta.dirname, '../../src/read')));
  expect(readers.length).toBeGreaterThan(5);
  expect(new Set(readers.map(reader => reader.id)).size).toBe(readers.length);
  for (const reader of readers) {
    expect(reader.id).toMatch(/^[a-z][a-z0-9-]+$/);
    expect(files).toContain(`${reader.id}.ts`);
    expect(reader.about).toMatch(/^[A-Z].*\.$/);
    expect(reader.endings.every(ending => /^\.[a-z]+$/.test(ending))).toBe(true);
  }
});

function fake(id: string, sure: number, endings: string[] = []): Reader {
  return { id, title: id, about: '', endings, sniff: () => sure, read: () => (async function* () {})() };
}

test.each([
  ['the surest', [fake('a', 0.6), fake('b', 0.9)], 'x.txt', 'b'],
  ['an ending lifts the doubtful', [fake('a', 0.55), fake('b', 0.5, ['.txt'])], 'x.TXT', 'b'],
  ['an ending lifts no certain one', [fake('a', 0.9), fake('b', 0.85, ['.txt'])], 'x.txt', 'a'],
  ['an ending lifts no hopeless one', [fake('a', 0.2, ['.txt'])], 'x.txt', 'not recognised'],
  ['a tie is no answer', [fake('a', 0.9), fake('b', 0.9), fake('c', 0.1)], 'x.txt', 'could be a or b'],
  ['nothing sure', [fake('a', 0.4), fake('b', 0)], 'x.txt', 'see: unscripted formats'],
])('%s', (_, among, name, chosen) => {
  const one = choose({ name, head: '' }, among);
  expect('reason' in one ? one.reason : one.id).toContain(chosen);
  if ('reason' in one) expect(one.reason).toContain('--input-format');
});

test('an unknown format is wrong use and lists the known ones', async () => {
  await expect(read([], { format: 'word' }).next()).rejects.toThrow(UsageError);
  await expect(read([], { format: 'word' }).next()).rejects.toThrow(/"word".*canonical, json, csv-utterance/);
});

test('of what begins with an object, only our own JSON Lines are ever certain', () => {
  const line = '{"id":"1","agent":{"id":"a"},"turns":[{"speaker":"agent","text":"Hi"}]}\n';
  const vendors = readdirSync('fixtures', { recursive: true, encoding: 'utf8' })
    .filter(file => /\.jsonl?$/.test(file))
    .map(file => readFileSync(join('fixtures', file), 'utf8').slice(0, 4096).trimStart())
    .filter(head => head.startsWith('{'));
  expect(vendors.length).toBeGreaterThan(30);
  for (const head of [line, `${line}WEBVTT\n`, `${line}1\n00:00:01,000 --> 00:00:02,000\n`, ...vendors])
    for (const { id, sniff } of readers)
      if (id !== 'canonical') expect([id, sniff(head) < 1]).toEqual([id, true]);
});

test('a format that is named is used whatever the content', async () => {
  expect(said(await readings('Alma: Hi.\nAgent: Hi.\nAlma: Bye.', 'plain'))).toHaveLength(3);
  expect(problems(await readings('Agent: Hi.', 'csv-utterance'))[0]).toMatch(/table with a header/);
  expect(problems(await readings('Agent: Hi.', 'csv-conversation'))[0]).toMatch(
    /no column holds a transcript/,
  );
  expect(problems(await readings('Agent: Hi.', 'vtt'))[0]).toMatch(/no caption/);
  expect(problems(await readings('Agent: Hi.', 'canonical'))[0]).toMatch(
    /line 1: not valid JSON at column 1/,
  );
});

test.each([
  ['{"id":1,"agent":{"id":1},"turns":[{"speaker":"agent","text":"a"}]}', 'canonical'],
  ['{"id":1,"turns":[{"speaker":"agent","text":"a"}]}\n{"id":2', 'canonical'],
  [
    '{"id":1,"turns":[{"speaker":"agent","text":"a\n{"id":2,"turns":[{"speaker":"agent","text":"a"}]}',
    'canonical',
  ],
  ['42\n{"id":2,"turns":[{"speaker":"agent","text":"a"}]}', 'canonical'],
  ['{"id":1,"agent":{"id":1},"turns":[]}', 'canonical'],
  ['[{"id":1,"turns":[{"speaker":"agent","text":"a"}]}]', 'json'],
  [
    '[\n{"id":1,"turns":[{"speaker":"agent","text":"a"}]},\n{"id":2,"turns":[{"speaker":"agent","text":"a"}]}\n]',
    'json',
  ],
  ['{\n"id":1,\n"turns":[{"speaker":"agent","text":"a"}]}', 'json'],
  ['WEBVTT\n\n00:01.000 --> 00:02.000\nAgent: Hi.', 'vtt'],
  ['1\r\n00:00:01,000 --> 00:00:02,000\r\nAgent: Hi.', 'srt'],
  ['call_id\tspeaker\ttext\nc1\tagent\tHi.', 'csv-utterance'],
  ['call_id|speaker|text\nc1|agent|Hi.', 'csv-utterance'],
  ['sep=;\nCall ID;Speaker;Text\nc1;agent;Hi.', 'csv-utterance'],
  ['transcript\n"Agent: Hi.\nCustomer: Hello."', 'csv-conversation'],
  ['Agent: Hi.\nCustomer: Hello, you, there.', 'plain'],
  ['Agent: Hi. Customer: Hello, you, there.', 'plain'],
  ['Dear all,\n\nthe meeting is at 12:30.\nSee https://example.com', 'not recognised'],
  ['{"name":"package","version":"1"}', 'not recognised'],
])('%j is %s', (head, chosen) => {
  const one = choose({ name: 'x', head });
  expect('reason' in one ? one.reason : one.id).toContain(chosen);
});

test.each([
  ['{"agents":[{"id":"a","scores":{"overall":{"value":1},"ownWords":{"value":1}}}]}', 'unscripted score'],
  [
    '{"conversations":[\n{"conversation":"a","agents":[{"id":"a","scores":{"ownWords":5}}]}',
    'unscripted score',
  ],
  ['{"conversation":"a","channel":null,"agents":[{"id":"a","scores":{"ownWords":5}}]}', 'unscripted score'],
  ['{"id":"a","scores":{"ownWords":{"value":1}},"scriptedRate":0}', 'unscripted score'],
  [
    'agent_id,agent_name,conversations,overall,own_words\na1,Priya Shah of us,3,50,60\na2,Sam Lee of us,4,50,60',
    'unscripted score',
  ],
  ['agent  overall\nPriya       50\n\nunscripted 0.1.0, rules 0a1b2c…\n', 'unscripted score'],
  [
    '# Recurring wording\n\nmined:\n  conversations: 9\n  agents: 2\nscripts:\n  - text: Is that all?\n',
    'unscripted mine',
  ],
  ['{"mined":{"conversations":9},"scripts":[{"text":"Is that all?"}]}', 'unscripted mine'],
])('%j is known as its own output', (head, command) => {
  const one = choose({ name: 'x', head });
  const reason = 'reason' in one ? one.reason : one.id;
  expect(reason).toContain(`this is what "${command}" wrote`);
  expect(reason).not.toContain('--map');
});

test('a proposed mapping names who speaks, however few rows there are', () => {
  const head =
    'Rep Name,Body,Direction,Case\nPriya,How can I help you today?,out,17\nPriya,My bill is wrong again.,in,17\n';
  const one = choose({ name: 'x', head }, []);
  expect('reason' in one && one.reason).toContain(
    "--map 'text=Body,speaker=Direction:out>agent|in>customer,id=Case,agent=Rep Name'",
  );
});

test('formats are pointed to, and not listed', () => {
  const one = choose({ name: 'x', head: 'Nothing that anybody said.' });
  expect('reason' in one && one.reason).toBe(
    'the format is not recognised; name it with --input-format (see: unscripted formats)',
  );
});

test('a file that breaks off in the middle is a problem, and the next one is read', async () => {
  const good = await inputOf('Agent: Hi.\nCustomer: Hello.');
  const text = () => ({
    [Symbol.asyncIterator]: () => ({
      next: () => Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' })),
    }),
  });
  const bad: Input = { ...good, name: 'bad.txt', text };
  const list = await all(read([bad, good]));
  expect(problems(list)[0]).toMatch(/reading broke off: the system could not read it \(EIO\)/);
  expect(said(list)).toEqual(['agent: Hi.', 'customer: Hello.']);
});

test('a mistake of our own is not hidden', async () => {
  const bug: Input = { ...(await inputOf('Agent: Hi.\nCustomer: Hello.')), text: () => undefined as never };
  await expect(all(read([bug]))).rejects.toThrow(TypeError);
});

test('a file that begins with an endless line is read as JSON Lines where its ending says so', () => {
  const head = `{"x":"${'a'.repeat(64 * 1024)}`;
  const chosen = (name: string) => {
    const one = choose({ name, head });
    return 'reason' in one ? 'none' : one.id;
  };
  expect(chosen('big.jsonl')).toBe('canonical');
  expect(chosen('big.dat')).toBe('none');
});
