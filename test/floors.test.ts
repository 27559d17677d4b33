/** Imports only go down, and rooms on one floor do not know one another. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const floors = [
  ['model', 'errors', 'version', 'packed'],
  ['text', 'lexicon', 'filed'],
  ['match', 'rubric'],
  ['read', 'detect', 'mine', 'score', 'tally', 'report'],
  ['seen', 'distinct', 'known-wording', 'mining', 'evaluate', 'trace'],
  ['workers'],
  ['pipeline'],
  ['index'],
  ['cli'],
];
/** Packages, and the only files or rooms that may import them. */
const doors: Record<string, RegExp> = {
  commander: /^cli\//,
  chalk: /^(cli\/|report\/(table|annotated))/,
  natural: /^text\/stem\.ts$/,
  'csv-parse': /^read\//,
  htmlparser2: /^read\/html-/,
  'postal-mime': /^read\/mail/,
  fflate: /^read\//,
  yaml: /^(detect\/sources|cli\/mapping|cli\/rubric|mine\/script-file|rubric\/places)\.ts$/,
  'node:fs': /^(cli\/|compiled\/|read\/(source|pattern)\.ts$|detect\/sources\.ts$|mine\/disk\.ts$)/,
  'node:worker_threads': /^workers\//,
  'node:fs/promises': /^(cli\/|read\/(source|pattern)\.ts$)/,
};

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
  f => f.endsWith('.ts') && !f.endsWith('.d.ts'),
);
const room = (file: string) => {
  const first = (file.split('/')[0] as string).replace(/\.ts$/, '');
  const own = /^compiled\/(rubrics|reading|roles)\.ts$/.exec(file)?.[1];
  if (own !== undefined) return { rubrics: 'rubric', reading: 'text', roles: 'read' }[own] as string;
  return first === 'compiled' ? 'detect' : first;
};
const floor = (file: string) => floors.findIndex(rooms => rooms.includes(room(file)));
const imports = files.flatMap(file =>
  [...readFileSync(join('src', file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(m => ({
    file,
    target: m[1] as string,
  })),
);

describe('architecture', () => {
  it('knows every room', () => {
    expect(files.length).toBeGreaterThan(40);
    expect(files.filter(file => floor(file) < 0)).toEqual([]);
  });

  it('imports only go down', () => {
    const inside = imports
      .filter(({ target }) => target.startsWith('.'))
      .map(({ file, target }) => ({ file, target: normalize(join(dirname(file), target)) }));
    expect(inside.length).toBeGreaterThan(60);
    const wrong = inside.filter(
      ({ file, target }) => room(file) !== room(target) && floor(target) >= floor(file),
    );
    // mining is a run too, and has the run's log
    const beside: Record<string, readonly string[]> = {
      'mining.ts': ['seen.ts', 'known-wording.ts'],
    };
    const known = (i: { file: string; target: string }) => beside[i.file]?.includes(i.target) ?? false;
    expect(wrong.filter(i => !known(i))).toEqual([]);
  });

  it('has one door per package', () => {
    const outside = imports.filter(({ target }) => !target.startsWith('.'));
    const wrong = outside.filter(({ file, target }) => {
      const name = Object.keys(doors).find(door => target === door || target.startsWith(`${door}/`));
      return name !== undefined && !doors[name]?.test(file);
    });
    expect(outside.length).toBeGreaterThan(5);
    expect(wrong).toEqual([]);
    expect(outside.filter(({ target }) => target === 'natural')).toEqual([]);
  });

  it('keeps the command line on the public face', () => {
    const wrong = imports.filter(
      ({ file, target }) => file.startsWith('cli/') && target.startsWith('../') && target !== '../index.ts',
    );
    expect(wrong).toEqual([]);
  });

  it('has no drawers', () => {
    expect(
      files.filter(file => /(utils?|helpers?|shared|common|manager|service|impl)\b/i.test(file)),
    ).toEqual([]);
  });
});
