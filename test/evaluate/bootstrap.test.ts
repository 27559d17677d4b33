/** Intervals: against known ones, the same again, and honest where there is too little. */
import { describe, expect, it } from 'vitest';
import { bootstrap, quantile } from '../../src/evaluate/bootstrap.ts';
import { randomFrom } from '../../src/evaluate/random.ts';

const shareOf = (values: readonly number[]) => (drawn: readonly number[]) => [
  drawn.reduce((sum, index) => sum + (values[index] as number), 0) / drawn.length,
];

describe('random numbers', () => {
  it('are those of mulberry32', () => {
    const random = randomFrom(0);
    expect([random(), random()]).toEqual([0.26642920868471265, 0.0003297457005828619]);
  });

  it('are spread evenly', () => {
    const random = randomFrom(7);
    const tenths = new Array<number>(10).fill(0);
    for (let i = 0; i < 10_000; i++) tenths[Math.floor(random() * 10)]!++;
    expect(Math.min(...tenths)).toBeGreaterThan(900);
    expect(Math.max(...tenths)).toBeLessThan(1100);
  });
});

describe('the bootstrap', () => {
  it('finds the interval of a share of half of a hundred: 0.5 ± 1.96 · 0.05', () => {
    const [interval] = bootstrap(100, shareOf(Array.from({ length: 100 }, (_, at) => at % 2)));
    expect(interval?.low).toBeGreaterThan(0.38);
    expect(interval?.low).toBeLessThan(0.42);
    expect(interval?.high).toBeGreaterThan(0.58);
    expect(interval?.high).toBeLessThan(0.62);
  });

  it('is the same again, and another with another seed', () => {
    const values = Array.from({ length: 40 }, (_, at) => (at * 7) % 11);
    expect(bootstrap(40, shareOf(values))).toEqual(bootstrap(40, shareOf(values)));
    expect(bootstrap(40, shareOf(values), 2)).not.toEqual(bootstrap(40, shareOf(values)));
  });

  it('says nothing of few cases, nor of a figure that many draws cannot judge', () => {
    expect(bootstrap(4, shareOf([0, 1, 0, 1]))).toEqual([]);
    const rare = (drawn: readonly number[]) => [drawn.includes(0) ? 1 : null]; // in about 63% of the draws
    expect(bootstrap(20, rare)).toEqual([{ low: null, high: null }]);
  });

  it('takes quantiles in proportion between neighbours', () => {
    expect([0, 0.025, 0.5, 1].map(share => quantile([1, 2, 3, 4, 5], share))).toEqual([1, 1.1, 3, 5]);
    expect(quantile([7], 0.975)).toBe(7);
  });
});
