/**
 * One pass over a turn's tokens finds every phrase of every rule. The trie of compile.ts is walked as a
 * deterministic automaton whose states are made when first met and kept (states.ts), as regular
 * expression engines do: a step costs one look-up however many rules there are.
 */
import { QUESTION, STOP, type Tokens } from '../text/tokens.ts';
import type { Automaton } from './compile.ts';
import { MOST_STATES, States } from './states.ts';

/** A phrase found: the slot it belongs to and its first and last token (breaks at its edges left out). */
export interface Hit {
  readonly slot: number;
  readonly first: number;
  readonly last: number;
}

/** Finds the phrases of an automaton in tokens. */
export class Matcher {
  readonly #states: States;
  readonly #wordSymbols: Int32Array;
  readonly #markSymbols: Int32Array;
  readonly #symbols: number;
  /**
   * Transitions, open addressing: at 2n the key (state * symbols + symbol, below 2^31 for as many states as are kept) and
   * one more, 0 where there is none; at 2n + 1 the next state. Side by side, as a step needs both.
   */
  #steps = new Int32Array(1 << 15);
  #filled = 0;

  constructor(automaton: Automaton) {
    this.#states = new States(automaton);
    this.#wordSymbols = automaton.wordSymbols;
    this.#markSymbols = automaton.markSymbols;
    this.#symbols = automaton.firstSet.length - 1;
  }

  #slot(key: number): number {
    return ((Math.imul(key, 0x9e3779b1) >>> 7) << 1) & (this.#steps.length - 1);
  }

  #put(key: number, next: number): void {
    let slot = this.#slot(key);
    while (this.#steps[slot] !== 0) slot = (slot + 2) & (this.#steps.length - 1);
    this.#steps[slot] = key;
    this.#steps[slot + 1] = next;
  }

  #remember(key: number, next: number): void {
    if (++this.#filled * 4 > this.#steps.length) {
      const steps = this.#steps;
      this.#steps = new Int32Array(steps.length * 2);
      for (let i = 0; i < steps.length; i += 2)
        if (steps[i] !== 0) this.#put(steps[i] as number, steps[i + 1] as number);
    }
    this.#put(key, next);
  }

  /** Calls `found` for every phrase in tokens `from` to `to`, by where they end. */
  scan(tokens: Tokens, from: number, to: number, found: Found): void {
    this.#begin();
    for (let token = from; token < to; token++) {
      const state = this.#read(tokens.word[token] as number);
      const { ends, firstEnd } = this.#states;
      const end = firstEnd[state + 1] as number;
      for (let i = firstEnd[state] as number; i < end; i += 4)
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
      const state = this.#read(token >= 0 ? (tokens.word[token] as number) : token === -1 ? ENDS : ASKS);
      const { ends, firstEnd } = this.#states;
      const end = firstEnd[state + 1] as number;
      for (let i = firstEnd[state] as number; i < end; i += 4)
        found(
          ends[i] as number,
          these[at - (ends[i + 1] as number) + 1 + (ends[i + 2] as number)] as number,
          these[at - (ends[i + 3] as number)] as number,
        );
    }
  }

  #now = 0;

  #begin(): void {
    if (this.#states.count > MOST_STATES) {
      this.#states.forget();
      this.#steps.fill(0);
      this.#filled = 0;
    }
    this.#now = 0;
  }

  /** Takes the next word (or mark) and gives the state after it. */
  #read(word: number): number {
    const symbol =
      word >= 0
        ? (this.#wordSymbols[word] as number)
        : word === -1
          ? 0
          : (this.#markSymbols[-2 - word] as number);
    const key = this.#now * this.#symbols + symbol + 1;
    const steps = this.#steps;
    const mask = steps.length - 1;
    let slot = this.#slot(key);
    while (steps[slot] !== key && steps[slot] !== 0) slot = (slot + 2) & mask;
    if (steps[slot] === key) this.#now = steps[slot + 1] as number;
    else {
      this.#now = this.#states.after(this.#now, symbol);
      this.#remember(key, this.#now);
    }
    return this.#now;
  }
}

/** Called with the slot of a phrase found and its first and last token. */
type Found = (slot: number, first: number, last: number) => void;

const ENDS = -2 - STOP;
const ASKS = -2 - QUESTION;
