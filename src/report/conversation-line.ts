/**
 * A conversation's score as one line of JSON, for `json` and `jsonl` alike. Keys and their order are what
 * scripts rely on; the arithmetic of the scores is left to `unscripted explain`.
 */
import type { Finding } from '../model/finding.ts';
import type { ConversationScore, PraiseCounts, RubricResult } from '../model/scorecard.ts';

/** One conversation, without a line end. */
export function conversationLine(score: ConversationScore): string {
  const { conversation, channel, metadata, inferred, agents, findings } = score;
  return JSON.stringify({
    conversation,
    channel,
    metadata,
    inferred,
    agents: agents.map(
      ({
        id,
        name,
        turns,
        words,
        scriptedWords,
        minedWords,
        scores,
        disclosures,
        signals,
        measures,
        praise,
        rubric,
      }) => ({
        id,
        name,
        turns,
        words,
        scriptedWords,
        minedWords,
        scores,
        disclosures,
        signals,
        measures,
        praise: praise && praiseCounts(praise),
        rubric: rubric && withoutTerms(rubric),
      }),
    ),
    findings: findings.map(inOrder),
  });
}

const praiseCounts = ({ total, personally, byFormula, notAtAll }: PraiseCounts): PraiseCounts => ({
  total,
  personally,
  byFormula,
  notAtAll,
});

/** The keys that every finding has come first, whatever order its detector made them in. */
function inOrder({ rule, dimension, agent, turn, start, end, quote, ...own }: Finding): object {
  return { rule, dimension, agent, turn, start, end, quote, ...own };
}

function withoutTerms({ sections, gaps, ...rest }: RubricResult): object {
  return {
    ...rest,
    ...(gaps.length > 0 ? { gaps: gaps.map(({ id, value }) => ({ id, value })) } : {}),
    sections: sections.map(({ criteria, terms: _, ...section }) => ({
      ...section,
      criteria: criteria.map(({ terms: _, ...criterion }) => criterion),
    })),
  };
}
