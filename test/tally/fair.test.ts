/** Intervals, adjustment and ranks: known figures, and what has to hold whatever the figures are. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Tally } from '../../src/index.ts';
import { meanInterval, wordShare } from '../../src/tally/interval.ts';
import type { Adjusted } from '../../src/tally/mix.ts';
import { leastToRank, shrunken, standings, variances } from '../../src/tally/rank.ts';
import { type Made, madeScore } from './made.ts';

const cards = (list: readonly Made[], by?: string[]) => {
  const tally = new Tally(by);
  for (const one of list) tally.add(madeScore(one));
  return tally.cards();
};
const many = (agent: string, overall: number, n: number, more: Partial<Made> = {}): Made[] =>
  Array.from({ length: n }, (_, i) => ({ agent, overall: overall + (i % 2 ? 4 : -4), ...more }));

const made = fc.record({
  agent: fc.constantFrom('a', 'b', 'c', 'd'),
  overall: fc.option(fc.integer({ min: 0, max: 100 })),
  channel: fc.constantFrom('call', 'chat'),
  turns: fc.integer({ min: 1, max: 20 }),
  words: fc.integer({ min: 0, max: 300 }),
  scriptedWords: fc.integer({ min: 0, max: 100 }),
  open: fc.boolean(),
  metadata: fc.record({
    team: fc.constantFrom('Lisbon', 'Porto'),
    date: fc.constantFrom('2026-03-02', '2026-03-10'),
  }),
});

describe('cards', () => {
  it('are the same whatever the order of the conversations', () => {
    fc.assert(
      fc.property(
        fc.array(made, { minLength: 1, maxLength: 40 }),
        fc.infiniteStream(fc.integer()),
        (list, keys) => {
          const mixed = list
            .map(one => [keys.next().value as number, one] as const)
            .sort((a, b) => a[0] - b[0]);
          for (const by of [['agent'], ['team'], ['agent', 'week']])
            expect(
              cards(
                mixed.map(([, one]) => one),
                by,
              ),
            ).toEqual(cards(list, by));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('hold every figure within its interval and its scale', () => {
    fc.assert(
      fc.property(fc.array(made, { minLength: 1, maxLength: 40 }), list => {
        for (const { scores, scriptedRate, scriptedRateInterval: share, shrunk } of cards(list)) {
          const { value, low, high, adjusted = null, adjustedLow, adjustedHigh } = scores.overall;
          if (value !== null && low !== null) expect(low <= value && value <= (high as number)).toBe(true);
          if (adjusted !== null) expect(adjusted >= 0 && adjusted <= 100).toBe(true);
          if (adjusted !== null && adjustedLow != null)
            expect(adjustedLow <= adjusted && adjusted <= (adjustedHigh as number)).toBe(true);
          if (share.low !== null) expect(share.low <= (scriptedRate as number)).toBe(true);
          expect(shrunk === null || Number.isFinite(shrunk)).toBe(true);
        }
      }),
    );
  });

  it('are by whatever conversations are filed under', () => {
    const list = [
      { agent: 'a', overall: 10, metadata: { team: 'Porto', date: '2026-03-02T10:00:00' } },
      { agent: 'b', overall: 30, metadata: { team: 'Porto', date: '2026-03-10' } },
      { agent: 'b', overall: 50, metadata: { team: 'Lisbon', date: '2026-03-10' } },
      { agent: 'b', overall: 70 },
    ];
    const rows = (by: string[]) =>
      cards(list, by).map(({ id, group, agents, scores }) => [id, group, agents, scores.overall.value]);
    expect(rows(['team'])).toEqual([
      ['Lisbon', { team: 'Lisbon' }, 1, 50],
      ['Porto', { team: 'Porto' }, 2, 20],
      ['–', { team: null }, 1, 70],
    ]);
    expect(rows(['agent', 'week'])).toEqual([
      ['a', { week: '2026-W10' }, undefined, 10],
      ['b', { week: '2026-W11' }, undefined, 40],
      ['b', { week: null }, undefined, 70],
    ]);
    expect(() => cards(list, ['site2'])).toThrow(
      'no conversation has "site2"; there are: agent, channel, date, day, month, team, week',
    );
  });
});

describe('like for like', () => {
  it('leaves a score as it is where all have the same contacts', () => {
    for (const { scores } of cards([...many('a', 40, 6), ...many('b', 60, 6)]))
      expect(scores.overall.adjusted).toBe(scores.overall.value);
  });

  it('does not hold harder contacts against anybody', () => {
    // openings cost everybody 20 points, and b gets nearly all of them
    const list = [
      ...many('a', 70, 18),
      ...many('a', 50, 2, { open: true }),
      ...many('b', 70, 2),
      ...many('b', 50, 18, { open: true }),
    ];
    const [a, b] = cards(list).map(({ scores }) => scores.overall);
    expect([a?.value, b?.value]).toEqual([68, 52]);
    expect(a?.adjusted).toBeCloseTo(60, 5);
    expect(b?.adjusted).toBeCloseTo(60, 5);
  });

  it('falls back to a coarser kind where nobody else met the fine one', () => {
    const list = [...many('a', 50, 4, { channel: 'mail' }), ...many('b', 70, 4)];
    expect(cards(list).map(({ scores }) => scores.overall.adjusted)).toEqual([50, 70]);
  });
});

describe('ranks', () => {
  it('stand where there is enough, and say why not elsewhere', () => {
    const list = [
      ...many('a', 80, 10),
      ...many('b', 50, 10),
      ...many('c', 20, 10),
      ...many('d', 96, leastToRank - 1),
    ];
    expect(cards(list).map(({ id, rank, ranked, unranked }) => [id, rank, ranked, unranked])).toEqual([
      ['a', 1, true, null],
      ['b', 2, true, null],
      ['c', 3, true, null],
      ['d', null, false, 'too few to rank'],
    ]);
  });

  it('do not stand where agents differ by chance alone', () => {
    const noisy = ['a', 'b', 'c'].flatMap((agent, i) => [
      ...Array.from({ length: 6 }, (_, k) => ({ agent, overall: k % 2 ? 90 : 10 })),
      { agent, overall: 50 + i },
    ]);
    expect(new Set(cards(noisy).map(({ unranked }) => unranked))).toEqual(
      new Set(['no difference beyond chance']),
    );
  });

  it('do not stand between two, or by week', () => {
    expect(cards([...many('a', 80, 9), ...many('b', 20, 9)])[0]?.unranked).toBe('too few to compare with');
    const dated = ['2026-03-02', '2026-03-10', '2026-03-17'].flatMap(date =>
      many('a', 50, 6, { metadata: { date } }),
    );
    expect(new Set(cards(dated, ['week']).map(({ unranked }) => unranked))).toEqual(
      new Set(['not ranked by this']),
    );
  });

  it('share a place where the score is the same', () => {
    const ranks = cards([...many('a', 80, 8), ...many('b', 80, 8), ...many('c', 20, 8)]).map(
      ({ rank }) => rank,
    );
    expect(ranks).toEqual([1, 1, 3]);
  });
});

describe('shrinking', () => {
  const row = fc.record({
    n: fc.integer({ min: 2, max: 50 }),
    value: fc.double({ min: 0, max: 100, noNaN: true }),
    residual: fc.double({ min: 1, max: 50_000, noNaN: true }),
  });

  it('stays between a score and the centre, and is less for more conversations', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 3, maxLength: 12 }), rows => {
        const found = variances(rows)!;
        expect(found.between).toBeGreaterThanOrEqual(0);
        for (const one of rows) {
          const drawn = shrunken(one, found);
          const low = Math.min(one.value, found.centre);
          const high = Math.max(one.value, found.centre);
          expect(drawn).toBeGreaterThanOrEqual(low - 1e-9);
          expect(drawn).toBeLessThanOrEqual(high + 1e-9);
          const more = shrunken({ ...one, n: one.n * 2 }, found);
          expect(Math.abs(more - one.value)).toBeLessThanOrEqual(Math.abs(drawn - one.value) + 1e-9);
        }
      }),
    );
  });

  it('gives no ranks that depend on the order of the rows', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 3, maxLength: 12 }), rows => {
        const back = standings([...rows].reverse()).reverse();
        expect(standings(rows).map(({ rank }) => rank)).toEqual(back.map(({ rank }) => rank));
      }),
    );
  });

  it('finds known variances', () => {
    // three rows of four: within 4, means 10, 20, 30, so that between is 100 - 4/4
    const rows: Adjusted[] = [10, 20, 30].map(value => ({ n: 4, value, residual: 12 }));
    const found = variances(rows)!;
    expect(found.within).toBeCloseTo(4, 9);
    expect(found.between).toBeCloseTo(99, 9);
    expect(found.centre).toBeCloseTo(20, 9);
    expect(shrunken(rows[0]!, found)).toBeCloseTo(20 - 10 * (396 / 400), 9);
  });
});

describe('intervals', () => {
  it.each([
    [meanInterval(3, 180, 11000), { low: 35.2, high: 84.8, sd: 10 }],
    [
      wordShare(1, 100, 20, { words: 10_000, scripted: 400, both: 2000 }),
      { value: 0.2, of: 100, low: null, high: null },
    ],
    // two conversations of 100 words with 20 and 40 in script: 0.3 ± 12.706 × 0.1
    [
      wordShare(2, 200, 60, { words: 20_000, scripted: 2000, both: 6000 }),
      { value: 0.3, of: 200, low: 0, high: 1 },
    ],
    [wordShare(3, 0, 0, { words: 0, scripted: 0, both: 0 }), { value: null, of: 0, low: null, high: null }],
  ])('%#', (found, expected) => expect(found).toEqual(expected));
});
