/**
 * Where sentences end in speech that was recognised without marks. A gap between two words is a boundary when a
 * fitted table says so: the words on both sides, their pairs, and how long ago the last boundary was. The table
 * (boundaries.yaml) was learnt from punctuated conversations whose marks and capitals were taken away, so it needs
 * no labels, and it can be read: `thanks |` speaks for an end after "thanks", `| so i` for one before "so i".
 */
import { HASH_SEED, hashUnit, hashWord } from './vocabulary.ts';
import { kindOfWord, OPEN } from './word-kinds.ts';

/** A fitted table as its file has it. */
export interface BoundaryTable {
  readonly bias: number;
  /** A gap is a boundary from this probability on. */
  readonly threshold: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** The same built: features by key with their weights, open addressing; a slot whose key is 0 is empty. */
export interface BuiltBoundaries extends Pick<BoundaryTable, 'bias' | 'threshold'> {
  readonly keys: Int32Array;
  readonly weights: Float64Array;
}

const mix = (hash: number, value: number) => hashUnit(hashUnit(hash, value >>> 16), value & 0xffff);
const GAP = hashWord('|');
/** Keys of features: the words or kinds before the gap, the gap, and those after it. */
const key = (one: number, two: number, three = 0, four = 0, five = 0) =>
  mix(mix(mix(mix(mix(HASH_SEED, one), two), three), four), five);

/** Distances are told apart up to these numbers of words. */
const MOST_SINCE = 16;
const MOST_LEFT = 4;
const SINCE = hashWord('(since');
const LEFT = hashWord('(left');

/** The key of a feature as a table writes it: `okay |`, `| so i`, `[open] | [subject] [auxiliary]`, `(since 3)`, `(left 2)`. */
export function boundaryKey(name: string): number {
  const distance = /^\((since|left) (\d+)\)$/.exec(name);
  if (distance) return key(distance[1] === 'since' ? SINCE : LEFT, Number(distance[2]));
  const [one = 0, two = 0, ...rest] = name.split(' ').map(hashWord);
  return key(one, two, ...rest);
}

const kinds = new Map([...kindOfWord].map(([word, kind]) => [hashWord(word), hashWord(kind)]));
const open = hashWord(OPEN);
const kind = (word: number) => kinds.get(word) ?? open;
const EDGE = '[edge]';
const edge = hashWord(EDGE);

/** The slot at which the search for a key begins. */
const home = (key: number, mask: number) => (key ^ (key >>> 15)) & mask;

/** Builds a table. */
export function buildBoundaries({ bias, threshold, weights }: BoundaryTable): BuiltBoundaries {
  const named = Object.entries(weights);
  const size = 2 ** Math.ceil(Math.log2(2 * named.length + 2));
  const keys = new Int32Array(size);
  const sizes = new Float64Array(size);
  for (const [name, weight] of named) {
    const key = boundaryKey(name);
    if (key === 0) throw new Error(`boundaries.yaml: "${name}" has the key of nothing; leave it out`);
    let slot = home(key, size - 1);
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (size - 1);
    keys[slot] = key;
    sizes[slot] = Math.round(100 * weight) / 100;
  }
  return { bias, threshold, keys, weights: sizes };
}

const kindName = (word: string) => kindOfWord.get(word) ?? OPEN;

/** The features of the gap before word `at` in a stretch of bare hashes; `name` is asked for only when fitting. */
export function gapFeatures(
  words: ArrayLike<number>,
  at: number,
  since: number,
  left: number,
  visit: (key: number, name: (written: (at: number) => string) => string) => void,
): void {
  const last = words[at - 1] as number;
  const next = words[at] as number;
  const [k, n] = [kind(last), kind(next)];
  visit(key(last, GAP), w => `${w(at - 1)} |`);
  visit(key(GAP, next), w => `| ${w(at)}`);
  visit(key(last, GAP, next), w => `${w(at - 1)} | ${w(at)}`);
  visit(key(k, GAP, n), w => `${kindName(w(at - 1))} | ${kindName(w(at))}`);
  const later = left > 1 ? (words[at + 1] as number) : undefined;
  const l = later === undefined ? edge : kind(later);
  const laterName = (w: (at: number) => string) => (later === undefined ? EDGE : kindName(w(at + 1)));
  if (later !== undefined) visit(key(GAP, next, later), w => `| ${w(at)} ${w(at + 1)}`);
  visit(key(last, GAP, n, l), w => `${w(at - 1)} | ${kindName(w(at))} ${laterName(w)}`);
  const earlier = since > 1 ? (words[at - 2] as number) : undefined;
  const e = earlier === undefined ? edge : kind(earlier);
  const earlierName = (w: (at: number) => string) => (earlier === undefined ? EDGE : kindName(w(at - 2)));
  if (earlier !== undefined) visit(key(earlier, last, GAP), w => `${w(at - 2)} ${w(at - 1)} |`);
  visit(key(e, k, GAP, next), w => `${earlierName(w)} ${kindName(w(at - 1))} | ${w(at)}`);
  visit(
    key(e, k, GAP, n, l),
    w => `${earlierName(w)} ${kindName(w(at - 1))} | ${kindName(w(at))} ${laterName(w)}`,
  );
  visit(key(SINCE, Math.min(since, MOST_SINCE)), () => `(since ${Math.min(since, MOST_SINCE)})`);
  visit(key(LEFT, Math.min(left, MOST_LEFT)), () => `(left ${Math.min(left, MOST_LEFT)})`);
}

/** Nobody speaks so long in one breath: past `MOST_SINCE` words each further one lowers the bar, in log odds, so far. */
const EASED = 0.2;
const MOST_EASED = 1.6;

/** Finds boundaries. */
export class Boundaries {
  readonly #keys: Int32Array;
  readonly #weights: Float64Array;
  readonly #least: number;

  constructor({ bias, threshold, keys, weights }: BuiltBoundaries) {
    this.#keys = keys;
    this.#weights = weights;
    this.#least = Math.log(threshold / (1 - threshold)) - bias;
  }

  /** The weight of a feature; 0 where the table does not know it. */
  #weight(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = home(key, mask);
    while (this.#keys[slot] !== key && this.#keys[slot] !== 0) slot = (slot + 1) & mask;
    return this.#weights[slot] as number;
  }

  /** The words of `words[first..last]` that begin a new sentence, from left to right; never the first. */
  starts(words: ArrayLike<number>, first: number, last: number): number[] {
    const out: number[] = [];
    let begun = first;
    for (let at = first + 1; at <= last; at++) {
      let sum = 0;
      gapFeatures(words, at, at - begun, last - at + 1, k => {
        sum += this.#weight(k);
      });
      if (sum < this.#least - Math.min(MOST_EASED, Math.max(0, at - begun - MOST_SINCE) * EASED)) continue;
      out.push(at);
      begun = at;
    }
    return out;
  }
}
