/**
 * The states of the matcher: sets of trie nodes, made when first met and kept. This is the slow half of a step, taken
 * once for each state and symbol; the arrays are flat because a corpus meets tens of thousands of states.
 */
import type { Automaton } from './compile.ts';

/** When this many states are known they are forgotten and made anew: memory stays bounded, results do not change. */
export const MOST_STATES = 60_000;

/** The states met so far; state 0 is that of nothing begun. */
export class States {
  readonly #a: Automaton;
  readonly #anySteps: Uint8Array;
  /** The edges of the root by word set: it has thousands, and only those of a symbol's sets are wanted. */
  readonly #rootBySet = new Map<number, number[]>();
  readonly #rootSteps: (number[] | undefined)[] = [];
  /** Sets of the symbol at hand, and nodes already taken, by who asked last. */
  readonly #setAsked: Int32Array;
  readonly #nodeTaken: Int32Array;
  #asked = 0;
  #taken = 0;
  /** Nodes of state n: `#nodes` from `#firstNode[n]` to `#firstNode[n + 1]`. */
  #nodes = new Int32Array(1 << 14);
  #firstNode = new Int32Array(1 << 12);
  #count = 0;
  /** What state n ends: `ends` from `firstEnd[n]` to `firstEnd[n + 1]`, as in `Automaton.accepts`. Replaced when they grow. */
  ends = new Int32Array(1 << 12);
  firstEnd = new Int32Array(1 << 12);
  /** States by the hash of their nodes, chained. */
  readonly #byHash = new Int32Array(1 << 16);
  #chain = new Int32Array(1 << 12);

  constructor(automaton: Automaton) {
    this.#a = automaton;
    const { firstSet, symbolSets, markSymbols, firstEdge, edgeSets, edgeNodes } = automaton;
    this.#anySteps = new Uint8Array(firstSet.length - 1).fill(1);
    for (const mark of markSymbols.slice(0, 3)) this.#anySteps[mark] = 0;
    for (let edge = firstEdge[0] as number; edge < (firstEdge[1] as number); edge++) {
      const set = edgeSets[edge] as number;
      const nodes = this.#rootBySet.get(set);
      if (nodes) nodes.push(edgeNodes[edge] as number);
      else this.#rootBySet.set(set, [edgeNodes[edge] as number]);
    }
    let sets = 1;
    for (const set of symbolSets) sets = Math.max(sets, set + 1);
    this.#setAsked = new Int32Array(sets);
    this.#nodeTaken = new Int32Array(firstEdge.length);
    this.forget();
  }

  /** How many there are. */
  get count(): number {
    return this.#count;
  }

  /** Forgets all but state 0. */
  forget(): void {
    this.#count = 0;
    this.#byHash.fill(-1);
    this.#intern([]);
  }

  /** The state after a symbol. */
  after(state: number, symbol: number): number {
    const { firstSet, symbolSets, firstEdge, edgeSets, edgeNodes } = this.#a;
    const any = this.#anySteps[symbol] === 1;
    const asked = ++this.#asked;
    for (let at = firstSet[symbol] as number; at < (firstSet[symbol + 1] as number); at++)
      this.#setAsked[symbolSets[at] as number] = asked;
    const taken = ++this.#taken;
    const nodes: number[] = [];
    const take = (node: number) => {
      if (this.#nodeTaken[node] === taken) return;
      this.#nodeTaken[node] = taken;
      nodes.push(node);
    };
    for (const node of this.#rootStep(symbol, any)) take(node);
    for (let at = this.#firstNode[state] as number; at < (this.#firstNode[state + 1] as number); at++) {
      const node = this.#nodes[at] as number;
      const end = firstEdge[node + 1] as number;
      for (let edge = firstEdge[node] as number; edge < end; edge++) {
        const set = edgeSets[edge] as number;
        if (set === 0 ? any : this.#setAsked[set] === asked) take(edgeNodes[edge] as number);
      }
    }
    return this.#intern(nodes.sort((a, b) => a - b));
  }

  #rootStep(symbol: number, any: boolean): readonly number[] {
    let steps = this.#rootSteps[symbol];
    if (steps === undefined) {
      const { firstSet, symbolSets } = this.#a;
      steps = (any && this.#rootBySet.get(0)?.slice()) || [];
      for (let at = firstSet[symbol] as number; at < (firstSet[symbol + 1] as number); at++)
        for (const node of this.#rootBySet.get(symbolSets[at] as number) ?? []) steps.push(node);
      this.#rootSteps[symbol] = steps;
    }
    return steps;
  }

  /** The state of these nodes, made if there is none yet. */
  #intern(nodes: readonly number[]): number {
    let hash = nodes.length;
    for (const node of nodes) hash = Math.imul(hash ^ node, 0x01000193);
    const home = (hash ^ (hash >>> 15)) & (this.#byHash.length - 1);
    for (let state = this.#byHash[home] as number; state >= 0; state = this.#chain[state] as number)
      if (this.#is(state, nodes)) return state;
    const state = this.#count++;
    if (state + 2 > this.#firstNode.length) {
      this.#firstNode = grown(this.#firstNode);
      this.firstEnd = grown(this.firstEnd);
      this.#chain = grown(this.#chain);
    }
    const first = state === 0 ? 0 : (this.#firstNode[state] as number);
    while (first + nodes.length > this.#nodes.length) this.#nodes = grown(this.#nodes);
    this.#nodes.set(nodes, first);
    this.#firstNode[state + 1] = first + nodes.length;
    this.#chain[state] = this.#byHash[home] as number;
    this.#byHash[home] = state;
    const { firstAccept, accepts } = this.#a;
    let end = state === 0 ? 0 : (this.firstEnd[state] as number);
    for (const node of nodes) {
      const from = firstAccept[node] as number;
      const to = firstAccept[node + 1] as number;
      while (end + to - from > this.ends.length) this.ends = grown(this.ends);
      for (let at = from; at < to; at++) this.ends[end++] = accepts[at] as number;
    }
    this.firstEnd[state + 1] = end;
    return state;
  }

  #is(state: number, nodes: readonly number[]): boolean {
    const first = this.#firstNode[state] as number;
    if ((this.#firstNode[state + 1] as number) - first !== nodes.length) return false;
    for (let i = 0; i < nodes.length; i++) if (this.#nodes[first + i] !== nodes[i]) return false;
    return true;
  }
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
