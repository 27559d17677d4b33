/** The same input gives the same bytes: again, and in any order of the files for cards. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { score, scorecard } from '../src/index.ts';

const folder = 'fixtures/transcripts';
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(name => /\.\w+$/.test(name))
  .map(name => join(folder, name))
  .sort();

it('gives the same cards for any order of the files', async () => {
  const cards = JSON.stringify(await scorecard(files));
  expect(JSON.parse(cards).agents.length).toBeGreaterThan(3);
  expect(JSON.stringify(await scorecard([...files].reverse()))).toBe(cards);
  expect(JSON.stringify(await scorecard([folder]))).toBe(cards);
}, 30_000);

it('gives the same findings again', async () => {
  const all = async () => {
    const out: string[] = [];
    for await (const step of score([folder])) out.push(JSON.stringify(step));
    return out;
  };
  const first = await all();
  expect(first.length).toBeGreaterThan(29);
  expect(await all()).toEqual(first);
}, 30_000);
