import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Gather } from '../../src/read/gather.ts';

function run(ids: string[], turns: number) {
  const gather = new Gather<number>(turns, 1000);
  const groups: { id: string; items: number[] }[] = [];
  const late: number[] = [];
  ids.forEach((id, row) => {
    if (gather.add(id, row, row, 1) !== 'added') late.push(row);
    groups.push(...gather.overdue());
  });
  groups.push(...gather.rest());
  return { groups, late };
}

test('conversations that stand apart are joined, in the order they began', () => {
  const { groups, late } = run(['b', 'a', 'b', 'a', 'c', 'b'], 100);
  expect(groups.map(group => [group.id, group.items])).toEqual([
    ['b', [0, 2, 5]],
    ['a', [1, 3]],
    ['c', [4]],
  ]);
  expect(late).toEqual([]);
});

test('beyond the bound the one untouched for longest goes, and its late rows are told', () => {
  const { groups, late } = run(['a', 'b', 'a', 'c', 'b'], 3);
  expect(groups[0]).toMatchObject({ id: 'b', items: [1] });
  expect(late).toEqual([4]);
});

test('every row is in one conversation or told as late', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'b', 'c', 'd')),
      fc.integer({ min: 1, max: 6 }),
      (ids, turns) => {
        const { groups, late } = run(ids, turns);
        expect([...groups.flatMap(group => group.items), ...late].sort((a, b) => a - b)).toEqual(
          ids.map((_, i) => i),
        );
        expect(new Set(groups.map(group => group.id)).size).toBe(groups.length);
      },
    ),
  );
});

test('one conversation larger than the limit is refused, the others are kept', () => {
  const gather = new Gather<number>(100, 5);
  gather.add('a', 1, 1, 2);
  gather.add('b', 2, 2, 3);
  gather.add('b', 3, 3, 3);
  gather.add('b', 4, 4, 3);
  gather.add('a', 5, 5, 2);
  const [a, b] = gather.rest();
  expect([a!.items, b!.refused, b!.items]).toEqual([[1, 5], true, []]);
});
