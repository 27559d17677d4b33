/** `unscripted score`: the scorecard by agent, or a row per conversation. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { Digest, outlineOf, rulePages, type ScoreRun, score, Tally, UsageError } from '../index.ts';
import { byOf, formatNames } from './format.ts';
import { type Gate, Gates, parseGate } from './gates.ts';
import { declareInput, type InputFlags, inputOptions, readingCode } from './input.ts';
import { Outputs } from './output.ts';
import { Problems } from './problems.ts';
import { Progress } from './progress.ts';
import { inferredText } from './read-notes.ts';
import { declareRubric, type RubricFlags, rubricOption } from './rubric-file.ts';
import type { Session } from './session.ts';
import { declareWording, type WordingFlags, wordingOptions } from './wording.ts';

interface Flags extends InputFlags, WordingFlags, RubricFlags {
  readonly by: readonly string[];
  readonly format?: string;
  readonly output?: readonly string[];
  readonly lines?: boolean;
  readonly failUnder?: readonly Gate[];
  readonly workers: number | 'auto';
}

/** Declares its flags. */
export function declare(command: Command): void {
  declareRubric(declareWording(declareInput(command)))
    .addOption(
      new Option('--by <keys>', 'what a row is: agent, conversation, or keys such as team or agent,week')
        .argParser(parseBy)
        .default(['agent'], 'agent'),
    )
    .addOption(
      new Option(
        '--format <name>',
        'format of standard output (default: table on a terminal, else json)',
      ).choices(formatNames),
    )
    .option(
      '-o, --output <file>',
      'write a file, in the format of its ending; may repeat',
      (file: string, before: readonly string[] = []) => [...before, file],
    )
    .option('--lines', 'show under the table what each agent says again and again')
    .option(
      '--fail-under <gate>',
      'exit with 1 when a score is lower: 60 (overall), or empathy=60; may repeat',
      parseGate,
    )
    .option(
      '--workers <n>',
      'threads that may score, or auto, one a core; they start where it is worth it, and the output is the same',
      parseWorkers,
      'auto',
    );
}

/** Runs it; gives the exit code. */
export async function run(inputs: readonly string[], flags: Flags, session: Session): Promise<number> {
  const progress = new Progress(session.messages);
  const wording = await wordingOptions(flags, session);
  const rubric = await rubricOption(flags);
  const options = {
    ...inputOptions(inputs, flags, session),
    ...wording,
    rubric,
    workers: flags.workers === 'auto' ? session.io.workers : flags.workers,
    // a scorecard is whole anyway; rows from a pipe come as they are made unless asked otherwise
    mine: wording.mine ?? (byOf(flags.by) === 'agent' ? true : undefined),
    onCounted: () => progress.tick('reading'),
  };
  const { format, output: files = [], lines = false, failUnder = [] } = flags;
  const by = byOf(flags.by);
  const outputs = await Outputs.open(
    { by, format, files, lines, inputs, rubric: outlineOf(rubric) },
    session,
  );
  try {
    return await scored(
      score(inputs, options),
      outputs,
      flags,
      new Gates(failUnder, session.messages),
      progress,
      session,
    );
  } finally {
    outputs.abandon();
  }
}

async function scored(
  scoring: ScoreRun,
  outputs: Outputs,
  flags: Flags,
  gates: Gates,
  progress: Progress,
  session: Session,
): Promise<number> {
  const byAgent = byOf(flags.by) === 'agent';
  const alone = flags.by.length === 1 && flags.by[0] === 'agent';
  const tally = new Tally(byAgent ? flags.by : undefined);
  const digest = outputs.coaching ? new Digest() : null;
  if (digest !== null && !alone)
    throw new UsageError(`a coaching digest (markdown) is by agent; leave out --by ${flags.by.join(',')}`);
  const problems = new Problems(session.messages);
  const inferred: number[] = [];
  let nameless = 0;
  if (!byAgent) await outputs.begin();
  for await (const step of scoring) {
    if ('problem' in step) {
      problems.add(step.problem);
      continue;
    }
    if (outputs.onTerminal && !byAgent) progress.hide();
    else progress.tick('scoring');
    if (step.conversation.inferred !== undefined) inferred.push(step.conversation.inferred.confidence);
    if (step.score.agents.some(({ id }) => id === 'unknown')) nameless++;
    if (byAgent) {
      tally.add(step.score);
      digest?.add(step.score, step.conversation);
    } else {
      gates.conversation(step.score);
      await outputs.row(step.score);
    }
    if (outputs.gone && !gates.any) break; // a gate has to see everything, even where nobody reads on
  }
  progress.end();
  problems.end();
  if (inferred.length > 0)
    session.messages.say(`unscripted: ${inferredText(inferred)}; where that is wrong, say it with --roles`);
  if (nameless > 1)
    session.messages.say(
      `unscripted: ${nameless} conversations do not name their agent, and count as one agent, "unknown"; where the input has the name, say so with --map agent=COLUMN`,
    );
  const run = scoring.run();
  const agents = tally.cards();
  const coaching = digest?.coaching(await rulePages());
  const by = alone ? {} : { by: flags.by };
  if (byAgent) await outputs.scorecard({ agents, ...by, ...(coaching && { coaching }), run });
  else await outputs.end(run);
  await outputs.finish(run.conversations > 0);
  for (const card of agents) gates.card(card);
  const code = readingCode(run.conversations, run.unreadable, flags, session);
  if (code !== 0 || !gates.any) return code;
  if (run.conversations === run.unscored) {
    session.messages.say('unscripted: --fail-under: nobody was scored, so there is nothing to hold to it');
    return 2;
  }
  return gates.code();
}

function parseBy(text: string): string[] {
  const keys = text.split(',').map(key => key.trim());
  const plain = keys.map(key => (/^(?:agent|conversation)$/i.test(key) ? key.toLowerCase() : key));
  if (plain.includes('') || new Set(plain).size < plain.length)
    throw new InvalidArgumentError('Give keys with commas between them, each once, as in agent,team,week.');
  if (plain.length > 1 && plain.includes('conversation'))
    throw new InvalidArgumentError(
      'A row of a conversation is by nothing else; give --by conversation alone.',
    );
  return plain;
}

function parseWorkers(text: string): number | 'auto' {
  if (text === 'auto') return text;
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give a number from 1 up, or auto.');
}
