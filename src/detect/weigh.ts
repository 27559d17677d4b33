/**
 * Weighed words: for what no phrase foresees. Every feature of a sentence (see features.ts) carries a weight from
 * each fitted table (detect/weights/*.yaml); their sum, through the logistic function, says how much the sentence
 * resembles those that reviewers marked. A table is plain data: a person can read which words speak for and which
 * against, and `explain` shows those that decided. All tables are built into one, so that a feature is looked up once.
 */
import type { Sentence } from '../text/sentences.ts';
import { hashWord } from '../text/vocabulary.ts';
import type { Context } from './context.ts';
import { features, pair, sentenceFeatures, turnFeatures } from './features.ts';

/** A fitted table as its file has it. `weights`: features by name, see features.ts. */
export interface WeightTable {
  readonly bias: number;
  /** A sentence counts from this probability on. */
  readonly threshold: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** All tables built into one. */
export interface BuiltTables {
  readonly tables: readonly { readonly name: string; readonly bias: number; readonly threshold: number }[];
  /** The features that any table weighs. */
  readonly keys: readonly number[];
  /** Where the weights of feature i begin; one entry more than there are features. */
  readonly first: readonly number[];
  /** Weights as pairs: a table's index, its weight in hundredths. */
  readonly weights: readonly number[];
}

/** Builds tables. */
export function buildTables(tables: Readonly<Record<string, WeightTable>>): BuiltTables {
  const rows = new Map<number, number[]>();
  Object.values(tables).forEach(({ weights }, table) => {
    for (const [name, weight] of Object.entries(weights)) {
      const key = featureKey(name);
      const row = rows.get(key) ?? [];
      row.push(table, Math.round(100 * weight));
      rows.set(key, row);
    }
  });
  const first: number[] = [];
  const weights: number[] = [];
  for (const row of rows.values()) {
    first.push(weights.length / 2);
    for (const number of row) weights.push(number);
  }
  first.push(weights.length / 2);
  return {
    tables: Object.entries(tables).map(([name, { bias, threshold }]) => ({ name, bias, threshold })),
    keys: [...rows.keys()],
    first,
    weights,
  };
}

/** The key of a feature where it speaks for one topic only; a table writes it `topic: feature`. */
export const topicKey = (topic: string, key: number) => pair(pair(hashWord(topic), 7), key);

/**
 * The key of a feature as a table writes it: `word`, `two words`, `my {kin}`, `(named feature)`, or one of these after
 * `topic: `.
 */
export function featureKey(name: string): number {
  const colon = name.indexOf(': ');
  if (colon > 0) return topicKey(name.slice(0, colon), featureKey(name.slice(colon + 2)));
  if (name.startsWith('(')) return pair(hashWord(name), 7);
  const [left, right] = name.split(' ') as [string, string?];
  return right === undefined ? hashWord(left) : pair(hashWord(left), hashWord(right));
}

/** Bits that say which keys any table may know: most features are in none, and this fits the nearest cache. */
const SIEVE = 2 ** 20;
/** Numbers kept side by side for each slot: a feature's key, its number and one more (0: empty), its last sentence. */
const CELL = 4;

/** The tables ready for use: features in an open-addressed table, so that a look-up makes nothing. */
export class Scales {
  readonly #tables: BuiltTables['tables'];
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #biases: Float64Array;
  readonly #mask: number;
  readonly #cells: Int32Array;
  readonly #sieve = new Uint32Array(SIEVE / 32);
  readonly #first: Int32Array;
  readonly #table: Int16Array;
  readonly #weight: Float64Array;
  #sentence = 0;
  /** Where the weights of the features met go. */
  #sums = new Float64Array(0);

