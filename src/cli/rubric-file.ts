/** `--rubric NAME|FILE`, and reading rubric files from the disk. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import {
  builtInFiles,
  builtInRubric,
  type Fault,
  type Rubric,
  type RubricFile,
  rulePages,
  UsageError,
} from '../index.ts';
import { nearest } from './nearest.ts';

/** What the user said of it. */
export interface RubricFlags {
  readonly rubric?: string;
}

/** Declares `--rubric`. */
export const declareRubric = (command: Command): Command =>
  command.option(
    '--rubric <name|file>',
    `what results are made by: ${[...builtInFiles().keys()].join(', ')}, or a YAML file (see: unscripted rubric)`,
  );

/** A rubric as it was found: with its whole file, or with its faults. */
export type Found =
  | { readonly rubric: Rubric; readonly file: RubricFile }
  | { readonly faults: readonly Fault[] };

/** A built-in rubric by name, or one in a file. Throws `UsageError` where there is neither. */
export async function foundRubric(name: string): Promise<Found> {
  const file = builtInFiles().get(name);
  if (file) return { rubric: builtInRubric(name) as Rubric, file };
  const content = contentOf(name);
  if (content === null) {
    const [like] = nearest(name, [...builtInFiles().keys()], 1);
    const hint =
      like === undefined ? `built in are ${[...builtInFiles().keys()].join(', ')}` : `did you mean ${like}?`;
    throw new UsageError(`there is neither a built-in rubric nor a file ${name}; ${hint}`);
  }
  return checkedFile(name, content);
}

/** A rubric file's content, read with all that it extends. */
export async function checkedFile(name: string, content: string): Promise<Found> {
  const { readRubric } = await import('../index.ts'); // with all that checking a file takes
  return readRubric(name, content, {
    builtIn: builtInFiles(),
    rules: (await rulePages()).map(({ id }) => id),
    open(path, from) {
      const file = resolve(dirname(from), path);
      const inner = contentOf(file);
      return inner === null ? null : { file, content: inner };
    },
  });
}

/** The rubric to score by. Throws `UsageError` with every fault. */
export async function rubricOption({ rubric: name = 'default' }: RubricFlags): Promise<Rubric> {
  const found = await foundRubric(name);
  if ('rubric' in found) return found.rubric;
  const { faultText } = await import('../index.ts');
  throw new UsageError(
    `--rubric ${name}: the rubric has faults\n${found.faults.map(fault => `  ${faultText(fault)}`).join('\n')}`,
  );
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
