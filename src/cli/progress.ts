/** How far a long run is, for a person who watches. Short runs say nothing. */
import { oneMore } from './heap.ts';
import type { Messages } from './messages.ts';

const FIRST_MS = 1000;
const EVERY_MS = 200;
/** A rate over less than this says nothing yet. */
const RATE_MS = 1000;

/** What is done with conversations. Input that is scored is read through before. */
export type Doing = 'reading' | 'scoring';

/** Counts conversations, and shows the count, the rate, and the time left where the whole is known. */
export class Progress {
  readonly #messages: Messages;
  readonly #now: () => number;
  #next: number;
  #begun: number;
  #done = 0;
  #doing: Doing = 'reading';
  /** How many there are, once all have been read. */
  #all = 0;

  /** `now` gives milliseconds. */
  constructor(messages: Messages, now: () => number = () => performance.now()) {
    this.#messages = messages;
    this.#now = now;
    this.#begun = messages.watched ? now() : 0;
    this.#next = messages.watched ? this.#begun + FIRST_MS : Number.POSITIVE_INFINITY;
  }

  /** One conversation is done. */
  tick(doing: Doing): void {
    const now = this.#next === Number.POSITIVE_INFINITY ? 0 : this.#now();
    if (doing !== this.#doing) {
      [this.#doing, this.#all, this.#done, this.#begun] = [doing, this.#done, 0, now];
      this.#messages.wipe();
    }
    this.#done++;
    oneMore();
    if (now < this.#next) return;
    this.#next = now + EVERY_MS;
    this.#messages.pass(progressText(doing, this.#done, this.#all, now - this.#begun));
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

/** So many conversations of `all` (0: nobody knows) in so many milliseconds. */
export function progressText(doing: Doing, done: number, all: number, milliseconds: number): string {
  const count = `${doing} ${grouped(done)}${all > 0 ? ` of ${grouped(all)}` : ''}`;
  if (milliseconds < RATE_MS) return count;
  const rate = (1000 * done) / milliseconds;
  const speed = `${rate < 10 ? rate.toFixed(1) : grouped(Math.round(rate))} a second`;
  const left = all > done ? [`${timeText((all - done) / rate)} left`] : [];
  return [count, speed, ...left].join(' · ');
}

/** Seconds in the two units that matter, rounded up: a wait that ends early annoys nobody. */
function timeText(seconds: number): string {
  if (seconds <= 59) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h${minutes % 60 === 0 ? '' : ` ${minutes % 60} min`}`;
}

const grouped = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
