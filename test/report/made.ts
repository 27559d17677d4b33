/** Cards and scores made by hand, with everything that is awkward to print. */
import type { AgentScorecard, Conversation, ConversationScore, Measured, Run } from '../../src/index.ts';
import type { Painter, Style } from '../../src/report/reporter.ts';
import { plain } from '../../src/report/reporter.ts';
import { signals } from '../../src/score/signals.ts';
import { SignalSums } from '../../src/tally/signals.ts';

/** Two of six words taken up, too little of all else. */
const taken = signals(
  {
    takenUp: { count: 2, of: 6, words: ['mum', '“line”'] },
    concrete: { count: 1, of: 2 },
    firstPerson: { count: 0, of: 0 },
    followUps: { count: 0, of: 0 },
  },
  { ownPast: { value: 0.615, of: 26, against: 8 }, team: { value: null, of: 26, against: 2 } },
);
const pooled = new SignalSums();
pooled.add(taken);

const noneMissed = { silence: 0, 'bare-thanks': 0, 'process-talk': 0, 'problem-solving': 0, deflection: 0 };

const none: Measured = { value: null, conversations: 0, low: null, high: null };
export const run: Run = {
  version: '1.2.3',
  rules: 'abc',
  conversations: 14,
  inferred: 0,
  unscored: 1,
  tooShort: 1,
  unreadable: 2,
  doubtful: 0,
  problems: [],
};

export const measured = (value: number, margin: number | null = null): Measured => ({
  value,
  conversations: margin === null ? 1 : 9,
  low: margin === null ? null : Math.max(0, value - margin),
  high: margin === null ? null : Math.min(100, value + margin),
});

export const card = (id: string, name: string, overall: Measured = none): AgentScorecard => ({
  id,
  name,
  conversations: overall.conversations,
  turns: 120,
  words: 1480,
  scores: { overall, authenticity: overall, empathy: none, ownWords: measured(100), attentiveness: none },
  disclosures: {
    total: 4,
    acknowledged: 2,
    generic: 1,
    missed: 1,
    missedBy: { ...noneMissed, silence: 1 },
    missedRate: { value: 0.25, of: 4, low: 0.046, high: 0.699 },
  },
  scriptedRate: 0.314,
  minedRate: 0.12,
  signals: pooled.pooled(),
  topLines: [
    { quote: '=Tea first, "then" kettles.', conversations: 6, of: 9, agents: 1, teamConversations: 6 },
    { quote: 'Was there anything\nelse?', conversations: 3, of: 9, agents: 2, teamConversations: 7 },
  ],
  scriptedRateInterval: { of: 1480, low: 0.2, high: 0.428 },
  minedRateInterval: { of: 1480, low: 0.05, high: 0.19 },
  praise: {
    total: 3,
    personally: 1,
    byFormula: 1,
    notAtAll: 1,
    personalRate: { value: 0.333, of: 3, low: 0.061, high: 0.792 },
  },
  rank: 1,
  ranked: true,
  unranked: null,
  shrunk: overall.value,
});

/** Nothing at all could be judged. */
export const empty: AgentScorecard = {
  ...card('a0', ''),
  words: 0,
  scores: { overall: none, authenticity: none, empathy: none, ownWords: none, attentiveness: none },
  disclosures: {
    total: 0,
    acknowledged: 0,
    generic: 0,
    missed: 0,
    missedBy: noneMissed,
    missedRate: { value: null, of: 0, low: null, high: null },
  },
  scriptedRate: null,
  minedRate: null,
  signals: new SignalSums().pooled(),
  topLines: [],
  scriptedRateInterval: { of: 0, low: null, high: null },
  minedRateInterval: null,
  praise: {
    total: 0,
    personally: 0,
    byFormula: 0,
    notAtAll: 0,
    personalRate: { value: null, of: 0, low: null, high: null },
  },
  rank: null,
  ranked: false,
  unranked: 'too few to rank',
  shrunk: null,
};

export const awkward = [
  card('a1', 'O’Neil, "Mae"', measured(61, 9)),
  card('=1+1', '@SUM(A1)', measured(40, 12.4)),
  card('-7', '+44 20', measured(88)),
  card('a4', '凛 🎧 two\nlines', measured(75, 3)),
  empty,
];

export const conversation: Conversation = {
  id: 'c1',
  channel: 'call',
  agent: { id: 'a1', name: 'Priya' },
  turns: [
    { speaker: 'bot', text: 'Hello 👋🏽 I am a bot.', seconds: 0 },
    {
      speaker: 'customer',
      text: '👨‍👩‍👧 Well — 母 says: my mum passed away\nlast week, so I need to close her line.',
      seconds: 65.4,
    },
    { speaker: 'agent', text: 'Sure. \x1b[31mAccount\tnumber please?', seconds: 3725 },
  ],
};

const scores = { overall: 61, authenticity: 58, empathy: null, ownWords: 100, attentiveness: 0 };
const text = conversation.turns[1]?.text ?? '';
const span = (words: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
  quote: words,
});
export const score: ConversationScore = {
  conversation: 'c1',
  channel: 'call',
  agents: [
    {
      id: 'a1',
      name: 'Priya',
      turns: 1,
      words: 4,
      scriptedWords: 1,
      minedWords: 0,
      scores,
      terms: {
        overall: [
          { why: 'authenticity 58 × 60%', points: 34.8, findings: [] },
          { why: 'own words 100 × 40%', points: 40, findings: [] },
          { why: '1 disclosure passed over', points: -13.8, findings: [0] },
        ],
        ownWords: [{ why: 'all words', points: 112, findings: [] }],
        attentiveness: [{ why: 'bereavement passed over', points: 0, findings: [0] }],
      },
      disclosures: {
        total: 1,
        acknowledged: 0,
        generic: 0,
        missed: 1,
        missedBy: { ...noneMissed, 'problem-solving': 1 },
      },
      signals: taken,
      lines: [],
    },
  ],
  findings: [
    {
      ...{
        rule: 'disclosure/bereavement',
        dimension: 'disclosure',
        agent: 'a1',
        turn: 1,
        ...span('my mum passed away'),
      },
      ...{
        topic: 'bereavement',
        valence: 'negative',
        response: 'missed',
        responseTurn: null,
        missedBy: 'problem-solving',
      },
    },
    {
      rule: 'opening/worry',
      dimension: 'opening',
      agent: 'a1',
      turn: 1,
      ...span('passed away\nlast week'),
      kind: 'worry',
      confidence: 'possible',
    },
  ],
};

export const style = (width = 80, paint: Painter = plain): Style => ({ width, paint });
/** Marks colours so that they can be seen, and taken out again. */
export const loud: Painter = {
  strong: text => `\x1b[1m${text}\x1b[22m`,
  faint: text => `\x1b[2m${text}\x1b[22m`,
  good: text => `\x1b[32m${text}\x1b[39m`,
  bad: text => `\x1b[31m${text}\x1b[39m`,
  note: text => `\x1b[36m${text}\x1b[39m`,
};
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what colours are made of
export const quiet = (text: string) => text.replace(/\x1b\[\d+m/g, '');
