/**
 * Slips of the finger: a long word that nobody knows, one slip from exactly one long word that the rules know, is read
 * as that word ("hosptial", "aniversary"). Reading a real word as another would be worse than missing a slip, so:
 * never a word of fewer than six letters, never a capitalised one, never at a word's first or last letter (there live
 * plurals and endings), never a known word with an ending, never one of plain-words.yaml. One letter for another counts
 * only in very long words and only beside it on the keyboard: most pairs of real words differ in just that way.
 */
import { hashWord, type Vocabulary } from './vocabulary.ts';

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

/** Words are compared with those alike in both ends and, by one, in length: a list of them begins at each of so many places. */
const PLACES = 1 << 12;
const place = (first: number, last: number, length: number) =>
  ((first * 31 + last) * 31 + length) & (PLACES - 1);

/** Reads mistyped words. Known words are put in order when the first unknown long word is met. */
export class Typos {
  readonly #vocabulary: Vocabulary;
  readonly #plain: ReadonlySet<number>;
  readonly #read = new Map<number, string | null>();
  /** The first word of each place and the one after each word, as numbers and one more; 0 ends a list. */
  #first: Int32Array | undefined;
  readonly #next: Int32Array;

  constructor(vocabulary: Vocabulary, plainWords: readonly string[]) {
    this.#vocabulary = vocabulary;
    this.#plain = new Set(plainWords.map(hashWord));
    this.#next = new Int32Array(vocabulary.words.length);
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
    if (!plain.test(said) || this.#knows(said)) return null;
    this.#first ??= this.#ordered();
    const [start, end] = [said.charCodeAt(0), said.charCodeAt(said.length - 1)];
    let found: string | null = null;
    for (let length = said.length - 1; length <= said.length + 1; length++)
      for (let at = this.#first[place(start, end, length)] as number; at > 0; ) {
        const word = this.#vocabulary.words[at - 1] as string;
        at = this.#next[at - 1] as number;
        if (word.length !== length || word === found || !isSlip(said, word) || !plain.test(word)) continue;
        if (found !== null) return null;
        found = word;
      }
    return found === null || this.#isForm(said) ? null : found;
  }

  #knows(word: string): boolean {
    return this.#vocabulary.numberOf(word) >= 0 || this.#plain.has(hashWord(word));
  }

  /** Whether it is a known word with an ending. */
  #isForm(said: string): boolean {
    const stem = said.replace(ending, '');
    if (stem === said) return false;
    return [said.slice(0, -1), stem, `${stem}e`, `${stem}y`, stem.slice(0, -1)].some(
      form => form.length > 2 && this.#knows(form),
    );
  }

  #ordered(): Int32Array {
    const { words } = this.#vocabulary;
    const first = new Int32Array(PLACES);
    for (let at = 0; at < words.length; at++) {
      const word = words[at] as string;
      if (word.length < LEAST_SWAPPED) continue;
      const here = place(word.charCodeAt(0), word.charCodeAt(word.length - 1), word.length);
      this.#next[at] = first[here] as number;
      first[here] = at + 1;
    }
    return first;
  }
}
