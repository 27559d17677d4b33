/** Known templates are found in a generated corpus, and the order of the conversations changes nothing. */
import { beforeAll, describe, expect, it } from 'vitest';
import { corpus } from '../../bench/mine/generate.ts';
import { judged } from '../../bench/mine/judge.ts';
import { discover } from '../../src/mine/discover.ts';
import { Scratch } from '../../src/mine/disk.ts';
import { entriesOf } from '../../src/mine/entries.ts';
import { mining } from '../../src/mine/limits.ts';
import type { ScriptEntry } from '../../src/mine/script-entry.ts';
import type { Conversation } from '../../src/model/conversation.ts';
import { known, said } from './said.ts';

async function entries(conversations: readonly Conversation[], most?: number): Promise<ScriptEntry[]> {
  const scratch = new Scratch();
  const all = async function* () {
    yield* conversations;
  };
  try {
    return entriesOf(await discover(all, mining, known, scratch, most));
  } finally {
    scratch.remove();
  }
}

const SIZE = 400;
const AGENTS = 8;
const made = corpus({ conversations: SIZE, agents: AGENTS, seed: 3 });
const conversations = [...made.lines()].map(line => JSON.parse(line) as Conversation);
let found: ScriptEntry[] = [];
beforeAll(async () => {
  found = await entries(conversations);
}, 60_000);

describe('a corpus with known templates', () => {
  it('gives them back', () => {
    const { recall, precision, countError, missed, wrong } = judged(found, made.known, one =>
      one.agent === null ? one.conversations >= 0.02 * SIZE : one.conversations >= (0.15 * SIZE) / AGENTS,
    );
    expect(found.length).toBeGreaterThan(30);
    expect({ missed, high: recall >= 0.95 }).toEqual({ missed, high: true });
    expect({ wrong, high: precision >= 0.95 }).toEqual({ wrong, high: true });
    expect(countError).toBeLessThan(0.05);
  });

  it('is the same in any order, and from the disk', async () => {
    const turned = [...conversations.slice(137), ...conversations.slice(0, 137)].reverse();
    expect(await entries(turned, 64)).toEqual(found);
  }, 60_000);

  it('tells slots by what fills them', () => {
    const text = (part: string) => found.find(one => one.text.toLowerCase().includes(part))?.text;
    expect(text('case number')).toMatch(/case number \{number\}/);
    expect(text('wallet')).toMatch(/added £?\{amount\}/);
    expect(text('for calling larkmere')).toMatch(/name is \{name\}/);
    expect(text('still showing')).toMatch(/for \{date\} is/);
  });

  it('proposes exemptions', () => {
    const kinds = new Set(found.flatMap(one => one.exempt ?? []));
    expect([...kinds].sort()).toEqual(['greeting', 'hold', 'identity', 'legal', 'recording']);
    expect(found.find(one => /recorded/i.test(one.text))?.exempt).toBe('recording');
    expect(found.find(one => /birth/i.test(one.text))?.exempt).toBe('identity');
    expect(found.find(one => /wallet/i.test(one.text))?.exempt).toBeUndefined();
  });
});

it('is written the same in any order, where a word is said twice and dates are missing', async () => {
  const lines = [
    'Tea first, and then we will fix the the kettle.',
    'Tea first and then we will fix the kettle',
  ];
  const dates = [undefined, '2025-01-09', '2025-03-01', undefined, '2025-02-02', '2025-02-03'];
  const all = dates.map((date, i) => ({
    ...said(`c${i}`, lines[i % 2] as string),
    ...(date ? { metadata: { date } } : {}),
  }));
  const [one, ...others] = await entries(all);
  expect(others).toEqual([]);
  expect(one).toMatchObject({ text: lines[1], first: '2025-01-09 (c1)', last: '2025-03-01 (c2)' });
  for (let turn = 1; turn < all.length; turn++)
    expect(await entries([...all.slice(turn), ...all.slice(0, turn)])).toEqual([one]);
});

it('names agents in the order of their counts, whatever they are called', async () => {
  const all = ['b', '10', '9', 'b', '9', 'b'].map((agent, i) =>
    said(`c${i}`, 'Tea first, and then we will fix your kettle.', agent),
  );
  expect((await entries(all))[0]?.by).toEqual(['b (3 of 3)', '9 (2 of 2)', '10 (1 of 1)']);
});

it('finds nothing in a corpus that does not recur', async () => {
  const once = conversations.flatMap((_, i) =>
    i < 40 ? [said(`c${i}`, `Number ${i} okay thank you. One moment. Yes.`)] : [],
  );
  expect(await entries(once)).toEqual([]);
  expect(await entries([])).toEqual([]);
});

it('takes no common line for the routine of an agent whom nobody knows', async () => {
  const all = (agent: string) =>
    Array.from({ length: 600 }, (_, i) =>
      i < 5
        ? said(`c${i}`, 'Tea first, and then we will fix your kettle.', agent)
        : said(`c${i}`, 'Yes.', i < 20 ? agent : 'a2'),
    );
  expect(await entries(all('a1'))).toHaveLength(1);
  expect(await entries(all('unknown'))).toEqual([]);
});

it('says from when to when by the date, where the input has one', async () => {
  const dated = ['2025-03-02', '2025-01-09', '2025-02-01', '2025-02-02', '2025-02-03'].map((date, i) => ({
    ...said(`c${i}`, 'Tea first, and then we will fix your kettle.'),
    metadata: { date },
  }));
  const [tea] = await entries(dated);
  expect({ first: tea?.first, last: tea?.last }).toEqual({
    first: '2025-01-09 (c1)',
    last: '2025-03-02 (c0)',
  });
});
