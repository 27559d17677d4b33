/** What is called a change: known figures of the methods, and how often chance is called one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareScorecards, madeBy, Tally } from '../../src/index.ts';
import { holm, leastToTell, ofMeans, ofShares } from '../../src/tally/compare.ts';
import { normalTail, studentQuantile, studentTail } from '../../src/tally/distribution.ts';
import { madeScore } from './made.ts';

describe('distributions', () => {
  it.each([
    [1, 12.706],
    [5, 2.571],
    [10, 2.228],
    [30, 2.042],
    [120, 1.98],
    [100_000, 1.96],
  ])('t of 97.5%% with %i degrees of freedom', (df, t) => {
    expect(studentTail(t, df)).toBeCloseTo(0.05, 3);
    expect(studentQuantile(0.05, df)).toBeCloseTo(t, 2);
  });

  it.each([
    [0, 1],
    [1, 0.3173],
    [1.959964, 0.05],
    [3, 0.0027],
  ])('normal beyond %d', (z, p) => expect(normalTail(z)).toBeCloseTo(p, 4));
});

describe('differences', () => {
  it('of shares is the published example (Newcombe 1998, 56 of 70 against 48 of 80)', () => {
    const { low, high, p } = ofShares({ k: 48, n: 80 }, { k: 56, n: 70 });
    expect(low).toBeCloseTo(0.0524, 3);
    expect(high).toBeCloseTo(0.3339, 3);
    expect(p).toBeLessThan(0.05);
  });

  it('of means is Welch’s', () => {
    const { low, high, p } = ofMeans({ value: 20, n: 10, sd: 4 }, { value: 26, n: 20, sd: 6 });
    // error √(1.6 + 1.8), 25.4 degrees of freedom
    expect(low).toBeCloseTo(6 - 2.0582 * 1.8439, 2);
    expect(high).toBeCloseTo(6 + 2.0582 * 1.8439, 2);
    expect(p).toBeCloseTo(0.0032, 3);
  });

  it('say so in their interval exactly where they say so in their probability', () => {
    const mean = fc.record({
      value: fc.double({ min: 0, max: 100, noNaN: true }),
      n: fc.integer({ min: leastToTell, max: 60 }),
      sd: fc.double({ min: 0.5, max: 40, noNaN: true }),
    });
    const share = fc
      .integer({ min: 5, max: 60 })
      .chain(n => fc.record({ n: fc.constant(n), k: fc.integer({ min: 0, max: n }) }));
    fc.assert(
      fc.property(mean, mean, share, share, (a, b, c, d) => {
        for (const { low, high, p } of [ofMeans(a, b), ofShares(c, d)]) {
          if (Math.abs(p - 0.05) < 1e-4) continue;
          expect(low > 0 || high < 0).toBe(p < 0.05);
        }
      }),
    );
  });

  it('are corrected as Holm did', () => {
    const found = holm([0.01, 0.04, 0.03, 0.005]);
    for (const [i, p] of [0.03, 0.06, 0.06, 0.02].entries()) expect(found[i]).toBeCloseTo(p, 9);
    expect(holm([])).toEqual([]);
  });
});

const run = { version: '1', rules: 'r', conversations: 1 };
const file = (
  scores: readonly (readonly [agent: string, overall: number, missed?: number])[],
  more: object = {},
) => {
  const tally = new Tally();
  for (const [agent, overall, missed = 0] of scores)
    tally.add(madeScore({ agent, overall, missed, total: 1 }));
  return JSON.stringify({ agents: tally.cards(), run: { ...run, ...more } });
};
const spread = (agent: string, mean: number, n: number) =>
  Array.from({ length: n }, (_, i) => [agent, mean + (i % 2 ? 5 : -5)] as const);

describe('two scorecards', () => {
  it('tell what changed, what did not and what cannot be told', () => {
    const before = file([...spread('a', 40, 20), ...spread('b', 40, 20), ...spread('c', 40, 3), ['gone', 1]]);
    const after = file([...spread('a', 60, 20), ...spread('b', 41, 20), ...spread('c', 90, 3), ['new', 1]]);
    const found = compareScorecards(['b.json', before], ['a.json', after]);
    const overall = found.changes.filter(({ figure }) => figure === 'overall');
    expect(overall.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['a', 'up'],
      ['b', 'no change shown'],
      ['c', 'too few to tell'],
    ]);
    expect([found.onlyBefore, found.onlyAfter, found.different]).toEqual([['gone'], ['new'], []]);
  });

  it('rarely call chance a change', () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed / 2_147_483_648;
    };
    const draw = () =>
      file(
        ['a', 'b', 'c', 'd'].flatMap(agent =>
          Array.from(
            { length: 12 },
            () => [agent, Math.floor(random() * 101), Number(random() < 0.4)] as const,
          ),
        ),
      );
    let alarms = 0;
    for (let i = 0; i < 200; i++) {
      const { changes } = compareScorecards(['b', draw()], ['a', draw()]);
      if (changes.some(({ verdict }) => verdict === 'up' || verdict === 'down')) alarms++;
    }
    expect(alarms).toBeLessThanOrEqual(16); // 5% of 200, and what chance adds to it
  });

  it('tell it of sections, criteria and gaps, and only where the rubric is the same', () => {
    const rubric = { name: 'ours', version: '3', hash: 'x' };
    const judged = (value: number, n = 20) => ({ value, conversations: n, low: null, high: null, sd: 5 });
    const with_ = (heard: number, asks: number, few: number, hash = 'x') => {
      const card = JSON.parse(file(spread('a', 40, 20), { rubric: { ...rubric, hash } }));
      const criteria = [
        { id: 'asks', value: judged(asks) },
        { id: 'few', value: judged(few, 3) },
        // one of the scores over again: tested once
        { id: 'own-words', value: card.agents[0].scores.ownWords },
      ];
      const other = { id: 'known', value: judged(50), criteria: [] };
      card.agents[0].rubric = {
        sections: [{ id: 'heard', value: judged(heard), criteria }, other],
        gaps: [{ id: 'gap', value: judged(-20) }],
      };
      return JSON.stringify(card);
    };
    const found = compareScorecards(['b', with_(40, 60, 10)], ['a', with_(41, 20, 90)]);
    const parts = found.changes.filter(({ figure }) => figure.includes(':'));
    expect(parts.map(({ figure, verdict }) => [figure, verdict])).toEqual([
      ['section:heard', 'no change shown'],
      ['criterion:asks', 'down'],
      ['criterion:few', 'too few to tell'],
      ['section:known', 'no change shown'],
      ['gap:gap', 'no change shown'],
    ]);
    expect(found.before.rubricName).toBe('ours 3');
    const apart = compareScorecards(['b', with_(40, 60, 10)], ['a', with_(41, 20, 90, 'y')]);
    expect(apart.different).toEqual(['rubric']);
    expect(apart.changes.some(({ figure }) => figure.includes(':'))).toBe(false);
    expect(madeBy(apart)).toBe('different rubrics (ours 3 x, then ours 3 y)');
  });

  it('are told apart by what made them', () => {
    const [one, rules, rubric] = [
      file([['a', 1]]),
      file([['a', 1]], { rules: 's' }),
      file([['a', 1]], { rubric: { hash: 'x' } }),
    ];
    expect(compareScorecards(['b', one], ['a', rules]).different).toEqual(['rules']);
    expect(compareScorecards(['b', one], ['a', rubric]).different).toEqual(['rubric']);
  });

  it.each([
    ['not json', 'not JSON'],
    ['{}', 'not a scorecard of this version'],
    ['{"conversations":[],"run":{"version":"1","rules":"r","conversations":0}}', 'neither agents nor groups'],
    [JSON.stringify({ by: ['team'], groups: [], run }), 'by team'],
  ])('%s is refused', (content, reason) =>
    expect(() => compareScorecards(['b', file([['a', 1]])], ['a', content])).toThrow(reason),
  );
});
