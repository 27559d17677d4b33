/**
 * One pass over a turn's tokens finds every phrase of every rule. The trie of compile.ts is walked as a
 * deterministic automaton whose states (sets of trie nodes) are made when first met and kept, as regular
 * expression engines do: a step costs one look-up however many rules there are.
 */
import { QUESTION, STOP, type Tokens } from '../text/tokens.ts';
import type { Automaton } from './compile.ts';

/** A phrase found: the slot it belongs to and its first and last token (breaks at its edges left out). */
export interface Hit {
  readonly slot: number;
  readonly first: number;
  readonly last: number;
}

/** When this many states are known they are forgotten and made anew: memory stays bounded, results do not change. */
const MOST_STATES = 60_000;

export class Matcher {
  readonly #a: Automaton;
  readonly #symbols: number;
  readonly #anyStep: boolean[];
  readonly #rootSteps: (readonly number[] | undefined)[] = [];
  // states
  #nodes: (readonly number[])[] = [];
  #accepts: (readonly number[] | undefined)[] = [];
  #byNodes = new Map<string, number>();
  // transitions, open addressing: key = state * symbols + symbol
  #keys = new Float64Array(1 << 14);
  #next = new Int32Array(1 << 14);
  #filled = 0;

  constructor(automaton: Automaton) {
    this.#a = automaton;
    this.#symbols = automaton.symbolSets.length;
    const breaks = new Set(automaton.markSymbols.slice(0, 3));
    this.#anyStep = automaton.symbolSets.map((_, symbol) => !breaks.has(symbol));
    this.#forget();
  }

  #forget(): void {
    this.#nodes = [];
    this.#accepts = [];
    this.#byNodes.clear();
    this.#keys.fill(-1);
    this.#filled = 0;
    this.#state([]);
  }

  #state(nodes: readonly number[]): number {
    const key = nodes.join();
    const known = this.#byNodes.get(key);
    if (known !== undefined) return known;
    const state = this.#nodes.push(nodes) - 1;
    this.#byNodes.set(key, state);
    const ends = nodes.flatMap(node =>
      this.#a.accepts.slice(this.#a.firstAccept[node], this.#a.firstAccept[node + 1]),
    );
    this.#accepts.push(ends.length ? ends : undefined);
    return state;
  }

  /** The nodes reached from one node by one symbol. */
  #step(node: number, symbol: number): number[] {
    const { firstEdge, edgeSets, edgeNodes, symbolSets } = this.#a;
    const sets = symbolSets[symbol] as readonly number[];
    const out: number[] = [];
    for (let edge = firstEdge[node] as number; edge < (firstEdge[node + 1] as number); edge++) {
      const set = edgeSets[edge] as number;
      if (set === 0 ? this.#anyStep[symbol] : sets.includes(set)) out.push(edgeNodes[edge] as number);
    }
    return out;
  }

  #move(state: number, symbol: number): number {
    this.#rootSteps[symbol] ??= this.#step(0, symbol);
    const nodes = new Set(this.#rootSteps[symbol]);
    for (const node of this.#nodes[state] as readonly number[])
      for (const next of this.#step(node, symbol)) nodes.add(next);
    return this.#state([...nodes].sort((a, b) => a - b));
  }

  #remember(key: number, next: number): void {
    if (++this.#filled * 2 > this.#keys.length) {
      const keys = this.#keys;
      const nexts = this.#next;
      this.#keys = new Float64Array(keys.length * 2).fill(-1);
      this.#next = new Int32Array(keys.length * 2);
      for (let i = 0; i < keys.length; i++)
        if ((keys[i] as number) >= 0) this.#put(keys[i] as number, nexts[i] as number);
    }
    this.#put(key, next);
  }

  #put(key: number, next: number): void {
    let slot = this.#slot(key);
    while ((this.#keys[slot] as number) >= 0) slot = (slot + 1) & (this.#keys.length - 1);
    this.#keys[slot] = key;
    this.#next[slot] = next;
  }

  #slot(key: number): number {
    return (Math.imul(key | 0, 0x9e3779b1) >>> 7) & (this.#keys.length - 1);
  }

  /** Calls `found` for every phrase in tokens `from` to `to`, by where they end. */
  scan(tokens: Tokens, from: number, to: number, found: Found): void {
    this.#begin();
    for (let token = from; token < to; token++) {
      const ends = this.#read(tokens.word[token] as number);
      if (ends === undefined) continue;
      for (let i = 0; i < ends.length; i += 4)
        found(
          ends[i] as number,
          token - (ends[i + 1] as number) + 1 + (ends[i + 2] as number),
          token - (ends[i + 3] as number),
        );
    }
  }

  /**
   * The same over some tokens only, in order, as if nothing stood between them. A negative number is no token but
   * a mark heard between two: -1 the end of a sentence, -2 of a question.
   */
  scanThese(tokens: Tokens, these: readonly number[], found: Found): void {
    this.#begin();
    for (let at = 0; at < these.length; at++) {
      const token = these[at] as number;
      const ends = this.#read(token >= 0 ? (tokens.word[token] as number) : token === -1 ? ENDS : ASKS);
      if (ends === undefined) continue;
      for (let i = 0; i < ends.length; i += 4)
        found(
          ends[i] as number,
          these[at - (ends[i + 1] as number) + 1 + (ends[i + 2] as number)] as number,
          these[at - (ends[i + 3] as number)] as number,
        );
    }
  }

  #now = 0;

  #begin(): void {
    if (this.#nodes.length > MOST_STATES) this.#forget();
    this.#now = 0;
  }

  /** Takes the next word (or mark) and gives what ends with it. */
  #read(word: number): readonly number[] | undefined {
    const { wordSymbols, markSymbols } = this.#a;
    const symbol =
      word >= 0 ? (wordSymbols[word] as number) : word === -1 ? 0 : (markSymbols[-2 - word] as number);
    const key = this.#now * this.#symbols + symbol;
    let slot = this.#slot(key);
    while (this.#keys[slot] !== key && (this.#keys[slot] as number) >= 0)
      slot = (slot + 1) & (this.#keys.length - 1);
    if (this.#keys[slot] === key) this.#now = this.#next[slot] as number;
    else {
      this.#now = this.#move(this.#now, symbol);
      this.#remember(key, this.#now);
    }
    return this.#accepts[this.#now];
  }
}

/** Called with the slot of a phrase found and its first and last token. */
type Found = (slot: number, first: number, last: number) => void;

const ENDS = -2 - STOP;
const ASKS = -2 - QUESTION;
