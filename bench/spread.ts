/** What several takes say together. */

/** The middle of several figures, with the ends. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** Throws where there is nothing to be the middle of. */
export function spreadOf(figures: readonly number[]): Spread {
  if (figures.length === 0) throw new Error('no figures');
  const sorted = [...figures].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] as number;
  const median = sorted.length % 2 === 1 ? upper : ((sorted[half - 1] as number) + upper) / 2;
  return { median, low: sorted[0] as number, high: sorted.at(-1) as number };
}

/** Ratios are taken round by round, so that a machine that slows down slows both. */
export const ratioOf = <K extends string>(
  rounds: readonly Readonly<Record<K, number>>[],
  over: K,
  under: K,
): Spread => spreadOf(rounds.map(round => round[over] / round[under]));

/** What to reach. `least`: still good enough, where there is such a figure. */
export interface Goal {
  readonly sense: 'at most' | 'no less than';
  readonly target: number;
  readonly least: number | null;
}

export type Verdict = 'met' | 'at the least' | 'short';

/** Judges a figure as it is printed, with two digits after the point. */
export function verdictOf(figure: number, { sense, target, least }: Goal): Verdict {
  const printed = Math.round(100 * figure) / 100;
  const reaches = (goal: number) => (sense === 'at most' ? printed <= goal : printed >= goal);
  return reaches(target) ? 'met' : least !== null && reaches(least) ? 'at the least' : 'short';
}
