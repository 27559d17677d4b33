/** Individuality: the figure is that of all draws, in any order and from the disk; routines score low, free speech high. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from '../../bench/mine/random.ts';
import { freely } from '../../bench/mine/sentence.ts';
import { scorecard } from '../../src/index.ts';
import { Countables } from '../../src/mine/countable.ts';
import { Scratch } from '../../src/mine/disk.ts';
import { individual } from '../../src/mine/limits.ts';
import { Masker } from '../../src/mine/masker.ts';
import { Repeats } from '../../src/mine/repeats.ts';
import type { Conversation } from '../../src/model/conversation.ts';
import type { ComparedPart } from '../../src/model/signals.ts';
import { boundaries, known, said } from './said.ts';

/** What is said of every part, as `conversation/agent`. */
function all(conversations: readonly Conversation[], most?: number, parts?: number) {
  const scratch = new Scratch();
  try {
    const repeats = new Repeats(scratch, most, parts);
    const countables = new Countables(known, boundaries);
    for (const one of conversations) repeats.add(one.id, countables.of(one));
    repeats.finish();
    const found: Record<string, ComparedPart> = {};
    for (const one of [...conversations].sort((a, b) => (a.id < b.id ? -1 : 1)))
      for (const [agent, part] of [...repeats.compared(one)].sort()) found[`${one.id}/${agent}`] = part;
    return { found, spilled: scratch.used };
  } finally {
    scratch.remove();
  }
}

/** The triples of each agent's part, told apart by their text. */
function triplesOf(conversation: Conversation): Map<string, Set<string>> {
  const out = new Map<string, Set<string>>();
  new Masker(known, boundaries).read(conversation, ({ agent, unit, length }) => {
    const own = out.get(agent) ?? new Set<string>();
    out.set(agent, own);
    for (let i = 0; i + 3 <= length; i++) own.add(unit.subarray(i, i + 3).join(' '));
  });
  return out;
}

/** The same by the plainest means: every draw of three, one after the other. */
function plainly(conversations: readonly Conversation[]) {
  const parts = conversations.flatMap(({ id }, i) =>
    [...triplesOf(conversations[i] as Conversation)]
      .filter(([, triples]) => triples.size >= individual.triples)
      .map(([agent, triples]) => ({ id, agent, triples })),
  );
  const agents = new Set(parts.map(({ agent }) => agent)).size;
  const value = (triples: ReadonlySet<string>, others: readonly (typeof parts)[number][]) => {
    let [sum, draws] = [0, 0];
    for (let a = 0; a < others.length; a++)
      for (let b = a + 1; b < others.length; b++)
        for (let c = b + 1; c < others.length; c++) {
          draws++;
          for (const one of triples)
            if (![a, b, c].some(i => others[i]?.triples.has(one))) sum += 1 / triples.size;
        }
    return draws === 0 ? null : sum / draws;
  };
  return parts.map(({ id, agent, triples }) => ({
    key: `${id}/${agent}`,
    ownPast: value(
      triples,
      parts.filter(other => other.agent === agent && other.id !== id),
    ),
    team:
      agents <= individual.peers
        ? null
        : value(
            triples,
            parts.filter(other => other.agent !== agent && other.id !== id),
          ),
  }));
}

const bank = Array.from({ length: 12 }, (_, i) => freely(new Random(i + 1)));
const corpus = fc
  .array(
    fc.tuple(
      fc.array(fc.constantFrom(...bank), { minLength: 1, maxLength: 5 }),
      fc.constantFrom('a1', 'a2', 'a3'),
      fc.option(fc.tuple(fc.array(fc.constantFrom(...bank), { minLength: 3 }), fc.constantFrom('a1', 'a4'))),
    ),
    { maxLength: 14 },
  )
  .map(parts =>
    parts.map(([texts, agent, second], i): Conversation => {
      const one = said(`c${i}`, texts.join('.\n'), agent);
      if (second === null) return one;
      return {
        ...one,
        turns: [...one.turns, { speaker: 'agent', text: second[0].join('.\n'), agent: second[1] }],
      };
    }),
  );

