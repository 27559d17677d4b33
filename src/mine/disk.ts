/**
 * The room's only door to the disk: a folder of its own under the system's temporary folder, gone when the work is
 * done, has failed, or is stopped. What cannot be written there is wrong use of the machine, and says so.
 */
import { closeSync, fstatSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../errors.ts';

/** Learns what has to be undone when the user stops the run. */
export type OnStop = Set<() => void>;

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'its disk is full',
  EDQUOT: 'the quota there is used up',
  EACCES: 'there is no permission to write there',
  EROFS: 'it is read-only',
  ENOENT: 'there is no such folder',
  EMFILE: 'too many files are open',
};

/** A temporary folder, made when first written to. */
export class Scratch {
  readonly #onStop: OnStop;
  readonly #open = new Map<string, number>();
  readonly #remove = () => this.remove();
  #folder: string | null = null;

  constructor(onStop: OnStop = new Set()) {
    this.#onStop = onStop;
  }

  /** Whether anything has been written. */
  get used(): boolean {
    return this.#folder !== null;
  }

  /** Adds bytes to a file. */
  append(name: string, bytes: Uint8Array): void {
    this.#tried(() => {
      this.#folder ??= this.#make();
      let handle = this.#open.get(name);
      if (handle === undefined) {
        handle = openSync(join(this.#folder, name), 'a+', 0o600);
        this.#open.set(name, handle);
      }
      for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
    });
  }

  /** Bytes in a file; none where it was never written. */
  size(name: string): number {
    const handle = this.#open.get(name);
    return handle === undefined ? 0 : this.#tried(() => fstatSync(handle).size);
  }

  /** Reads what is there from a place on, as much as there is room for; gives how much. */
  read(name: string, at: number, into: Uint8Array): number {
    const handle = this.#open.get(name);
    if (handle === undefined) return 0;
    let done = 0;
    for (let read = -1; read !== 0 && done < into.length; done += read)
      read = this.#tried(() => readSync(handle, into, done, into.length - done, at + done));
    return done;
  }

  /** A file's lines, one by one. */
  *lines(name: string): Generator<string> {
    const handle = this.#open.get(name);
    if (handle === undefined) return;
    const buffer = Buffer.allocUnsafe(1 << 18);
    let begun: Buffer[] = [];
    for (let at = 0; ; ) {
      const read = this.#tried(() => readSync(handle, buffer, 0, buffer.length, at));
      if (read === 0) break;
      at += read;
      let chunk = buffer.subarray(0, read);
      for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10)) {
        yield Buffer.concat([...begun, chunk.subarray(0, end)]).toString();
        begun = [];
        chunk = chunk.subarray(end + 1);
      }
      if (chunk.length > 0) begun.push(Buffer.from(chunk));
    }
    if (begun.length > 0) yield Buffer.concat(begun).toString();
  }

  /** Takes a file away, where there is one. */
  drop(name: string): void {
    const handle = this.#open.get(name);
    if (handle === undefined) return;
    this.#open.delete(name);
    closeSync(handle);
    rmSync(join(this.#folder as string, name), { force: true });
  }

  /** Takes the folder away. Never throws. */
  remove(): void {
    this.#onStop.delete(this.#remove);
    for (const handle of this.#open.values())
      try {
        closeSync(handle);
      } catch {
        // closed already
      }
    this.#open.clear();
    if (this.#folder !== null) rmSync(this.#folder, { recursive: true, force: true });
    this.#folder = null;
  }

  #make(): string {
    const folder = mkdtempSync(join(tmpdir(), 'unscripted-'));
    this.#onStop.add(this.#remove);
    return folder;
  }

  #tried<T>(step: () => T): T {
    try {
      return step();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (code === '') throw error;
      this.remove();
      const why = reasons[code] ?? `the system refused it (${code})`;
      throw new UsageError(
        `${tmpdir()}: the temporary folder is needed and cannot be used: ${why}; set TMPDIR to another one`,
      );
    }
  }
}
