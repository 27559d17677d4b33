/** A set of keys says of each whether it was there, as a Set of texts does. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { KeySet } from '../../src/mine/key-set.ts';

it('agrees with a set of texts, the empty key included, however often it grows', () => {
  const half = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer());
  fc.assert(
    fc.property(fc.array(fc.tuple(half, half), { maxLength: 100 }), keys => {
      const [set, plain] = [new KeySet(2), new Set<string>()];
      for (const [hi, lo] of keys) {
        expect(set.add(hi, lo)).toBe(!plain.has(`${hi} ${lo}`));
        plain.add(`${hi} ${lo}`);
      }
    }),
  );
});

it('holds many', () => {
  const set = new KeySet();
  const taken = () => {
    let count = 0;
    for (let i = 0; i < 50_000; i++) if (set.add(Math.imul(i, 0x9e3779b1), i & 7)) count++;
    return count;
  };
  expect([taken(), taken()]).toEqual([50_000, 0]);
});
