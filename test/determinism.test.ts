/** The same input gives the same bytes: again, and in any order of the files for cards. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
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

it('keeps conversations of one id with different texts, and counts copies once, in any order', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'unscripted-days-'));
  const days = { mon: 'Your parcel', tue: 'Your new card', wed: 'Your parcel' };
  const files = Object.entries(days).map(([day, what]) => {
    mkdirSync(join(folder, day));
    const file = join(folder, day, 'call-1.txt');
    writeFileSync(file, `Agent: ${what} is on its way to you now, Dana.\nCustomer: Thank you so much.\n`);
    return file;
  });
  const scores = async (paths: string[]) => {
    const run = score(paths);
    const out = [];
    for await (const step of run) out.push('score' in step ? step.score : step.problem);
    return { out, ids: out.flatMap(one => ('agents' in one ? [one.conversation] : [])), run: run.run() };
  };
  const all = await scores(files);
  expect(all.ids).toEqual(['call-1', 'call-1-2']);
  expect(all.run).toMatchObject({ conversations: 2, unreadable: 0, doubtful: 2 });
  expect(
    all.run.problems.map(({ source, reason }) => `${source.slice(folder.length + 1)}: ${reason}`),
  ).toEqual([
    'tue/call-1.txt: the conversation id "call-1" has come before with another text; this one goes by "call-1-2"',
    'wed/call-1.txt: the conversation id "call-1" has come before with the same text; this one is left out',
  ]);
  expect(await scores([...files].reverse())).toEqual(all);
  expect(await scores([folder])).toEqual(all);
  rmSync(folder, { recursive: true });
}, 30_000);
