/** A map from 64-bit keys to numbers, in typed arrays: sixteen bytes an entry, where a Map of strings takes a hundred. */

/** A table as plain data that threads can look things up in without a copy of it each. */
export interface SharedKeys {
  readonly slots: Int32Array;
  readonly hi: Int32Array;
  readonly lo: Int32Array;
  readonly length: number;
}

/** The numbers in memory that threads share. */
export function sharedNumbers(numbers: ArrayLike<number>): Int32Array {
  const shared = new Int32Array(new SharedArrayBuffer(numbers.length * Int32Array.BYTES_PER_ELEMENT));
  shared.set(numbers);
  return shared;
}

/** Numbers its keys from 0 in the order they come. */
export class KeyTable {
  #slots: Int32Array;
  #mask: number;
  #hi: Int32Array;
  #lo: Int32Array;
  length = 0;

  constructor(expected = 1024) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2)));
    this.#slots = new Int32Array(size).fill(-1);
    this.#mask = size - 1;
    this.#hi = new Int32Array(size >> 1);
    this.#lo = new Int32Array(size >> 1);
  }

  /** A table to look things up in, from what `share` gave. */
  static from({ slots, hi, lo, length }: SharedKeys): KeyTable {
    const table = new KeyTable(0);
    table.#slots = slots;
    table.#mask = slots.length - 1;
    table.#hi = hi;
    table.#lo = lo;
    table.length = length;
    return table;
  }

  /** What it holds, in memory that threads share. */
  share(): SharedKeys {
    return {
      slots: sharedNumbers(this.#slots),
      hi: sharedNumbers(this.#hi.subarray(0, this.length)),
      lo: sharedNumbers(this.#lo.subarray(0, this.length)),
      length: this.length,
    };
  }

  /** The number of a key; -1 where it is not there. */
  find(hi: number, lo: number): number {
    for (let slot = (hi ^ Math.imul(lo, 0x9e3779b1)) & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const found = this.#slots[slot] as number;
      if (found === -1 || (this.#hi[found] === hi && this.#lo[found] === lo)) return found;
    }
  }

  /** The number of a key, given now where it is new. */
  add(hi: number, lo: number): number {
    const known = this.find(hi, lo);
    if (known >= 0) return known;
    if (this.length === this.#hi.length) this.#grow();
    this.#hi[this.length] = hi;
    this.#lo[this.length] = lo;
    this.#place(this.length);
    return this.length++;
  }

  /** Forgets its keys, and keeps its room. */
  clear(): void {
    this.#slots.fill(-1);
    this.length = 0;
  }

  /** Every key, in the order they came. */
  each(visit: (hi: number, lo: number) => void): void {
    for (let i = 0; i < this.length; i++) visit(this.#hi[i] as number, this.#lo[i] as number);
  }

  #place(number: number): void {
    const [hi, lo] = [this.#hi[number] as number, this.#lo[number] as number];
    let slot = (hi ^ Math.imul(lo, 0x9e3779b1)) & this.#mask;
    while (this.#slots[slot] !== -1) slot = (slot + 1) & this.#mask;
    this.#slots[slot] = number;
  }

  #grow(): void {
    const size = this.#slots.length * 2;
    this.#slots = new Int32Array(size).fill(-1);
    this.#mask = size - 1;
    for (const name of ['hi', 'lo'] as const) {
      const larger = new Int32Array(size >> 1);
      larger.set(name === 'hi' ? this.#hi : this.#lo);
      if (name === 'hi') this.#hi = larger;
      else this.#lo = larger;
    }
    for (let number = 0; number < this.length; number++) this.#place(number);
  }
}
