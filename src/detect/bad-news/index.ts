/**
 * Bad news that the agent gives: a no, a decision against the customer, a loss. Nothing is scored for giving it;
 * stock wording around it costs more (see ../moment.ts), since that is where a customer needs a person (evidence:
 * scripts do no harm in standard encounters and most in individual ones, Victorino, Verma and Wardell 2013).
 */
import type { Detector } from '../detector.ts';
import { standing } from '../overlap.ts';

export const badNews: Detector<'bad-news'> = {
  dimension: 'bad-news',
  detect: context =>
    context.turns.flatMap((turn, t) =>
      turn.speaker !== 'agent'
        ? []
        : standing(context.hits('bad-news', t))
            // who asks whether a claim was declined is not saying so
            .filter(hit => !context.sentenceAt(t, hit.first).question)
            .map(hit => ({
              ...context.span(t, hit.first, hit.last),
              rule: hit.rule.id,
              dimension: 'bad-news' as const,
              agent: context.agentOf(t),
              ...(hit.rule.confidence ? { confidence: hit.rule.confidence } : {}),
            })),
    ),
};
