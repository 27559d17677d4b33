/**
 * Weighed words: for what no phrase foresees. Every word, pair of words, word class and rule hit of a sentence
 * carries a weight from a fitted table (detect/weights/*.yaml); their sum, through the logistic function,
 * says how much the sentence resembles those that reviewers marked. A table is plain data: a person can read
 * which words speak for and which against, and `explain` shows those that decided.
 */

import type { Sentence } from '../text/sentences.ts';
import { hashWord } from '../text/vocabulary.ts';
import type { Context } from './context.ts';
import { features, pair } from './features.ts';

/** A fitted table as its file has it. `weights`: features by name, see `features`. */
export interface WeightTable {
  readonly bias: number;
  /** A sentence counts from this probability on. */
  readonly threshold: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** The same built: features by key, weights in hundredths. */
export interface BuiltTable extends Pick<WeightTable, 'bias' | 'threshold'> {
  readonly keys: readonly number[];
  readonly hundredths: readonly number[];
}

/** Builds a table. */
export const buildTable = ({ bias, threshold, weights }: WeightTable): BuiltTable => ({
  bias,
  threshold,
  keys: Object.keys(weights).map(featureKey),
  hundredths: Object.values(weights).map(weight => Math.round(100 * weight)),
});

/** The key of a feature that a table names in brackets. */
const namedKey = (name: string) => pair(hashWord(name), 7);

/** The key of a feature as a table writes it: `word`, `two words`, `my {kin}`, or `(named feature)`. */
export function featureKey(name: string): number {
  if (name.startsWith('(')) return namedKey(name);
  const [left, right] = name.split(' ') as [string, string?];
  return right === undefined ? hashWord(left) : pair(hashWord(left), hashWord(right));
}

/** A table ready for use. */
export class Scale {
  readonly threshold: number;
  readonly #bias: number;
  readonly #weights: ReadonlyMap<number, number>;

  constructor({ bias, threshold, keys, hundredths }: BuiltTable) {
    this.threshold = threshold;
    this.#bias = bias;
    this.#weights = new Map(keys.map((key, i) => [key, (hundredths[i] as number) / 100]));
  }

  /** The probability, 0 to 1, that reviewers would mark a sentence with these features. */
  weigh(keys: Iterable<number>): number {
    let sum = this.#bias;
    for (const key of keys) sum += this.#weights.get(key) ?? 0;
    return 1 / (1 + Math.exp(-sum));
  }

  /** The words and pairs of words that spoke most for a sentence, heaviest first. */
  reasons(context: Context, turn: number, sentence: Sentence, most: number): string[] {
    const found = new Map<string, number>();
    features(context, turn, sentence, (key, name) => {
      const weight = this.#weights.get(key) ?? 0;
      if (weight <= 0) return;
      const words = name().replace(/^\^ /, '');
      if (!/[({]/.test(words)) found.set(words, Math.max(weight, found.get(words) ?? 0));
    });
    return [...found]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, most)
      .map(([words]) => words);
  }
}
