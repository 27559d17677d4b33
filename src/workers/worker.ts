/** A worker: takes batches of conversations, and gives back what it made of them. Started by pool.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { compiled } from '../compiled/rules.ts';
import { countables, knowingOf } from '../known-wording.ts';
import type { Countables } from '../mine/countable.ts';
import type { Answer, Batch, Birth, Order } from './messages.ts';
import { type Scorer, scorerOf } from './scorer.ts';

const { at } = workerData as Birth;
const port = parentPort as NonNullable<typeof parentPort>;
let score: Scorer;
let counting: Countables | undefined;

port.on('message', (order: Order) => {
  if ('setup' in order) {
    score = scorerOf(order.setup.rubric, knowingOf(order.setup.wording));
    return;
  }
  try {
    port.postMessage({ made: made(order) } satisfies Answer);
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
    port.postMessage({ fault: { place: at[0] as number, message, stack } } satisfies Answer);
  }
});

function made(batch: Batch) {
  if ('items' in batch)
    return batch.items.map(({ conversation, compared }, place) => {
      at[0] = place;
      return score(conversation, compared);
    });
  counting ??= countables();
  const counts = counting;
  return batch.count.map((conversation, place) => {
    at[0] = place;
    return counts.of(conversation);
  });
}

compiled(); // while the main thread still counts
