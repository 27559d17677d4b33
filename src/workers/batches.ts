/** One by one → batch by batch. */

/** Nobody waits longer than this for a batch to fill: what trickles in goes on as it comes. */
const PATIENCE_MS = 50;

/** When a batch is full: at so many, or so heavy. */
export interface Full<T> {
  readonly count: number;
  readonly weight: number;
  weigh(one: T): number;
}

/** Parts what comes into batches, in its order. Where the source throws, what came before goes first. */
export async function* batches<T>(source: AsyncIterator<T>, full: Full<T>): AsyncGenerator<T[]> {
  let coming: Promise<IteratorResult<T>> | null = null;
  let fault: { readonly error: unknown } | null = null;
  for (let ended = false; !ended; ) {
    const batch: T[] = [];
    const patience = new Patience();
    try {
      for (let weight = 0; batch.length < full.count && weight < full.weight; ) {
        coming ??= handled(source.next());
        const next = await (batch.length === 0 ? coming : Promise.race([coming, patience.over]));
        if (next === null) break;
        coming = null;
        if (next.done) {
          ended = true;
          break;
        }
        batch.push(next.value);
        weight += full.weigh(next.value);
      }
    } catch (error) {
      fault = { error };
    } finally {
      patience.end();
    }
    if (batch.length > 0) yield batch;
    if (fault) throw fault.error;
  }
}

/** A promise that may fail while nobody looks: whoever comes to it learns of it. */
export function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}

class Patience {
  #timer: NodeJS.Timeout | undefined;
  #over: Promise<null> | undefined;

  /** Null, once the time is over; it runs from when it is first asked. */
  get over(): Promise<null> {
    this.#over ??= new Promise(resolve => {
      this.#timer = setTimeout(resolve, PATIENCE_MS, null);
    });
    return this.#over;
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}
