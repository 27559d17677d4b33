/** Script files are read as they were written, by people too. */
import { describe, expect, it } from 'vitest';
import { asWritten, parseScripts, scriptJson, scriptYaml } from '../../src/mine/script-file.ts';
import { scriptKnowing } from '../../src/mine/scripts.ts';
import { known, said } from './said.ts';

const mined = { conversations: 20, agents: 3, version: '1.2.3' };
const scripts = [
  {
    text: 'Thanks for calling: "Larkmere", {name}!',
    exempt: 'greeting',
    share: 0.5,
    conversations: 10,
    agents: 2,
    by: ['a:1 (9 of 12)'],
    first: 'c1',
    last: '2025-01-09 (c9)',
    examples: ['# no comment', 'yes: no'],
  },
  { text: 'Tea first, and then we will fix your kettle.' },
];

describe('a script file', () => {
  it('is the same when written and read again', () => {
    expect(parseScripts('a.yaml', scriptYaml(mined, scripts))).toEqual(scripts);
    expect(parseScripts('a.json', scriptJson(mined, scripts))).toEqual(scripts);
    expect(parseScripts('a.yaml', scriptYaml(mined, []))).toEqual([]);
  });

  it('may hold as little as texts', () => {
    expect(parseScripts('a.yaml', 'scripts:\n  - text: Tea first and then kettles\n    exempt:\n')).toEqual([
      { text: 'Tea first and then kettles', exempt: null },
    ]);
  });

  it('names faults of the notation with their place', () => {
    expect(() => parseScripts('a.yaml', 'scripts:\n  - text: "open\n')).toThrow(
      /^--scripts a\.yaml: .*line \d+, column \d+: not valid YAML/s,
    );
    expect(() => parseScripts('a.yaml', '')).toThrow('--scripts a.yaml: line 1, column 1: ');
  });
});

describe('sentences that follow an entry', () => {
  const knowing = scriptKnowing(scripts, known);
  it('are known whole, with the entry', () => {
    const text = 'Hm. Tea first, and then we will just fix your ketle!';
    expect(knowing(said('c', text))).toEqual([
      { turn: 1, start: 4, end: text.length, script: { template: scripts[1]?.text, share: null } },
    ]);
  });

  it('are exempt where the entry is', () => {
    expect(knowing(said('c', 'Thanks for calling Larkmere, Dana!'))).toMatchObject([
      { exempt: 'greeting', script: { share: 0.5 } },
    ]);
  });

  it('inside a long breath are known by the words they cover', () => {
    const tea = 'tea first and then we will fix your kettle';
    const text = `i have the order here in front of me and it says that the lid came off on the way over ${tea} so tell me what it did`;
    const [one] = knowing(said('c', text));
    expect(text.slice(one?.start, one?.end)).toBe(tea);
  });

  it.each([
    [
      'the script is longer',
      'You are one of the dearest guests that this house has had',
      'please bear with me while I look for the lid',
      0,
    ],
    [
      'the exempt one is longer',
      'please bear with me while I look for the lid of it in here',
      'you are one of the dearest guests here',
      1,
    ],
  ])('two in one sentence keep their own stretches: %s', (_, a, b, exempt) => {
    const both = scriptKnowing(
      [a, b].map((text, i) => ({ text, ...((i === 0) === (exempt === 1) ? { exempt: 'hold' } : {}) })),
      known,
    );
    const text = `${a} and ${b}`;
    const found = both(said('c', text));
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([a, b]);
    expect(found.map(one => one.exempt)).toEqual(exempt === 1 ? ['hold', undefined] : [undefined, 'hold']);
  });
});

it.each([
  ['YAML', scriptYaml],
  ['JSON', scriptJson],
])('%s tells whether somebody has worked on it', (_, write) => {
  const text = write({ conversations: 3 }, [{ text: 'Is there anything else?', exempt: 'closing' }]);
  expect(asWritten(text)).toBe(true);
  expect(asWritten(text.replaceAll('\n', '\r\n'))).toBe(true);
  expect(asWritten(text.replace('closing', 'legal'))).toBe(false);
  expect(asWritten(text.replace(/sha256-\w+/, ''))).toBe(false);
});
