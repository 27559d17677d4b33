/** What could not be read, on standard error as it comes: the first of each kind in full, the rest counted. */
import type { Problem } from '../index.ts';
import type { Messages } from './messages.ts';

const MOST_OF_A_KIND = 10;
const MOST_KINDS = 100;

/** Counts problems, and says them. */
export class Problems {
  readonly #messages: Messages;
  readonly #kinds = new Map<string, { count: number; readonly reason: string }>();
  #unreadable = 0;

  constructor(messages: Messages) {
    this.#messages = messages;
  }

  /** How many records or files could not be read. */
  get unreadable(): number {
    return this.#unreadable;
  }

  /** Says it, unless ten like it have been said. */
  add({ kind: severity, source, at, reason }: Problem): void {
    if (severity === 'unreadable') this.#unreadable++;
    const key = this.#keyOf(reason);
    const kind = this.#kinds.get(key) ?? { count: 0, reason: key === OTHER ? OTHER : reason };
    this.#kinds.set(key, kind);
    if (++kind.count <= MOST_OF_A_KIND) this.#messages.say([source, at, reason].filter(Boolean).join(': '));
  }

  /** Reasons that differ in a name or a number only are of one kind. */
  #keyOf(reason: string): string {
    const key = reason.replace(/"[^"]*"/g, '"').replace(/\d+/g, '0');
    return this.#kinds.has(key) || this.#kinds.size < MOST_KINDS ? key : OTHER;
  }

  /** Says how many more there were. */
  end(): void {
    for (const { count, reason } of this.#kinds.values())
      if (count > MOST_OF_A_KIND)
        this.#messages.say(`… and ${count - MOST_OF_A_KIND} more like this: ${reason}`);
  }
}

const OTHER = 'other reasons';
