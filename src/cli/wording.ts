/** `--scripts`, `--mine` and `--no-mine`: what other conversations, and files, say of an agent's wording. */
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { type Knowing, UsageError } from '../index.ts';
import type { Session } from './session.ts';

/** What the user said of it. */
export interface WordingFlags {
  readonly scripts?: readonly string[];
  /** Undefined where neither flag was given. */
  readonly mine?: boolean;
}

/** Declares `--scripts`. */
export function declareScripts(command: Command): Command {
  return command.option(
    '--scripts <file>',
    'wording that counts as scripted, as "unscripted mine" writes it; may repeat',
    (file: string, before: readonly string[] = []) => [...before, file],
  );
}

/** Declares all of them. */
export function declareWording(command: Command): Command {
  return declareScripts(command)
    .option('--mine', 'what the run itself repeats counts as scripted (the default, but for rows from -)')
    .option('--no-mine', 'it does not: the input is read once');
}

/** What scoring is told. Throws `UsageError`. */
export async function wordingOptions(
  { scripts = [], mine }: WordingFlags,
  { io }: Session,
): Promise<{
  readonly scripts: Knowing | undefined;
  readonly mine: boolean | undefined;
  readonly onStop: Set<() => void>;
}> {
  const files = scripts.map(file => [file, content(file)] as const);
  if (files.length === 0) return { scripts: undefined, mine, onStop: io.onStop };
  const { readScripts } = await import('../index.ts'); // with all that checking a file takes
  return { scripts: readScripts(files), mine, onStop: io.onStop };
}

function content(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`--scripts ${file}: the file cannot be read; check the path`);
  }
}
