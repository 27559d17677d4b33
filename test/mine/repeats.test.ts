/** What a run repeats, counted exactly, and from when on it is a routine. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Countables } from '../../src/mine/countable.ts';
import { Scratch } from '../../src/mine/disk.ts';
import { limits } from '../../src/mine/limits.ts';
import { Repeats } from '../../src/mine/repeats.ts';
import { isRoutine, Routines } from '../../src/mine/routines.ts';
import type { Conversation } from '../../src/model/conversation.ts';
import { boundaries, known, said } from './said.ts';

const lines = [
  'Tea first, and then we will fix your kettle.',
  'tea first and then we will fix your kettle',
  'A kettle that never sings is no kettle in this house.',
  'What is the order number?',
  'All done now.',
  'Somebody must have walked off with your [ITEM] on Monday.',
  'Somebody must have walked off with your ladder on Monday.',
];

/** All that is known of conversations, by conversation. */
function all(conversations: readonly Conversation[], most?: number, parts?: number): Record<string, unknown> {
  const scratch = new Scratch();
  try {
    const repeats = new Repeats(scratch, most, parts);
    const countables = new Countables(known, boundaries);
    for (const one of conversations) repeats.add(one.id, countables.of(one));
    const routines = new Routines(structuredClone(repeats.finish()), known, boundaries);
    return Object.fromEntries(
      [...conversations].sort((a, b) => (a.id < b.id ? -1 : 1)).map(one => [one.id, routines.known(one)]),
    );
  } finally {
    scratch.remove();
  }
}

const corpus = fc
  .array(
    fc.tuple(fc.array(fc.constantFrom(...lines), { maxLength: 4 }), fc.constantFrom('a1', 'a2', 'unknown')),
    {
      maxLength: 12,
    },
  )
  .map(parts => parts.map(([texts, agent], i) => said(`c${i}`, texts.join(' \n'), agent)));

describe('repeats', () => {
  it('counts conversations, not times, for the agent and for the team', () => {
    const tea = lines[0] as string;
    const found = all([
      said('c1', `${tea} ${tea}`),
      said('c2', tea),
      said('c3', `All done now. ${lines[1]}`),
      said('c4', 'Nothing of the kind was said in here.'),
      said('c5', tea, 'a2'),
    ]);
    const repeats = { conversations: 3, of: 4, agents: 2, teamConversations: 4 };
    const line = (found.c1 as { line: string }[])[0]?.line;
    expect(line).toMatch(/^[0-9a-f]{16}$/);
    expect(found.c3).toEqual([{ turn: 1, start: 14, end: 56, line, repeats }]);
    expect(found.c1).toHaveLength(2);
    expect(found.c4).toEqual([]);
    expect(found.c5).toEqual([
      {
        turn: 1,
        start: 0,
        end: tea.length,
        line,
        repeats: { conversations: 1, of: 1, agents: 2, teamConversations: 4 },
      },
    ]);
  });

  it('gives an agent nobody knows no habit: only what is long is the team’s', () => {
    const short = 'I can see it here.';
    const ids = ['c1', 'c2', 'c3', 'c4', 'c5'];
    const found = all(ids.map(id => said(id, `${short} ${lines[0]}`, 'unknown')));
    const repeats = { conversations: 0, of: 0, agents: 0, teamConversations: 5 };
    expect(found.c1).toMatchObject([{ start: short.length + 1, repeats }]);
    expect(all(ids.map(id => said(id, short))).c1).toHaveLength(1);
  });

  it('is the same for any order, and from the disk', () => {
    let seen = 0;
    fc.assert(
      fc.property(
        corpus.chain(c => fc.tuple(fc.constant(c), fc.shuffledSubarray(c, { minLength: c.length }))),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 5 }),
        ([conversations, shuffled], most, parts) => {
          const found = all(conversations);
          seen += Object.values(found).flat().length;
          expect(all(shuffled, most, parts)).toEqual(found);
        },
      ),
    );
    expect(seen).toBeGreaterThan(100);
  });
});

describe('a routine', () => {
  const count = (conversations: number, of: number, agents = 1, teamConversations = conversations) => ({
    conversations,
    of,
    agents,
    teamConversations,
  });
  it.each([
    ['a long sentence, three times', count(3, 500), limits.longWords, false, true],
    ['twice', count(2, 2), limits.longWords, false, false],
    ['a short sentence, a habit', count(3, 20), limits.words, false, true],
    ['a short sentence, now and then', count(3, 500), limits.words, false, false],
    ["a task's question", count(20, 22), limits.longQuestion - 1, true, false],
    ['a long question', count(20, 22), limits.longQuestion, true, true],
    ["the team's", count(1, 20, 3, 3), limits.longWords, false, true],
    ["short, the team's", count(1, 20, 3, 30), limits.words, false, false],
    ['nobody knows whose, and long', count(0, 0, 0, 3), limits.longWords, false, true],
    ['nobody knows whose, and short', count(0, 0, 0, 30), limits.words, false, false],
    ['three agents in two conversations', count(1, 20, 3, 2), limits.longWords, false, false],
  ] as const)('%s', (_, repeats, words, question, expected) => {
    expect(isRoutine(repeats, words, question)).toBe(expected);
  });
});
