/** The scores, on conversations whose findings are given: what the rules find is not their business. */
import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../src/model/conversation.ts';
import type { Finding, Moment } from '../../src/model/finding.ts';
import type { SignalCounts } from '../../src/model/signals.ts';
import { scoreConversation } from '../../src/score/index.ts';
import { countWords } from '../../src/text/count.ts';

const at = (turn: number, quote: string) => ({
  turn,
  start: 0,
  end: quote.length,
  quote,
  rule: 'x/y',
  agent: 'a1',
});
const disclosed = (turn: number, response: 'acknowledged' | 'generic' | 'missed' | null): Finding => ({
  ...at(turn, 'my mum died'),
  dimension: 'disclosure',
  topic: 'bereavement',
  valence: 'negative',
  response,
  responseTurn: null,
  missedBy: null,
});
const shown = (turn: number, level: 'weak' | 'strong'): Finding => ({
  ...at(turn, 'i understand'),
  dimension: 'empathy',
  kind: 'interpretation',
  level,
});
const complaint = (turn: number): Finding => ({
  ...at(turn, 'so annoyed'),
  dimension: 'opening',
  kind: 'complaint',
});
const stock = (turn: number, quote: string, moment?: Moment): Finding => ({
  ...at(turn, quote),
  dimension: 'scripted',
  ...(moment && { moment }),
});
const personal = (turn: number): Finding => ({
  ...at(turn, 'enjoy it'),
  dimension: 'authentic',
  kind: 'humour',
});
const hurry = (turn: number): Finding => ({ ...at(turn, 'anyway'), dimension: 'rushed' });

/** Four turns of ten words each, customer first. */
const scores = (findings: Finding[], turns = 4) => part(findings, turns).scores;

function part(findings: Finding[], turns = 4, signals?: SignalCounts) {
  const conversation: Conversation = {
    id: 'c',
    agent: { id: 'a1' },
    turns: Array.from({ length: turns }, (_, i) => ({
      speaker: i % 2 ? ('agent' as const) : ('customer' as const),
      text: 'one two three four five six seven eight nine ten',
    })),
  };
  const words = conversation.turns.map(turn => countWords(turn.text));
  const counted = signals && { signals: new Map([['a1', signals]]) };
  return scoreConversation(conversation, { findings, words, ...counted }).agents[0]!;
}

describe('attentiveness', () => {
  it('is null without a disclosure, or where nobody could answer one', () => {
    expect(scores([]).attentiveness).toBeNull();
    expect(scores([disclosed(2, null)]).attentiveness).toBeNull();
  });
  it('counts answers: a formula is worth a quarter', () => {
    expect(scores([disclosed(0, 'acknowledged'), disclosed(2, 'missed')]).attentiveness).toBe(50);
    expect(scores([disclosed(0, 'generic')]).attentiveness).toBe(25);
    expect(scores([disclosed(0, 'missed')]).attentiveness).toBe(0);
  });
  it('leaves possible findings out', () => {
    expect(scores([{ ...disclosed(0, 'missed'), confidence: 'possible' }]).attentiveness).toBeNull();
  });
});

describe('empathy', () => {
  it('has nothing to judge without an opening', () => {
    expect(scores([]).empathy).toBeNull();
    expect(scores([shown(1, 'weak')]).empathy).toBeNull();
  });
  it('gives one stock phrase in a cold call next to nothing', () => {
    const stockOnly = scores([complaint(0), shown(1, 'weak'), complaint(2)]).empathy as number;
    expect(stockOnly).toBeLessThan(20);
    expect(scores([complaint(0), shown(1, 'strong')]).empathy).toBe(100);
  });
  it('weighs a disclosure like two complaints', () => {
    expect(scores([disclosed(0, 'acknowledged'), complaint(2)]).empathy).toBe(Math.round((50 * 2) / 3));
  });
});

describe('own words', () => {
  it('is 100 without stock wording, and falls with its share of words', () => {
    expect(scores([]).ownWords).toBe(100);
    expect(scores([stock(1, 'one two three four five')]).ownWords).toBe(75);
  });
});

