/** `unscripted evaluate`: how far the tool agrees with labels that people gave. */
import { readFile, stat } from 'node:fs/promises';
import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  type Evaluation,
  evaluate,
  evaluationJson,
  evaluationTable,
  type FigureGate,
  gatedValue,
  type LabelledCase,
  type Labels,
  labelledReadings,
  parseFigureGate,
  prepare,
  read,
  rulePages,
  scoreReadings,
  UsageError,
} from '../index.ts';
import { refuseClashes } from './clashes.ts';
import { declareInput, type InputFlags, inputOptions, readingCode } from './input.ts';
import { nearest } from './nearest.ts';
import { OutputFile } from './output-file.ts';
import { Problems } from './problems.ts';
import { Progress } from './progress.ts';
import type { Session } from './session.ts';
import { declareWording, type WordingFlags, wordingOptions } from './wording.ts';

interface Flags extends InputFlags, WordingFlags {
  readonly format?: Format;
  readonly output?: readonly string[];
  readonly errors?: number;
  readonly quotes: boolean;
  readonly failUnder?: readonly FigureGate[];
}

const endings = { '.json': 'json', '.txt': 'table' } as const;
type Format = (typeof endings)[keyof typeof endings];
/** Gives the text of an output, once there is something to write. */
type Write = (format: Format, toFile: boolean) => Promise<string>;

const FILE_COLUMNS = 120;

/** Declares its flags. */
export function declare(command: Command): void {
  declareWording(declareInput(command))
    .addOption(
      new Option(
        '--format <name>',
        'format of standard output (default: table on a terminal, else json)',
      ).choices(['table', 'json']),
    )
    .option(
      '-o, --output <file>',
      'write a file, in the format of its ending (.json, .txt); may repeat',
      (file: string, before: readonly string[] = []) => [...before, file],
    )
    .option('--errors <n>', 'list up to N misses and false hits of each dimension, with quotes', parseMost)
    .option('--no-quotes', 'list them by conversation and turn only')
    .option(
      '--fail-under <gate>',
      'exit with 1 when a figure is lower: disclosure=0.7 (its F1), empathy.recall=0.5; may repeat',
      parseGate,
    );
}

/** Runs it; gives the exit code. */
export async function run(inputs: readonly string[], flags: Flags, session: Session): Promise<number> {
  const options = inputOptions(inputs, flags, session);
  const { output: files = [], failUnder: gates = [] } = flags;
  await refuseUnknownRules(gates);
  await refusePipes(inputs);
  for (const file of files) formatOf(file);
  await refuseClashes(files, inputs);
  const lines = new Lines(session.io.stdin);
  const labels = new Map<string, Labels>();
  const wording = await wordingOptions(flags, session);
  const stdin = lines.stdin();
  const prepared = await prepare(inputs, () => read(inputs, { ...options, stdin }), {
    ...wording,
    mine: wording.mine ?? true,
  });
  const scoring = scoreReadings(
    labelledReadings(prepared.readings, (source, at) => lines.record(source, at), labels),
    prepared.knowing,
    prepared.comparing,
  );
  const cases: LabelledCase[] = [];
  const problems = new Problems(session.messages);
  const progress = new Progress(session.messages);
  try {
    for await (const step of scoring) {
      if ('problem' in step) {
        problems.add(step.problem);
        continue;
      }
      progress.tick('scoring');
      const own = labels.get(step.conversation.id);
      if (own) cases.push({ ...step, labels: own });
    }
  } finally {
    prepared.done();
  }
  progress.end();
  problems.end();
  const { version, rules, conversations, unreadable } = scoring.run();
  const code = readingCode(conversations, unreadable, flags, session);
  if (conversations === 0) return code;

  const evaluation = evaluate(cases);
  const about = { version, rules, leftOut: unreadable };
  const listing = flags.errors === undefined ? null : { most: flags.errors, quotes: flags.quotes };
  await write(flags, session, async (format, toFile) => {
    if (format === 'json') return evaluationJson(evaluation, about, listing);
    const style = await session.style(toFile ? false : undefined);
    return evaluationTable(evaluation, about, listing, toFile ? { ...style, width: FILE_COLUMNS } : style);
  });
  return code === 0 && !met(gates, evaluation, session) ? 1 : code;
}

