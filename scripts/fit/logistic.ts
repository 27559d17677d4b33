/**
 * Logistic regression with an L2 penalty, by full-batch Adagrad: small, deterministic, good enough for word weights.
 * Each feature is scaled by how unevenly it falls on the two sides (the square root of its absolute log ratio, after
 * Wang and Manning 2012, "Baselines and Bigrams"): the penalty then weighs less on words that tell the sides apart.
 */

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

const RATE = 0.3;

/** Fits weights for `size` features. `penalty` is lambda of lambda/2 * |w|^2 against the sum over rows. */
export function fitted(rows: readonly Row[], size: number, penalty: number, rounds = 250): Fitted {
  const scale = ratios(rows, size);
  const weights = new Float64Array(size);
  const speed = new Float64Array(size + 1).fill(1e-8);
  const gradient = new Float64Array(size);
  const total = rows.reduce((sum, row) => sum + row.weight, 0);
  const flat = rows.map(({ features, label, weight }) => ({
    features: Int32Array.from(features),
    label,
    weight,
  }));
  let bias = Math.log(rows.reduce((sum, r) => sum + (r.label ? r.weight : 0), 1) / total);
  for (let round = 0; round < rounds; round++) {
    for (let f = 0; f < size; f++) gradient[f] = 0;
    let gradientBias = 0;
    for (const { features, label, weight } of flat) {
      let sum = bias;
      for (let i = 0; i < features.length; i++) sum += weights[features[i] as number] as number;
      const error = weight * (1 / (1 + Math.exp(-sum)) - (label ? 1 : 0));
      for (let i = 0; i < features.length; i++) gradient[features[i] as number]! += error;
      gradientBias += error;
    }
    for (let f = 0; f < size; f++) {
      // in units of the scaled feature: w = scale * u
      const by = scale[f] as number;
      const u = by === 0 ? 0 : (weights[f] as number) / by;
      const g = by * (gradient[f] as number) + penalty * u;
      speed[f]! += g * g;
      weights[f] = by * (u - (RATE * g) / Math.sqrt(speed[f] as number));
    }
    speed[size]! += gradientBias ** 2;
    bias -= (RATE * gradientBias) / Math.sqrt(speed[size] as number);
  }
  return { bias, weights };
}

/** The square root of each feature's absolute log ratio of shares in the rows for and against, each count one more. */
function ratios(rows: readonly Row[], size: number): Float64Array {
  const yes = new Float64Array(size).fill(1);
  const no = new Float64Array(size).fill(1);
  for (const { features, label, weight } of rows)
    for (const f of features) {
      if (label) yes[f]! += weight;
      else no[f]! += weight;
    }
  const sum = (of: Float64Array) => of.reduce((a, b) => a + b, 0);
  const apart = sum(yes) / sum(no);
  return Float64Array.from(yes, (count, f) =>
    Math.sqrt(Math.abs(Math.log(count / (no[f] as number) / apart))),
  );
}

/** The probability that a fitted model gives a row. */
export function probability({ bias, weights }: Fitted, features: readonly number[]): number {
  let sum = bias;
  for (const f of features) sum += weights[f] ?? 0;
  return 1 / (1 + Math.exp(-sum));
}
