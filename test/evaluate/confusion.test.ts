/** Accuracy and macro F1 of a small confusion, by hand. */
import { describe, expect, it } from 'vitest';
import { accuracy, confusion, macroF1, NOT_FOUND } from '../../src/evaluate/confusion.ts';

const pairs = [
  ['acknowledged', 'acknowledged'],
  ['acknowledged', 'acknowledged'],
  ['acknowledged', 'missed'],
  ['missed', 'missed'],
  ['missed', 'generic'],
  ['missed', NOT_FOUND],
];
const three = ['acknowledged', 'generic', 'missed'];
const count = (labelled: string, found: string) =>
  pairs.filter(([one, other]) => one === labelled && other === found).length;

describe('a confusion', () => {
  const table = confusion(three, [...three, NOT_FOUND], count);

  it('counts rows of labels by columns of what was found', () => {
    expect(table.counts).toEqual([
      [2, 0, 1, 0],
      [0, 0, 0, 0],
      [0, 1, 1, 1],
    ]);
  });

  it('is right in 3 of the 5 that were found', () => {
    expect(accuracy(table)).toBe(0.6);
  });

  it('has a macro F1 over the classes that anybody gave', () => {
    // acknowledged 2·2 / (3 + 2) = 0.8; generic 0 / (0 + 1) = 0; missed 2·1 / (2 + 2) = 0.5
    expect(macroF1(table)).toBeCloseTo((0.8 + 0 + 0.5) / 3, 12);
    const two = confusion(['a', 'b', 'c'], ['a', 'b', 'c'], (x, y) => (x === y && x !== 'c' ? 1 : 0));
    expect(macroF1(two)).toBe(1);
  });

  it('has nothing to judge without pairs', () => {
    const none = confusion(three, [...three, NOT_FOUND], () => 0);
    expect([accuracy(none), macroF1(none)]).toEqual([null, null]);
  });
});
