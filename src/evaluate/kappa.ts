/** Agreement beyond chance, turn by turn. */
import type { Counts } from './agreement.ts';

/**
 * Cohen's kappa of two who each say yes or no to every turn: (observed − expected) / (1 − expected). Null where there
 * is no turn, or where both say the same of all of them, so that chance alone explains it.
 * J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20 (1960) 37–46.
 */
export function kappa({ labelled, found, right }: Counts, turns: number): number | null {
  if (turns === 0) return null;
  const neither = turns - labelled - found + right;
  const observed = (right + neither) / turns;
  const expected = (labelled * found + (turns - labelled) * (turns - found)) / turns ** 2;
  return expected === 1 ? null : (observed - expected) / (1 - expected);
}
