/**
 * Scoring by numbers that the agent says, so that what the command line prints does not change with the rules:
 * "80 20" is an overall score of 80 and an empathy of 20; a customer's "mum" is a disclosure, missed unless the
 * next agent turn says "sorry".
 */
import type {
  AgentPart,
  Conversation,
  ConversationScore,
  Disclosure,
  Reading,
  RulePage,
  Run,
  Scored,
  ScoreRun,
} from '../../src/index.ts';
import { signals } from '../../src/score/signals.ts';
import { Seen } from '../../src/seen.ts';

/** Readings → scores, in place of the real `scoreReadings`. */
export function toyScoring(readings: AsyncIterable<Reading>): ScoreRun {
  const seen = new Seen();
  return {
    async *[Symbol.asyncIterator](): AsyncGenerator<Scored> {
      for await (const reading of readings) {
        if ('problem' in reading) {
          if (reading.problem.kind === 'unscored') seen.untold(reading.problem);
          else seen.problem(reading.problem);
          yield reading;
          continue;
        }
        seen.conversation(reading.conversation);
        yield { score: toyScore(reading.conversation), conversation: reading.conversation };
      }
    },
    run: (): Run => ({ ...seen.run(), version: '1.2.3', rules: 'toy' }),
  };
}

function toyScore({ id, channel, agent, metadata, turns }: Conversation): ConversationScore {
  const findings = turns.flatMap(({ speaker, text }, turn): Disclosure[] => {
    const start = text.indexOf('mum');
    if (speaker !== 'customer' || start < 0) return [];
    const reply = turns.findIndex((one, index) => index > turn && one.speaker === 'agent');
    const answered = turns[reply]?.text.includes('sorry');
    return [
      {
        rule: 'disclosure/bereavement',
        dimension: 'disclosure',
        agent: agent.id,
        turn,
        start,
        end: start + 3,
        quote: 'mum',
        topic: 'bereavement',
        valence: 'negative',
        response: reply < 0 ? null : answered ? 'acknowledged' : 'missed',
        responseTurn: answered ? reply : null,
        missedBy: reply < 0 || answered ? null : 'process-talk',
      },
    ];
  });
  const own = turns.filter(turn => turn.speaker === 'agent');
  const said = own.map(turn => turn.text).join(' ');
  const [overall = null, empathy = null] = (said.match(/\d+/g) ?? []).map(Number);
  const count = (response: string) => findings.filter(finding => finding.response === response).length;
  const part: AgentPart = {
    id: agent.id,
    name: agent.name ?? '',
    turns: own.length,
    words: said.split(' ').length,
    scriptedWords: 0,
    minedWords: 0,
    scores: { overall, authenticity: null, empathy, ownWords: null, attentiveness: null },
    terms:
      overall === null
        ? {}
        : {
            overall: [
              { why: 'what the agent said', points: overall, findings: findings.map((_, index) => index) },
            ],
          },
    disclosures: {
      total: findings.filter(finding => finding.response).length,
      acknowledged: count('acknowledged'),
      generic: 0,
      missed: count('missed'),
      missedBy: {
        silence: 0,
        'bare-thanks': 0,
        'process-talk': count('missed'),
        'problem-solving': 0,
        deflection: 0,
      },
    },
    signals: signals(),
    lines: [],
  };
  return {
    conversation: id,
    channel: channel ?? null,
    ...(metadata && { metadata }),
    agents: own.length ? [part] : [],
    findings,
  };
}

/** Two rules, in place of the real ones. */
export const toyPages: RulePage[] = [
  {
    id: 'disclosure/bereavement',
    dimension: 'disclosure',
    title: 'The customer speaks of a death',
    why: 'A warm person answers it; passing on to the task reads as cold, and it is what customers remember of a call long after the matter itself is settled.',
    phrases: ['lose+ my {kin}', 'my {kin} [has|had] pass+ away'],
    unless: ['@ on the line'],
    fields: { topic: 'bereavement', valence: 'negative' },
    hits: ['I [lost my mum] last week.'],
    misses: ['I lost my password.', 'C: I lost her.\nA: On the line?'],
    source: 'written for this project',
  },
  {
    id: 'scripted/hold',
    dimension: 'scripted',
    title: 'The agent asks to hold in stock wording',
    why: 'It could be said to anyone.',
    phrases: Array.from({ length: 23 }, (_, index) => `please hold ${index}`),
    unless: [],
    confidence: 'possible',
    hits: ['[Please hold.]'],
    misses: ['Hold on, I see it.'],
    source: 'written for this project',
  },
];
