/**
 * How often words stand beside each other in the agents' sentences, counted in a fixed space: a count-min sketch.
 * Its counts are never too low, and adding is all that happens to them, so they do not depend on the order. They only
 * decide what is a slot; every figure that is shown is counted exactly afterwards.
 */
import type { Masked } from './masked.ts';

const BITS = 22;
const SIZE = 1 << BITS;

/** What stands before the first and after the last unit. */
const EDGE = 0x5bd1e995;

/** Which neighbours foretell a unit. */
export const [BEFORE, AFTER, AROUND] = [1, 2, 4] as const;

/** Counts of neighbours: pairs side by side, pairs with one unit between, and triples. */
export class Contexts {
  readonly #first = new Int32Array(SIZE);
  readonly #second = new Int32Array(SIZE);
  #units = new Int32Array(260);

  /** Counts a sentence, for everybody and for its agent. */
  add(sentence: Masked, agent: number): void {
    const units = this.#padded(sentence);
    const to = sentence.length + 4;
    const own = ownKind(agent);
    for (let i = 0; i + 1 < to; i++) {
      const [a, b] = [units[i] as number, units[i + 1] as number];
      this.#raise(1, a, b, 0);
      this.#raise(own + 1, a, b, 0);
    }
    for (let i = 0; i + 2 < to; i++) {
      const [a, b, c] = [units[i] as number, units[i + 1] as number, units[i + 2] as number];
      this.#raise(2, a, c, 0);
      this.#raise(3, a, b, c);
      this.#raise(own + 3, a, b, c);
    }
  }

  /**
   * For each unit, which of its neighbours foretell it, at least `least` times and this surely: bit 1 the two before
   * it, bit 2 the two after it, bit 4 those on both sides. An agent's own habit foretells too, where the team's
   * wording varies.
   */
  foretold(sentence: Masked, agent: number, least: number, surely: number, out: Uint8Array): void {
    const units = this.#padded(sentence);
    const own = ownKind(agent);
    for (let unit = 0; unit < sentence.length; unit++) {
      const at = unit + 2;
      const word = units[at] as number;
      const [l2, l1, r1, r2] = [units[at - 2]!, units[at - 1]!, units[at + 1]!, units[at + 2]!];
      let bits = 0;
      for (let kind = 0; ; kind = own) {
        if (this.#holds(kind, l2, l1, word, l2, l1, least, surely)) bits |= BEFORE;
        if (this.#holds(kind, word, r1, r2, r1, r2, least, surely)) bits |= AFTER;
        if (kind === own) break;
      }
      const both = this.#count(3, l1, word, r1);
      if (bits === 0 && both >= least && both >= surely * this.#count(2, l1, r1, 0)) bits |= AROUND;
      out[unit] = bits;
    }
  }

  /** Whether a pair is followed, or preceded, by the word of the triple often enough. */
  #holds(
    kind: number,
    a: number,
    b: number,
    c: number,
    x: number,
    y: number,
    least: number,
    surely: number,
  ): boolean {
    const triple = this.#count(kind + 3, a, b, c);
    return triple >= least && triple >= surely * this.#count(kind + 1, x, y, 0);
  }

  #padded({ unit, length }: Masked): Int32Array {
    if (this.#units.length < length + 4) this.#units = new Int32Array(length + 4);
    const units = this.#units;
    units[0] = units[1] = EDGE;
    for (let i = 0; i < length; i++) units[i + 2] = unit[i] as number;
    units[length + 2] = units[length + 3] = ~EDGE;
    return units;
  }

  #raise(kind: number, a: number, b: number, c: number): void {
    const hash = mix(kind, a, b, c);
    this.#first[hash & (SIZE - 1)]!++;
    this.#second[Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> (32 - BITS)]!++;
  }

  #count(kind: number, a: number, b: number, c: number): number {
    const hash = mix(kind, a, b, c);
    return Math.min(
      this.#first[hash & (SIZE - 1)] as number,
      this.#second[Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> (32 - BITS)] as number,
    );
  }
}

/** Counts of one agent are kept apart from the team's by their kind. */
const ownKind = (agent: number) => Math.imul(agent + 1, 0x9e3779b1) & ~7;

function mix(kind: number, a: number, b: number, c: number): number {
  let hash = Math.imul(a, 0xcc9e2d51 | 0) + kind;
  hash = Math.imul((hash << 13) | (hash >>> 19), 5) ^ Math.imul(b, 0x1b873593);
  hash = Math.imul((hash << 15) | (hash >>> 17), 0xe6546b65 | 0) ^ Math.imul(c, 0x85ebca6b | 0);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x7feb352d);
  return hash ^ (hash >>> 15);
}
