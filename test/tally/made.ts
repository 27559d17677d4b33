/** Conversations with given scores, as the tally takes them. */
import type { AgentPart, ConversationScore, Finding } from '../../src/index.ts';
import { signals } from '../../src/score/signals.ts';

/** What a made conversation may be told. */
export interface Made {
  readonly agent: string;
  readonly overall: number | null;
  readonly channel?: string;
  readonly turns?: number;
  readonly words?: number;
  readonly scriptedWords?: number;
  readonly missed?: number;
  readonly total?: number;
  readonly open?: boolean;
  readonly metadata?: Record<string, string | number>;
}

let made = 0;

/** One conversation of one agent. */
export function madeScore(given: Made): ConversationScore {
  const {
    agent,
    overall,
    channel = 'call',
    turns = 4,
    words = 60,
    scriptedWords = 0,
    missed = 0,
    total = missed,
  } = given;
  const scores = { overall, authenticity: overall, empathy: null, ownWords: 100, attentiveness: null };
  const missedBy = {
    silence: 0,
    'bare-thanks': 0,
    'process-talk': missed,
    'problem-solving': 0,
    deflection: 0,
  };
  const disclosures = { total, acknowledged: total - missed, generic: 0, missed, missedBy };
  const part: AgentPart = {
    id: agent,
    name: '',
    turns,
    words,
    scriptedWords,
    minedWords: null,
    lines: [],
    scores,
    terms: {},
    disclosures,
    signals: signals(),
  };
  const opening = { rule: 'opening/x', dimension: 'opening', agent, turn: 0, start: 0, end: 1, quote: 'x' };
  const findings = given.open ? ([{ ...opening, kind: 'worry' }] as unknown as Finding[]) : [];
  return {
    conversation: `c${made++}`,
    channel,
    ...(given.metadata && { metadata: given.metadata }),
    agents: [part],
    findings,
  };
}
