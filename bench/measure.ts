/** Whole processes, by the clock on the wall and by the most memory they took. */
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** What one process took. */
export interface Taken {
  readonly seconds: number;
  /** MB; null where it was not asked for. */
  readonly peak: number | null;
  /** What it printed; empty where it was not asked for. */
  readonly printed: string;
}

/** Runs node once. Throws where it fails. */
export async function take(argv: readonly string[], { peak = false, printed = false } = {}): Promise<Taken> {
  const before = process.hrtime.bigint();
  const child = spawn(process.execPath, [...(peak ? ['--import', './bench/rss.mjs'] : []), ...argv], {
    stdio: ['ignore', printed ? 'pipe' : 'ignore', 'pipe', peak ? 'pipe' : 'ignore'],
  });
  const stop = () => child.kill();
  process.once('exit', stop);
  const said = [child.stdout, child.stderr, child.stdio[3]].map(stream =>
    stream ? text(stream as NodeJS.ReadableStream) : '',
  );
  const [code, after] = await new Promise<[number | null, bigint]>((done, fail) => {
    child.on('error', fail);
    child.on('exit', code => done([code, process.hrtime.bigint()]));
  });
  process.off('exit', stop);
  const [out, errors, most] = (await Promise.all(said)) as [string, string, string];
  if (code !== 0) throw new Error(`node ${argv.join(' ')}: exit code ${code}\n${errors.slice(-2000)}`);
  return { seconds: Number(after - before) / 1e9, peak: peak ? Number(most) : null, printed: out };
}

/** Seconds of one process. */
export const seconds =
  (...argv: readonly string[]) =>
  async (): Promise<number> =>
    (await take(argv)).seconds;

/** Takes each in turn, again and again (A B A B), since a shared machine is not the same from minute to minute. */
export async function rounds<K extends string>(
  count: number,
  runs: Readonly<Record<K, () => Promise<number>>>,
): Promise<Record<K, number>[]> {
  const all: Record<K, number>[] = [];
  for (let i = 0; i < count; i++) {
    const round = {} as Record<K, number>;
    for (const name of Object.keys(runs) as K[]) round[name] = await runs[name]();
    all.push(round);
  }
  return all;
}
