/** The scores, on conversations whose findings are given: what the rules find is not their business. */
import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../src/model/conversation.ts';
import type { Finding } from '../../src/model/finding.ts';
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
const stock = (turn: number, quote: string): Finding => ({ ...at(turn, quote), dimension: 'scripted' });
const personal = (turn: number): Finding => ({
  ...at(turn, 'enjoy it'),
  dimension: 'authentic',
  kind: 'humour',
});
const hurry = (turn: number): Finding => ({ ...at(turn, 'anyway'), dimension: 'rushed' });

/** Four turns of ten words each, customer first. */
function scores(findings: Finding[], turns = 4) {
  const conversation: Conversation = {
    id: 'c',
    agent: { id: 'a1' },
    turns: Array.from({ length: turns }, (_, i) => ({
      speaker: i % 2 ? ('agent' as const) : ('customer' as const),
      text: 'one two three four five six seven eight nine ten',
    })),
  };
  const words = conversation.turns.map(turn => countWords(turn.text));
  return scoreConversation(conversation, { findings, words }).agents[0]!.scores;
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
  it('starts at 50 for correct and plain', () => expect(scores([]).authenticity).toBe(50));
  it('rises with personal moments and falls with script, silence and hurry', () => {
    expect(scores([personal(1)]).authenticity).toBe(90);
    expect(scores([stock(1, 'one two three four five six seven eight nine ten')]).authenticity).toBe(15);
    expect(scores([hurry(1)]).authenticity).toBe(40);
    expect(scores([disclosed(0, 'missed')]).authenticity).toBe(40);
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
