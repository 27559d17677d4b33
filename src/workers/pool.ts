/** Threads that take batches of conversations. Which of them takes a batch makes no difference to what comes out. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Countable } from '../mine/countable.ts';
import type { Conversation } from '../model/conversation.ts';
import type { ConversationScore } from '../model/scorecard.ts';
import type { Answer, Batch, Birth, Fault, Item, Order, Setup } from './messages.ts';

/** How many workers may run: a number, as many as there are cores, or what tests and trials change. */
export type Workers = number | 'auto' | WorkerOptions;

export interface WorkerOptions {
  readonly count: number;
  /** Conversations that have to be known before workers start. */
  readonly least?: number;
  /** Most conversations in a batch. */
  readonly batch?: number;
  /** The worker's file; the one beside this file unless given. */
  readonly entry?: URL;
}

/**
 * Conversations that have to be known before workers start. Each loads the rules and gets up to speed by itself, which
 * takes about a second of its core: 1,000 conversations of 18 turns took 5.3 s of CPU in one thread and 7.1 s with two
 * workers, which on two cores of their own are even. Where the input is counted first, workers start meanwhile.
 */
const LEAST = 1000;
/** Most conversations in a batch, and characters that fill one, whichever comes first. */
const BATCH = 64;
export const BATCH_TEXT = 256 * 1024;
/** Batches handed out and not taken back, for each worker: one at hand, and what keeps it busy meanwhile. */
const AHEAD = 3;
/** `auto` takes no more: the main thread has 0.4 ms to do for a conversation, a worker 2.6 ms. */
const MOST_AUTO = 6;

/** What went wrong in a worker, with the place in the batch of the conversation at hand. */
export class WorkerFault extends Error {
  readonly place: number;

  constructor({ place, message, stack }: Fault) {
    super(message);
    this.place = place;
    if (stack !== undefined) this.stack = stack;
  }
}

type Made = Extract<Answer, { made: unknown }>['made'];

interface Waiting {
  readonly resolve: (made: Made) => void;
  readonly reject: (fault: WorkerFault) => void;
}

interface Hand {
  readonly worker: Worker;
  readonly at: Int32Array;
  /** Its batches, the one at hand first. */
  readonly waiting: Waiting[];
}

/** The pool that is asked for; null where one thread does it all. */
export function poolFor(workers: Workers = 1): Pool | null {
  const options = typeof workers === 'object' ? workers : { count: countOf(workers) };
  return options.count > 1 ? new Pool(options) : null;
}

const countOf = (workers: number | 'auto'): number =>
  workers === 'auto' ? Math.min(availableParallelism(), MOST_AUTO) : workers;

/** Starts workers when they are worth it, and spreads batches over them. */
export class Pool {
  readonly batch: number;
  /** Batches that may be out at once. */
  readonly most: number;
  readonly #options: WorkerOptions;
  #hands: Hand[] | null = null;
  #fault: WorkerFault | null = null;

  constructor(options: WorkerOptions) {
    this.#options = options;
    this.batch = options.batch ?? BATCH;
    this.most = options.count * AHEAD;
  }

  /** Whether workers run, now that there are known to be so many conversations. */
  runs(conversations: number): boolean {
    if (this.#hands === null && conversations >= (this.#options.least ?? LEAST))
      this.#hands = Array.from({ length: this.#options.count }, () => this.#start());
    return this.#hands !== null;
  }

  /** Says what results are made by; before the first batch. */
  setUp(setup: Setup): void {
    for (const { worker } of this.#hands ?? []) worker.postMessage({ setup } satisfies Order);
  }

  /** Scores a batch. Rejects with `WorkerFault`. */
  score(items: readonly Item[]): Promise<readonly ConversationScore[]> {
    return this.#ask({ items }) as Promise<readonly ConversationScore[]>;
  }

  /** Tells what is counted of a batch. Rejects with `WorkerFault`. */
  count(conversations: readonly Conversation[]): Promise<readonly Countable[]> {
    return this.#ask({ count: conversations }) as Promise<readonly Countable[]>;
  }

  /** Gives a batch to whichever worker has least to do. */
  #ask(batch: Batch): Promise<Made> {
    const least = (a: Hand, b: Hand) => (b.waiting.length < a.waiting.length ? b : a);
    const hand = (this.#hands as Hand[]).reduce(least);
    return new Promise((resolve, reject) => {
      if (this.#fault) return reject(this.#fault);
      if (hand.waiting.push({ resolve, reject }) === 1) hand.worker.ref();
      hand.worker.postMessage(batch satisfies Order);
    });
  }

  /** Stops them, whatever they are at. */
  async close(): Promise<void> {
    const hands = this.#hands ?? [];
    this.#hands = null;
    await Promise.all(hands.map(({ worker }) => worker.terminate()));
  }

  #start(): Hand {
    const at = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const { entry = new URL('./worker.js', import.meta.url) } = this.#options;
    // no flags of this process: some of them, such as --input-type, are for what it was started with only
    const worker = new Worker(entry, { workerData: { at } satisfies Birth, execArgv: [] });
    const hand: Hand = { worker, at, waiting: [] };
    const failed = (fault: Fault) => {
      const error = new WorkerFault(fault);
      this.#fault ??= error;
      for (const { reject } of hand.waiting.splice(0)) reject(error);
    };
    worker.on('message', (answer: Answer) => {
      if ('fault' in answer) failed(answer.fault);
      else hand.waiting.shift()?.resolve(answer.made);
      if (hand.waiting.length === 0) worker.unref(); // a run that nobody goes on with keeps no process alive
    });
    worker.on('error', ({ message, stack }) => failed({ place: at[0] as number, message, stack }));
    worker.on('exit', code =>
      failed({ place: at[0] as number, message: `a worker ended with code ${code}` }),
    );
    worker.unref();
    return hand;
  }
}
