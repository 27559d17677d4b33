/**
 * The corridor: read → detect → score → tally. Everything the tool does with a transcript, on one screen.
 */
import { createDetect } from './detect/index.ts';
import { distinct } from './distinct.ts';
import { type Prepared, prepared, type WordingOptions } from './known-wording.ts';
import { type MinedScripts, type MineOptions, mineReadings } from './mining.ts';
import type { Conversation, Problem, Reading } from './model/conversation.ts';
import type { ConversationScore, Run, Scorecard } from './model/scorecard.ts';
import type { Knowing } from './model/wording.ts';
import { type ReadOptions, read as readInputs } from './read/index.ts';
import { inputs, replays, type SourceOptions } from './read/source.ts';
import { scoreConversation } from './score/index.ts';
import { Seen } from './seen.ts';
import { Tally } from './tally/index.ts';

/** One step of a run: a conversation with its score, or the reason there is none. */
export type Scored =
  | { readonly score: ConversationScore; readonly conversation: Conversation }
  | { readonly problem: Problem };

/** A run over inputs: iterate it once for the scores, in the order of the input; then ask for what it saw. */
export interface ScoreRun extends AsyncIterable<Scored> {
  /** Counts and problems so far: complete once the iteration has ended. */
  run(): Run;
}

/** How input is found and read. */
export type RunOptions = ReadOptions & SourceOptions;

/** Reads files, folders, globs, or `-` for standard input, no id twice. Throws `UsageError` for an unknown format. */
export const read = (paths: readonly string[], options: RunOptions = {}): AsyncGenerator<Reading> =>
  distinct(readInputs(inputs(paths, options), options));

/**
 * Scores conversations one by one, in constant memory. Never throws for bad records. Unless `mine` says otherwise,
 * files are read twice, so that what the run repeats counts as scripted; what comes once streams through instead.
 */
export function score(paths: readonly string[], options: RunOptions & WordingOptions = {}): ScoreRun {
  const seen = new Seen();
  return {
    async *[Symbol.asyncIterator]() {
      const again = await replays(paths);
      const { knowing, readings, done } = await prepared(() => read(paths, options), again, {
        ...options,
        mine: options.mine ?? again,
      });
      try {
        yield* scored(readings, seen, knowing);
      } finally {
        done();
      }
    },
    run: () => seen.run(),
  };
}

/** The same from readings made elsewhere; `knowing` tells what other conversations say of their wording. */
export function scoreReadings(readings: AsyncIterable<Reading>, knowing?: Knowing): ScoreRun {
  const seen = new Seen();
  return { [Symbol.asyncIterator]: () => scored(distinct(readings), seen, knowing), run: () => seen.run() };
}

async function* scored(
  readings: AsyncIterable<Reading>,
  seen: Seen,
  knowing: Knowing | undefined,
): AsyncGenerator<Scored> {
  const detect = createDetect(undefined, knowing);
  for await (const reading of readings) {
    if ('problem' in reading) {
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
    yield { score: scoreConversation(conversation, detect(conversation)), conversation };
  }
}

/** One card per agent over all inputs, ordered by id: the same whatever the order of the conversations. */
export async function scorecard(
  paths: readonly string[],
  options: RunOptions & WordingOptions = {},
): Promise<Scorecard> {
  const run = score(paths, { mine: true, ...options });
  const tally = new Tally();
  for await (const step of run) if ('score' in step) tally.add(step.score);
  return { agents: tally.cards(), run: run.run() };
}

/** What goes before scoring readings made elsewhere: see `prepared`. */
export const prepare = async (
  paths: readonly string[],
  open: () => AsyncIterable<Reading>,
  options: WordingOptions,
): Promise<Prepared> => prepared(open, await replays(paths), options);

/** The agents' recurring wording, by reach. In bounded memory: the input is gone through three times. */
export const mine = async (
  paths: readonly string[],
  options: RunOptions & MineOptions = {},
): Promise<MinedScripts> => mineReadings(() => read(paths, options), await replays(paths), options);
