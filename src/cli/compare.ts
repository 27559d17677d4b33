/** `unscripted compare`: whether two scorecards differ by more than chance. */
import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { compareScorecards, comparisonTable, madeBy, UsageError } from '../index.ts';
import type { Session } from './session.ts';

interface Flags {
  readonly format?: 'table' | 'json';
  readonly anyway?: boolean;
}

/** Declares its flags. */
export function declare(command: Command): void {
  command
    .argument('[scorecards...]', 'two files of "unscripted score -o NAME.json": before, and after')
    .addOption(
      new Option('--format <name>', 'what to write (default: table on a terminal, else json)').choices([
        'table',
        'json',
      ]),
    )
    .option('--anyway', 'compare scorecards of different rules or rubrics');
}

/** Runs it; gives the exit code. */
export async function run(files: readonly string[], flags: Flags, session: Session): Promise<number> {
  const [before, after] = files;
  if (before === undefined || after === undefined || files.length > 2)
    throw new UsageError('name two scorecards: the one before, and the one after');
  const comparison = compareScorecards([before, await text(before)], [after, await text(after)]);
  const { different } = comparison;
  if (different.length > 0 && flags.anyway !== true)
    throw new UsageError(
      `the scorecards were made by ${madeBy(comparison)}, so a change may be theirs and not the agents'; score both again, or compare them all the same with --anyway`,
    );
  if (different.length > 0)
    session.messages.say(`unscripted: made by ${madeBy(comparison)}: a change may be theirs`);
  const format = flags.format ?? (session.io.stdout.isTTY ? 'table' : 'json');
  await session.stdout.write(
    format === 'json'
      ? `${JSON.stringify(comparison, null, 2)}\n`
      : comparisonTable(comparison, await session.style()),
  );
  return 0;
}

async function text(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(
      `${file}: ${code === 'ENOENT' ? 'there is no such file' : `cannot be read (${code})`}`,
    );
  }
}
