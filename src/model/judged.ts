/** Cases of a signal → its share, by one rule for a conversation and for all of an agent's. */
import { type CountedName, leastCases, type SignalCount } from './signals.ts';

/** The share that a signal's cases come to, in thousandths; null where they are too few to judge. */
export const judged = (name: CountedName, { count, of }: SignalCount): number | null =>
  of < leastCases[name] ? null : Math.round((1000 * count) / of) / 1000;
