/**
 * Readings → readings with what workers make of them, in the order of the input, whoever makes it. Bounded: no more batches are
 * out than keep the workers busy, and nothing more is read while whoever takes it is behind.
 */
import type { Conversation, Reading } from '../model/conversation.ts';
import { batches, handled } from './batches.ts';
import { BATCH_TEXT, type Pool, WorkerFault } from './pool.ts';
import { failure, type Read, type Told } from './told.ts';

type Event<Made> =
  | { readonly batch: IteratorResult<Reading[], void> }
  | { readonly error: unknown }
  | { readonly told: readonly Told<Made>[] };

/** Has workers make something of what the source gives; `make` asks the pool for it. */
export async function* inOrder<Made>(
  source: AsyncIterator<Reading>,
  pool: Pool,
  make: (conversations: readonly Conversation[]) => Promise<readonly Made[]>,
): AsyncGenerator<Told<Made>> {
  const coming = batches(source, { count: pool.batch, weight: BATCH_TEXT, weigh: characters });
  /** What is being made, in its order. */
  const out: Promise<Event<Made>>[] = [];
  let next: Promise<Event<Made>> | null = null;
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
      else out.push(handled(told(event.batch.value, make)));
    }
  } finally {
    if (end === null) handled(Promise.resolve(source.return?.())); // not awaited: it may be in the middle of a slow read
  }
  if ('error' in end) throw end.error;
}

/** Has something made of a batch; problems keep their places. */
async function told<Made>(
  batch: readonly Reading[],
  make: (conversations: readonly Conversation[]) => Promise<readonly Made[]>,
): Promise<Event<Made>> {
  const read = batch.filter(reading => 'conversation' in reading);
  try {
    const made = read.length === 0 ? [] : await make(read.map(one => one.conversation));
    let place = 0;
    return {
      told: batch.map((reading): Told<Made> => {
        if ('problem' in reading) return { reading };
        return { reading, made: made[place++] as Made };
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
