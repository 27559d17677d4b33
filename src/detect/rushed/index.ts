/** Hurry: the agent cuts in, pushes to close or shows impatience. */
import type { Detector } from '../detector.ts';
import { standing } from '../overlap.ts';

export const rushed: Detector<'rushed'> = {
  dimension: 'rushed',
  detect: context =>
    context.turns.flatMap((turn, t) =>
      turn.speaker !== 'agent'
        ? []
        : standing(context.hits('rushed', t)).map(hit => ({
            ...context.span(t, hit.first, hit.last),
            rule: hit.rule.id,
            dimension: 'rushed' as const,
            agent: context.agentOf(t),
            ...(hit.rule.confidence ? { confidence: hit.rule.confidence } : {}),
          })),
    ),
};
