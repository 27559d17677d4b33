/** A list of numbers that grows, in a typed array: four bytes each, where a list of V8's takes eight and half as much again. */

/** How much larger it gets at a time. */
const GROWS = 1.5;

export class Column {
  #numbers = new Int32Array(64);
  length = 0;

  push(value: number): void {
    if (this.length === this.#numbers.length) {
      const larger = new Int32Array(Math.ceil(GROWS * this.length));
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.length++] = value;
  }

  /** The number at a place that has one. */
  at(place: number): number {
    return this.#numbers[place] as number;
  }

  /** Adds to the number at a place that has one. */
  raise(place: number, by: number): void {
    this.#numbers[place]! += by;
  }
}
