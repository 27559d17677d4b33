/** A card's most repeated lines: the same for any order, as if all of them had been kept. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mostTopLines, type RepeatedLine } from '../../src/model/scorecard.ts';
import { signals } from '../../src/score/signals.ts';
import { TopLines } from '../../src/tally/lines.ts';
import { SignalSums } from '../../src/tally/signals.ts';

type Said = readonly [conversation: string, line: RepeatedLine];

const line = (name: string, conversations: number, turn = 1, agents = 1): RepeatedLine => ({
  line: name,
  quote: `${name} in turn ${turn}`,
  turn,
  start: 0,
  repeats: { conversations, of: 20, agents, teamConversations: conversations },
});
const top = (all: readonly Said[]) => {
  const lines = new TopLines();
  for (const [conversation, one] of all) lines.add(conversation, [one]);
  return lines.top();
};

it('takes the most often said, with the example of the first conversation by id', () => {
  const all: Said[] = ['a', 'b', 'c', 'd', 'e', 'f'].map((name, i) => ['c5', line(name, 3 + i)]);
  const found = top([...all, ['c2', line('f', 8, 7)], ['c9', line('f', 8, 3)]]);
  expect(found.map(({ quote }) => quote.slice(0, 1))).toEqual(['f', 'e', 'd', 'c', 'b']);
  expect(found[0]).toEqual({
    quote: 'f in turn 7',
    conversations: 8,
    of: 20,
    agents: 1,
    teamConversations: 8,
  });
});

it('is the same for any order, also where agents say a line differently often', () => {
  const one = fc
    .tuple(fc.constantFrom(...'abcdefghij'), fc.constantFrom('c1', 'c2', 'c3'), fc.nat(3), fc.nat(1))
    .map(
      ([name, conversation, turn, agent]): Said => [
        conversation,
        line(name, 2 + ((name.charCodeAt(0) * 7 + agent * 5) % 9), turn),
      ],
    );
  const corpus = fc.array(one, { maxLength: 40 });
  fc.assert(
    fc.property(
      corpus.chain(c => fc.tuple(fc.constant(c), fc.shuffledSubarray(c, { minLength: c.length }))),
      ([all, shuffled]) => {
        const found = top(all);
        expect(top(shuffled)).toEqual(found);
        const best = new Map<string, number>();
        for (const [, { line: name, repeats }] of all)
          best.set(name, Math.max(best.get(name) ?? 0, repeats.conversations));
        const counts = [...best.values()].sort((a, b) => b - a).slice(0, mostTopLines);
        expect(found.map(({ conversations }) => conversations)).toEqual(counts);
      },
    ),
  );
});

it('the mean of what was compared has its interval, and leaves out what was not judged', () => {
  const sums = new SignalSums();
  const none = { value: null, of: 0, against: 0 };
  for (const value of [0.4, null, 0.6, 0.5])
    sums.add(signals(undefined, { ownPast: { value, of: 30, against: 3 }, team: none }));
  expect(sums.pooled().ownPast).toEqual({ value: 0.5, conversations: 3, low: 0.252, high: 0.748 });
  expect(sums.pooled().team).toEqual({ value: null, conversations: 0, low: null, high: null });
});
