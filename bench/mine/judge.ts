/**
 * Mined against known. Blind to how mining compares wording: two texts are the same where their words, slots and
 * marks left out, hold a common sequence of at least three quarters of either. A known template counts as found where
 * one entry is the same; an entry counts as right where it is the same as a known template that no entry before it
 * was: a second entry for one template is a fault, as near-duplicates have to be merged.
 */
import type { Known } from './generate.ts';

const SAME = 0.75;

/** An entry as the file has it. */
export interface Entry {
  readonly text: string;
  readonly conversations?: number | null | undefined;
}

/** How well the known templates were found. */
export interface Verdict {
  readonly recall: number;
  readonly precision: number;
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
  /** Median of how far an entry's count is off the truth, as a share of the truth. */
  readonly countError: number;
}

/** Judges entries. `due` tells which known templates came often enough to be found. */
export function judged(
  entries: readonly Entry[],
  known: readonly Known[],
  due: (known: Known) => boolean,
): Verdict {
  const words = known.map(({ text }) => wordsOf(text));
  const taken = new Set<number>();
  const found = new Set<number>();
  const wrong: string[] = [];
  const errors: number[] = [];
  for (const { text, conversations } of entries) {
    const own = wordsOf(text);
    const same = words.flatMap((other, i) => {
      const common = longest(own, other) / Math.max(own.length, other.length, 1);
      return common >= SAME ? [{ i, common }] : [];
    });
    same.sort((a, b) => b.common - a.common);
    const first = same.find(({ i }) => !taken.has(i));
    for (const { i } of same) found.add(i);
    if (first === undefined) {
      wrong.push(same.length > 0 ? `twice: ${text}` : text);
      continue;
    }
    taken.add(first.i);
    const truth = (known[first.i] as Known).conversations;
    errors.push(Math.abs((conversations ?? 0) - truth) / truth);
  }
  const wanted = known.flatMap((one, i) => (due(one) ? [i] : []));
  const missed = wanted.filter(i => !found.has(i));
  errors.sort((a, b) => a - b);
  return {
    recall: 1 - missed.length / Math.max(1, wanted.length),
    precision: 1 - wrong.length / Math.max(1, entries.length),
    missed: missed.map(i => (known[i] as Known).text),
    wrong,
    countError: errors[errors.length >> 1] ?? 0,
  };
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/\{[^}]*\}/g, ' ')
    .match(/[a-z']+/g) ?? [];

/** Length of the longest common subsequence. */
function longest(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const next = [0];
    b.forEach((other, j) => {
      next.push(word === other ? (row[j] as number) + 1 : Math.max(row[j + 1] as number, next[j] as number));
    });
    row = next;
  }
  return row[b.length] as number;
}