/** The records as they stand in the input: readers drop the keys that are not a conversation's, and labels are such. */
class Lines {
  readonly #stdin: AsyncIterable<Uint8Array>;
  #source = '';
  #lines: readonly string[] = [];
  #piped: readonly string[] | undefined;

  constructor(stdin: AsyncIterable<Uint8Array>) {
    this.#stdin = stdin;
  }

  /** Standard input, kept while it is read. */
  async *stdin(): AsyncGenerator<Uint8Array> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of this.#stdin) chunks.push(chunk);
    const whole = Buffer.concat(chunks);
    this.#piped = split(whole);
    yield whole;
  }

  /** The JSON object on a line; null where that is none, so that the source is another format. */
  async record(source: string, at: string): Promise<object | null> {
    const number = Number(/^line (\d+)$/.exec(at)?.[1]);
    if (Number.isNaN(number)) return null;
    if (source !== this.#source) {
      this.#lines = source === 'standard input' && this.#piped ? this.#piped : split(await readFile(source));
      this.#source = source;
    }
    try {
      const value: unknown = JSON.parse(this.#lines[number - 1] ?? '');
      return typeof value === 'object' ? value : null;
    } catch {
      return null;
    }
  }
}

function split(bytes: Uint8Array): string[] {
  const name = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  return new TextDecoder(name).decode(bytes).split(/\r\n|\r|\n/);
}

/** Writes to standard output and to every file; the files take their places together. */
async function write(flags: Flags, session: Session, text: Write): Promise<void> {
  const { output: names = [], format } = flags;
  const files: { readonly file: OutputFile; readonly format: Format }[] = [];
  try {
    for (const name of names)
      files.push({ file: await OutputFile.create(name, session.io.onStop), format: formatOf(name) });
    if (format !== undefined || names.length === 0)
      await session.stdout.write(await text(format ?? (session.io.stdout.isTTY ? 'table' : 'json'), false));
    for (const { file, format } of files) await file.write(await text(format, true));
    for (const { file } of files) await file.finish();
    for (const { file } of files) await file.keep();
  } finally {
    for (const { file } of files) file.abandon();
  }
}

function formatOf(file: string): Format {
  const ending = (Object.keys(endings) as (keyof typeof endings)[]).find(end =>
    file.toLowerCase().endsWith(end),
  );
  if (ending) return endings[ending];
  const known = Object.keys(endings).join(', ');
  throw new UsageError(
    `--output ${file}: the format follows the ending; give the file one of these: ${known}`,
  );
}

/** Refuses what cannot be read twice. */
async function refusePipes(inputs: readonly string[]): Promise<void> {
  for (const input of inputs.filter(path => path !== '-')) {
    const known = await stat(input).catch(() => null);
    if (known && !known.isFile() && !known.isDirectory())
      throw new UsageError(`${input}: a pipe can be read only once; give it on standard input, as -`);
  }
}

async function refuseUnknownRules(gates: readonly FigureGate[]): Promise<void> {
  const wanted = gates.filter(({ name }) => name.includes('/'));
  if (wanted.length === 0) return;
  const ids = (await rulePages()).map(({ id }) => id);
  for (const { name, text } of wanted) {
    if (ids.includes(name)) continue;
    const [like] = nearest(name, ids, 1);
    const hint = like === undefined ? 'see all of them with: unscripted rules' : `did you mean ${like}?`;
    throw new UsageError(`--fail-under ${text}: there is no rule ${name}; ${hint}`);
  }
}

/** Says which figures are below their gates; a figure that was not judged holds nothing back. */
function met(gates: readonly FigureGate[], evaluation: Evaluation, { messages }: Session): boolean {
  let below = 0;
  for (const gate of gates) {
    const value = gatedValue(evaluation, gate);
    if (value === null) messages.say(`--fail-under ${gate.text}: nothing was judged on ${gate.name}`);
    else if (value < gate.least) {
      below++;
      messages.say(`${gate.name} ${value} is below --fail-under ${gate.text}`);
    }
  }
  return below === 0;
}

function parseGate(text: string, before: readonly FigureGate[] = []): FigureGate[] {
  const gate = parseFigureGate(text);
  if ('reason' in gate) throw new InvalidArgumentError(gate.reason);
  return [...before, gate];
}

function parseMost(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give a number, as in 20.');
}
