/** Which number is the day is decided by the whole file. */
import { expect, test } from 'vitest';
import { dated } from '../../src/read/dated-lines.ts';
import { inDayOrder } from '../../src/read/day-order.ts';
import { readings, said } from './tools.ts';

const stamp = (a: number, b: number, c: number, clock = 0) => ({ parts: [a, b, c] as const, clock });
const days = (...stamps: ReturnType<typeof stamp>[]) =>
  inDayOrder(stamps).map(time => new Date(time! * 1000).toISOString().slice(0, 10));

test.each([
  ['a part over 12 comes second', [stamp(1, 2, 25), stamp(1, 13, 25)], ['2025-01-02', '2025-01-13']],
  ['a part over 12 comes first', [stamp(2, 1, 25), stamp(13, 1, 25)], ['2025-01-02', '2025-01-13']],
  ['the year comes first', [stamp(2025, 1, 2), stamp(2025, 1, 13)], ['2025-01-02', '2025-01-13']],
  ['the order of messages tells', [stamp(1, 12, 24), stamp(2, 1, 25)], ['2024-12-01', '2025-01-02']],
  ['days are likelier than months', [stamp(3, 4, 25), stamp(3, 5, 25)], ['2025-03-04', '2025-03-05']],
])('%s', (_, stamps, expected) => {
  expect(days(...stamps)).toEqual(expected);
});

test('no date at all is no time', () => {
  expect(inDayOrder([stamp(40, 50, 60)])).toEqual([null]);
  expect(inDayOrder([])).toEqual([]);
});

test.each([
  ['12/29/25, 10:30 PM - Dana: hi', 22.5],
  ['[29.12.25, 22:30:00] Dana: hi', 22.5],
  ['‎[29/12/2025, 10:30:00 p. m.] Dana: hi', 22.5],
  ['29/12/2025, 12:30 a.m. - Dana: hi', 0.5],
  ['2025-12-29, 22.30 - Dana: hi', 22.5],
])('%j is a dated line', (line, hours) => {
  expect(dated(line)?.stamp.clock).toBe(hours * 3600);
  expect(dated(line)?.rest).toBe('Dana: hi');
});

test.each(['10:30 Dana: hi', 'Dana: 12/29/25', 'On 12/29/25, 10:30 PM Dana wrote:'])('%j is none', line => {
  expect(dated(line)).toBeNull();
});

test('one stray date does not cost the times of the others, nor a turn', async () => {
  const chat =
    '3/11/25, 09:00 - Agent: Hello.\n45/99/25, 09:01 - Customer: Hi.\n13/11/25, 09:00 - Agent: Yes?';
  const list = await readings(chat);
  expect(said(list)).toEqual(['agent: Hello.', 'customer: Hi.', 'agent: Yes?']);
  expect(list[0]).toMatchObject({ conversation: { turns: [{ seconds: 0 }, {}, { seconds: 864_000 }] } });
});
