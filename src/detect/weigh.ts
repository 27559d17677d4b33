/**
 * Weighed words: for what no phrase foresees. Every feature of a sentence (see features.ts) carries a weight from
 * each fitted table (detect/weights/*.yaml); their sum, through the logistic function, says how much the sentence
 * resembles those that reviewers marked. A table is plain data: a person can read which words speak for and which
 * against, and `explain` shows those that decided. All tables are built into one, so that a feature is looked up once.
 */
import type { Sentence } from '../text/sentences.ts';
import type { Context } from './context.ts';
import { featureKey, keyOf } from './feature-names.ts';
import { type Sink, sentenceFeatures, turnFeatures, wordFeatures } from './features.ts';

/** A fitted table as its file has it. `weights`: features by name, see features.ts. */
export interface WeightTable {
  readonly bias: number;
  /** A sentence counts from this probability on. */
  readonly threshold: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** All tables built into one, as it lies in memory, so that a cold start computes nothing. */
export interface BuiltTables {
  readonly tables: readonly { readonly name: string; readonly bias: number; readonly threshold: number }[];
  /** Features by key, open addressing: the key at each slot, and the feature's number and one more (0: empty). */
  readonly keys: Int32Array;
  readonly features: Int32Array;
  readonly sieve: Int32Array;
  /** Where the weights of feature i begin; one entry more than there are features. */
  readonly first: Int32Array;
  /** Of each weight, its table's index and its size. */
  readonly table: Int32Array;
  readonly weight: Float64Array;
}

/** The slot at which the search for a key begins. */
const home = (key: number, mask: number) => (Math.imul(key, 0x9e3779b1) >>> 9) & mask;

/** Builds tables. */
export function buildTables(tables: Readonly<Record<string, WeightTable>>): BuiltTables {
  const rows = new Map<number, number[]>();
  Object.values(tables).forEach(({ weights }, table) => {
    for (const [name, weight] of Object.entries(weights)) {
      const key = featureKey(name) | 0;
      const row = rows.get(key) ?? [];
      row.push(table, Math.round(100 * weight));
      rows.set(key, row);
    }
  });
  const size = 2 ** Math.ceil(Math.log2(2 * rows.size + 2));
  const keys = new Int32Array(size);
  const features = new Int32Array(size);
  const sieve = new Int32Array(SIEVE / 32);
  const first = [0];
  const table: number[] = [];
  const weight: number[] = [];
  for (const [key, row] of rows) {
    sieve[(key & (SIEVE - 1)) >>> 5]! |= 1 << (key & 31);
    let slot = home(key, size - 1);
    while (features[slot] !== 0) slot = (slot + 1) & (size - 1);
    keys[slot] = key;
    features[slot] = first.length;
    for (let i = 0; i < row.length; i += 2) {
      table.push(row[i] as number);
      weight.push((row[i + 1] as number) / 100);
    }
    first.push(table.length);
  }
  return {
    tables: Object.entries(tables).map(([name, { bias, threshold }]) => ({ name, bias, threshold })),
    keys,
    features,
    sieve,
    first: Int32Array.from(first),
    table: Int32Array.from(table),
    weight: Float64Array.from(weight),
  };
}

/** Bits that say which keys any table may know: most features are in none, and this fits the nearest cache. */
const SIEVE = 2 ** 20;
const NONE = -1;

/** The tables ready for use: features in an open-addressed table, so that a look-up makes nothing. */
export class Scales implements Sink {
  readonly #tables: BuiltTables['tables'];
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #biases: Float64Array;
  readonly #mask: number;
  /** Features by key: the key at each slot, and the feature's number and one more (0: empty). */
  readonly #keys: Int32Array;
  readonly #features: Int32Array;
  readonly #sieve: Int32Array;
  /** Of each feature: where its weights begin, and the sentence that last had it. */
  readonly #first: Int32Array;
  readonly #seen: Int32Array;
  readonly #table: Uint8Array;
  readonly #weight: Float64Array;
  /** The feature of each named one; those met last are not in it yet. */
  #named = new Int32Array(0);
  #sentence = 0;
  /** Sums of weights, one for each table, of one sentence after the other. Replaced when it grows. */
  sums = new Float64Array(1024);
  /** Where the sums begin that features are added to, and where the next ones go. */
  #at = 0;
  #used = 0;

