import { expect, test } from 'vitest';
import { fromStart, moment } from '../../src/read/clock.ts';

test.each([
  ['0:21', 21],
  ['(0:21)', 21],
  ['[00:01:23]', 83],
  ['01:02:03.5', 3723.5],
  ['00:00:01,250', 1.25],
  ['83.2', 83.2],
  ['2026-03-01T10:00:00Z', 1772359200],
  ['2026-03-01 10:00:00', 1772359200],
  ['2026-03-01T10:00:00.250+02:00', 1772352000.25],
  ['1772359200', 1772359200],
  ['1772359200250', 1772359200.25],
  ['1772359200250000', 1772359200.25],
  ['12:05 AM', 300],
  ['1:00:09 p.m.', 46809],
  ['', null],
  ['soon', null],
  ['12:5', null],
  ['-3', null],
])('%s is %s seconds', (text, seconds) => {
  expect(moment(text)?.seconds ?? null).toBe(seconds);
});

test('times count from the start', () => {
  const of = (...times: string[]) => fromStart(times.map(moment));
  expect(of('5', '7.5')).toEqual([5, 7.5]);
  expect(of('2026-03-01 23:59:50', '2026-03-02 00:00:05')).toEqual([0, 15]);
  expect(of('0', '0', '0')).toEqual([undefined, undefined, undefined]);
  expect(of('2026-03-01 10:00:00', '3')).toEqual([undefined, undefined]);
  expect(of('1', '', '3')).toEqual([1, undefined, 3]);
});