describe('individuality', () => {
  it('is the mean over all draws of three other conversations', () => {
    let judged = 0;
    fc.assert(
      fc.property(corpus, conversations => {
        const { found } = all(conversations);
        const expected = plainly(conversations);
        expect(Object.keys(found).sort()).toEqual(expected.map(({ key }) => key).sort());
        for (const { key, ownPast, team } of expected)
          for (const [name, value] of [
            ['ownPast', ownPast],
            ['team', team],
          ] as const) {
            if (value === null) expect(found[key]?.[name].value).toBeNull();
            else expect(found[key]?.[name].value).toBeCloseTo(value, 2);
            if (value !== null) judged++;
          }
      }),
      { numRuns: 60 },
    );
    expect(judged).toBeGreaterThan(100);
  }, 30_000);

  it('is the same for any order, and from the disk', () => {
    let [judged, spilled] = [0, 0];
    fc.assert(
      fc.property(
        corpus.chain(c => fc.tuple(fc.constant(c), fc.shuffledSubarray(c, { minLength: c.length }))),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 5 }),
        ([conversations, shuffled], most, parts) => {
          const { found } = all(conversations);
          const other = all(shuffled, most, parts);
          expect(other.found).toEqual(found);
          if (other.spilled) spilled++;
          judged += Object.values(found).filter(({ ownPast }) => ownPast.value !== null).length;
        },
      ),
      { numRuns: 60 },
    );
    expect(judged).toBeGreaterThan(50);
    expect(spilled).toBeGreaterThan(20);
  }, 30_000);

  it('is not judged where there is too little', () => {
    const long = (i: number) => [0, 1, 2, 3].map(n => freely(new Random(100 * i + n + 1))).join('.\n');
    const three = [1, 2, 3].map(i => said(`c${i}`, long(i)));
    expect(all(three).found['c1/a1']).toMatchObject({ ownPast: { value: null, against: 2 } });
    const four = [...three, said('c4', long(4))];
    expect(all(four).found['c1/a1']).toMatchObject({
      ownPast: { value: 1, against: 3 },
      team: { value: null, against: 0 },
    });
    expect(all([...three, said('c4', 'Four short words here.')]).found).not.toHaveProperty('c4/a1');
    const peer = [5, 6, 7].map(i => said(`c${i}`, long(i), 'a2'));
    expect(all([...four, ...peer]).found['c1/a1']?.team).toMatchObject({ value: null, against: 3 });
    const peers = [...four, ...peer, said('c8', long(8), 'a3')];
    expect(all(peers).found['c1/a1']?.team).toMatchObject({ value: 1, against: 4 });
  });

  it('tells personal routines and team macros from free speech, on a generated corpus', () => {
    const random = new Random(5);
    const macros = Array.from({ length: 4 }, () => freely(random));
    const conversations: Conversation[] = [];
    for (const [agent, kept, free] of [
      ['routine', Array.from({ length: 4 }, () => freely(random)), 1],
      ['macro', macros, 1],
      ['macro-too', macros, 1],
      ['free', [], 5],
    ] as const)
      for (let i = 0; i < 20; i++) {
        const texts = [
          ...kept.filter(() => random.chance(0.8)),
          ...Array.from({ length: free }, () => freely(random)),
        ];
        conversations.push(said(`${agent}${i}`, texts.join('.\n'), agent));
      }
    const { found } = all(conversations);
    const mean = (agent: string, name: 'ownPast' | 'team') => {
      const values = Object.entries(found).flatMap(([key, part]) =>
        key.endsWith(`/${agent}`) ? [part[name].value ?? Number.NaN] : [],
      );
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    };
    expect(mean('free', 'ownPast')).toBeGreaterThan(0.95);
    expect(mean('free', 'team')).toBeGreaterThan(0.95);
    expect(mean('routine', 'ownPast')).toBeLessThan(0.35);
    expect(mean('routine', 'team')).toBeGreaterThan(0.95);
    expect(mean('macro', 'ownPast')).toBeLessThan(0.35);
    expect(mean('macro', 'team')).toBeLessThan(0.6);
  });

  it('finds the one agent of the invented contact centre who has a routine', async () => {
    const { agents } = await scorecard(['fixtures/transcripts']);
    const judged = agents.filter(({ signals }) => signals.ownPast.value !== null);
    expect(judged.length).toBeGreaterThan(3);
    for (const { id, signals, topLines } of judged) {
      const { value, low, high } = signals.ownPast;
      expect(low).toBeLessThan(value as number);
      expect(high).toBeGreaterThan(value as number);
      expect(topLines).toHaveLength(id === 'a22' ? 5 : 0);
      if (id === 'a22') expect(high).toBeLessThan(0.5);
      else expect(low).toBeGreaterThan(0.9);
    }
  }, 30_000);
});
