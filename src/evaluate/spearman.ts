/** Whether two orders agree: people's ratings and the tool's scores. */

/** Fewer pairs than this have no order to speak of. */
const LEAST_PAIRS = 3;

/**
 * Spearman's rho: the product-moment correlation of the ranks, equal values sharing the mean of theirs. Null below
 * three pairs; 0 where one side never varies, since then no order is shared.
 * C. Spearman, The proof and measurement of association between two things, American Journal of Psychology 15 (1904)
 * 72–101; ties as in M. G. Kendall, Rank Correlation Methods, 4th ed., Griffin 1970, ch. 3.
 */
export function spearman(pairs: readonly (readonly [number, number])[]): number | null {
  if (pairs.length < LEAST_PAIRS) return null;
  return correlation(ranks(pairs.map(([first]) => first)), ranks(pairs.map(([, second]) => second)));
}

/** Ranks from 0; equal values get the mean of the ranks they take up. */
export function ranks(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((a, b) => values[a]! - values[b]!);
  const out = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1]!] === values[order[from]!]) to++;
    for (let at = from; at <= to; at++) out[order[at]!] = (from + to) / 2;
    from = to + 1;
  }
  return out;
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [middleA, middleB] = [mean(a), mean(b)];
  let [both, squaresA, squaresB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i]! - middleA, b[i]! - middleB];
    both += x * y;
    squaresA += x * x;
    squaresB += y * y;
  }
  return squaresA === 0 || squaresB === 0 ? 0 : both / Math.sqrt(squaresA * squaresB);
}
