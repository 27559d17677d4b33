/** Numbers and sums as a trace writes them. */

/** Longer sums are written as their result. */
const MOST_SUMMED = 30;

/** To four decimals at most; below zero in brackets, so that it can stand anywhere. */
export function num(value: number): string {
  const rounded = Math.round(Math.abs(value) * 1e4) / 1e4;
  return value < 0 && rounded !== 0 ? `(−${rounded})` : String(rounded);
}

/** `(1 + 2 + 3)`; of many the result alone. */
export function summed(values: readonly number[]): string {
  if (values.length === 0) return '0';
  if (values.length > MOST_SUMMED) return num(values.reduce((sum, value) => sum + value, 0));
  return values.length === 1 ? num(values[0] as number) : `(${values.map(num).join(' + ')})`;
}

/** The sum of products or other terms that are expressions themselves; of many the result alone. */
export const summedTerms = (terms: readonly string[], result: number): string =>
  terms.length > MOST_SUMMED ? num(result) : terms.length === 1 ? String(terms[0]) : `(${terms.join(' + ')})`;
