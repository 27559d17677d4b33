/** `unscripted rubric`: a new file, a file checked, a rubric as people read it, and the schema for editors. */

import { writeFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { stringify } from 'yaml';
import { builtInFiles, faultText, rubricSchema, starter, UsageError } from '../index.ts';
import { nearest } from './nearest.ts';
import { checkedFile, foundRubric } from './rubric-file.ts';
import { rubricPage } from './rubric-page.ts';
import type { Session } from './session.ts';

interface Flags {
  readonly format?: 'page' | 'yaml';
}

type Action = (names: readonly string[], flags: Flags, session: Session) => Promise<number>;
const actions: Readonly<Record<string, Action>> = { init, check, show, schema };

/** Declares its arguments and flags. */
export function declare(command: Command): void {
  command
    .argument(
      '[what]',
      'init [FILE]: a file to begin with · check FILE…: every fault with its line · show NAME|FILE: as people read it · schema: the JSON Schema; nothing: the built-in ones',
    )
    .argument('[name...]', 'files, or the name of a built-in rubric')
    .addOption(
      new Option('--format <name>', 'of show: page, or yaml (with everything inherited)').choices([
        'page',
        'yaml',
      ]),
    );
}

/** Runs it; gives the exit code. */
export async function run(
  [what, ...names]: readonly string[],
  flags: Flags,
  session: Session,
): Promise<number> {
  if (what === undefined) return list(session);
  const action = Object.hasOwn(actions, what) ? actions[what] : undefined;
  if (action) return action(names, flags, session);
  const [like] = nearest(what, Object.keys(actions), 1);
  const hint = builtInFiles().has(what)
    ? `did you mean: unscripted rubric show ${what}?`
    : like === undefined
      ? `it is one of: ${Object.keys(actions).join(', ')}`
      : `did you mean ${like}?`;
  throw new UsageError(`rubric ${what}: no such thing to do; ${hint}`);
}

async function list({ stdout }: Session): Promise<number> {
  const files = [...builtInFiles().values()];
  const width = Math.max(...files.map(({ name }) => name.length));
  for (const { name, title } of files) await stdout.write(`${name.padEnd(width)}  ${title ?? ''}\n`);
  return 0;
}

async function init(
  [file, ...more]: readonly string[],
  _flags: Flags,
  { stdout, messages }: Session,
): Promise<number> {
  if (more.length > 0) throw new UsageError('rubric init: give one file, or none to print it');
  if (file === undefined) {
    await stdout.write(starter);
    return 0;
  }
  try {
    writeFileSync(file, starter, { flag: 'wx' });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why =
      code === 'EEXIST'
        ? 'is there already; choose another name'
        : code === 'ENOENT'
          ? 'the folder does not exist'
          : `cannot be written (${code})`;
    throw new UsageError(`rubric init ${file}: ${why}`);
  }
  messages.say(`unscripted: ${file} written; check it with: unscripted rubric check ${file}`);
  return 0;
}

async function check(files: readonly string[], _flags: Flags, session: Session): Promise<number> {
  if (files.length === 0) throw new UsageError('rubric check: name one or more files');
  let faulty = 0;
  for (const name of files) {
    const found =
      name === '-' ? await checkedFile('standard input', await piped(session)) : await foundRubric(name);
    if ('rubric' in found) {
      const { rubric } = found;
      await session.stdout.write(`${name}: ${rubric.name} ${rubric.version} (${rubric.hash}) is in order\n`);
      continue;
    }
    faulty++;
    for (const fault of found.faults) session.messages.say(faultText(fault));
  }
  return faulty > 0 ? 2 : 0;
}

async function piped({ io }: Session): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of io.stdin) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

async function show(
  [name, ...more]: readonly string[],
  { format = 'page' }: Flags,
  session: Session,
): Promise<number> {
  if (name === undefined || more.length > 0)
    throw new UsageError('rubric show: name one rubric, or one file');
  const found = await foundRubric(name);
  if ('faults' in found) {
    for (const fault of found.faults) session.messages.say(faultText(fault));
    return 2;
  }
  if (format === 'yaml') {
    // loaded here, as hardly any run writes YAML
    await session.stdout.write(stringify(found.file, { lineWidth: 110 }));
  } else await session.stdout.write(rubricPage(found.rubric, await session.style()));
  return 0;
}

async function schema(_names: readonly string[], _flags: Flags, { stdout }: Session): Promise<number> {
  await stdout.write(`${JSON.stringify(rubricSchema(), null, 2)}\n`);
  return 0;
}
