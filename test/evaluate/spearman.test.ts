/** Ranks and rho, by hand and against a published example. */
import { describe, expect, it } from 'vitest';
import { agentRho, conversationRho, type Rated } from '../../src/evaluate/rated.ts';
import { ranks, spearman } from '../../src/evaluate/spearman.ts';

describe('rho', () => {
  it('shares the ranks of equal values', () => {
    expect(ranks([10, 30, 20, 30, 5])).toEqual([1, 3.5, 2, 3.5, 0]);
  });

  it('is that of ten people, hours of television and intelligence: -29/165', () => {
    const iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
    const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
    expect(spearman(iq.map((value, at) => [value, hours[at] as number]))).toBeCloseTo(-29 / 165, 12);
  });

  it('is 1 for the same order on any scale, and with ties', () => {
    expect(
      spearman([
        [1, 10],
        [2, 55],
        [5, 56],
      ]),
    ).toBeCloseTo(1, 12);
    // ranks 0.5 0.5 2 against 0 1 2: Σxy = 1.5, Σx² = 1.5, Σy² = 2 → 1.5 / √3
    expect(
      spearman([
        [1, 1],
        [1, 2],
        [3, 3],
      ]),
    ).toBeCloseTo(1.5 / Math.sqrt(3), 12);
  });

  it('has nothing to judge below three pairs, and is 0 where one side never varies', () => {
    expect(
      spearman([
        [1, 1],
        [2, 2],
      ]),
    ).toBeNull();
    expect(
      spearman([
        [3, 1],
        [3, 2],
        [3, 3],
      ]),
    ).toBe(0);
  });
});

describe('ratings', () => {
  const rated = (agent: string, rating: number, score: number): Rated => ({
    agent,
    authenticity: [rating, score],
    empathy: [rating, score],
  });
  const four = ['a', 'b', 'c', 'd'].flatMap((agent, at) => [
    rated(agent, at, 10 * at + 3),
    rated(agent, at, 10 * at),
    rated(agent, at + 1, 10 * at - 3),
  ]);

  it('are compared by agent over means, with four agents of three conversations', () => {
    expect(agentRho(four, 'empathy')).toBeCloseTo(1, 12);
    expect(agentRho(four.slice(1), 'empathy')).toBeNull();
    expect(agentRho([...four, rated('e', 0, 100)], 'empathy')).toBeCloseTo(1, 12); // one conversation is no mean
  });

  it('leave out what is not rated or not scored', () => {
    const half = four.map((one, at) => (at === 0 ? { ...one, authenticity: null } : one));
    expect(conversationRho(half, 'authenticity')).toBe(conversationRho(four.slice(1), 'authenticity'));
    expect(agentRho(half, 'empathy')).toBeNull(); // of an agent, both scores have to be there
  });
});
