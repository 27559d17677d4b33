import { expect, it } from 'vitest';
import { readers } from '../../src/read/index.ts';
import { knownFrom } from '../../src/read/known-from.ts';

it('says of every reader, and of no other, from what its format is known', () => {
  expect([...knownFrom.keys()].sort()).toEqual(readers.map(reader => reader.id).sort());
});