  constructor({ tables, keys, features, sieve, first, table, weight }: BuiltTables) {
    this.#tables = tables;
    this.#numbers = new Map(tables.map(({ name }, i) => [name, i]));
    this.#biases = Float64Array.from(tables, ({ bias }) => bias);
    this.#mask = keys.length - 1;
    this.#keys = keys;
    this.#features = features;
    this.#sieve = sieve;
    this.#first = first;
    this.#seen = new Int32Array(first.length);
    this.#table = new Uint8Array(table);
    this.#weight = weight;
  }

  /** The feature with a key; -1 where no table knows it. */
  #find(key: number): number {
    key |= 0;
    if (((this.#sieve[(key & (SIEVE - 1)) >>> 5] as number) & (1 << (key & 31))) === 0) return -1;
    let slot = home(key, this.#mask);
    for (; this.#features[slot] !== 0; slot = (slot + 1) & this.#mask)
      if (this.#keys[slot] === key) return (this.#features[slot] as number) - 1;
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
  #add(feature: number): void {
    if (feature < 0 || this.#seen[feature] === this.#sentence) return;
    this.#seen[feature] = this.#sentence;
    const { sums } = this;
    const into = this.#at;
    const end = this.#first[feature + 1] as number;
    for (let at = this.#first[feature] as number; at < end; at++)
      sums[into + (this.#table[at] as number)]! += this.#weight[at] as number;
  }

  words(key: number): void {
    this.#add(this.#find(key));
  }

  beside(key: number): void {
    this.#add(this.#find(key));
  }

  named(feature: number): void {
    if (feature >= this.#named.length) this.#meet(feature);
    this.#add(this.#named[feature] as number);
  }

  #meet(feature: number): void {
    const met = this.#named.length;
    const more = new Int32Array(feature + 1);
    more.set(this.#named);
    for (let number = met; number <= feature; number++) more[number] = this.#find(keyOf(number));
    this.#named = more;
  }

  /** Forgets all sums that were made. */
  clear(): void {
    this.#used = 0;
  }

  /**
   * Starts new sums, from those that begin at `from`, or from the biases; features add to them until others are begun.
   * Gives where they begin in `sums`, which holds one a table.
   */
  begin(from = NONE): number {
    this.#sentence++;
    const at = this.#used;
    const tables = this.#biases.length;
    this.#used += tables;
    if (this.#used > this.sums.length) {
      const larger = new Float64Array(this.#used * 2);
      larger.set(this.sums);
      this.sums = larger;
    }
    for (let table = 0; table < tables; table++)
      this.sums[at + table] = (from === NONE ? this.#biases[table] : this.sums[from + table]) as number;
    this.#at = at;
    return at;
  }

  /** What all sentences of a turn start from: the biases and the turn's own features. */
  turn(context: Context, turn: number): number {
    const at = this.begin();
    turnFeatures(context, turn, this);
    return at;
  }

  /** What the tables give a sentence, as sums of weights; `shared` is what its turn starts from. */
  weigh(context: Context, turn: number, sentence: Sentence, shared: number): number {
    const at = this.begin(shared);
    sentenceFeatures(context, turn, sentence, this);
    return at;
  }

  /** The weight of one feature in a table; 0 where it has none. */
  weightOf(key: number, table: number): number {
    const feature = this.#find(key);
    return feature < 0 ? 0 : this.#weightIn(feature, table);
  }

  /** The same of a named feature, by its number. */
  weightOfNamed(named: number, table: number): number {
    if (named >= this.#named.length) this.#meet(named);
    const feature = this.#named[named] as number;
    return feature < 0 ? 0 : this.#weightIn(feature, table);
  }

  #weightIn(feature: number, table: number): number {
    for (let at = this.#first[feature] as number; at < (this.#first[feature + 1] as number); at++)
      if (this.#table[at] === table) return this.#weight[at] as number;
    return 0;
  }

  /** The probability, 0 to 1, that a table gives to features that come from elsewhere, by their keys. */
  judge(table: number, keys: readonly number[]): number {
    return logistic(
      keys.reduce((all, key) => all + this.weightOf(key, table), this.#tables[table]?.bias ?? 0),
    );
  }

  /** The words and pairs of words that spoke for a sentence, heaviest first. */
  reasons(table: number, context: Context, turn: number, { first, last }: Sentence): string[] {
    const found = new Map<string, number>();
    for (const { key, name } of wordFeatures(context, turn, first, last)) {
      const weight = this.weightOf(key, table);
      if (weight <= 0) continue;
      const words = name();
      if (!/[({]/.test(words)) found.set(words, Math.max(weight, found.get(words) ?? 0));
    }
    return [...found].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([words]) => words);
  }
}

/** A sum of weights as a probability. */
export const logistic = (sum: number): number => 1 / (1 + Math.exp(-sum));
