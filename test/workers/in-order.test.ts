/** Order, bounds and ends of what workers do, with a worker that can be told what to do. */
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../../src/model/conversation.ts';
import { builtInRubric } from '../../src/rubric/built-in.ts';
import type { Rubric } from '../../src/rubric/rubric.ts';
import { batches } from '../../src/workers/batches.ts';
import { Pool, told } from '../../src/workers/index.ts';
import { said } from '../mine/said.ts';
import { oddThreads } from './threads.ts';

const by = { rubric: builtInRubric('default') as Rubric, wording: { repeats: null, scripts: null } };
const reading = (id: string): Reading =>
  id === 'problem'
    ? { problem: { kind: 'unreadable', source: 'a.jsonl', at: 'line 1', reason: 'no JSON' } }
    : { conversation: said(id, 'Hm.'), source: 'a.jsonl', at: 'line 1' };

/** Readings that say how far they have been taken, and whether they were let go. */
class Source {
  taken = 0;
  closed = false;
  readonly #ids: Iterable<string>;
  constructor(ids: Iterable<string>) {
    this.#ids = ids;
  }
  async *[Symbol.asyncIterator](): AsyncGenerator<Reading> {
    try {
      for (const id of this.#ids) {
        this.taken++;
        if (id === 'broken') throw new Error('the source broke');
        yield reading(id);
      }
    } finally {
      this.closed = true;
    }
  }
}

async function run(source: Source, count = 2, batch = 3, most = Number.POSITIVE_INFINITY) {
  const pool = new Pool(oddThreads(count, batch));
  const out: string[] = [];
  let error: unknown = null;
  try {
    for await (const { reading, made: score } of told(source, by, pool)) {
      out.push('problem' in reading ? 'problem' : reading.conversation.id);
      if (score && 'conversation' in reading) expect(score.conversation).toBe(reading.conversation.id);
      if (out.length === most) break;
    }
  } catch (thrown) {
    error = thrown;
  } finally {
    await pool.close();
  }
  return { out, error };
}

describe('workers', () => {
  it.each([
    [2, 1],
    [3, 2],
    [2, 7],
  ])('%i, with batches of %i: keep the order, however long each conversation takes', async (count, batch) => {
    const ids = Array.from({ length: 40 }, (_, i) =>
      i % 7 === 3 ? 'problem' : `slow ${(i * 37) % 11} ${i}`,
    );
    expect(await run(new Source(ids), count, batch)).toEqual({ out: ids, error: null });
  });

  it('do nothing where there is nothing', async () => {
    expect(await run(new Source([]))).toEqual({ out: [], error: null });
    expect(await run(new Source(['problem', 'problem']))).toMatchObject({ out: ['problem', 'problem'] });
  });

  it.each([
    ['exit', 'conversation "exit 9" (a.jsonl: line 1) could not be scored: a worker ended with code 3'],
    ['throw', 'conversation "throw 9" (a.jsonl: line 1) could not be scored: it threw'],
    ['fault', 'conversation "fault 9" (a.jsonl: line 1) could not be scored: it said so'],
  ])('that fail (%s) fail the run, and name the conversation', async (word, message) => {
    const ids = ['a', 'b', 'c', 'd', `${word} 9`, 'e', ...Array(40).fill('f')];
    const { out, error } = await run(new Source(ids));
    expect(out.join('')).toBe('abc');
    expect((error as Error).message).toBe(message);
  });

  it('that start with an error fail the run', async () => {
    const entry = new URL('./no-such-worker.mjs', import.meta.url);
    const pool = new Pool({ count: 2, least: 0, entry });
    const steps = told(new Source(['a']), by, pool)[Symbol.asyncIterator]();
    await expect(steps.next()).rejects.toThrow(/"a".*no-such-worker/);
    await pool.close();
  });

  it('give everything that came before the source broke', async () => {
    const { out, error } = await run(new Source(['slow 30', 'a', 'b', 'c', 'broken']));
    expect(out).toEqual(['slow 30', 'a', 'b', 'c']);
    expect(error).toEqual(new Error('the source broke'));
  });

  it('let go of the source when nobody goes on', async () => {
    const source = new Source(Array(10_000).fill('a'));
    expect((await run(source, 2, 3, 5)).out).toHaveLength(5);
    await setTimeout(20);
    expect(source.closed).toBe(true);
  });

  it('read no further than they are asked for', async () => {
    const source = new Source(Array(10_000).fill('a'));
    const pool = new Pool(oddThreads(2, 3));
    const steps = told(source, by, pool)[Symbol.asyncIterator]();
    for (let i = 0; i < 10; i++) await steps.next();
    await setTimeout(200); // a slow reader of rows
    expect(source.taken).toBeLessThan(10 + 3 * (pool.most + 2));
    await steps.return?.(undefined);
    await pool.close();
  });

  it('pass on what trickles in as it comes', async () => {
    const pool = new Pool(oddThreads(2, 64));
    let go = () => {};
    const source = async function* () {
      yield reading('a');
      await new Promise<void>(resolve => {
        go = resolve;
      });
    };
    const steps = told(source(), by, pool)[Symbol.asyncIterator]();
    expect((await steps.next()).value?.reading).toEqual(reading('a'));
    go();
    expect((await steps.next()).done).toBe(true);
    await pool.close();
  });

  it('start only when there is enough to do', async () => {
    const pool = new Pool({ ...oddThreads(2, 2), least: 3 });
    const scores: unknown[] = [];
    for await (const { made: score } of told(new Source(['a', 'b', 'c', 'd', 'e']), by, pool))
      scores.push(score?.agents.length);
    await pool.close();
    expect(scores).toEqual([1, 1, 1, 0, 0]); // the odd worker finds no agents
  });
});

describe('batches', () => {
  it('hold everything in its order, up to where the source breaks', async () => {
    const weighty = fc.array(fc.nat(9), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(
        weighty,
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 30 }),
        fc.nat(80),
        check,
      ),
    );
    async function check(numbers: number[], count: number, weight: number, breaks: number) {
      const source = async function* () {
        for (const [place, number] of numbers.entries()) {
          if (place === breaks) throw new Error('broken');
          yield number;
        }
      };
      const out: number[][] = [];
      let broken = false;
      try {
        for await (const batch of batches(source(), { count, weight, weigh: number => number }))
          out.push(batch);
      } catch {
        broken = true;
      }
      expect(broken).toBe(breaks < numbers.length);
      expect(out.flat()).toEqual(numbers.slice(0, breaks));
      for (const batch of out) {
        expect(batch.length).toBeGreaterThan(0);
        expect(batch.length).toBeLessThanOrEqual(count);
        const before = batch.slice(0, -1).reduce((sum, number) => sum + number, 0);
        expect(before).toBeLessThan(weight);
      }
    }
  });
});
