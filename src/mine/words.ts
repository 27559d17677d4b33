/** The words of masked sentences as strings, for the few that become text; and the words that carry no meaning. */
import { fold } from '../text/fold.ts';
import { HASH_SEED, hashUnit, hashWord } from '../text/vocabulary.ts';
import type { Masked } from './masked.ts';
import { expansions, kinds, WORD } from './slots.ts';

/** A unit's word, folded, without apostrophes; of a contraction, its part; once where it was said twice ("the um the"). */
export function wordAt({ text, start, end, unit, said }: Masked, index: number): string {
  const part = expansions.get(unit[index] as number);
  if (part !== undefined) return part;
  const span = fold(text.slice(start[index], end[index]));
  let hash = HASH_SEED;
  let plain = HASH_SEED;
  for (let i = 0; i < span.length; i++) {
    const letter = span.charCodeAt(i);
    hash = hashUnit(hash, letter);
    if (letter !== 39) plain = hashUnit(plain, letter);
    if ([hash, plain].some(read => read === unit[index] || read === said[index]))
      return bare(span.slice(0, i + 1));
  }
  return bare(span);
}

/** A sentence as the plain text of a template: its words, its slots in braces. */
export const plainWords = (sentence: Masked): string =>
  Array.from({ length: sentence.length }, (_, i) =>
    sentence.kind[i] === WORD ? wordAt(sentence, i) : `{${kinds[sentence.kind[i] as number]}}`,
  ).join(' ');

/** A word folded and without apostrophes. */
export const bare = (word: string): string => fold(word).replaceAll("'", '');

const functionWords =
  `the a an to for of in on at by and or but so is are am was were be been will would can could may might
shall should do does did have has had i you we it that this these those there here my your our me us please just now then very
really also with as if today again all up from kindly so much any some further`.split(/\s+/);
const functionHashes: ReadonlySet<number> = new Set(functionWords.map(hashWord));

/** Whether a word may come or go without making it other wording. A "not" may not. */
export const isFunctionWord = (hash: number): boolean => functionHashes.has(hash);

/** Whether two words differ by a slip of the keys: one letter of four, two of nine. */
export function isTypo(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  const most = shorter >= 9 ? 2 : shorter >= 4 ? 1 : 0;
  if (most === 0 || Math.abs(a.length - b.length) > most) return false;
  return distance(a, b, most) <= most;
}

/** Edit distance with neighbouring letters swapped as one step; more than `most` is not told apart. */
function distance(a: string, b: string, most: number): number {
  let [before, last, row]: number[][] = [[], [], Array.from({ length: b.length + 1 }, (_, j) => j)] as never;
  for (let i = 1; i <= a.length; i++) {
    [before, last, row] = [last as number[], row as number[], [i]];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1);
      row[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > most) return least;
  }
  return (row as number[])[b.length] as number;
}
