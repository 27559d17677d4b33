/** The interval of a share with few cases. */
import type { Interval } from './bootstrap.ts';

/** 97.5th percentile of the standard normal distribution. */
const Z = 1.959964;

/**
 * 95% interval of `count` out of `of`. Single rules get it in place of the bootstrap, which would call a rule that
 * was right in 3 turns of 3 certain. Nulls without a case.
 * E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927) 209–212.
 */
export function wilson(count: number, of: number): Interval {
  if (of === 0) return { low: null, high: null };
  const share = count / of;
  const weight = 1 + Z ** 2 / of;
  const middle = (share + Z ** 2 / (2 * of)) / weight;
  const half = (Z / weight) * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
