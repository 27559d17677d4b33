import { describe, expect, it } from 'vitest';
import { meanInterval, share } from '../../src/tally/interval.ts';

describe('intervals', () => {
  // worked by hand: 50, 60, 70 has mean 60, standard deviation 10, t(2) = 4.303
  it('of a mean', () => {
    expect(meanInterval(3, 180, 11000)).toEqual({ low: 35.2, high: 84.8, sd: 10 });
    expect(meanInterval(1, 60, 3600)).toEqual({ low: null, high: null, sd: null });
    expect(meanInterval(2, 100, 10000)).toEqual({ low: 0, high: 100, sd: 70.71 });
  });

  it('uses a t that keeps falling where the table ends', () => {
    const width = (n: number) => {
      // n scores, half 40 and half 60
      const { low, high } = meanInterval(n, n * 50, (n / 2) * (1600 + 3600));
      return (high as number) - (low as number);
    };
    expect(width(34)).toBeLessThan(width(32));
    expect(width(32)).toBeLessThan(width(30));
  });

  // Newcombe 1998, table I: 81 of 263 gives .255 to .366 by the score method without correction
  it('of a share', () => {
    expect(share(81, 263)).toEqual({ value: 0.308, of: 263, low: 0.255, high: 0.366 });
    expect(share(0, 0)).toEqual({ value: null, of: 0, low: null, high: null });
    expect(share(0, 4).low).toBe(0);
  });
});
