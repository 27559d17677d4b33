import { describe, expect, test } from 'vitest';
import { cast } from '../../src/read/cast.ts';
import { who } from '../../src/read/speakers.ts';

/** `speaker`, `speaker name`, `speaker #2`, or `-`. */
function shown(label: string): string {
  const one = who(label);
  if (one === null) return '-';
  const more = one.name ?? (one.number !== undefined ? `#${one.number}` : (one.alias ?? ''));
  return `${one.speaker}${one.doubtful ? '?' : ''} ${more}`.trim();
}

test.each([
  ['agent', 'agent'],
  ['AGENT', 'agent'],
  ['  Rep ', 'agent'],
  ['**Agent:**', 'agent'],
  ['[Operator]', 'agent'],
  ['Agent (Priya)', 'agent Priya'],
  ['Priya (Agent)', 'agent Priya'],
  ['Priya Shah - Agent', 'agent Priya Shah'],
  ['Agent Priya', 'agent Priya'],
  ['Agent Mike O’Neill', 'agent Mike O’Neill'],
  ['Customer Dana', 'customer Dana'],
  ['Customer (Dana Wu)', 'customer Dana Wu'],
  ['Customer 2', 'customer #2'],
  ['Agent #1', 'agent #1'],
  ['Life Insurance Agent (LIA)', 'agent LIA'],
  ['Prospective Client (PC)', 'customer PC'],
  ['PA Agent', 'agent'],
  ['customer service representative', 'agent'],
  ['Customer Service', 'agent'],
  ['Customer Success', 'agent'],
  ['Customer Support', 'agent'],
  ['human_agent', 'agent'],
  ['end_user', 'customer'],
  ['END-USER', 'customer'],
  ['EndUser', 'customer'],
  ['Virtual Agent', 'bot'],
  ['AI Agent', 'bot'],
  ['IVR', 'bot'],
  ['Acme Chatbot', 'bot'],
  ['System', 'system'],
  ['Supervisor', 'agent Supervisor'],
  ['user', 'customer?'],
  ['Agent ID', '-'],
  ['Agent Name', '-'],
  ['Customer since', '-'],
  ['Note to agent', '-'],
  ['the agent said', '-'],
  ['Dana Wu', '-'],
  ['Agenta', '-'],
  ['12', '-'],
  ['', '-'],
  ['constructor', '-'],
  ['x'.repeat(500), '-'],
])('%s is %s', (label, told) => {
  expect(shown(label)).toBe(told);
});

describe('labels together', () => {
  const roles = (labels: string[], announced = {}) =>
    Object.fromEntries([...cast(labels, announced)].map(([label, one]) => [label, one.speaker]));

  test('user is a customer only opposite an agent', () => {
    expect(roles(['user', 'assistant'])).toEqual({ user: 'customer', assistant: 'agent' });
    expect(roles(['user', 'visitor'])).toEqual({ visitor: 'customer' });
    expect(roles(['user', 'bot'])).toEqual({ bot: 'bot' });
  });

  test('an abbreviation and an announced name are believed', () => {
    expect(roles(['Claims Agent (CA)', 'CA', 'Client'])).toEqual({
      'Claims Agent (CA)': 'agent',
      CA: 'agent',
      Client: 'customer',
    });
    expect(roles(['Priya', 'Dana'], { agents: ['Priya Shah'] })).toEqual({ Priya: 'agent' });
    expect(roles(['Pri', 'Dana'], { agents: ['Priya Shah'] })).toEqual({});
  });

  test('of two labels with one told the other is the other party, where that is asked', () => {
    expect(roles(['Agent', 'Dana'])).toEqual({ Agent: 'agent' });
    expect(roles(['Agent', 'Dana'], { elimination: true })).toEqual({ Agent: 'agent', Dana: 'customer' });
    expect(roles(['Caller', 'Priya'], { elimination: true })).toEqual({ Caller: 'customer', Priya: 'agent' });
    expect(roles(['Agent', 'Dana', 'Bo'], { elimination: true })).toEqual({ Agent: 'agent' });
    expect(roles(['Agent', 'Speaker 2'], { elimination: true })).toEqual({ Agent: 'agent' });
    expect(roles(['Bot', 'Dana'], { elimination: true })).toEqual({ Bot: 'bot' });
    expect(roles(['Bot', 'Agent', 'Dana'], { elimination: true })).toEqual({
      Bot: 'bot',
      Agent: 'agent',
      Dana: 'customer',
    });
    expect(roles(['Agent Priya', 'Priya', 'Dana'], { elimination: true })).toEqual({
      'Agent Priya': 'agent',
      Priya: 'agent',
      Dana: 'customer',
    });
    expect(roles(['Agent', 'Customer', 'Dana'], { elimination: true })).toEqual({
      Agent: 'agent',
      Customer: 'customer',
    });
    expect(roles(['Agent Priya', 'Priya'], { elimination: true })).toEqual({
      'Agent Priya': 'agent',
      Priya: 'agent',
    });
  });

  test('two numbered agents are two people', () => {
    const told = cast(['Agent 1', 'Customer', 'Agent 2']);
    expect([told.get('Agent 1')?.name, told.get('Agent 2')?.name]).toEqual([undefined, 'Agent 2']);
  });
});
