/** Findings → scores of one conversation: the registry of scores, and the overall one, which a rubric makes. */
import type { Conversation } from '../model/conversation.ts';
import type { Finding } from '../model/finding.ts';
import type { AgentPart, ConversationScore, ScoreName, Term } from '../model/scorecard.ts';
import type { SignalCounts } from '../model/signals.ts';
import { builtInRubric } from '../rubric/built-in.ts';
import type { Rubric } from '../rubric/rubric.ts';
import { attentiveness } from './attentiveness.ts';
import { authenticity } from './authenticity.ts';
import { empathy } from './empathy.ts';
import { type Facts, facts, type Judgement, type Others } from './facts.ts';
import { judge } from './judge.ts';
import { measured } from './measures.ts';
import { ownWords } from './own-words.ts';
import { praised } from './praise.ts';
import type { Scorer } from './scorer.ts';
import { weights } from './weights.ts';

export const scorers: readonly Scorer[] = [authenticity, empathy, ownWords, attentiveness];

/** Scores a conversation from what detection found in it, by a rubric. */
export function scoreConversation(
  conversation: Conversation,
  detected: {
    readonly findings: readonly Finding[];
    readonly words: readonly number[];
    readonly signals?: ReadonlyMap<string, SignalCounts>;
  } & Others,
  rubric: Rubric = builtInRubric('default') as Rubric,
): ConversationScore {
  return {
    conversation: conversation.id,
    channel: conversation.channel ?? null,
    ...(conversation.metadata && { metadata: conversation.metadata }),
    ...(conversation.inferred && { inferred: conversation.inferred }),
    agents: facts(conversation, detected.findings, detected.words, detected.signals, detected).map(one =>
      part(one, rubric),
    ),
    findings: detected.findings,
  };
}

function part(facts: Facts, rubric: Rubric): AgentPart {
  const enough = facts.words >= weights.leastWords;
  const judged = new Map<ScoreName, Judgement | null>(
    scorers.map(scorer => [scorer.id, enough ? scorer.of(facts) : null]),
  );
  const measures = measured(facts);
  const { result, overall } = judge(rubric, { facts, scores: judged, measures });
  judged.set('overall', overall);
  const value = (name: ScoreName) => {
    const judgement = judged.get(name);
    return judgement ? Math.round(judgement.value) : null;
  };
  const terms: Partial<Record<ScoreName, readonly Term[]>> = {};
  for (const [name, judgement] of judged) if (judgement) terms[name] = judgement.terms;
  const { id, name, turns, words, scriptedWords, minedWords, disclosures, signals, lines } = facts;
  return {
    id,
    name,
    turns: turns.length,
    words,
    scriptedWords,
    minedWords,
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
    lines,
    measures,
    praise: praised(facts),
    rubric: result,
    ...(enough ? {} : { leastWords: weights.leastWords }),
  };
}
