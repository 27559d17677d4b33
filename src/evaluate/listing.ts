/** Which mistakes are listed, where not all are. */
import type { Mistake } from './mistakes.ts';

/** What was asked for: at most so many of each dimension and kind, with their words or only their places. */
export interface Listing {
  readonly most: number;
  readonly quotes: boolean;
}

/** The first of each dimension and kind. */
export function listed(mistakes: readonly Mistake[], most: number): Mistake[] {
  const counts = new Map<string, number>();
  return mistakes.filter(({ dimension, mistake }) => {
    const count = (counts.get(`${dimension} ${mistake}`) ?? 0) + 1;
    counts.set(`${dimension} ${mistake}`, count);
    return count <= most;
  });
}
