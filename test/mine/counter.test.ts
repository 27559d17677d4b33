/** Counts are the same in memory and from the disk, for any order and any parting. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Counter } from '../../src/mine/counter.ts';
import { Scratch } from '../../src/mine/disk.ts';
import { KeyTable } from '../../src/mine/key-table.ts';

type Record4 = readonly [hi: number, lo: number, agent: number, conversation: number];
const small = fc.integer({ min: -3, max: 3 });
const records = fc.array(fc.tuple(small, small, fc.nat(3), fc.nat(9)), { maxLength: 200 });

/** Keys and their sorted records, as text. */
function counted(
  all: readonly Record4[],
  least: number,
  most?: number,
  parts?: number,
): { keys: string[]; spilled: boolean } {
  const scratch = new Scratch();
  try {
    const counter = new Counter(scratch, 'test', most, parts);
    for (const record of all) counter.add(...record);
    const keys: string[] = [];
    counter.visit(least, (hi, lo, agents, conversations) => {
      const said = Array.from(agents, (agent, i) => `${agent}:${conversations[i]}`).sort();
      keys.push(`${hi} ${lo} ${said.join(',')}`);
    });
    return { keys: keys.sort(), spilled: scratch.used };
  } finally {
    scratch.remove();
  }
}

/** The same by the plainest means. */
function plainly(all: readonly Record4[], least: number): string[] {
  const groups = new Map<string, string[]>();
  for (const [hi, lo, agent, conversation] of all)
    groups.set(`${hi} ${lo}`, [...(groups.get(`${hi} ${lo}`) ?? []), `${agent}:${conversation}`]);
  return [...groups]
    .filter(([, said]) => said.length >= least)
    .map(([key, said]) => `${key} ${said.sort().join(',')}`)
    .sort();
}

describe('counter', () => {
  it('agrees with the plainest count', () => {
    fc.assert(
      fc.property(records, fc.integer({ min: 1, max: 4 }), (all, least) => {
        expect(counted(all, least).keys).toEqual(plainly(all, least));
      }),
    );
  });

  it('gives every record of parts that are read block by block and grouped share by share', () => {
    const scratch = new Scratch();
    try {
      const counter = new Counter(scratch, 'test', 5_000, 2);
      for (let i = 0; i < 60_000; i++) counter.add(Math.imul(i % 20_000, 0x9e3779b1), i % 20_000, i % 3, i);
      let keys = 0;
      const wrong: number[] = [];
      counter.visit(1, (hi, lo, _agents, conversations) => {
        keys++;
        const same = hi === Math.imul(lo, 0x9e3779b1) && conversations.every(one => one % 20_000 === lo);
        if (!same || new Set(conversations).size !== 3) wrong.push(lo);
      });
      expect([keys, wrong]).toEqual([20_000, []]);
    } finally {
      scratch.remove();
    }
  });

  it('gives the same from the disk, however it is parted and ordered', () => {
    let spilled = 0;
    fc.assert(
      fc.property(
        records.chain(all => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 9 }),
        ([all, shuffled], most, parts) => {
          const onDisk = counted(shuffled, 2, most, parts);
          if (onDisk.spilled) spilled++;
          expect(onDisk.keys).toEqual(counted(all, 2).keys);
        },
      ),
    );
    expect(spilled).toBeGreaterThan(5);
  });
});

it.each([undefined, 2])('is empty after a visit, and counts anew (held in memory: %s)', most => {
  const scratch = new Scratch();
  const counter = new Counter(scratch, 'test', most);
  const found: number[][] = [];
  for (const key of [1, 2]) {
    for (let record = 0; record < 3; record++) counter.add(key, key, 0, record);
    counter.visit(1, (hi, _lo, agents) => found.push([hi, agents.length]));
  }
  scratch.remove();
  expect(found).toEqual([
    [1, 3],
    [2, 3],
  ]);
});

it('numbers keys as they come, beyond any first size', () => {
  const table = new KeyTable(1);
  for (let i = 0; i < 5000; i++) expect(table.add(i & 7, i)).toBe(i);
  for (let i = 0; i < 5000; i++) expect(table.find(i & 7, i)).toBe(i);
  expect(table.find(8, 0)).toBe(-1);
});
