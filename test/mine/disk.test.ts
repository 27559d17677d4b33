/** The temporary folder is there while it is needed, and says when it cannot be. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { Scratch } from '../../src/mine/disk.ts';

const before = process.env.TMPDIR;
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unscripted-test-'));
  process.env.TMPDIR = folder;
});
afterEach(() => {
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  rmSync(folder, { recursive: true, force: true });
});

it('is made when first written to, and taken away', () => {
  const onStop = new Set<() => void>();
  const scratch = new Scratch(onStop);
  expect(readdirSync(folder)).toEqual([]);
  scratch.append('a', Buffer.from('one\ntw'));
  scratch.append('a', Buffer.from('o\nthree'));
  expect(readdirSync(folder)).toHaveLength(1);
  expect([...scratch.lines('a')]).toEqual(['one', 'two', 'three']);
  const part = Buffer.alloc(9);
  expect([scratch.size('a'), scratch.read('a', 0, part), part.toString()]).toEqual([13, 9, 'one\ntwo\nt']);
  expect([scratch.read('a', 9, part), part.toString('utf8', 0, 4)]).toEqual([4, 'hree']);
  expect([scratch.size('b'), scratch.read('b', 0, part)]).toEqual([0, 0]);
  expect([...scratch.lines('b')]).toEqual([]);
  scratch.remove();
  expect(readdirSync(folder)).toEqual([]);
  expect(onStop.size).toBe(0);
});

it('is taken away when the user stops the run', () => {
  const onStop = new Set<() => void>();
  new Scratch(onStop).append('a', Buffer.from('one'));
  for (const undo of onStop) undo();
  expect(readdirSync(folder)).toEqual([]);
});

it('is wrong use where there is no place for it, and says what to do', () => {
  rmSync(folder, { recursive: true });
  expect(existsSync(folder)).toBe(false);
  expect(() => new Scratch().append('a', Buffer.from('one'))).toThrow(
    new UsageError(
      `${folder}: the temporary folder is needed and cannot be used: there is no such folder; set TMPDIR to another one`,
    ),
  );
});

it('puts a long line together once, however many pieces it is read in', () => {
  const long = Buffer.alloc(1 << 22, 'x');
  const scratch = new Scratch();
  scratch.append('a', Buffer.concat([long, Buffer.from('\nshort\n')]));
  const joined = vi.spyOn(Buffer, 'concat');
  expect([...scratch.lines('a')].map(line => line.length)).toEqual([long.length, 5]);
  const bytes = joined.mock.calls.flatMap(([list]) => list).reduce((sum, { length }) => sum + length, 0);
  joined.mockRestore();
  scratch.remove();
  expect(bytes).toBeLessThan(2 * long.length);
});
