/**
 * Wordings found in running speech, in one pass over its words however many there are. A wording is words with
 * `a|b` (either), `[a]` (may be missing), `*` (any one word), `^` and `$` (start and end of the turn).
 */

interface Node {
  readonly next: Map<string, Node>;
  /** Numbers of the wordings that end here. */
  readonly ends: number[];
}

/** Takes in wordings by number, and finds them. */
export class Wordings {
  readonly #root: Node = node();

  /** Adds a wording under a number; several may share one. */
  add(wording: string, number: number): void {
    let ways: Node[] = [this.#root];
    for (const word of wording.split(' ')) {
      const optional = word.startsWith('[');
      const words = word.replace(/[[\]]/g, '').split('|');
      const further = ways.flatMap(way => words.map(one => step(way, one)));
      ways = optional ? [...ways, ...further] : further;
    }
    for (const way of new Set(ways)) if (!way.ends.includes(number)) way.ends.push(number);
  }

  /** Calls back for every wording found, by its number; the same place may hold several. */
  scan(words: readonly string[], found: (number: number) => void): void {
    for (let at = 0; at < words.length; at++) walk(this.#root, words, at, found);
  }
}

function walk(from: Node, words: readonly string[], at: number, found: (number: number) => void): void {
  for (const number of from.ends) found(number);
  const word = words[at];
  if (word === undefined) return;
  const exact = from.next.get(word);
  if (exact !== undefined) walk(exact, words, at + 1, found);
  if (from.next.size === 0 || word === '^' || word === '$') return;
  const any = from.next.get('*');
  if (any !== undefined) walk(any, words, at + 1, found);
}

function step(from: Node, word: string): Node {
  const known = from.next.get(word);
  if (known !== undefined) return known;
  const made = node();
  from.next.set(word, made);
  return made;
}

function node(): Node {
  return { next: new Map(), ends: [] };
}

/** The words of a turn, in lower case and without apostrophes (speech recognition writes none), between `^` and `$`. */
export function wordsOf(text: string): string[] {
  const plain = text
    .toLowerCase()
    .replace(/['’`]/g, '')
    .match(/[\p{L}\p{N}@#]+|\?/gu);
  return ['^', ...(plain ?? []), '$'];
}
