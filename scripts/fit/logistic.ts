/** Logistic regression with an L2 penalty, by full-batch Adagrad: small, deterministic, good enough for word weights. */

export interface Row {
  /** Feature numbers, each counted once. */
  readonly features: readonly number[];
  readonly label: boolean;
  /** How much the row counts. */
  readonly weight: number;
}

export interface Fitted {
  readonly bias: number;
  readonly weights: Float64Array;
}

/** Fits weights for `size` features. `penalty` is lambda of lambda/2 * |w|^2 per unit of row weight sum / 1000. */
export function fitted(rows: readonly Row[], size: number, penalty: number, rounds = 250): Fitted {
  const weights = new Float64Array(size);
  const speed = new Float64Array(size + 1).fill(1e-8);
  const gradient = new Float64Array(size);
  const total = rows.reduce((sum, row) => sum + row.weight, 0);
  let bias = Math.log(rows.reduce((sum, r) => sum + (r.label ? r.weight : 0), 1) / total);
  for (let round = 0; round < rounds; round++) {
    for (let f = 0; f < size; f++) gradient[f] = penalty * (weights[f] as number);
    let gradientBias = 0;
    for (const row of rows) {
      let sum = bias;
      for (const f of row.features) sum += weights[f] as number;
      const error = row.weight * (1 / (1 + Math.exp(-sum)) - (row.label ? 1 : 0));
      for (const f of row.features) gradient[f] = (gradient[f] as number) + error;
      gradientBias += error;
    }
    for (let f = 0; f < size; f++) {
      const g = gradient[f] as number;
      speed[f] = (speed[f] as number) + g * g;
      weights[f] = (weights[f] as number) - (0.3 * g) / Math.sqrt(speed[f] as number);
    }
    speed[size] = (speed[size] as number) + gradientBias ** 2;
    bias -= (0.3 * gradientBias) / Math.sqrt(speed[size] as number);
  }
  return { bias, weights };
}

/** The probability that a fitted model gives a row. */
export function probability({ bias, weights }: Fitted, features: readonly number[]): number {
  let sum = bias;
  for (const f of features) sum += weights[f] ?? 0;
  return 1 / (1 + Math.exp(-sum));
}
