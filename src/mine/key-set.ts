/** A set of 64-bit keys in one typed array: eight bytes a slot, three quarters of them in use before it grows. */

const FULL = 0.75;

export class KeySet {
  /** The halves of a key side by side; both 0 in an empty slot. */
  #slots: Int32Array;
  #mask: number;
  #length = 0;
  /** The key that looks like an empty slot. */
  #nought = false;

  constructor(slots = 1024) {
    this.#slots = new Int32Array(2 * slots);
    this.#mask = slots - 1;
  }

  /** Adds a key; whether it was not there. */
  add(hi: number, lo: number): boolean {
    if (hi === 0 && lo === 0) {
      const isNew = !this.#nought;
      this.#nought = true;
      return isNew;
    }
    if (!this.#put(hi, lo)) return false;
    if (++this.#length > FULL * (this.#mask + 1)) this.#grow();
    return true;
  }

  #put(hi: number, lo: number): boolean {
    const slots = this.#slots;
    for (let slot = (hi ^ Math.imul(lo, 0x9e3779b1)) & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const [a, b] = [slots[2 * slot] as number, slots[2 * slot + 1] as number];
      if (a === hi && b === lo) return false;
      if (a !== 0 || b !== 0) continue;
      slots[2 * slot] = hi;
      slots[2 * slot + 1] = lo;
      return true;
    }
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(2 * old.length);
    this.#mask = old.length - 1;
    for (let i = 0; i < old.length; i += 2) {
      const [hi, lo] = [old[i] as number, old[i + 1] as number];
      if (hi !== 0 || lo !== 0) this.#put(hi, lo);
    }
  }
}
