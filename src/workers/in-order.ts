/**
 * Readings → readings with their scores, in the order of the input, whoever scores them. Bounded: no more batches are
 * out than keep the workers busy, and nothing more is read while whoever takes the scores is behind.
 */
import type { Reading } from '../model/conversation.ts';
import type { ConversationScore } from '../model/scorecard.ts';
import { batches, handled } from './batches.ts';
import type { Item } from './messages.ts';
import { BATCH_TEXT, type Pool, WorkerFault } from './pool.ts';
import { failure, type Read, type Told } from './told.ts';

type Event =
  | { readonly batch: IteratorResult<Reading[], void> }
  | { readonly error: unknown }
  | { readonly told: readonly Told[] };

/** Scores what the source gives in workers; `itemOf` adds what they cannot know. */
export async function* inOrder(
  source: AsyncIterator<Reading>,
  pool: Pool,
  itemOf: (conversation: Item['conversation']) => Item,
): AsyncGenerator<Told> {
  const coming = batches(source, { count: pool.batch, weight: BATCH_TEXT, weigh: characters });
  /** What is being scored, in its order. */
  const out: Promise<Event>[] = [];
  let next: Promise<Event> | null = null;
  let end: { readonly error?: unknown } | null = null;
  try {
    while (end === null || out.length > 0) {
      if (end === null && out.length < pool.most)
        next ??= coming.next().then(
          batch => ({ batch }),
          error => ({ error }),
        );
      const event = await Promise.race([...(next ? [next] : []), ...out.slice(0, 1)]);
      if ('told' in event) {
        out.shift();
        yield* event.told;
        continue;
      }
      next = null;
      if ('error' in event)
        end = event; // what was read before has its place before it
      else if (event.batch.done) end = {};
      else out.push(handled(told(event.batch.value, pool, itemOf)));
    }
  } finally {
    if (end === null) handled(Promise.resolve(source.return?.())); // not awaited: it may be in the middle of a slow read
  }
  if ('error' in end) throw end.error;
}

/** Has a batch scored; problems keep their places. */
async function told(
  batch: readonly Reading[],
  pool: Pool,
  itemOf: (conversation: Item['conversation']) => Item,
): Promise<Event> {
  const read = batch.filter(reading => 'conversation' in reading);
  try {
    const scores = read.length === 0 ? [] : await pool.score(read.map(one => itemOf(one.conversation)));
    let place = 0;
    return {
      told: batch.map((reading): Told => {
        if ('problem' in reading) return { reading };
        return { reading, score: scores[place++] as ConversationScore };
      }),
    };
  } catch (error) {
    const place = error instanceof WorkerFault ? error.place : 0;
    throw failure((read[place] ?? read[0]) as Read, error);
  }
}

function characters(reading: Reading): number {
  if ('problem' in reading) return 0;
  return reading.conversation.turns.reduce((sum, { text }) => sum + text.length, 0);
}
