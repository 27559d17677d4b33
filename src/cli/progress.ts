/** How far a long run is, for a person who watches. Short runs say nothing. */
import type { Messages } from './messages.ts';

const FIRST_MS = 1000;
const EVERY_MS = 200;

/** Counts conversations, and shows the count. */
export class Progress {
  readonly #messages: Messages;
  readonly #now: () => number;
  readonly #started: number;
  #next: number;
  #done = 0;

  /** `now` gives milliseconds. */
  constructor(messages: Messages, now: () => number = () => performance.now()) {
    this.#messages = messages;
    this.#now = now;
    this.#started = now();
    this.#next = messages.watched ? this.#started + FIRST_MS : Number.POSITIVE_INFINITY;
  }

  /** One conversation is done. */
  tick(): void {
    this.#done++;
    if (this.#next === Number.POSITIVE_INFINITY) return;
    const now = this.#now();
    if (now < this.#next) return;
    this.#next = now + EVERY_MS;
    const rate = Math.round((1000 * this.#done) / (now - this.#started));
    this.#messages.pass(`${grouped(this.#done)} conversations, ${grouped(rate)} a second`);
  }

  /** The run is over. */
  end(): void {
    this.#messages.wipe();
  }
}

const grouped = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
