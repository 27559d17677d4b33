/**
 * Ranks that small numbers do not decide. Each row's score, like for like, is drawn toward the team's by how much of
 * the differences chance explains (empirical Bayes: Efron and Morris 1975; the variances by the method of moments for
 * unequal group sizes, Searle, Casella and McCulloch 1992, ch. 3). See `fair-rationale.md`.
 */
import type { Unranked } from '../model/scorecard.ts';
import { round } from './interval.ts';
import type { Adjusted } from './mix.ts';

/** Below so many conversations there is no rank: the interval of five is 1.2 standard deviations to either side. */
export const leastToRank = 5;
/** Below so many rows nothing tells how much people differ. */
const leastRows = 3;

/** Where a row stands. */
export interface Standing {
  /** 1 is the highest; rows that share a value share a rank. */
  readonly rank: number | null;
  /** Why there is none. */
  readonly unranked: Unranked | null;
  /** The score drawn toward the team's. */
  readonly shrunk: number | null;
}

/** How the scores vary: within rows, and between them beyond that. */
export interface Variances {
  readonly within: number;
  readonly between: number;
  /** The team's score, each row weighed by how much it tells. */
  readonly centre: number;
}

/** The variances of rows, by the method of moments; null where they are too few. */
export function variances(rows: readonly Adjusted[]): Variances | null {
  const total = rows.reduce((sum, { n }) => sum + n, 0);
  if (rows.length < leastRows || total <= rows.length) return null;
  const within = rows.reduce((sum, { residual }) => sum + residual, 0) / (total - rows.length);
  const mean = rows.reduce((sum, { n, value }) => sum + n * value, 0) / total;
  const among = rows.reduce((sum, { n, value }) => sum + n * (value - mean) ** 2, 0) / (rows.length - 1);
  const size = (total - rows.reduce((sum, { n }) => sum + n * n, 0) / total) / (rows.length - 1);
  const between = size > 0 ? Math.max(0, (among - within) / size) : 0;
  const weights = rows.map(({ n }) => (between + within === 0 ? n : 1 / (between + within / n)));
  const sum = weights.reduce((a, b) => a + b, 0);
  return { within, between, centre: rows.reduce((all, { value }, i) => all + value * weights[i]!, 0) / sum };
}

/** A score drawn toward the centre: all the way where rows differ by chance alone, hardly where it rests on many. */
export function shrunken({ n, value }: Adjusted, { within, between, centre }: Variances): number {
  if (within === 0) return value;
  return centre + ((n * between) / (n * between + within)) * (value - centre);
}

/** Where every row stands, in their order. */
export function standings(rows: readonly (Adjusted | null)[]): Standing[] {
  const found = variances(rows.filter(row => row !== null));
  const drawn = rows.map(row => (row === null || found === null ? null : round(shrunken(row, found), 1)));
  const differ = found !== null && (found.between > 0 || found.within === 0);
  const able = rows.map(row => differ && row !== null && row.n >= leastToRank);
  return rows.map((row, i) => {
    const shrunk = drawn[i] ?? null;
    if (!able[i]) return { rank: null, unranked: reason(row, found !== null), shrunk };
    const better = drawn.filter((other, j) => able[j] && (other as number) > (shrunk as number)).length;
    return { rank: better + 1, unranked: null, shrunk };
  });
}

function reason(row: Adjusted | null, enough: boolean): Unranked {
  if (row === null || row.n < leastToRank) return 'too few to rank';
  return enough ? 'no difference beyond chance' : 'too few to compare with';
}
