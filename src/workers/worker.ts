/** A worker: takes batches of conversations, and gives their scores back. Started by pool.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { compiled } from '../compiled/rules.ts';
import { knowingOf } from '../known-wording.ts';
import type { Answer, Birth, Order } from './messages.ts';
import { type Scorer, scorerOf } from './scorer.ts';

const { at } = workerData as Birth;
const port = parentPort as NonNullable<typeof parentPort>;
let score: Scorer;

port.on('message', (order: Order) => {
  if ('setup' in order) {
    score = scorerOf(order.setup.rubric, knowingOf(order.setup.wording));
    return;
  }
  try {
    const scores = order.items.map(({ conversation, compared }, place) => {
      at[0] = place;
      return score(conversation, compared);
    });
    port.postMessage({ scores } satisfies Answer);
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
    port.postMessage({ fault: { place: at[0] as number, message, stack } } satisfies Answer);
  }
});
compiled(); // while the main thread still counts
