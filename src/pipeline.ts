/**
 * The corridor: read → detect → score → tally. Everything the tool does with a transcript, on one screen.
 */
import { distinct } from './distinct.ts';
import { type Condition, Filter } from './filed/where.ts';
import { type Counting, type Open, type Prepared, prepared, type WordingOptions } from './known-wording.ts';
import type { MinedScripts, MineOptions } from './mining.ts';
import type { Conversation, Problem, Reading } from './model/conversation.ts';
import type { ConversationScore, Run, Scorecard } from './model/scorecard.ts';
import type { Comparing } from './model/signals.ts';
import type { Knowing } from './model/wording.ts';
import { type ReadOptions, read as readInputs } from './read/read.ts';
import { inputs, replays, type SourceOptions } from './read/source.ts';
import { builtInRubric } from './rubric/built-in.ts';
import type { Rubric } from './rubric/rubric.ts';
import { Seen } from './seen.ts';
import { Tally } from './tally/index.ts';
import { type By, counted, type Pool, poolFor, told, type Workers } from './workers/index.ts';

/** One step of a run: a conversation with its score, or the reason there is none. */
export type Scored =
  | { readonly score: ConversationScore; readonly conversation: Conversation }
  | { readonly problem: Problem };

/** A run over inputs: iterate it once for the scores, in the order of the input; then ask for what it saw. */
export interface ScoreRun extends AsyncIterable<Scored> {
  /** Counts and problems so far: complete once the iteration has ended. */
  run(): Run;
}

/** How input is found and read, and which of its conversations the run is about. */
export type RunOptions = ReadOptions &
  SourceOptions & {
    /** Conditions that all have to be met (`--where`). */ readonly where?: readonly Condition[] | undefined;
  };

/** What results are made by. */
export interface ScoreOptions {
  /** The default rubric where left out. */
  readonly rubric?: Rubric | undefined;
  /**
   * Threads that may score beside this one, which reads and takes the results; one thread does it all where left out.
   * The results and their order are the same for any number. They start when there is enough for them to do (see
   * workers/pool.ts), and not where `scripts` is a function of your own, which no other thread can be told.
   */
  readonly workers?: Workers | undefined;
}

/**
 * Reads files, folders, globs, or `-` for standard input. Throws `UsageError` for an unknown format, and at the end for
 * conditions that nothing could meet.
 */
export function read(paths: readonly string[], options: RunOptions = {}): AsyncGenerator<Reading> {
  const readings = distinct(readInputs(inputs(paths, options), options));
  return options.where === undefined || options.where.length === 0
    ? readings
    : chosen(readings, options.where);
}

async function* chosen(
  readings: AsyncIterable<Reading>,
  where: readonly Condition[],
): AsyncGenerator<Reading> {
  const filter = new Filter(where);
  for await (const reading of readings) {
    if ('problem' in reading || filter.passes(reading.conversation)) yield reading;
  }
  filter.end();
}

/**
 * Scores conversations one by one, in constant memory. Never throws for bad records. Unless `mine` says otherwise,
 * files are read twice, so that what the run repeats counts as scripted; what comes once streams through instead.
 */
export function score(
  paths: readonly string[],
  options: RunOptions & WordingOptions & ScoreOptions = {},
): ScoreRun {
  const rubric = options.rubric ?? usual();
  const seen = new Seen(rubric);
  return {
    async *[Symbol.asyncIterator]() {
      const pool = poolFor(options.workers);
      try {
        const again = await replays(paths);
        const counting: Counting = readings => counted(readings, pool);
        const wording = { ...options, mine: options.mine ?? again, counting };
        const open: Open = how => read(paths, { ...options, ...how });
        const { readings, done, ...known } = await prepared(open, again, wording);
        try {
          yield* scored(readings, seen, { ...known, rubric }, pool);
        } finally {
          done();
        }
      } finally {
        await pool?.close();
      }
    },
    run: () => seen.run(),
  };
}

/**
 * The same from readings made elsewhere; `knowing` tells what other conversations say of their wording, `comparing` how
 * much of it they have.
 */
export function scoreReadings(
  readings: AsyncIterable<Reading>,
  knowing?: Knowing,
  comparing?: Comparing,
  rubric: Rubric = usual(),
): ScoreRun {
  const seen = new Seen(rubric);
  return {
    [Symbol.asyncIterator]: () => scored(distinct(readings), seen, { knowing, comparing, rubric }),
    run: () => seen.run(),
  };
}

const usual = () => builtInRubric('default') as Rubric;

async function* scored(
  readings: AsyncIterable<Reading>,
  seen: Seen,
  by: By,
  pool?: Pool | null,
): AsyncGenerator<Scored> {
  for await (const { reading, made: score } of told(readings, by, pool)) {
    if (score === undefined) {
      if (reading.problem.kind === 'unscored') seen.untold(reading.problem);
      else seen.problem(reading.problem);
      yield reading;
      continue;
    }
    const { conversation } = reading;
    seen.conversation(conversation);
    if (!conversation.turns.some(turn => turn.speaker === 'agent')) {
      const problem = {
        kind: 'unscored' as const,
        source: reading.source,
        at: reading.at,
        reason: `conversation "${conversation.id}" has no agent turn, so there is nobody to score`,
      };
      seen.problem(problem);
      yield { problem };
    }
    seen.scored(score);
    yield { score, conversation };
  }
}

/**
 * One card per agent over all inputs, or per whatever else `by` names, in their order: the same whatever the order of the
 * conversations.
 */
export async function scorecard(
  paths: readonly string[],
  { by, ...options }: RunOptions & WordingOptions & ScoreOptions & { readonly by?: readonly string[] } = {},
): Promise<Scorecard> {
  const run = score(paths, { mine: true, ...options });
  const tally = new Tally(by);
  for await (const step of run) if ('score' in step) tally.add(step.score);
  return { agents: tally.cards(), ...(by && { by }), run: run.run() };
}

/** What goes before scoring readings made elsewhere: see `prepared`. */
export const prepare = async (
  paths: readonly string[],
  open: Open,
  options: WordingOptions,
): Promise<Prepared> => prepared(open, await replays(paths), options);

/** The agents' recurring wording, by reach. In bounded memory: the input is gone through three times. */
export const mine = async (
  paths: readonly string[],
  options: RunOptions & MineOptions = {},
): Promise<MinedScripts> => {
  const { mineReadings } = await import('./mining.ts'); // scoring needs none of it
  return mineReadings(() => read(paths, options), await replays(paths), options);
};
