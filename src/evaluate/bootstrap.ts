/**
 * How sure a figure is: its 95% interval by the bootstrap. As many conversations as there are get drawn at random,
 * with repeats, a thousand times over, and the figure is taken of each draw; the interval leaves out the lowest and
 * the highest 2.5% (the percentile method). Conversations are drawn, not turns, since turns of one conversation are
 * not independent. The draws follow from a fixed seed: the same labels give the same interval.
 *
 * B. Efron, Bootstrap methods: another look at the jackknife, Annals of Statistics 7 (1979) 1–26;
 * B. Efron and R. Tibshirani, An Introduction to the Bootstrap, Chapman & Hall 1993, ch. 13.
 */
import { randomFrom } from './random.ts';

/** How many times conversations are drawn. */
export const RESAMPLES = 1000;
/** Decides the draws; any number would do. */
export const SEED = 1979;
/** Fewer conversations than this say nothing of the spread. */
const LEAST_CASES = 5;
/** A figure that so many draws have nothing to judge on has no interval. */
const LEAST_JUDGED = 0.9 * RESAMPLES;

/** An interval; nulls where there is too little to say. */
export interface Interval {
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The intervals of several figures at once, none below five cases; `figuresOf` gives the figures of the cases drawn (by
 * index, with repeats).
 */
export function bootstrap(
  cases: number,
  figuresOf: (drawn: readonly number[]) => readonly (number | null)[],
  seed = SEED,
): Interval[] {
  const random = randomFrom(seed);
  const draws = Array.from({ length: cases < LEAST_CASES ? 0 : RESAMPLES }, () =>
    figuresOf(Array.from({ length: cases }, () => Math.floor(random() * cases))),
  );
  const [first = []] = draws;
  return first.map((_, figure) => {
    const values = draws.map(values => values[figure] ?? null).filter(value => value !== null);
    if (values.length < LEAST_JUDGED) return { low: null, high: null };
    values.sort((a, b) => a - b);
    return { low: quantile(values, 0.025), high: quantile(values, 0.975) };
  });
}

/** The value below which a share of sorted values lies, in proportion between two neighbours. */
export function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const [low, high] = [sorted[below]!, sorted[Math.min(below + 1, sorted.length - 1)]!];
  return low + (at - below) * (high - low);
}
