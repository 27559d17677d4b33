/** How tests start workers: from the sources, however few the conversations. */
import type { WorkerOptions } from '../../src/workers/pool.ts';

/** The real worker. */
export const threads = (count: number, batch: number): WorkerOptions => ({
  count,
  batch,
  least: 0,
  entry: new URL('./source-worker.mjs', import.meta.url),
});

/** A worker that does what the ids of conversations say: see odd-worker.mjs. */
export const oddThreads = (count: number, batch: number): WorkerOptions => ({
  count,
  batch,
  least: 0,
  entry: new URL('./odd-worker.mjs', import.meta.url),
});
