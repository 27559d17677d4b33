/** Precision, recall, F1 and kappa against sums done by hand. */
import { describe, expect, it } from 'vitest';
import { f1, precision, precisionOfNothing, recall, recallOfNothing } from '../../src/evaluate/agreement.ts';
import { kappa } from '../../src/evaluate/kappa.ts';
import { rounded } from '../../src/evaluate/rounded.ts';
import { wilson } from '../../src/evaluate/wilson.ts';

describe('precision, recall and F1', () => {
  it('are shares of three counts', () => {
    const counts = { labelled: 8, found: 10, right: 6 };
    expect(precision(counts)).toBe(0.6); // 6 of the 10 found
    expect(recall(counts)).toBe(0.75); // 6 of the 8 labelled
    expect(f1(counts)).toBeCloseTo(12 / 18, 12); // 2 · 6 / (8 + 10)
  });

  it('have nothing to judge where there is nothing', () => {
    const nothing = { labelled: 0, found: 0, right: 0 };
    expect([precision, recall, f1, precisionOfNothing, recallOfNothing].map(of => of(nothing))).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('call it 0 where all was overlooked, or all was wrong', () => {
    const overlooked = { labelled: 3, found: 0, right: 0 };
    expect([recall(overlooked), f1(overlooked), precisionOfNothing(overlooked)]).toEqual([0, 0, 0]);
    const wrong = { labelled: 0, found: 3, right: 0 };
    expect([precision(wrong), f1(wrong), recallOfNothing(wrong)]).toEqual([0, 0, 1]);
  });
});

describe('kappa', () => {
  it('takes chance off the agreement', () => {
    // 50 turns: both 20, labels alone 5, tool alone 10, neither 15. Observed 0.7; expected (25·30 + 25·20) / 50² = 0.5.
    expect(kappa({ labelled: 25, found: 30, right: 20 }, 50)).toBeCloseTo(0.4, 12);
  });

  it('is 1 where all agree, below 0 where they disagree more than by chance', () => {
    expect(kappa({ labelled: 4, found: 4, right: 4 }, 10)).toBe(1);
    expect(kappa({ labelled: 5, found: 5, right: 0 }, 10)).toBe(-1);
  });

  it('has nothing to judge where nobody says two different things', () => {
    expect(kappa({ labelled: 0, found: 0, right: 0 }, 10)).toBeNull();
    expect(kappa({ labelled: 10, found: 10, right: 10 }, 10)).toBeNull();
    expect(kappa({ labelled: 0, found: 0, right: 0 }, 0)).toBeNull();
  });
});

describe("Wilson's interval", () => {
  it('is not certain of 3 turns in 3', () => {
    expect(wilson(3, 3).low).toBeCloseTo(0.4385, 4); // 1 / (1 + z² / 3)
    expect(wilson(3, 3).high).toBe(1);
  });

  it('is that of any table', () => {
    const { low, high } = wilson(8, 10);
    expect([low?.toFixed(3), high?.toFixed(3)]).toEqual(['0.490', '0.943']);
    expect(wilson(0, 0)).toEqual({ low: null, high: null });
  });
});

it('rounds to three places, half to even', () => {
  expect([0.3125, 0.4375, 0.0625, -0.0625, 2 / 3, 0.5, 1, 0, null].map(rounded)).toEqual([
    0.312,
    0.438,
    0.062,
    -0.062,
    0.667,
    0.5,
    1,
    0,
    null,
  ]);
});
