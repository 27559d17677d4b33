/**
 * The words the rules know, found by the hash of their folded letters: no string is made per word.
 * Open addressing over typed arrays, since this is asked once for every word of every transcript.
 */

import { foldUnit } from './fold.ts';

/** Start value and step of the 32-bit FNV-1a hash over folded UTF-16 units. */
export const HASH_SEED = 0x811c9dc5 | 0;
export const hashUnit = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

/** The hash of a folded word. */
export function hashWord(word: string): number {
  let hash = HASH_SEED;
  for (let i = 0; i < word.length; i++) hash = hashUnit(hash, word.charCodeAt(i));
  return hash;
}

/** A fixed list of folded words; a word's number is its place in the list. */
export class Vocabulary {
  readonly #slots: Int32Array;
  readonly #hashes: Int32Array;
  readonly #mask: number;

  readonly words: readonly string[];

  /** The vocabulary of a list that several ask for: it is made once. */
  static of(words: readonly string[]): Vocabulary {
    const made = known.get(words) ?? new Vocabulary(words);
    known.set(words, made);
    return made;
  }

  constructor(words: readonly string[]) {
    this.words = words;
    const size = 2 ** Math.ceil(Math.log2(words.length * 2 + 2));
    this.#slots = new Int32Array(size).fill(-1);
    this.#hashes = Int32Array.from(words, hashWord);
    this.#mask = size - 1;
    for (let i = 0; i < words.length; i++) {
      let slot = (this.#hashes[i] as number) & this.#mask;
      while (this.#slots[slot] !== -1) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = i;
    }
  }

  /** The number of the word at `text.slice(start, end)`, whose folded hash this is; -1 if unknown. */
  find(hash: number, text: string, start: number, end: number): number {
    for (let slot = hash & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const found = this.#slots[slot] as number;
      if (found === -1) return -1;
      if (this.#hashes[found] !== hash) continue;
      const word = this.words[found] as string;
      if (word.length !== end - start) continue;
      let i = 0;
      while (start + i < end && word.charCodeAt(i) === foldUnit(text.charCodeAt(start + i))) i++;
      if (start + i === end) return found;
    }
  }

  /** The number of a folded word; -1 if unknown. */
  numberOf(word: string): number {
    return this.find(hashWord(word), word, 0, word.length);
  }
}

const known = new WeakMap<readonly string[], Vocabulary>();
