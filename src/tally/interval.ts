/** 95% intervals: of a mean by Student's t, of a share of cases by Wilson's score interval (Wilson 1927), of a share of words by the ratio estimator. */

/** Student's t, 97.5th percentile, for 1 to 30 degrees of freedom (any table). */
const T = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];
/** The normal distribution, 97.5th percentile. */
export const Z = 1.959964;

/** t for any degrees of freedom; above 30 by the Cornish–Fisher expansion, exact to three places there. */
export const t = (df: number): number =>
  T[df - 1] ?? Z + (Z ** 3 + Z) / (4 * df) + (5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / (96 * df * df);

/** Rounded to so many places. */
export const round = (x: number, places: number): number => Math.round(x * 10 ** places) / 10 ** places;

/**
 * Interval of a mean of `n` figures from their sum and sum of squares, kept within what a figure can be, and their
 * deviation; nulls below two.
 */
export function meanInterval(
  n: number,
  sum: number,
  squares: number,
  least = 0,
  most = 100,
): { low: number | null; high: number | null; sd: number | null } {
  if (n < 2) return { low: null, high: null, sd: null };
  const mean = sum / n;
  const variance = Math.max(0, (squares - sum * mean) / (n - 1));
  const half = t(n - 1) * Math.sqrt(variance / n);
  return {
    low: round(Math.max(least, mean - half), 1),
    high: round(Math.min(most, mean + half), 1),
    sd: round(Math.sqrt(variance), 2),
  };
}

/** A share of `n` cases and its interval, 0 to 1, to three places; nulls without a case. */
export function share(
  k: number,
  n: number,
): { value: number | null; of: number; low: number | null; high: number | null } {
  if (n === 0) return { value: null, of: 0, low: null, high: null };
  const p = k / n;
  const centre = (p + (Z * Z) / (2 * n)) / (1 + (Z * Z) / n);
  const half = (Z / (1 + (Z * Z) / n)) * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n));
  return {
    value: round(p, 3),
    of: n,
    low: round(Math.max(0, centre - half), 3),
    high: round(Math.min(1, centre + half), 3),
  };
}

/** Squares and products over parts, for the interval of a share of their words (or other cases). */
export class Spread {
  words = 0;
  scripted = 0;
  both = 0;

  /** A part of so many words, some of them counted. */
  add(words: number, some: number): void {
    this.words += words * words;
    this.scripted += some * some;
    this.both += words * some;
  }
}

/**
 * A share of words over `n` parts, from sums, squares and products (Cochran 1977, ch. 6): words of one conversation
 * stand and fall together, so that conversations are counted, and not words.
 */
export function wordShare(
  n: number,
  words: number,
  some: number,
  spread: Readonly<Pick<Spread, 'words' | 'scripted' | 'both'>>,
): { value: number | null; of: number; low: number | null; high: number | null } {
  if (words === 0) return { value: null, of: 0, low: null, high: null };
  const value = Math.min(1, some / words);
  if (n < 2) return { value: round(value, 3), of: words, low: null, high: null };
  const squares = Math.max(0, spread.scripted - 2 * value * spread.both + value * value * spread.words);
  const half = (t(n - 1) * Math.sqrt((n * squares) / (n - 1))) / words;
  return {
    value: round(value, 3),
    of: words,
    low: round(Math.max(0, value - half), 3),
    high: round(Math.min(1, value + half), 3),
  };
}
