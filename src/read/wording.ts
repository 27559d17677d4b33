/**
 * Wordings found in running speech, in one pass over its words however many there are. A wording is words with
 * `a|b` (either), `[a]` (may be missing), `*` (any one word), `^` and `$` (start and end of the turn).
 */
import { Vocabulary } from '../text/vocabulary.ts';

/** Wordings built into one graph of words; the last node is the root. */
export interface BuiltWordings {
  readonly words: readonly string[];
  /** Edges of node n: from `firstEdge[n]` to `firstEdge[n + 1]`, by their words' numbers, lowest first. */
  readonly firstEdge: Int32Array;
  readonly edgeWords: Int32Array;
  readonly edgeNodes: Int32Array;
  /** The wordings that end at node n: `ends` from `firstEnd[n]` to `firstEnd[n + 1]`. */
  readonly firstEnd: Int32Array;
  readonly ends: Int32Array;
}

interface Node {
  readonly next: Map<string, Node>;
  /** Numbers of the wordings that end here. */
  readonly ends: number[];
}

/** Builds wordings, each under a number that several may share. */
export function buildWordings(wordings: Iterable<readonly [wording: string, number: number]>): BuiltWordings {
  const root = node();
  for (const [wording, number] of wordings) add(root, wording, number);
  const numbers = new Map(['*', '^', '$'].map((word, number) => [word, number]));
  const numberOf = (word: string) => numbers.get(word) ?? numbers.set(word, numbers.size).size - 1;
  const [firstEdge, firstEnd]: [number[], number[]] = [[0], [0]];
  const [edgeWords, edgeNodes, ends]: [number[], number[], number[]] = [[], [], []];
  const made = new Map<string, number>();
  /** A node's number: nodes from which the same goes on are one. */
  const place = ({ next, ends: own }: Node): number => {
    const edges = [...next]
      .map(([word, to]) => [numberOf(word), place(to)] as const)
      .sort(([a], [b]) => a - b);
    const key = JSON.stringify([own, edges]);
    const known = made.get(key);
    if (known !== undefined) return known;
    for (const [word, to] of edges) {
      edgeWords.push(word);
      edgeNodes.push(to);
    }
    ends.push(...own);
    firstEnd.push(ends.length);
    made.set(key, made.size);
    return firstEdge.push(edgeWords.length) - 2;
  };
  place(root);
  return {
    words: [...numbers.keys()],
    firstEdge: Int32Array.from(firstEdge),
    edgeWords: Int32Array.from(edgeWords),
    edgeNodes: Int32Array.from(edgeNodes),
    firstEnd: Int32Array.from(firstEnd),
    ends: Int32Array.from(ends),
  };
}

function add(root: Node, wording: string, number: number): void {
  let ways: Node[] = [root];
  for (const word of wording.split(' ')) {
    const optional = word.startsWith('[');
    const words = word.replace(/[[\]]/g, '').split('|');
    const further = ways.flatMap(way => words.map(one => step(way, one)));
    ways = optional ? [...ways, ...further] : further;
  }
  for (const way of new Set(ways)) if (!way.ends.includes(number)) way.ends.push(number);
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

/** Finds wordings. */
export class Wordings {
  readonly #built: BuiltWordings;
  readonly #vocabulary: Vocabulary;
  readonly #any: number;
  /** `^` and `$`, which are no word for `*`. */
  readonly #edges: readonly number[];

  constructor(built: BuiltWordings) {
    this.#built = built;
    this.#vocabulary = new Vocabulary(built.words);
    this.#any = this.#vocabulary.numberOf('*');
    this.#edges = ['^', '$'].map(word => this.#vocabulary.numberOf(word));
  }

  /** Calls back for every wording found, by its number; the same place may hold several. */
  scan(words: readonly string[], found: (number: number) => void): void {
    const numbers = words.map(word => this.#vocabulary.numberOf(word));
    const root = this.#built.firstEdge.length - 2;
    for (let at = 0; at < numbers.length; at++) this.#walk(root, numbers, at, found);
  }

  #walk(from: number, words: readonly number[], at: number, found: (number: number) => void): void {
    const { firstEnd, ends } = this.#built;
    for (let i = firstEnd[from] as number; i < (firstEnd[from + 1] as number); i++) found(ends[i] as number);
    const word = words[at];
    if (word === undefined) return;
    const exact = this.#after(from, word);
    if (exact >= 0) this.#walk(exact, words, at + 1, found);
    if (this.#edges.includes(word)) return;
    const any = this.#after(from, this.#any);
    if (any >= 0) this.#walk(any, words, at + 1, found);
  }

  /** The node after a word; -1 where there is no such edge. */
  #after(node: number, word: number): number {
    const { firstEdge, edgeWords, edgeNodes } = this.#built;
    let low = firstEdge[node] as number;
    const end = firstEdge[node + 1] as number;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((edgeWords[middle] as number) < word) low = middle + 1;
      else high = middle;
    }
    return low < end && edgeWords[low] === word ? (edgeNodes[low] as number) : -1;
  }
}

/** The words of a turn, in lower case and without apostrophes (speech recognition writes none), between `^` and `$`. */
export function wordsOf(text: string): string[] {
  const plain = text
    .toLowerCase()
    .replace(/['’`]/g, '')
    .match(/[\p{L}\p{N}@#]+|\?/gu);
  return ['^', ...(plain ?? []), '$'];
}
