/** What the measuring of speed rests on: middles, verdicts, and a corpus that is the same everywhere. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, test } from 'vitest';
import { conversations, type Made } from '../bench/corpus/conversation.ts';
import { type CorpusFormat, corpusSeed, jsonLine, writeCorpus } from '../bench/corpus/write.ts';
import { kept, page } from '../bench/report.ts';
import { withTwins } from '../bench/rules/twins.ts';
import { atMost, noLessThan } from '../bench/section.ts';
import { ratioOf, spreadOf, verdictOf } from '../bench/spread.ts';
import { ruleSources } from '../src/detect/sources.ts';
import type { Conversation } from '../src/model/conversation.ts';
import { type Chosen, read } from '../src/read/read.ts';
import { inputs } from '../src/read/source.ts';

const SEED = 5;
const first = (count: number, seed = SEED): Made[] => {
  const made: Made[] = [];
  for (const one of conversations(seed)) if (made.push(one) === count) break;
  return made;
};
const some = first(400);

test.each([
  [[3], { median: 3, low: 3, high: 3 }],
  [[4, 1, 3], { median: 3, low: 1, high: 4 }],
  [[10, 9, 2, 1], { median: 5.5, low: 1, high: 10 }],
])('the middle of %j', (figures, spread) => {
  expect(spreadOf(figures)).toEqual(spread);
});

it('has no middle of nothing', () => {
  expect(() => spreadOf([])).toThrow('no figures');
});

it('takes ratios within a round', () => {
  const rounds = [
    { a: 2, b: 1 },
    { a: 30, b: 10 },
    { a: 4, b: 4 },
  ];
  expect(ratioOf(rounds, 'a', 'b')).toEqual({ median: 2, low: 1, high: 3 });
});

test.each([
  [3.504, atMost(3.5, 6), 'met'],
  [3.51, atMost(3.5, 6), 'at the least'],
  [6.01, atMost(3.5, 6), 'short'],
  [1.21, atMost(1.2, null), 'short'],
  [8, noLessThan(8, 5), 'met'],
  [7.99, noLessThan(8, 5), 'at the least'],
  [4.9, noLessThan(8, 5), 'short'],
])('%d against %j: %s', (figure, goal, verdict) => {
  expect(verdictOf(figure, goal)).toBe(verdict);
});

it('writes every row on the page, with its verdict', () => {
  const figure = { median: 4, low: 3.5, high: 5 };
  const row = { measure: 'a / b', figure, unit: '×', goal: atMost(3.5, 6), behind: '4 s / 1 s' } as const;
  const peer = { peer: 'other 1.0', does: 'less', perSecond: spreadOf([99.7]), times: spreadOf([7]) };
  const text = page(new Date(0), [row], [peer]);
  expect(text).toContain('on 1970-01-01');
  expect(text).toContain(
    '| a / b | 4.00 × | 3.50 × – 5.00 × | ≤ 3.50 × | ≤ 6.00 × | at the least | 4 s / 1 s |',
  );
  expect(text).toContain('| other 1.0 | less | 100 | 7.00 × |  |');
});

it('makes the same conversations again, and others from another seed', () => {
  expect(first(50)).toEqual(some.slice(0, 50));
  expect(first(1, SEED + 1)).not.toEqual(some.slice(0, 1));
});

it('makes conversations of the usual size, some of which speak of a life', () => {
  const mean = (of: (made: Made) => number) => some.reduce((sum, made) => sum + of(made), 0) / some.length;
  expect(mean(made => made.turns.length)).toBeGreaterThan(17);
  expect(mean(made => made.turns.length)).toBeLessThan(20);
  expect(mean(made => jsonLine(made).length)).toBeGreaterThan(2500);
  expect(mean(made => jsonLine(made).length)).toBeLessThan(3200);
  expect(mean(made => Number(made.discloses))).toBeGreaterThan(0.08);
  expect(mean(made => Number(made.discloses))).toBeLessThan(0.17);
});

it('writes the same conversations as lines and as rows', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'unscripted-bench-test-'));
  try {
    const lines = await written(join(folder, 'corpus.jsonl'), 'jsonl', 'canonical');
    const rows = await written(join(folder, 'corpus.csv'), 'csv', 'csv-utterance');
    expect(lines).toHaveLength(400);
    expect(lines.slice(0, 2)).toEqual(first(2, corpusSeed).map(inShort));
    expect(rows).toEqual(lines);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const inShort = ({ id, agent, turns }: Conversation | Made) => [
  id,
  agent.id,
  agent.name,
  ...turns.map(({ speaker, text }) => `${speaker}: ${text}`),
];

/** Writes a corpus, and reads it back; nothing may be unreadable. */
async function written(file: string, as: CorpusFormat, format: string): Promise<unknown[]> {
  writeCorpus(file, as, 400);
  const all: unknown[] = [];
  const onFormat = (chosen: Chosen) => expect(chosen.format).toBe(format);
  for await (const reading of read(inputs([file]), { onFormat })) {
    if (!('conversation' in reading)) throw new Error(JSON.stringify(reading));
    all.push(inShort(reading.conversation));
  }
  return all;
}

it('gives each rule with phrases a twin, whose phrases are all new', () => {
  const { rules } = ruleSources('src');
  const all = withTwins(rules);
  const ids = all.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(1.7 * rules.length);
  const own = rules.flatMap(({ file }) => file.phrases);
  const added = all.slice(rules.length).flatMap(({ file }) => file.phrases);
  expect(added.length).toBe(own.length);
  expect(added.every(phrase => /\bzq[a-z]+j\b/.test(phrase))).toBe(true);
  expect(new Set([...own, ...added]).size).toBe(new Set(own).size + added.length);
});

it('keeps the rows of a page that are not taken anew', () => {
  const before = '| measure | figure |\n| --- | --- |\n| a | 1 |\n| b | 2 |';
  const now = '| measure | figure |\n| --- | --- |\n| b | 3 |\n| c | 4 |';
  expect(kept(now, before)).toBe('| measure | figure |\n| --- | --- |\n| a | 1 |\n| b | 3 |\n| c | 4 |');
  expect(kept(now, '')).toBe(now);
});
