/**
 * Readings → their scores, in their order: in this thread, and in workers once there are enough of them. The bytes that
 * come of it are the same for any number of workers, as each conversation is scored by itself, from what was known of
 * all of them before.
 */
import type { Wording } from '../known-wording.ts';
import type { Reading } from '../model/conversation.ts';
import type { ConversationScore } from '../model/scorecard.ts';
import type { Comparing } from '../model/signals.ts';
import type { Knowing } from '../model/wording.ts';
import type { Rubric } from '../rubric/rubric.ts';
import { inOrder } from './in-order.ts';
import type { Pool } from './pool.ts';
import { type Scorer, scorerOf } from './scorer.ts';
import { failure, type Read, type Told } from './told.ts';

export { Pool, poolFor, type WorkerOptions, type Workers } from './pool.ts';
export type { Told } from './told.ts';

/** What conversations are scored by. */
export interface By {
  readonly rubric: Rubric;
  readonly knowing?: Knowing | undefined;
  /** What `knowing` goes by, as data that workers can be told; null where it is a function only, and this thread scores. */
  readonly wording?: Wording | null;
  readonly comparing?: Comparing | undefined;
}

/** Scores what is read. */
export async function* told(
  readings: AsyncIterable<Reading>,
  by: By,
  pool: Pool | null = null,
): AsyncGenerator<Told> {
  const { rubric, wording, comparing } = by;
  const workers = wording ? pool : null;
  const source = readings[Symbol.asyncIterator]();
  yield* here(source, by, conversations => workers?.runs(conversations) ?? false);
  if (!wording || !workers?.runs(0)) return;
  workers.setUp({ rubric, wording });
  yield* inOrder(source, workers, conversation => ({ conversation, compared: comparing?.(conversation) }));
}

/** Scores in this thread, until so many conversations are enough for workers to go on. */
async function* here(
  source: AsyncIterator<Reading>,
  { rubric, knowing, comparing }: By,
  enough: (conversations: number) => boolean,
): AsyncGenerator<Told> {
  let score: Scorer | null = null;
  let open = true;
  try {
    for (let conversations = 0; !enough(conversations); ) {
      const { done, value: reading } = await source.next();
      if (done) return;
      if ('problem' in reading) {
        yield { reading };
        continue;
      }
      conversations++;
      score ??= scorerOf(rubric, knowing);
      yield { reading, score: scored(reading, score, comparing) };
    }
    open = false;
  } finally {
    if (open) await source.return?.();
  }
}

function scored(reading: Read, score: Scorer, comparing: Comparing | undefined): ConversationScore {
  const { conversation } = reading;
  try {
    return score(conversation, comparing?.(conversation));
  } catch (error) {
    throw failure(reading, error);
  }
}
