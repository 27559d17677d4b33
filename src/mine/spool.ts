/** Readings kept on the disk, so that what came once can be gone through twice. A line is a reading as it was. */
import type { Reading } from '../model/conversation.ts';
import type { Scratch } from './disk.ts';

const PIECE = 1 << 18;

/** Takes readings one by one, then gives them back in their order. */
export class Spool {
  readonly #scratch: Scratch;
  #held = '';

  constructor(scratch: Scratch) {
    this.#scratch = scratch;
  }

  /** Keeps a reading. */
  add(reading: Reading): void {
    this.#held += `${JSON.stringify(reading)}\n`;
    if (this.#held.length > PIECE) this.#flush();
  }

  /** All of them again. */
  async *readings(): AsyncGenerator<Reading> {
    this.#flush();
    for (const line of this.#scratch.lines('readings')) yield JSON.parse(line) as Reading;
  }

  #flush(): void {
    if (this.#held !== '') this.#scratch.append('readings', Buffer.from(this.#held));
    this.#held = '';
  }
}
