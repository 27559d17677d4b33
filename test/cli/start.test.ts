/** What a start of the built tool loads; skipped where it has not been built. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** Packages by words that only their code holds. */
const signs: Readonly<Record<string, RegExp>> = {
  zod: /from"zod"/,
  yaml: /YAMLParseError/,
  htmlparser2: /onopentagname/,
  'postal-mime': /PostalMime/,
  'csv-parse': /CSV_INVALID_OPTION/,
  tinyglobby: /expandDirectories:/,
  commander: /CommanderError/,
};

const one = JSON.stringify({
  id: '1',
  agent: { id: 'a' },
  turns: [
    { speaker: 'customer', text: 'My father died last week, so I have to cancel.' },
    { speaker: 'agent', text: 'I am so sorry to hear about your father. Let me do that for you.' },
  ],
});

/** The files of the tool that a run loads. */
function loadedBy(argv: readonly string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'unscripted-start-'));
  try {
    writeFileSync(join(folder, 'one.jsonl'), `${one}\n`);
    const env = { ...process.env, NODE_V8_COVERAGE: join(folder, 'coverage') };
    const words = argv.map(word => (word === 'one.jsonl' ? join(folder, word) : word));
    const { status, stderr } = spawnSync('node', ['bin/unscripted.js', ...words], { env, encoding: 'utf8' });
    expect({ argv, status, stderr }).toEqual({ argv, status: 0, stderr: '' });
    const files = readdirSync(env.NODE_V8_COVERAGE).map(file => join(env.NODE_V8_COVERAGE, file));
    const urls = files.flatMap(file =>
      JSON.parse(readFileSync(file, 'utf8')).result.map(({ url }: { url: string }) => url),
    );
    return urls.filter(url => url.startsWith('file:')).map(url => fileURLToPath(url));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const packagesIn = (files: readonly string[]) =>
  Object.keys(signs).filter(name => files.some(file => signs[name]?.test(readFileSync(file, 'utf8'))));

describe.skipIf(!existsSync('dist/cli.js'))('a start', () => {
  it('is looked at by signs that hold', () => {
    const all = readdirSync('dist/chunks').filter(file => file.endsWith('.js'));
    expect(packagesIn(all.map(file => join('dist/chunks', file)))).toEqual(Object.keys(signs));
  });

  it('to say the version loads nothing', () => {
    for (const flag of ['--version', '-V'])
      expect(loadedBy([flag]).filter(file => !file.includes('/bin/'))).toEqual([]);
  });

  it('to show the help loads commander only, in few files', () => {
    const files = loadedBy(['--help']);
    expect(packagesIn(files)).toEqual(['commander']);
    expect(files.length).toBeLessThan(8);
  });

  it('to score JSON Lines loads none of what other formats and files take', () => {
    const files = loadedBy(['score', 'one.jsonl']);
    expect(packagesIn(files)).toEqual(['commander']);
    expect(files.length).toBeLessThan(16);
  });
});
