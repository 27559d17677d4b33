/**
 * A file that is whole or not there: it is written under a temporary name beside its place, and takes its place
 * when the run has ended well. What is no regular file (a device, a pipe) is written straight.
 */

import { randomBytes } from 'node:crypto';
import { unlinkSync } from 'node:fs';
import { access, constants, type FileHandle, open, realpath, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { OutputError, reasonOf } from './output-error.ts';
import type { Sink } from './stdout.ts';

const PIECE = 256 * 1024;

/** One `-o` file. */
export class OutputFile implements Sink {
  readonly gone = false;
  readonly #path: string;
  readonly #target: string;
  /** Null where the file is written straight. */
  readonly #temporary: string | null;
  readonly #handle: FileHandle;
  readonly #onStop: Set<() => void>;
  readonly #undo = () => this.abandon();
  #held = '';
  #over = false;

  private constructor(
    path: string,
    target: string,
    temporary: string | null,
    handle: FileHandle,
    onStop: Set<() => void>,
  ) {
    this.#path = path;
    this.#target = target;
    this.#temporary = temporary;
    this.#handle = handle;
    this.#onStop = onStop;
    onStop.add(this.#undo);
  }

  /** Begins a file; `onStop` learns how to undo it until it is kept. Throws `OutputError`. */
  static async create(path: string, onStop: Set<() => void>): Promise<OutputFile> {
    try {
      const known = await stat(path).catch(() => null);
      if (known && !known.isFile()) return new OutputFile(path, path, null, await open(path, 'w'), onStop);
      const target = known ? await realpath(path) : path; // a link stays a link
      if (known) await access(target, constants.W_OK);
      const temporary = join(dirname(target), `.unscripted-${randomBytes(6).toString('hex')}.tmp`);
      const handle = await open(temporary, 'wx', known ? known.mode & 0o777 : 0o666);
      return new OutputFile(path, target, temporary, handle, onStop);
    } catch (error) {
      throw new OutputError(`--output ${path}: ${reasonOf(error)}`);
    }
  }

  async write(text: string): Promise<void> {
    this.#held += text;
    if (this.#held.length > PIECE) await this.#flush();
  }

  async #flush(): Promise<void> {
    const text = this.#held;
    this.#held = '';
    await this.#tried(() => this.#handle.writeFile(text));
  }

  /** Everything is on the disk; the file is not yet in its place. */
  async finish(): Promise<void> {
    await this.#flush();
    await this.#tried(() => this.#handle.close());
  }

  /** Puts the file in its place. */
  async keep(): Promise<void> {
    const temporary = this.#temporary;
    if (temporary !== null) await this.#tried(() => rename(temporary, this.#target));
    this.#over = true;
    this.#onStop.delete(this.#undo);
  }

  /** Leaves things as they were before. Quick, never throws, and does nothing once the file is kept. */
  abandon(): void {
    if (this.#over) return;
    this.#over = true;
    this.#onStop.delete(this.#undo);
    this.#handle.close().catch(() => {});
    if (this.#temporary === null) return;
    try {
      unlinkSync(this.#temporary);
    } catch {
      // it has gone already, which is what was wanted
    }
  }

  async #tried(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      throw new OutputError(`--output ${this.#path}: ${reasonOf(error)}`);
    }
  }
}
