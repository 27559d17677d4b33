/** How far a long run is, for a person who watches. Short runs say nothing. */
import type { Messages } from './messages.ts';

const FIRST_MS = 1000;
const EVERY_MS = 200;

/** What is done with conversations. Input that is scored is read through before. */
export type Doing = 'reading' | 'scoring';

/** Counts conversations, and shows the count. */
export class Progress {
  readonly #messages: Messages;
  readonly #now: () => number;
  #next: number;
  #done = 0;
  #doing: Doing = 'reading';
  /** How many there are, once all have been read. */
  #all = 0;

  /** `now` gives milliseconds. */
  constructor(messages: Messages, now: () => number = () => performance.now()) {
    this.#messages = messages;
    this.#now = now;
    this.#next = messages.watched ? now() + FIRST_MS : Number.POSITIVE_INFINITY;
  }

  /** One conversation is done. */
  tick(doing: Doing): void {
    if (doing !== this.#doing) {
      [this.#doing, this.#all, this.#done] = [doing, this.#done, 0];
      this.#messages.wipe();
    }
    this.#done++;
    const now = this.#next === Number.POSITIVE_INFINITY ? 0 : this.#now();
    if (now < this.#next) return;
    this.#next = now + EVERY_MS;
    const of = this.#all > 0 ? ` of ${grouped(this.#all)}` : '';
    this.#messages.pass(`${doing} ${grouped(this.#done)}${of}`);
  }

  /** Nothing more is shown, as the terminal is needed for the data. */
  hide(): void {
    this.#messages.wipe();
    this.#next = Number.POSITIVE_INFINITY;
  }

  /** The run is over. */
  end(): void {
    this.#messages.wipe();
  }
}

const grouped = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
