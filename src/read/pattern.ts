/** Patterns among the paths to inputs, such as `calls/*.vtt`. */
import { realpath } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { Problem } from '../model/conversation.ts';
import { unreadable } from './problem.ts';
import { byCode } from './source.ts';

/** Whether a path that is no file is meant as a pattern. */
export const isPattern = (path: string): boolean => isDynamicPattern(path);

/** What a pattern matches; a file reached by several ways goes by its shortest name. */
export async function* matches(pattern: string): AsyncGenerator<string | Problem> {
  const found = await glob(pattern, { absolute: isAbsolute(pattern), expandDirectories: false }).catch(
    () => [],
  );
  const shortest = new Map<string, string>();
  for (const path of found.sort((a, b) => a.length - b.length || byCode(a, b))) {
    const real = await realpath(path).catch(() => path);
    if (!shortest.has(real)) shortest.set(real, path);
  }
  const reason = 'no file matches this pattern; check it, or quote it for the shell';
  if (shortest.size === 0) yield unreadable(pattern, '', reason);
  yield* [...shortest.values()].sort(byCode);
}
