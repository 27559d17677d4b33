/**
 * Recall, precision, time and peak memory of `unscripted mine` on corpora with known templates.
 * `npm run bench:mine [-- 20000 200000]`; needs a build, and Linux for the memory.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mining } from '../../src/mine/limits.ts';
import { corpus, type Known } from './generate.ts';
import { judged } from './judge.ts';

const SEED = 11;
const sizes = process.argv
  .slice(2)
  .filter(word => /^\d+$/.test(word))
  .map(Number);
const folder = mkdtempSync(join(tmpdir(), 'unscripted-bench-'));
try {
  console.log(
    'conversations  agents      MB    known  mined  recall  precision  count off   seconds  peak MB',
  );
  for (const conversations of sizes.length > 0 ? sizes : [2000, 20_000, 200_000]) await one(conversations);
} finally {
  rmSync(folder, { recursive: true });
}

async function one(conversations: number): Promise<void> {
  const agents = Math.min(200, Math.ceil(conversations / 50));
  const made = corpus({ conversations, agents, seed: SEED });
  const input = join(folder, 'corpus.jsonl');
  const out = createWriteStream(input);
  for (const line of made.lines()) if (!out.write(`${line}\n`)) await once(out, 'drain');
  out.end();
  await once(out, 'close');
  const file = join(folder, 'scripts.json');
  const { seconds, peak } = await measured(['bin/unscripted.js', 'mine', input, '-o', file]);
  const { scripts } = JSON.parse(readFileSync(file, 'utf8'));
  const verdict = judged(scripts, made.known, one => isDue(one, conversations, agents));
  const due = made.known.filter(one => isDue(one, conversations, agents)).length;
  const cells = [
    [conversations, 13],
    [agents, 8],
    [Math.round(statSync(input).size / 1e6), 8],
    [due, 9],
    [scripts.length, 7],
    [verdict.recall.toFixed(3), 8],
    [verdict.precision.toFixed(3), 11],
    [`${(100 * verdict.countError).toFixed(1)}%`, 11],
    [seconds.toFixed(1), 10],
    [Math.round(peak), 9],
  ] as const;
  console.log(cells.map(([text, width]) => String(text).padStart(width)).join(''));
  if (process.argv.includes('--list'))
    for (const [what, texts] of [
      ['missed', verdict.missed],
      ['wrong', verdict.wrong],
    ] as const)
      for (const text of texts) console.log(`  ${what}: ${text}`);
}

/** Often enough by the command's own defaults, which are stated in limits.ts. */
function isDue({ agent, conversations }: Known, all: number, agents: number): boolean {
  if (conversations < mining.conversations) return false;
  return agent === null
    ? conversations >= mining.share * all
    : conversations >= (1.2 * mining.ownShare * all) / agents;
}

/** Runs node, and watches how much memory it takes at most. */
async function measured(argv: readonly string[]): Promise<{ seconds: number; peak: number }> {
  const started = performance.now();
  const child = spawn('node', argv, { stdio: ['ignore', 'ignore', 'inherit'] });
  let peak = 0;
  const watch = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    } catch {
      // it has ended, or there is no /proc
    }
  }, 20);
  const [code] = await once(child, 'exit');
  clearInterval(watch);
  if (code !== 0) throw new Error(`unscripted mine: exit code ${code}`);
  return { seconds: (performance.now() - started) / 1000, peak };
}
