/**
 * Readings → what is counted of them, and their scores, in their order: in this thread, and in workers once there are enough of them. The bytes that
 * come of it are the same for any number of workers, as each conversation is scored by itself, from what was known of
 * all of them before.
 */
import { type Counted, countables, type Wording } from '../known-wording.ts';
import type { Conversation, Reading } from '../model/conversation.ts';
import type { ConversationScore } from '../model/scorecard.ts';
import type { Comparing } from '../model/signals.ts';
import type { Knowing } from '../model/wording.ts';
import type { Rubric } from '../rubric/rubric.ts';
import { inOrder } from './in-order.ts';
import type { Pool } from './pool.ts';
import { scorerOf } from './scorer.ts';
import { failure, type Told } from './told.ts';

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
): AsyncGenerator<Told<ConversationScore>> {
  const { rubric, knowing, wording, comparing } = by;
  const workers = wording ? pool : null;
  const source = readings[Symbol.asyncIterator]();
  const here = () => {
    const score = scorerOf(rubric, knowing);
    return (conversation: Conversation) => score(conversation, comparing?.(conversation));
  };
  yield* madeHere(source, here, conversations => workers?.runs(conversations) ?? false);
  if (!wording || !workers?.runs(0)) return;
  workers.setUp({ rubric, wording });
  yield* inOrder(source, workers, batch =>
    workers.score(batch.map(conversation => ({ conversation, compared: comparing?.(conversation) }))),
  );
}

/** Tells what is counted of what is read. */
export async function* counted(readings: AsyncIterable<Reading>, pool: Pool | null): AsyncGenerator<Counted> {
  const source = readings[Symbol.asyncIterator]();
  const here = () => {
    const counting = countables();
    return (conversation: Conversation) => counting.of(conversation);
  };
  yield* madeHere(source, here, conversations => pool?.runs(conversations) ?? false);
  if (pool?.runs(0)) yield* inOrder(source, pool, batch => pool.count(batch));
}

/** Makes it in this thread, until so many conversations are enough for workers to go on. */
async function* madeHere<Made>(
  source: AsyncIterator<Reading>,
  start: () => (conversation: Conversation) => Made,
  enough: (conversations: number) => boolean,
): AsyncGenerator<Told<Made>> {
  let make: ReturnType<typeof start> | null = null;
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
      make ??= start();
      let made: Made;
      try {
        made = make(reading.conversation);
      } catch (error) {
        throw failure(reading, error);
      }
      yield { reading, made };
    }
    open = false;
  } finally {
    if (open) await source.return?.();
  }
}
