import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HEAD_BYTES } from '../../src/read/playback.ts';
import { inputs } from '../../src/read/source.ts';
import { all, bytes } from './tools.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'unscripted-source-'));
  mkdirSync(join(root, 'calls/b'), { recursive: true });
  mkdirSync(join(root, 'empty/.hidden'), { recursive: true });
  for (const name of ['calls/z.txt', 'calls/a.txt', 'calls/b/c.txt', 'calls/.secret', 'calls/[1].txt']) {
    writeFileSync(join(root, name), `Agent: ${name}`);
  }
  symlinkSync(join(root, 'calls'), join(root, 'calls/b/loop'));
  symlinkSync(join(root, 'calls/a.txt'), join(root, 'calls/same.txt'));
  symlinkSync(join(root, 'nowhere'), join(root, 'empty/.broken'));
});
afterAll(() => rmSync(root, { recursive: true }));

/** What comes of paths: a name, or `! name: reason`. */
async function found(...paths: string[]): Promise<string[]> {
  const list = await all(inputs(paths.map(path => (path === '-' ? path : join(root, path)))));
  const short = (name: string) => name.replace(`${root}/`, '').replace(root, '.');
  return list.map(one => ('reason' in one ? `! ${short(one.source)}: ${one.reason}` : short(one.name)));
}

const calls = ['calls/[1].txt', 'calls/a.txt', 'calls/b/c.txt', 'calls/z.txt'];

test('a folder: sorted, hidden files skipped, links neither loop nor repeat a file', async () => {
  expect(await found('calls')).toEqual(calls);
  expect(await found('calls/b/c.txt', 'calls', 'calls/b/../z.txt')).toEqual(calls);
});

test('a pattern: sorted, and only where no such file exists', async () => {
  expect(await found('calls/*.txt')).toEqual(['calls/[1].txt', 'calls/a.txt', 'calls/z.txt']);
  expect(await found('calls/**/c.txt')).toEqual(['calls/b/c.txt']);
  expect(await found('calls/**/*.txt')).toEqual(calls);
  expect(await found('calls/sam*.txt')).toEqual(['calls/same.txt']);
  expect(await found('calls/[1].txt')).toEqual(['calls/[1].txt']);
  expect(await found('calls/*.srt')).toEqual([
    '! calls/*.srt: no file matches this pattern; check it, or quote it for the shell',
  ]);
});

test('what is not there is told, and the rest is read', async () => {
  expect(await found('none.txt', 'empty', 'calls/a.txt', 'calls/a.txt/x')).toEqual([
    'calls/a.txt',
    '! calls/a.txt/x: there is no such file or folder; check the path',
    '! empty: the folder holds no files to read; check the path',
    '! none.txt: there is no such file or folder; check the path',
  ]);
});

test.skipIf(process.getuid?.() === 0)('no permission is told', async () => {
  writeFileSync(join(root, 'locked.txt'), 'Agent: Hello.');
  mkdirSync(join(root, 'locked'));
  chmodSync(join(root, 'locked.txt'), 0);
  chmodSync(join(root, 'locked'), 0);
  const [file, folder] = await found('locked.txt', 'locked');
  expect(file).toContain('! locked.txt: no permission');
  expect(folder).toContain('! locked: no permission');
  chmodSync(join(root, 'locked'), 0o700);
});

test.each([
  ['empty.txt', '', 'the file is empty; there is nothing to read'],
  ['blank.txt', '\ufeff \r\n\t\n', 'the file is empty; there is nothing to read'],
  ['calls.gz', Buffer.from('1f8b08000000', 'hex'), 'it is packed, and cut off; copy it again'],
  [
    'calls.docx',
    Buffer.from('504b030414000600', 'hex'),
    'the zip archive is damaged or cut off; copy it again',
  ],
  ['calls.pdf', '%PDF-1.7', 'this is a PDF; save it as plain text'],
  [
    'call.wav',
    Buffer.from('524946462400', 'hex'),
    'this is a WAV or other RIFF recording; transcribe it first',
  ],
  ['data.bin', Buffer.from([1, 2, 0, 4, 5, 0, 0, 9]), 'this is a binary file, not text'],
])('%s is told for what it is', async (name, content, reason) => {
  writeFileSync(join(root, name), content);
  expect((await found(name))[0]).toContain(`! ${name}: ${reason}`);
});

async function textOf(content: string, stdin: AsyncIterable<Uint8Array>): Promise<void> {
  const [input] = await all(inputs(['-'], { stdin }));
  if (input === undefined || 'reason' in input) throw new Error('no input');
  expect(content.startsWith(input.head)).toBe(true);
}

test('standard input plays its head back, however it arrives', async () => {
  const long = 'Agent: é and on.\n'.repeat(9000);
  for (const size of [1000, 65536, 1 << 20]) {
    for await (const input of inputs(['-', '-'], { stdin: bytes(long, size) })) {
      if ('reason' in input) throw new Error(input.reason);
      expect([input.name, input.stem]).toEqual(['standard input', 'stdin']);
      expect(Buffer.byteLength(input.head)).toBeLessThanOrEqual(HEAD_BYTES);
      expect((await all(input.text())).join('')).toBe(long);
    }
    await textOf(long, bytes(long, size));
  }
});

test('a file plays as often as asked, as text and as bytes', async () => {
  const long = 'Agent: é and on.\n'.repeat(40000);
  writeFileSync(join(root, 'long.txt'), `\ufeff${long}`);
  for await (const input of inputs([join(root, 'long.txt')])) {
    if ('reason' in input) throw new Error(input.reason);
    for (let i = 0; i < 2; i++) expect((await all(input.text())).join('')).toBe(long);
    let length = 0;
    for await (const chunk of input.utf8()!) length += chunk.length;
    expect(length).toBe(Buffer.byteLength(long));
  }
});

test('a named pipe is read like a file', async () => {
  const pipe = join(root, 'pipe.txt');
  execFileSync('mkfifo', [pipe]);
  const long = 'Agent: hello.\n'.repeat(20000);
  writeFileSync(join(root, 'piped.txt'), long);
  const writer = import('node:child_process').then(({ exec }) =>
    exec(`cat ${join(root, 'piped.txt')} > ${pipe}`),
  );
  for await (const input of inputs([pipe])) {
    if ('reason' in input) throw new Error(input.reason);
    expect((await all(input.text())).join('')).toBe(long);
  }
  await writer;
});

test.skipIf(process.platform !== 'linux')('files are closed when the consumer stops early', async () => {
  writeFileSync(join(root, 'long.txt'), 'Agent: hello.\n'.repeat(40000));
  const open = () => readdirSync('/proc/self/fd').length;
  const before = open();
  for (let i = 0; i < 5; i++) {
    for await (const input of inputs([join(root, 'long.txt')])) {
      if ('reason' in input) throw new Error(input.reason);
      for await (const _ of input.text()) break;
      break;
    }
  }
  expect(open()).toBeLessThanOrEqual(before);
});

test('a stream that breaks at its start is a problem', async () => {
  const gone = Object.assign(new Error('gone'), { code: 'EIO' });
  const stdin = { [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(gone) }) };
  const [one] = await all(inputs(['-'], { stdin }));
  expect(one).toMatchObject({ source: 'standard input', reason: expect.stringContaining('EIO') });
});
