/** Everything that is said on standard error, around a line of progress that is wiped before the next message. */
import type { Writable } from 'node:stream';
import type { Terminal } from './io.ts';

/** Standard error. */
export class Messages {
  readonly #stream: Terminal<Writable>;
  #passing = false;

  constructor(stream: Terminal<Writable>) {
    this.#stream = stream;
    stream.on('error', () => {}); // nobody listens: there is no one to tell
  }

  /** Whether a person is watching. */
  get watched(): boolean {
    return this.#stream.isTTY === true;
  }

  /** One message, on a line of its own. Control characters in names and quotes are not obeyed. */
  say(text: string): void {
    this.raw(`${text.replace(/[^\P{Cc}\n]/gu, '?')}\n`);
  }

  /** Text as it is, line end included. */
  raw(text: string): void {
    this.wipe();
    this.#stream.write(text);
  }

  /** A line that the next message replaces. */
  pass(text: string): void {
    this.#stream.write(`\r${text}\x1b[K`);
    this.#passing = true;
  }

  /** Takes the passing line away. */
  wipe(): void {
    if (this.#passing) this.#stream.write('\r\x1b[K');
    this.#passing = false;
  }
}
