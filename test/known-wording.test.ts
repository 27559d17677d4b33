/** Repeated and mined wording in scores: one sentence, one finding; files and standard input alike. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../src/cli/main.ts';
import type { Context } from '../src/detect/context.ts';
import { withKnown } from '../src/detect/scripted/known.ts';
import { type ConversationScore, type Finding, readScripts, score, scorecard } from '../src/index.ts';
import { world } from './cli/world.ts';
import { said } from './mine/said.ts';

const tea = 'Tea is the soul of this house, so kettles come first.';
const stock = 'Is there anything else I can help you with today?';
const conversations = [
  said('c1', `Hm. ${tea} ${stock}`),
  said('c2', `It left Leeds at nine. ${tea} ${stock}`),
  said('c3', `${stock} tea is the soul of this house so kettles come first`),
  said('c4', 'Tell me what the kettle did to you.'),
];
let folder = '';
let file = '';
const before = process.env.TMPDIR;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unscripted-known-'));
  file = join(folder, 'calls.jsonl');
  writeFileSync(file, lines());
});
afterEach(() => {
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  rmSync(folder, { recursive: true });
});
const lines = () => conversations.map(one => `${JSON.stringify(one)}\n`).join('');

async function scripted(stdin: boolean, options: object = {}): Promise<Finding[][]> {
  const bytes = async function* () {
    yield new TextEncoder().encode(lines());
  };
  const out: ConversationScore[] = [];
  for await (const step of score([stdin ? '-' : file], { stdin: bytes(), ...options }))
    if ('score' in step) out.push(step.score);
  return out.map(one => one.findings.filter(finding => finding.dimension === 'scripted'));
}

const rules = (found: readonly Finding[][]) => found.map(one => one.map(({ rule }) => rule));

describe('in one run', () => {
  it('what an agent repeats is scripted, with the count', async () => {
    const found = await scripted(false);
    expect(found[0]?.[0]).toEqual({
      turn: 1,
      start: 4,
      end: 4 + tea.length,
      quote: tea,
      rule: 'scripted/repeated',
      dimension: 'scripted',
      agent: 'a1',
      repeats: { conversations: 3, of: 4, agents: 1, teamConversations: 3 },
      moment: 'routine',
    });
    expect(found[3]).toEqual([]);
  });

  it('a stock phrase keeps its rule, once', async () => {
    expect(rules(await scripted(false))).toEqual([
      ['scripted/repeated', 'scripted/anything-else'],
      ['scripted/repeated', 'scripted/anything-else'],
      ['scripted/anything-else', 'scripted/repeated'],
      [],
    ]);
  });

  it('standard input streams, unless asked otherwise; then it is kept on the disk for as long', async () => {
    const plain = await scripted(false, { mine: false });
    expect(rules(plain)[0]).toEqual(['scripted/anything-else']);
    expect(await scripted(true)).toEqual(plain);
    process.env.TMPDIR = join(folder, '');
    expect(await scripted(true, { mine: true })).toEqual(await scripted(false));
    expect(readdirSync(folder)).toEqual(['calls.jsonl']);
  });

  it('cards count it, whatever the input', async () => {
    const card = await scorecard([file]);
    const bytes = async function* () {
      yield new TextEncoder().encode(lines());
    };
    expect(await scorecard(['-'], { stdin: bytes() })).toEqual(card);
    const without = await scorecard([file], { mine: false });
    expect(card.agents[0]?.scriptedRate).toBeGreaterThan(without.agents[0]?.scriptedRate as number);
  });

  it('cards name the lines, with how often and an example, and the share of words', async () => {
    const card = (await scorecard([file])).agents[0];
    expect(card?.topLines).toEqual([
      { quote: tea, conversations: 3, of: 4, agents: 1, teamConversations: 3 },
      { quote: stock, conversations: 3, of: 4, agents: 1, teamConversations: 3 },
    ]);
    expect(card?.minedRate).toBeGreaterThan(0.5);
    const without = (await scorecard([file], { mine: false })).agents[0];
    expect(without).toMatchObject({ topLines: [], minedRate: null, signals: { ownPast: { value: null } } });
  });

  it('the command shows them under the table with --lines, and says so where there are none', async () => {
    const shown = async (...flags: string[]) => {
      const { io, stdout } = world({ columns: 60 });
      expect(await main(['score', file, '--format', 'table', ...flags], io)).toBe(0);
      return stdout.text;
    };
    expect(await shown()).not.toContain('Most repeated lines');
    expect(await shown('--lines')).toContain(
      'Priya (a1)\n  3 of 4  “Tea is the soul of this house, so kettles come\n          first.”\n  3 of 4  “Is there',
    );
    expect(await shown('--lines', '--no-mine')).toContain('No agent repeats a line');
  });

  it('what a person has exempted is no line', async () => {
    const scripts = readScripts([['a.yaml', `scripts:\n  - text: ${stock}\n    exempt: routine\n`]]);
    const [card] = (await scorecard([file], { scripts })).agents;
    expect(card?.topLines.map(({ quote }) => quote)).toEqual([tea]);
  });

  it('explain says it in words', async () => {
    const { io, stdout } = world({ columns: 120 });
    expect(await main(['explain', file, '--conversation', 'c1'], io)).toBe(0);
    expect(stdout.text.replace(/\s+/g, ' ')).toContain('said in 3 of Priya’s 4 conversations');
  });

  it('the command streams rows from standard input, and leaves nothing behind with --mine', async () => {
    process.env.TMPDIR = folder;
    const run = async (...flags: string[]) => {
      const { io, stdout } = world({ stdin: lines() });
      expect(await main(['score', '-', '--by', 'conversation', '--format', 'jsonl', ...flags], io)).toBe(0);
      expect(io.onStop.size).toBe(0);
      return stdout.text;
    };
    expect(await run()).not.toContain('scripted/repeated');
    expect(await run('--mine')).toContain('scripted/repeated');
    expect(readdirSync(folder)).toEqual(['calls.jsonl']);
  });
});

describe('what is repeated for a reason', () => {
  const mum = 'My mum passed away last week and her bills still come.';
  const told = (line: string) =>
    ['c1', 'c2', 'c3', 'c4'].map(id => {
      const { turns, ...rest } = said(id, line);
      return { ...rest, turns: [{ speaker: 'customer' as const, text: mum }, ...turns.slice(1)] };
    });
  it.each([
    ['Could you pop the last few characters of your memorable place in for me now please?', 'routine'],
    ['Your claim number for the kettle is 88120 and nothing else.', 'routine'],
    ['Tea is the soul of this house, so kettles come first.', 'disclosure'],
  ])('%s', async (line, moment) => {
    writeFileSync(
      file,
      told(line)
        .map(one => `${JSON.stringify(one)}\n`)
        .join(''),
    );
    const found = (await scripted(false)).flat().map(finding => 'moment' in finding && finding.moment);
    expect(found).toEqual([moment, moment, moment, moment]);
  });

  it('costs where a person has kept it as a script', async () => {
    const line = 'Your claim number for the kettle is 88120 and nothing else.';
    writeFileSync(
      file,
      told(line)
        .map(one => `${JSON.stringify(one)}\n`)
        .join(''),
    );
    const scripts = readScripts([['a.yaml', `scripts:\n  - text: ${line}\n`]]);
    expect((await scripted(false, { scripts }))[0]).toMatchObject([{ moment: 'disclosure' }]);
  });
});

describe('with a script file', () => {
  const yaml = (extra = '') =>
    `scripts:\n  - text: Tea is the soul of this house, so {words} come first.\n${extra}`;

  it('what follows an entry is scripted', async () => {
    const scripts = readScripts([['a.yaml', yaml()]]);
    const found = await scripted(false, { mine: false, scripts });
    expect(found[0]?.[0]).toMatchObject({ rule: 'scripted/mined', quote: tea, script: { share: null } });
    const both = await scripted(false, { scripts });
    expect(both[0]?.[0]).toMatchObject({
      rule: 'scripted/mined',
      script: { share: null },
      repeats: { of: 4 },
    });
  });

  it('an entry that covers the half takes nothing off the sentence', async () => {
    const long =
      'Tea is the soul of this house, so kettles come first, and we look at the lid, the spout and the handle too.';
    writeFileSync(file, ['c1', 'c2', 'c3'].map(id => `${JSON.stringify(said(id, long))}\n`).join(''));
    const half = 'scripts:\n  - text: the soul of this house so kettles come first\n';
    const found = await scripted(false, { scripts: readScripts([['a.yaml', half]]) });
    expect(found[0]).toMatchObject([{ quote: long, rule: 'scripted/mined', repeats: { of: 3 } }]);
  });

  it('what an entry exempts is no finding, however it was found', async () => {
    const exempt = `    exempt: legal\n  - text: ${stock}\n    exempt: routine\n`;
    const found = await scripted(false, { scripts: readScripts([['a.yaml', yaml(exempt)]]) });
    expect(found).toEqual([[], [], [], []]);
  });
});

it('makes certain what was only possible, and leaves the other sentences alone', () => {
  const context = { known: [{ turn: 1, start: 0, end: 9, repeats }], turns: said('c', 'Hold on. Ok.').turns };
  const base = {
    turn: 1,
    rule: 'scripted/hold',
    dimension: 'scripted',
    agent: 'a1',
    confidence: 'possible',
  } as const;
  const first = { ...base, start: 2, end: 7, quote: 'ld on' };
  const other = { ...base, start: 9, end: 12, quote: 'Ok.' };
  const { confidence: _, ...certain } = first;
  expect(withKnown(context as unknown as Context, 1, [first, other])).toEqual([
    { ...certain, repeats },
    other,
  ]);
});

const repeats = { conversations: 3, of: 4, agents: 1, teamConversations: 3 };
