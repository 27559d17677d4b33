/**
 * One agent's sentence with what varies taken out: units, each a word or a slot, and a 64-bit key over them. Held
 * in arrays that are used again for the next sentence, as this runs over every sentence of a corpus.
 */
import { NAME, slotHash, WORD } from './slots.ts';

const rotated = (value: number, by: number) => (value << by) | (value >>> (32 - by));

function mixed(hash: number): number {
  let value = hash ^ (hash >>> 16);
  value = Math.imul(value, 0x85ebca6b);
  value ^= value >>> 13;
  value = Math.imul(value, 0xc2b2ae35);
  return value ^ (value >>> 16);
}

/** Two 32-bit hashes over 32-bit units. */
export function hash64(unit: Int32Array, from: number, to: number): readonly [hi: number, lo: number] {
  let hi = 0x2f0b4f2d;
  let lo = 0x51ed270b;
  for (let i = from; i < to; i++) {
    const value = unit[i] as number;
    hi = (Math.imul(rotated(hi ^ Math.imul(value, 0xcc9e2d51 | 0), 13), 5) + 0x6546b64) | 0;
    lo = (Math.imul(rotated(lo ^ Math.imul(value, 0x1b873593), 17), 9) + 0x38495ab5) | 0;
  }
  return [mixed(hi ^ (to - from)), mixed(lo + (to - from))];
}

/** The key of one agent's sentence. */
export const ownKey = (hi: number, lo: number, agent: number): readonly [hi: number, lo: number] => [
  hi ^ Math.imul(agent + 1, 0x9e3779b1),
  (lo + Math.imul(agent + 1, 0x7feb352d)) | 0,
];

/** A masked sentence; good until the next one is made. */
export class Masked {
  /** Hash of each unit: of the word as said, or of the slot's class. */
  unit = new Int32Array(256);
  /** What each unit is: see slots.ts. */
  kind = new Uint8Array(256);
  /** For a name of one word, the word's own hash, as a template may hold it (a brand); else 0. */
  said = new Int32Array(256);
  /** Where it stands in the turn's text. */
  start = new Int32Array(256);
  end = new Int32Array(256);
  length = 0;
  /** Names side by side stay apart, as one of them may be part of the wording: "Larkmere, Dana". */
  apart = false;
  /** The first token after the handles at the head of it; 0 without. */
  lead = 0;
  /** Units that are words. */
  words = 0;
  hi = 0;
  lo = 0;
  turn = 0;
  agent = '';
  /** The whole sentence in the turn's text, closing mark included. */
  from = 0;
  to = 0;
  text = '';
  /** A question, by its mark or, in unpunctuated speech, by how it begins. */
  question = false;

  /** Forgets its units. */
  clear(): void {
    this.length = 0;
    this.lead = 0;
  }

  /** Adds a unit; a slot after one of its class is part of it. */
  push(unit: number, kind: number, start: number, end: number): void {
    const last = this.length - 1;
    if (
      kind !== WORD &&
      !(this.apart && kind === NAME) &&
      last >= 0 &&
      this.kind[last] !== WORD &&
      this.unit[last] === unit
    ) {
      this.end[last] = end;
      this.said[last] = 0;
      if (kind > (this.kind[last] as number)) this.kind[last] = kind;
      return;
    }
    if (this.length === this.unit.length) this.#grow();
    this.unit[this.length] = unit;
    this.kind[this.length] = kind;
    this.said[this.length] = 0;
    this.start[this.length] = start;
    this.end[this.length++] = end;
  }

  #grow(): void {
    const size = this.unit.length * 2;
    const larger = <A extends Int32Array | Uint8Array>(array: A, into: A): A => {
      into.set(array);
      return into;
    };
    this.unit = larger(this.unit, new Int32Array(size));
    this.said = larger(this.said, new Int32Array(size));
    this.kind = larger(this.kind, new Uint8Array(size));
    this.start = larger(this.start, new Int32Array(size));
    this.end = larger(this.end, new Int32Array(size));
  }

  /** Adds a slot. */
  slot(kind: number, start: number, end: number): void {
    this.push(slotHash[kind] as number, kind, start, end);
  }

  /** Adds a name, which may be part of the wording. */
  name(hash: number, start: number, end: number): void {
    const before = this.length;
    this.slot(NAME, start, end);
    if (this.length > before) this.said[before] = hash;
  }

  /** Takes off the first `count` units. */
  drop(count: number): void {
    for (const array of [this.unit, this.kind, this.said, this.start, this.end])
      array.copyWithin(0, count, this.length);
    this.length -= count;
  }

  /** Works out the key, once all units are there. */
  close(): void {
    this.words = 0;
    for (let i = 0; i < this.length; i++) if (this.kind[i] === WORD) this.words++;
    [this.hi, this.lo] = hash64(this.unit, 0, this.length);
  }
}
