/** The digest as it is read: nobody’s words make markup, and nothing is said about what anybody felt. */
import { expect, it } from 'vitest';
import type { Coaching, CoachingMoment, Scorecard } from '../../src/index.ts';
import { markdown } from '../../src/report/markdown.ts';
import { card, measured, run, style } from './made.ts';

const moment = (text: string, more: Partial<CoachingMoment> = {}): CoachingMoment => ({
  conversation: 'c_1*',
  kind: 'passed over',
  topic: 'money-strain',
  customer: { turn: 3, text },
  agent: { turn: 4, text: 'Account number?' },
  rules: ['disclosure/money-strain'],
  weight: 9,
  ...more,
});
const week = (name: string, conversations: number) => ({
  week: name,
  conversations,
  overall: { value: 61, low: conversations > 1 ? 50 : null, high: conversations > 1 ? 72 : null },
  missed: { value: 0.25, of: 4, low: 0.05, high: 0.7 },
});
const coaching: Coaching = {
  agents: [
    {
      id: 'a1',
      best: [moment('We *won* <b>!</b>', { kind: 'answered', topic: null })],
      missed: [
        {
          ...moment('I am # short | of `money`\n- really'),
          elsewhere: { topic: 'money-strain', customer: 'I am skint.', agent: 'That is hard, [name].' },
        },
        { ...moment('', { kind: 'hurried', topic: null, customer: null }), elsewhere: null },
      ],
      suggestion: { rule: 'scripted/patience', times: 2, title: 'Stock thanks', why: 'Said to everybody.' },
      weeks: [week('2026-W10', 6), week('2026-W11', 1)],
    },
  ],
  best: [],
  missed: [moment('I am short.')],
  weeks: [week('2026-W10', 6)],
};
const shown = (whole: Partial<Scorecard>) =>
  markdown.scorecard?.(
    { agents: [card('a1', 'Priya_S', measured(61, 9)), card('a0', 'Ben')], run, coaching, ...whole },
    style(),
  ) ?? '';

it('reads as it should', () => expect(shown({})).toMatchSnapshot());

it('stands by name, whatever the scores', () => {
  const text = shown({ agents: [card('a1', 'Zoe', measured(1, 1)), card('a2', 'Abe', measured(99, 1))] });
  expect(text.indexOf('## Abe')).toBeLessThan(text.indexOf('## Zoe'));
  expect(text).not.toMatch(/\brank/i);
});

it('speaks of wording alone', () =>
  expect(shown({})).not.toMatch(
    /insincere|sincer|did not care|didn’t care|unfeeling|cold|fake|worst|bottom|fail/i,
  ));

it('has something to show without moments', () => {
  const { coaching: _, ...rest } = { coaching, agents: [], run };
  expect(markdown.scorecard?.(rest, style())).toMatch(/^# Coaching digest\n/);
});