describe('authenticity', () => {
  it('starts at 50 for correct and plain', () => {
    expect(scores([]).authenticity).toBe(50);
    expect(part([]).terms.authenticity?.[0]?.why).toBe('starting point');
  });
  it('has a share in the overall score that adds up as it is written', () => {
    for (const { why, points } of part([personal(1)]).terms.overall!) {
      const [, value, share] = /(\d+) × ([\d.]+)%$/.exec(why)!;
      expect(Math.abs((Number(value) * Number(share)) / 100 - points)).toBeLessThan(0.05);
    }
  });
  it('rises with personal moments and falls with script, silence and hurry', () => {
    expect(scores([personal(1)]).authenticity).toBe(90);
    expect(scores([stock(1, 'one two three four five six seven eight nine ten')]).authenticity).toBe(15);
    expect(scores([hurry(1)]).authenticity).toBe(40);
    expect(scores([disclosed(0, 'missed')]).authenticity).toBe(40);
  });
});

describe('stock wording by its moment', () => {
  const five = 'one two three four five';
  const ten = `${five} six seven eight nine ten`;
  const terms = (findings: Finding[]) =>
    part(findings)
      .terms.authenticity!.slice(1)
      .map(({ why, points }) => [why, Math.round(10 * points) / 10]);
  it.each([
    // twenty words in two turns: a twentieth of them may be routine at no cost
    ['routine', [stock(1, 'one', 'routine')], [['1 of 20 words in routine steps: no cost', 0]]],
    [
      'routine and more',
      [stock(1, 'one two three four', 'routine')],
      [['4 of 20 words in routine steps × 0.5, since 20% of all words are stock wording', -7]],
    ],
    [
      'nothing but routine',
      [stock(1, ten, 'routine'), stock(3, ten, 'routine')],
      [['20 of 20 words in routine steps, since 100% of all words are stock wording', -70]],
    ],
    ['ordinary', [stock(1, five, 'ordinary')], [['5 of 20 words in stock wording', -17.5]]],
    ['a moment that nobody told', [stock(1, five)], [['5 of 20 words in stock wording', -17.5]]],
    [
      'feeling',
      [stock(1, five, 'feeling')],
      [['5 of 20 words in stock wording right after a complaint or worry × 1.5', -26.2]],
    ],
    [
      'bad news',
      [stock(1, five, 'bad-news')],
      [['5 of 20 words in stock wording in or after bad news × 2', -35]],
    ],
    [
      'disclosure',
      [stock(1, five, 'disclosure')],
      [['5 of 20 words in stock wording right after a disclosure × 2', -35]],
    ],
    [
      'no more than all words cost',
      [stock(1, ten, 'disclosure'), stock(3, ten, 'ordinary')],
      [
        ['10 of 20 words in stock wording, as stock wording costs 70 points at most', -23.3],
        [
          '10 of 20 words in stock wording right after a disclosure × 2, as stock wording costs 70 points at most',
          -46.7,
        ],
      ],
    ],
  ] as const)('%s', (_, findings, expected) => expect(terms([...findings])).toEqual(expected));

  it('never makes a contact of routine alone look personal', () => {
    expect(scores([stock(1, ten, 'routine'), stock(3, ten, 'routine')]).authenticity).toBe(0);
  });
  it('leaves own words the plain share', () => {
    expect(scores([stock(1, five, 'routine')]).ownWords).toBe(75);
    expect(scores([stock(1, five, 'disclosure')]).ownWords).toBe(75);
  });
});

describe('signals', () => {
  const counts = (of: number, count = of): SignalCounts => {
    const cases = { count, of };
    return { takenUp: cases, concrete: cases, firstPerson: cases, followUps: cases };
  };
  it('are null where there is too little to judge', () => {
    const { signals } = part([], 4, counts(2));
    expect(Object.values(signals).map(({ value }) => value)).toEqual([null, null, null, 1, null, null]);
    expect(Object.values(part([]).signals).every(({ value }) => value === null)).toBe(true);
  });
  it('are shown, and none is scored', () => {
    expect(part([], 4, counts(6)).signals.concrete).toEqual({ value: 1, count: 6, of: 6 });
    expect(part([], 4, counts(6)).scores).toEqual(scores([]));
    expect(part([], 4, counts(6, 0)).scores).toEqual(scores([]));
  });
});

describe('overall', () => {
  it('hands the share of what is null to the others', () => {
    // authenticity 50 × .35, own words 100 × .15, over .5
    expect(scores([]).overall).toBe(65);
  });
  it('is null where too little was said', () => {
    const conversation: Conversation = {
      id: 'c',
      agent: { id: 'a1' },
      turns: [{ speaker: 'agent', text: 'hello' }],
    };
    expect(
      scoreConversation(conversation, { findings: [], words: [1] }).agents[0]!.scores.overall,
    ).toBeNull();
  });
});
