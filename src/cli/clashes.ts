/** Files that a run must not write: its own inputs, and one file twice. Told before anything is opened. */
import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from '../index.ts';

/** Throws `UsageError` for the first such file. */
export async function refuseClashes(files: readonly string[], inputs: readonly string[]): Promise<void> {
  const real = (path: string) => realpath(path).catch(() => resolve(path));
  const taken = new Map<string, string>();
  for (const input of inputs)
    if (input !== '-') taken.set(await real(input), 'this is an input too; write to another file');
  for (const file of files) {
    const path = await real(file);
    const clash = taken.get(path);
    if (clash) throw new UsageError(`--output ${file}: ${clash}`);
    taken.set(path, 'given twice; name each file once');
  }
}
