/**
 * Standard output: data only, in large pieces, waiting while the reader is slow. A reader that has gone away
 * (`| head`) is no error: what would still have been written is dropped.
 */

import type { Writable } from 'node:stream';
import type { Terminal } from './io.ts';
import { OutputError, reasonOf } from './output-error.ts';

const PIECE = 64 * 1024;
const GONE = new Set(['EPIPE', 'ECONNRESET', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END']);

/** Where text goes; files and standard output alike. */
export interface Sink {
  /** Whether nobody reads it any more. */
  readonly gone: boolean;
  /** Takes text, and resolves when more may come. */
  write(text: string): Promise<void>;
  /** Resolves when everything has been written; throws `OutputError` where it could not. */
  finish(): Promise<void>;
}

/** The process’s standard output, or what stands for it. */
export class Stdout implements Sink {
  readonly #stream: Terminal<Writable>;
  readonly #piece: number;
  #held = '';
  #gone = false;
  #fault: OutputError | undefined;

  constructor(stream: Terminal<Writable>) {
    this.#stream = stream;
    this.#piece = stream.isTTY ? 0 : PIECE;
    stream.on('error', error => this.#failed(error));
  }

  get gone(): boolean {
    return this.#gone;
  }

  /** Keeps text for the next piece. */
  put(text: string): void {
    this.#held += text;
  }

  async write(text: string): Promise<void> {
    this.#held += text;
    if (this.#held.length > this.#piece) await this.#flush();
  }

  async finish(): Promise<void> {
    await this.#flush();
    if (!this.#gone)
      await new Promise<void>(resolve => {
        this.#stream.write('', error => {
          if (error) this.#failed(error);
          resolve();
        });
      });
    if (this.#fault) throw this.#fault;
  }

  async #flush(): Promise<void> {
    if (this.#fault) throw this.#fault;
    const text = this.#held;
    this.#held = '';
    if (this.#gone || text === '') return;
    const room = this.#stream.write(text, error => {
      if (error) this.#failed(error);
    });
    if (room || this.#stream.destroyed) return;
    await new Promise<void>(resolve => {
      const go = () => {
        for (const event of ['drain', 'error', 'close']) this.#stream.off(event, go);
        resolve();
      };
      for (const event of ['drain', 'error', 'close']) this.#stream.on(event, go);
    });
  }

  #failed(error: Error): void {
    const code = 'code' in error ? String(error.code) : '';
    if (GONE.has(code)) this.#gone = true;
    else this.#fault ??= new OutputError(`standard output: ${reasonOf(error)}`);
  }
}
