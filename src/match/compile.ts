/**
 * Phrases → one automaton in plain numbers: a trie whose edges are word sets, over symbols that stand for
 * all words which belong to the same sets. Runs when rules are built, not while scoring.
 */
import { marks } from '../text/tokens.ts';
import type { Place, Sequence } from './phrase.ts';

/** The automaton as stored. Lists of numbers only, so that a cold start has nothing to compute. */
export interface Automaton {
  /** The words of all phrases, folded. */
  readonly words: readonly string[];
  /** Symbol of each word; 0 is the symbol of every unknown word. */
  readonly wordSymbols: Int32Array;
  /** Symbol of each mark (sentence ends, `<number>`, `<name>` …), in the order of `marks`. */
  readonly markSymbols: Int32Array;
  /** The word sets that symbol n belongs to: symbolSets from firstSet[n] to firstSet[n + 1]. */
  readonly firstSet: Int32Array;
  readonly symbolSets: Int32Array;
  /** Edges of node n: edgeSets and edgeNodes from firstEdge[n] to firstEdge[n + 1]. Set 0 is "any word". */
  readonly firstEdge: Int32Array;
  readonly edgeSets: Int32Array;
  readonly edgeNodes: Int32Array;
  /** What a node ends: slot, length in tokens, breaks at its head and at its tail, four numbers each. */
  readonly firstAccept: Int32Array;
  readonly accepts: Int32Array;
}

const BREAKS = new Set(['.', '!', '?']);

interface Node {
  edges: Map<number, Node>;
  accepts: Map<string, readonly number[]>;
  /** Its place in the stored arrays; 0 until it has one (and for the root). */
  number: number;
}

/** Makes nodes that lead to the same ends one node, from the leaves up: phrases share their tails too. */
function minimise(root: Node): void {
  const known = new Map<string, Node>();
  const ids = new Map<Node, number>();
  const one = (node: Node): Node => {
    for (const [set, next] of node.edges) node.edges.set(set, one(next));
    const edges = [...node.edges].sort((a, b) => a[0] - b[0]).map(([set, next]) => `${set}>${ids.get(next)}`);
    const key = `${edges.join()};${[...node.accepts.keys()].sort().join(' ')}`;
    const same = known.get(key);
    if (same) return same;
    known.set(key, node);
    ids.set(node, ids.size);
    return node;
  };
  one(root);
}

/** Builds the automaton for `slots[i]`: the sequences that count as a hit of slot i. */
export function compileAutomaton(slots: readonly (readonly Sequence[])[]): Automaton {
  const sets = new Map<string, number>([['*', 0]]);
  const members = new Map<string, Set<number>>();
  const placed = new WeakMap<object, number>(); // a class's place is one array wherever the class stands
  const setOf = (place: Place): number => {
    if (place === '*') return 0;
    const seen = placed.get(place);
    if (seen !== undefined) return seen;
    const set = newSet(place);
    placed.set(place, set);
    return set;
  };
  const newSet = (place: readonly string[]): number => {
    const key = [...new Set(place)].sort().join(' ');
    const known = sets.get(key);
    if (known !== undefined) return known;
    const set = sets.size;
    sets.set(key, set);
    for (const word of place) members.set(word, (members.get(word) ?? new Set()).add(set));
    return set;
  };

  const make = (): Node => ({ edges: new Map(), accepts: new Map(), number: 0 });
  const root = make();
  slots.forEach((sequences, slot) => {
    for (const sequence of sequences) {
      let node = root;
      for (const place of sequence) {
        const set = setOf(place);
        const next = node.edges.get(set) ?? make();
        node.edges.set(set, next);
        node = next;
      }
      const edge = (place: Place | undefined) =>
        place !== undefined && place !== '*' && place.every(w => BREAKS.has(w)) ? 1 : 0;
      const accept = [slot, sequence.length, edge(sequence[0]), edge(sequence.at(-1))];
      node.accepts.set(accept.join(), accept);
    }
  });

  // a number that a phrase names ("24") still is a number, and so on for tags
  const numberSets = members.get('<number>') ?? [];
  for (const [word, own] of members) if (/^\d/.test(word)) for (const set of numberSets) own.add(set);

  const symbols = new Map<string, number>([['', 0]]);
  const symbolSets: number[][] = [[]];
  const symbolOf = (word: string, apart: string): number => {
    const own = [...(members.get(word) ?? [])].sort((a, b) => a - b);
    const key = own.join() + apart;
    const known = symbols.get(key);
    if (known !== undefined) return known;
    symbols.set(key, symbolSets.length);
    symbolSets.push(own);
    return symbolSets.length - 1;
  };
  const words = [...members.keys()].filter(word => !(marks as readonly string[]).includes(word)).sort();

  minimise(root);
  const nodes: Node[] = [root];
  for (let i = 0; i < nodes.length; i++)
    for (const [, next] of [...(nodes[i] as Node).edges].sort((a, b) => a[0] - b[0]))
      if (next.number === 0) next.number = nodes.push(next) - 1;
  const firstEdge: number[] = [];
  const edgeSets: number[] = [];
  const edgeNodes: number[] = [];
  const firstAccept: number[] = [];
  const accepts: number[] = [];
  for (const node of nodes) {
    firstEdge.push(edgeSets.length);
    firstAccept.push(accepts.length);
    for (const [set, next] of [...node.edges].sort((a, b) => a[0] - b[0])) {
      edgeSets.push(set);
      edgeNodes.push(next.number);
    }
    for (const accept of node.accepts.values()) accepts.push(...accept);
  }
  firstEdge.push(edgeSets.length);
  firstAccept.push(accepts.length);
  return {
    words,
    wordSymbols: Int32Array.from(words, word => symbolOf(word, '')),
    // breaks keep symbols of their own, since "any word" must not match them
    markSymbols: Int32Array.from(marks, mark => symbolOf(mark, BREAKS.has(mark) ? mark : '')),
    ...flat(symbolSets),
    firstEdge: Int32Array.from(firstEdge),
    edgeSets: Int32Array.from(edgeSets),
    edgeNodes: Int32Array.from(edgeNodes),
    firstAccept: Int32Array.from(firstAccept),
    accepts: Int32Array.from(accepts),
  };
}

/** Read last, when every symbol is known. */
function flat(symbolSets: readonly (readonly number[])[]): Pick<Automaton, 'firstSet' | 'symbolSets'> {
  const firstSet = new Int32Array(symbolSets.length + 1);
  symbolSets.forEach((sets, symbol) => {
    firstSet[symbol + 1] = (firstSet[symbol] as number) + sets.length;
  });
  return { firstSet, symbolSets: Int32Array.from(symbolSets.flat()) };
}
