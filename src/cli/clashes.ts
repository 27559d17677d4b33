/** Outputs that would overwrite what is read, or one another. */
import { realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { inputFiles, UsageError } from '../index.ts';

/** Refuses an output that an input is, or expands to, and one given twice; before anything is opened. */
export async function refuseClashes(files: readonly string[], inputs: readonly string[]): Promise<void> {
  const written = new Map<string, string>();
  for (const file of files) {
    const path = await place(file);
    if (written.has(path)) throw new UsageError(`--output ${file}: given twice; name each file once`);
    written.set(path, file);
  }
  if (written.size === 0) return;
  for await (const path of inputFiles(inputs)) {
    const file = written.get(path);
    if (file !== undefined)
      throw new UsageError(`--output ${file}: this is an input too; write to another file`);
  }
}

/** Where a file is, or will be: one that is not there yet stands in a folder that is. */
async function place(file: string): Promise<string> {
  return realpath(file).catch(async () => {
    const folder = await realpath(dirname(file)).catch(() => resolve(dirname(file)));
    return join(folder, basename(file));
  });
}