  constructor({ tables, keys, first, weights }: BuiltTables) {
    this.#tables = tables;
    this.#numbers = new Map(tables.map(({ name }, i) => [name, i]));
    this.#biases = Float64Array.from(tables, ({ bias }) => bias);
    const size = 2 ** Math.ceil(Math.log2(2 * keys.length + 2));
    this.#mask = size - 1;
    this.#cells = new Int32Array(size * CELL);
    for (let i = 0; i < keys.length; i++) {
      const key = (keys[i] as number) | 0;
      this.#sieve[(key & (SIEVE - 1)) >>> 5]! |= 1 << (key & 31);
      let slot = this.#home(key);
      while (this.#cells[slot * CELL + 1] !== 0) slot = (slot + 1) & this.#mask;
      this.#cells[slot * CELL] = key;
      this.#cells[slot * CELL + 1] = i + 1;
    }
    this.#first = Int32Array.from(first);
    this.#table = new Int16Array(weights.length / 2);
    this.#weight = new Float64Array(weights.length / 2);
    for (let i = 0; i < this.#table.length; i++) {
      this.#table[i] = weights[2 * i] as number;
      this.#weight[i] = (weights[2 * i + 1] as number) / 100;
    }
  }

  #home(key: number): number {
    return (Math.imul(key, 0x9e3779b1) >>> 9) & this.#mask;
  }

  /** Where a key's cell begins; -1 where no table knows it. */
  #find(key: number): number {
    key |= 0;
    if (((this.#sieve[(key & (SIEVE - 1)) >>> 5] as number) & (1 << (key & 31))) === 0) return -1;
    const cells = this.#cells;
    let slot = this.#home(key);
    for (; cells[slot * CELL + 1] !== 0; slot = (slot + 1) & this.#mask)
      if (cells[slot * CELL] === key) return slot * CELL;
    return -1;
  }

  /** A table's number; -1 where there is none of that name. */
  numberOf(table: string): number {
    return this.#numbers.get(table) ?? -1;
  }

  threshold(table: number): number {
    return this.#tables[table]?.threshold ?? 1;
  }

  /** Adds what a feature weighs, once however often it comes. */
  readonly #add = (key: number): void => {
    const cell = this.#find(key);
    if (cell < 0 || this.#cells[cell + 2] === this.#sentence) return;
    this.#cells[cell + 2] = this.#sentence;
    const feature = (this.#cells[cell + 1] as number) - 1;
    const end = this.#first[feature + 1] as number;
    for (let at = this.#first[feature] as number; at < end; at++)
      this.#sums[this.#table[at] as number]! += this.#weight[at] as number;
  };

  #summed(from: Float64Array, visit: (add: (key: number) => void) => void): Float64Array {
    this.#sentence++;
    this.#sums = Float64Array.from(from);
    visit(this.#add);
    return this.#sums;
  }

  /** What all sentences of a turn start from: the biases and the turn's own features. */
  turn(context: Context, turn: number): Float64Array {
    return this.#summed(this.#biases, add => turnFeatures(context, turn, add));
  }

  /** The probability, 0 to 1, that each table gives a sentence; `shared` is what its turn starts from. */
  weigh(context: Context, turn: number, sentence: Sentence, shared: Float64Array): Float64Array {
    const sums = this.#summed(shared, add => sentenceFeatures(context, turn, sentence, add));
    for (let table = 0; table < sums.length; table++)
      sums[table] = 1 / (1 + Math.exp(-(sums[table] as number)));
    return sums;
  }

  /** The weight of one feature in a table; 0 where it has none. */
  weightOf(key: number, table: number): number {
    const cell = this.#find(key);
    if (cell < 0) return 0;
    const feature = (this.#cells[cell + 1] as number) - 1;
    for (let at = this.#first[feature] as number; at < (this.#first[feature + 1] as number); at++)
      if (this.#table[at] === table) return this.#weight[at] as number;
    return 0;
  }

  /** The probability, 0 to 1, that a table gives to features that come from elsewhere. */
  judge(table: number, keys: readonly number[]): number {
    const sum = keys.reduce((all, key) => all + this.weightOf(key, table), this.#tables[table]?.bias ?? 0);
    return 1 / (1 + Math.exp(-sum));
  }

  /** The words and pairs of words that spoke for a sentence, heaviest first. */
  reasons(table: number, context: Context, turn: number, sentence: Sentence): string[] {
    const found = new Map<string, number>();
    features(context, turn, sentence, (key, name) => {
      const weight = this.weightOf(key, table);
      if (weight <= 0) return;
      const words = name().replace(/^\^ /, '');
      if (!/[({]/.test(words)) found.set(words, Math.max(weight, found.get(words) ?? 0));
    });
    return [...found].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([words]) => words);
  }
}
