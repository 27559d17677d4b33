/** `unscripted mine`: the agents' recurring wording, as a file that people edit and `score --scripts` takes. */
import { readFile, stat } from 'node:fs/promises';
import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  asWritten,
  type MinedScripts,
  mine,
  mining,
  scriptJson,
  scriptYaml,
  UsageError,
  version,
} from '../index.ts';
import { refuseClashes } from './clashes.ts';
import { declareInput, type InputFlags, inputOptions, readingCode } from './input.ts';
import { OutputFile } from './output-file.ts';
import { Problems } from './problems.ts';
import { Progress } from './progress.ts';
import type { Session } from './session.ts';

const formats = { yaml: scriptYaml, json: scriptJson } as const;
type Format = keyof typeof formats;
const endings: Readonly<Record<string, Format>> = { '.yaml': 'yaml', '.yml': 'yaml', '.json': 'json' };

interface Flags extends InputFlags {
  readonly output?: readonly string[];
  readonly format?: Format;
  readonly force?: boolean;
  readonly minConversations: number;
  readonly minShare: number;
  readonly minAgents: number;
}

/** Declares its flags. */
export function declare(command: Command): void {
  declareInput(command)
    .option(
      '-o, --output <file>',
      'write a file, in the format of its ending (.yaml, .yml, .json); may repeat',
      (file: string, before: readonly string[] = []) => [...before, file],
    )
    .option('--force', 'write over a file that somebody has edited')
    .addOption(
      new Option('--format <name>', 'format of standard output (default: yaml)').choices(
        Object.keys(formats),
      ),
    )
    .option('--min-conversations <n>', 'least conversations that hold it', parseCount, mining.conversations)
    .option(
      '--min-share <share>',
      'least share of all conversations (one agent’s routine: a tenth of their own is enough)',
      parseShare,
      mining.share,
    )
    .option('--min-agents <n>', 'least agents who say it', parseCount, mining.agents);
}

/** Runs it; gives the exit code. */
export async function run(inputs: readonly string[], flags: Flags, session: Session): Promise<number> {
  const { messages, io } = session;
  const options = inputOptions(inputs, flags, session);
  const { output: names = [] } = flags;
  for (const name of names) formatOf(name);
  await refuseClashes(names, inputs);
  if (flags.force !== true) for (const name of names) await refuseEdited(name);
  const problems = new Problems(messages);
  const progress = new Progress(messages);
  const files: OutputFile[] = [];
  try {
    for (const name of names) files.push(await OutputFile.create(name, io.onStop));
    const mined = await mine(inputs, {
      ...options,
      conversations: flags.minConversations,
      share: flags.minShare,
      agents: flags.minAgents,
      onStop: io.onStop,
      onReading: reading => {
        if ('problem' in reading) problems.add(reading.problem);
      },
      onConversation: () => progress.tick('reading'),
    });
    progress.end();
    problems.end();
    const code = readingCode(mined.run.conversations, mined.run.unreadable, flags, session);
    if (mined.run.conversations === 0) return code;
    await write(mined, names, files, flags, session);
    messages.say(`unscripted: ${summary(mined)}`);
    return code;
  } finally {
    for (const file of files) file.abandon();
  }
}

/** Standard output, unless only files are asked for; the files take their places together. */
async function write(
  { conversations, agents, scripts }: MinedScripts,
  names: readonly string[],
  files: readonly OutputFile[],
  { format }: Flags,
  { stdout }: Session,
): Promise<void> {
  const text = (format: Format) => formats[format]({ conversations, agents, version }, scripts);
  if (format !== undefined || names.length === 0) await stdout.write(text(format ?? 'yaml'));
  for (const [index, file] of files.entries()) await file.write(text(formatOf(names[index] as string)));
  for (const file of files) await file.finish();
  for (const file of files) await file.keep();
}

function summary({ conversations, agents, scripts }: MinedScripts): string {
  const of = `${counted(conversations, 'conversation')} of ${counted(agents, 'agent')}`;
  if (scripts.length === 0)
    return `no wording recurs often enough in ${of}; --min-conversations and --min-share say what is enough`;
  const exempt = scripts.filter(script => script.exempt != null).length;
  const confirm = exempt === 0 ? '' : `; ${exempt} proposed as exempt, for you to confirm`;
  return `${counted(scripts.length, 'script')} in ${of}${confirm}`;
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

function formatOf(file: string): Format {
  const ending = Object.keys(endings).find(end => file.toLowerCase().endsWith(end));
  if (ending !== undefined) return endings[ending] as Format;
  throw new UsageError(
    `--output ${file}: the format follows the ending; give the file one of these: ${Object.keys(endings).join(', ')}`,
  );
}

/** What a person has added and taken out is not for us to lose. */
async function refuseEdited(file: string): Promise<void> {
  if (!(await stat(file).catch(() => null))?.isFile()) return;
  const content = await readFile(file, 'utf8').catch(() => '');
  if (content === '' || asWritten(content)) return;
  throw new UsageError(
    `--output ${file}: it is not as "unscripted mine" wrote it, so somebody may have edited it; write to another file, or over it with --force`,
  );
}

function parseCount(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give a number from 1 up, as in 5.');
}

function parseShare(text: string): number {
  const percent = /^(\d+(?:\.\d+)?)%$/.exec(text);
  const share = percent ? Number(percent[1]) / 100 : /^\d*\.?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (share >= 0 && share <= 1) return share;
  throw new InvalidArgumentError('Give a share from 0 to 1, or a percentage, as in 0.01 or 1%.');
}
