/** What conversations are filed under: names, dates, durations, and conditions on them. */
import { describe, expect, it } from 'vitest';
import { isoDate, weekOf } from '../../src/filed/dates.ts';
import { valuesOf } from '../../src/filed/field.ts';
import { filedAs } from '../../src/filed/metadata.ts';
import { fits, parseCondition } from '../../src/filed/where.ts';

describe('dates', () => {
  it.each([
    ['2026-03-01', '2026-03-01'],
    ['2026-03-01 10:00', '2026-03-01T10:00:00'],
    ['2026-03-01T10:00:00Z', '2026-03-01T10:00:00'],
    ['2026-03-01T01:30:00+02:00', '2026-02-28T23:30:00'],
    ['2026/3/1', '2026-03-01'],
    ['01.03.2026', '2026-03-01'],
    ['13/03/2026', '2026-03-13'],
    ['3/13/2026 4:05 PM', '2026-03-13T16:05:00'],
    ['3/4/2026', null], // the third of April, or the fourth of March
    ['3/3/2026', '2026-03-03'],
    ['1 Mar 2026', '2026-03-01'],
    ['March 1st, 2026', '2026-03-01'],
    ['Sun, 1 Mar 2026 10:00:00 +0100', '2026-03-01T09:00:00'],
    [1772359200, '2026-03-01T10:00:00'],
    [1772359200000, '2026-03-01T10:00:00'],
    ['1772359200', '2026-03-01T10:00:00'],
    [42, null],
    ['2026-02-30', null],
    ['2026-13-01', null],
    ['yesterday', null],
  ])('%s', (text, expected) => expect(isoDate(text)).toBe(expected));

  it.each([
    ['2026-01-01', '2026-W01'],
    ['2027-01-01', '2026-W53'],
    ['2025-12-29', '2026-W01'],
    ['2026-03-08T23:59:00', '2026-W10'],
    ['soon', null],
  ])('week of %s', (date, week) => expect(weekOf(date)).toBe(week));
});

describe('metadata', () => {
  it.each([
    [{ Queue_Name: 'Billing' }, { queue: 'Billing' }],
    [
      { Site: 'Lisbon', 'Team Name': 'B' },
      { team: 'B', Site: 'Lisbon' },
    ],
    [{ language_code: 'en-GB', Language: 'en-GB' }, { language: 'en-GB' }],
    [{ 'Handle Time': '00:05:32' }, { handleTime: 332 }],
    [{ duration_ms: 5500 }, { handleTime: 5.5 }],
    [{ duration_minutes: '2' }, { handleTime: 120 }],
    [{ AHT: '5m 32s' }, { handleTime: 332 }],
    [{ duration: 'PT1M30S' }, { handleTime: 90 }],
    [{ duration: 'long' }, { handleTime: 'long' }],
    [{ CSAT__c: '4' }, { csat: 4 }],
    [{ satisfaction_rating: 'offered' }, {}],
    [{ created_at: '2026-03-01T10:00:00Z' }, { date: '2026-03-01T10:00:00' }],
    [{ tags: ['vip', 'late'] }, { tags: 'vip, late' }],
    [{ tags: [{ name: 'vip' }] }, { tags: 'vip' }],
    [{ escalated: true, empty: '', none: null, odd: {} }, { escalated: 'true' }],
    [JSON.parse('{"__proto__": "x", "a": 1}'), { a: 1 }],
  ])('%j', (given, expected) => {
    const found = filedAs(Object.entries(given));
    expect(found).toEqual(expected);
    expect(filedAs(Object.entries(found))).toEqual(expected); // what was read is read the same again
  });
});

describe('conditions', () => {
  const conversation = {
    id: 'c1',
    channel: 'call',
    agent: { id: 'a1', name: 'Ana' },
    outcome: { name: 'stars', value: 4 },
    metadata: {
      team: 'Lisbon',
      date: '2026-03-02T10:00:00',
      handleTime: 332,
      csat: 4,
      Region: 'EU',
      tags: 'vip, late',
    },
  };
  it.each([
    ['team=Lisbon', true],
    ['site = lisbon', true],
    ['team!=Porto', true],
    ['team!=Lisbon', false],
    ['region=eu', true],
    ['handle_time>300', true],
    ['handle_time>1000', false], // as numbers, not as texts
    ['handleTime<=332', true],
    ['csat>=4', true],
    ['stars=4', true],
    ['tags~VIP', true],
    ['date=2026-03', true],
    ['date=2026-03-02', true],
    ['date>2026-03-02', false],
    ['date>=2026-03-02', true],
    ['date<2026-03-02T10:30', true],
    ['week=2026-W10', true],
    ['month=2026-03', true],
    ['agent=ana', true],
    ['agent=a1', true],
    ['agent!=Ana', false],
    ['channel=call', true],
    ['id=c1', true],
    ['queue!=Billing', false], // nothing is known of its queue
  ])('%s is %s', (text, expected) => expect(fits(conversation, parseCondition(text)!)).toBe(expected));

  it.each(['Lisbon', 'team=', '=Lisbon', ''])('"%s" is none', text =>
    expect(parseCondition(text)).toBeNull(),
  );

  it('knows nothing of a conversation without metadata', () =>
    expect(valuesOf({ id: 'c', agent: { id: 'a' } }, 'week')).toEqual([]));
});
