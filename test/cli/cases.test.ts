/** Every file in `cases/` is a test: the command it types, against the world it describes. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { parseCase, type Section, words, writeCase } from './case-file.ts';
import { toyPages, toyScoring } from './toy.ts';
import { world } from './world.ts';

vi.mock('../../src/index.ts', async original => {
  const real = await original<typeof import('../../src/index.ts')>();
  return {
    ...real,
    version: '1.2.3',
    readers: real.readers.filter(({ id }) => ['canonical', 'vtt'].includes(id)), // more will come
    score: (paths: string[], options: object) => toyScoring(real.read(paths, options)),
    rulePages: async () => toyPages,
  };
});

const here = join(import.meta.dirname, 'cases');
const home = process.cwd();
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unscripted-case-'));
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

/** Runs a case and gives it back with what came out in the place of what was expected. */
async function played(sections: readonly Section[]): Promise<Section[]> {
  const text = (name: string) => sections.find(section => section.name === name)?.text;
  for (const { name, text } of sections) {
    const file = /^file (.+)$/.exec(name)?.[1];
    if (file === undefined) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const [tool, ...argv] = words(text('command') ?? '');
  expect(tool).toBe('unscripted');
  const stdin = text('stdin');
  const { io, stdout, stderr } = world({
    ...(stdin === undefined ? {} : { stdin }),
    terminal: text('terminal') !== undefined,
    columns: Number(text('columns') ?? 80),
  });
  const code = await main(argv, io);
  const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : 'nothing\n');
  return sections.map(({ name, text }) => {
    const wrote = /^wrote (.+)$/.exec(name)?.[1];
    if (wrote !== undefined) return { name, text: read(wrote) };
    if (name === 'stdout') return { name, text: stdout.text };
    if (name === 'stderr') return { name, text: stderr.text };
    return { name, text: name === 'exit' ? `${code}\n` : text };
  });
}

const cases = readdirSync(here).filter(name => name.endsWith('.case'));

it('has cases', () => {
  expect(cases.length).toBeGreaterThan(30);
});

it.each(cases)('%s', async name => {
  const path = join(here, name);
  const sections = parseCase(readFileSync(path, 'utf8'));
  expect(sections.map(section => section.name)).toEqual(
    expect.arrayContaining(['command', 'stdout', 'stderr', 'exit']),
  );
  const after = writeCase(await played(sections));
  if (process.env.UPDATE_CASES) writeFileSync(path, after);
  expect(after).toBe(writeCase(sections));
});
