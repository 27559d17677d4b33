/** Labelled conversations made in a line, for the tests of this folder. */
import type { LabelledCase } from '../../src/evaluate/settled.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { AgentPart } from '../../src/model/scorecard.ts';

/** What a test says of one conversation. */
export interface Made {
  readonly id?: string;
  readonly agent?: string;
  /** Speakers turn by turn, `c`, `a` or `b` (bot); what they say is `words of turn N`. */
  readonly turns?: string;
  readonly labels?: LabelledCase['labels'];
  readonly findings?: readonly Partial<Finding>[];
  readonly scores?: { readonly authenticity: number | null; readonly empathy: number | null };
}

const speakers = { c: 'customer', a: 'agent', b: 'bot' } as const;

/** A case; findings need only what matters. */
export function made({
  id = 'c1',
  agent = 'a1',
  turns = 'cacacaca',
  labels = {},
  findings = [],
  scores,
}: Made): LabelledCase {
  const part = scores && { id: agent, name: '', scores: { ...scores } };
  return {
    conversation: {
      id,
      agent: { id: agent },
      turns: [...turns].map((letter, turn) => ({
        speaker: speakers[letter as keyof typeof speakers],
        text: `words of turn ${turn}`,
      })),
    },
    labels,
    score: {
      conversation: id,
      channel: null,
      agents: part ? [part as AgentPart] : [],
      findings: findings.map(
        finding =>
          ({
            rule: `${finding.dimension}/some`,
            agent,
            start: 0,
            end: 5,
            quote: 'words',
            ...finding,
          }) as Finding,
      ),
    },
  };
}

/** A label or finding of a disclosure. */
export const disclosed = (
  turn: number,
  response: 'acknowledged' | 'generic' | 'missed' | null = 'missed',
) => ({
  dimension: 'disclosure' as const,
  turn,
  quote: 'words',
  topic: 'illness' as const,
  valence: 'negative' as const,
  response: response as 'missed',
});
