/** Findings → scores of one conversation: the registry of scores, and the overall one made of them. */
import type { Conversation } from '../model/conversation.ts';
import type { Finding } from '../model/finding.ts';
import type { AgentPart, ConversationScore, ScoreName, Term } from '../model/scorecard.ts';
import type { SignalCounts } from '../model/signals.ts';
import { attentiveness } from './attentiveness.ts';
import { authenticity } from './authenticity.ts';
import { empathy } from './empathy.ts';
import { type Facts, facts, type Judgement, sum } from './facts.ts';
import { ownWords } from './own-words.ts';
import type { Scorer } from './scorer.ts';
import { weights } from './weights.ts';

export const scorers: readonly Scorer[] = [authenticity, empathy, ownWords, attentiveness];

/** Scores a conversation from what detection found in it. */
export function scoreConversation(
  conversation: Conversation,
  detected: {
    readonly findings: readonly Finding[];
    readonly words: readonly number[];
    readonly signals?: ReadonlyMap<string, SignalCounts>;
  },
): ConversationScore {
  return {
    conversation: conversation.id,
    channel: conversation.channel ?? null,
    ...(conversation.inferred && { inferred: conversation.inferred }),
    agents: facts(conversation, detected.findings, detected.words, detected.signals).map(part),
    findings: detected.findings,
  };
}

function part(facts: Facts): AgentPart {
  const enough = facts.words >= weights.leastWords;
  const judged = new Map<ScoreName, Judgement | null>(
    scorers.map(scorer => [scorer.id, enough ? scorer.of(facts) : null]),
  );
  judged.set('overall', overall(judged));
  const value = (name: ScoreName) => {
    const judgement = judged.get(name);
    return judgement ? Math.round(judgement.value) : null;
  };
  const terms: Partial<Record<ScoreName, readonly Term[]>> = {};
  for (const [name, judgement] of judged) if (judgement) terms[name] = judgement.terms;
  const { id, name, turns, words, scriptedWords, disclosures, signals } = facts;
  return {
    id,
    name,
    turns: turns.length,
    words,
    scriptedWords,
    scores: {
      overall: value('overall'),
      authenticity: value('authenticity'),
      empathy: value('empathy'),
      ownWords: value('ownWords'),
      attentiveness: value('attentiveness'),
    },
    terms,
    disclosures,
    signals,
    ...(enough ? {} : { leastWords: weights.leastWords }),
  };
}

/** The weighted mean of what could be judged. */
function overall(judged: ReadonlyMap<ScoreName, Judgement | null>): Judgement | null {
  const present = scorers.flatMap(({ id, title }) => {
    const judgement = judged.get(id);
    return judgement ? [{ title, weight: weights.overall[id], value: Math.round(judgement.value) }] : [];
  });
  if (present.length === 0) return null;
  const total = present.reduce((weight, score) => weight + score.weight, 0);
  return sum(
    present.map(({ title, weight, value }) => ({
      why: `${title} ${value} × ${Math.round((1000 * weight) / total) / 10}%`,
      points: (value * weight) / total,
      findings: [],
    })),
  );
}
