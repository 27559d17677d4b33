/** Whatever the number of workers and the size of batches, what comes out is the same. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  builtInRubric,
  type Conversation,
  parseCondition,
  type Run,
  read,
  readScripts,
  type Scored,
  score,
  scorecard,
} from '../../src/index.ts';
import { said } from '../mine/said.ts';
import { threads } from './threads.ts';

let folder = '';
let file = '';
const tea = 'Tea is the soul of this house, so kettles come first.';

/** Transcripts with everything in between that a reader may come upon. */
async function lines(): Promise<string[]> {
  const out: string[] = [];
  for await (const reading of read(['fixtures/transcripts']))
    if ('conversation' in reading) out.push(JSON.stringify(reading.conversation));
  const two: Conversation = {
    ...said('two agents', `Good morning, my name is Priya. ${tea}`),
    metadata: { team: 'Lisbon', week: 12 },
    turns: [
      { speaker: 'customer', text: 'My dad died last week — 😔 — and his kettle is all I have.', seconds: 0 },
      { speaker: 'agent', text: `I am so sorry about your dad. ${tea}`, seconds: 4.5 },
      { speaker: 'agent', text: `Anything else? ${tea}`, agent: 'a2', agentName: 'Jo', seconds: 300 },
    ],
  };
  const lone = { ...said('lone', `\ud800 half a sign, and ${tea}`), metadata: { team: 'Lisbon' } };
  const nobody = { ...said('nobody', ''), turns: [{ speaker: 'customer', text: 'Is anybody there?' }] };
  const odd = [two, lone, nobody, two, { ...two, channel: 'chat', turns: two.turns.slice(0, 2) }].map(one =>
    JSON.stringify(one),
  );
  return [
    '{"id":',
    ...out.flatMap((line, place) => [
      line,
      ...(odd[place] ? [odd[place]] : []),
      ...(place % 9 ? [] : ['no']),
    ]),
  ];
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'unscripted-workers-'));
  file = join(folder, 'calls.jsonl');
  writeFileSync(file, `${(await lines()).join('\n')}\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

const scripts = () =>
  readScripts([['s.yaml', 'scripts:\n  - text: Tea is the soul of this house\n    exempt: tea\n']]);
const ways: Record<string, () => Parameters<typeof score>[1]> = {
  'what the run repeats': () => ({}),
  'no mining': () => ({ mine: false }),
  'script files and another rubric': () => ({ scripts: scripts(), rubric: builtInRubric('needs') }),
  'only some, and script files alone': () => ({
    scripts: scripts(),
    mine: false,
    where: [parseCondition('team=Lisbon') as NonNullable<ReturnType<typeof parseCondition>>],
  }),
};

/** Numbers of workers and sizes of batches. */
const counts: Record<string, readonly (readonly [count: number, batch: number])[]> = {
  'what the run repeats': [
    [2, 1],
    [3, 7],
    [2, 64],
  ],
};

async function all(options: Parameters<typeof score>[1]): Promise<{ steps: Scored[]; run: Run }> {
  const run = score([file], options);
  const steps: Scored[] = [];
  for await (const step of run) steps.push(step);
  return { steps, run: run.run() };
}

for (const [way, options] of Object.entries(ways))
  it(`is the same with workers: ${way}`, async () => {
    const alone = await all(options());
    expect(alone.steps.length).toBeGreaterThan(way.startsWith('only') ? 2 : 40);
    for (const [count, batch] of counts[way] ?? [[2, 7] as const]) {
      const many = await all({ ...options(), workers: threads(count, batch) });
      expect(many).toStrictEqual(alone);
      expect(JSON.stringify(many)).toBe(JSON.stringify(alone));
    }
  }, 120_000);

it('gives the same cards, from standard input as well', async () => {
  const alone = JSON.stringify(await scorecard([file]));
  expect(JSON.stringify(await scorecard([file], { workers: threads(2, 3) }))).toBe(alone);
  const stdin = async function* () {
    for (const line of await lines()) yield Buffer.from(`${line}\n`);
  };
  const piped = (workers: number | ReturnType<typeof threads>) =>
    scorecard(['-'], { stdin: stdin(), workers }).then(card => JSON.stringify(card));
  expect(await piped(threads(2, 5))).toBe(await piped(1));
}, 120_000);

it('scores in one thread what other threads cannot be told', async () => {
  const knowing = () => [];
  const entry = new URL('./no-such-worker.mjs', import.meta.url);
  const workers = { ...threads(2, 7), entry, least: Number.POSITIVE_INFINITY };
  expect(await all({ scripts: knowing, mine: false, workers })).toStrictEqual(
    await all({ scripts: knowing, mine: false }),
  );
});
