/**
 * Slips of the finger: a long word that nobody knows, one slip from exactly one long word that the rules know, is read
 * as that word ("hosptial", "aniversary"). Reading a real word as another would be worse than missing a slip, so:
 * never a word of fewer than six letters, never a capitalised one, never at a word's first or last letter (there live
 * plurals and endings), never a known word with an ending, never one of plain-words.yaml. One letter for another counts
 * only in very long words and only beside it on the keyboard: most pairs of real words differ in just that way.
 */
import { hashUnit, hashWord } from './vocabulary.ts';

/** Letters that a word must have: to have two of them swapped; one left out or doubled; one mistyped. */
const LEAST_SWAPPED = 6;
const LEAST_MISSING = 7;
const LEAST_MISTYPED = 9;

const keyboard = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const beside = (a: string, b: string) =>
  keyboard.some(row => row.includes(a) && row.includes(b) && Math.abs(row.indexOf(a) - row.indexOf(b)) === 1);
const ending = /(?:e?s|e?d|ing|e?r|ers|ly|ness|ful|less|ment|able|y)$/;
const plain = /^[a-z]+$/;

/** Whether `said` is `meant` with one slip. */
export function isSlip(said: string, meant: string): boolean {
  if (said[0] !== meant[0] || said.at(-1) !== meant.at(-1)) return false;
  const [short, long] = said.length < meant.length ? [said, meant] : [meant, said];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (short.length < long.length)
    return short.length >= LEAST_MISSING && short.slice(at) === long.slice(at + 1);
  const [a, b] = [said[at] ?? '', said[at + 1] ?? ''];
  if (a === meant[at + 1] && b === meant[at] && said.slice(at + 2) === meant.slice(at + 2))
    return said.length >= LEAST_SWAPPED;
  return (
    said.length >= LEAST_MISTYPED &&
    said.slice(at + 1) === meant.slice(at + 1) &&
    beside(a, meant[at] as string)
  );
}

/** The hash of a word without its letter at `out`. */
function without(word: string, out: number): number {
  let hash = hashUnit(0, word.length);
  for (let i = 0; i < word.length; i++) if (i !== out) hash = hashUnit(hash, word.charCodeAt(i));
  return hash;
}
/** The same for a word one letter shorter, whole: equal to `without` of a longer word that loses one letter. */
const shorter = (word: string, length: number) => {
  let hash = hashUnit(0, length);
  for (let i = 0; i < word.length; i++) hash = hashUnit(hash, word.charCodeAt(i));
  return hash;
};

/** Reads mistyped words. The index of neighbours is made when the first unknown long word is met. */
export class Typos {
  readonly #words: readonly string[];
  readonly #known: ReadonlySet<number>;
  readonly #read = new Map<number, string | null>();
  readonly #longest: number;
  #index: Map<number, number[]> | undefined;

  constructor(words: readonly string[], plainWords: readonly string[]) {
    this.#words = words;
    this.#longest = words.reduce((most, { length }) => Math.max(most, length), 0);
    this.#known = new Set([...words, ...plainWords].map(hashWord));
  }

  /** The word that a folded unknown word stands for; null if it is what it is. Remembered by its hash. */
  meant(hash: number, said: () => string): string | null {
    const known = this.#read.get(hash);
    if (known !== undefined) return known;
    if (this.#read.size > 100_000) this.#read.clear();
    const meant = this.#find(said());
    this.#read.set(hash, meant);
    return meant;
  }

  #find(said: string): string | null {
    if (said.length > this.#longest + 1) return null;
    if (!plain.test(said) || this.#known.has(hashWord(said)) || this.#isForm(said)) return null;
    this.#index ??= this.#neighbours();
    const found = new Set<string>();
    const look = (key: number) => {
      for (const at of this.#index?.get(key) ?? []) {
        const word = this.#words[at] as string;
        if (isSlip(said, word)) found.add(word);
      }
    };
    look(shorter(said, said.length + 1)); // a letter is missing
    for (let out = 0; out < said.length; out++) {
      look(without(said, out)); // one is another, or two are swapped
      look(without(said, out) ^ TOO_MANY);
    }
    const [only] = found;
    return found.size === 1 ? (only as string) : null;
  }

  /** Whether it is a known word with an ending. */
  #isForm(said: string): boolean {
    const stem = said.replace(ending, '');
    if (stem === said) return false;
    return [said.slice(0, -1), stem, `${stem}e`, `${stem}y`, stem.slice(0, -1)].some(
      form => form.length > 2 && this.#known.has(hashWord(form)),
    );
  }

  #neighbours(): Map<number, number[]> {
    const index = new Map<number, number[]>();
    const put = (key: number, at: number) => {
      const list = index.get(key);
      if (list) list.push(at);
      else index.set(key, [at]);
    };
    this.#words.forEach((word, at) => {
      if (word.length < LEAST_SWAPPED || !plain.test(word)) return;
      for (let out = 0; out < word.length; out++) put(without(word, out), at);
      put(shorter(word, word.length + 1) ^ TOO_MANY, at);
    });
    return index;
  }
}

/** Marks the keys of words that a letter too many leads to. */
const TOO_MANY = 0x5bd1e995;
