/** Hurry: the agent cuts in, pushes to close or shows impatience. */
import type { Detector } from '../detector.ts';
import { confidence, deciding, ruleOf, stretches } from '../stretches.ts';

export const rushed: Detector<'rushed'> = {
  dimension: 'rushed',
  detect: context =>
    context.turns.flatMap((turn, t) =>
      turn.speaker !== 'agent'
        ? []
        : stretches(context, t, 'rushed', context.hits('rushed', t)).map(stretch => {
            const [first, last] = stretch.hits.length
              ? [stretch.hits[0]?.first as number, stretch.hits.at(-1)?.last as number]
              : [stretch.first, stretch.last];
            return {
              ...context.span(t, first, last, stretch.hits.length === 0),
              rule: ruleOf(stretch, 'rushed'),
              dimension: 'rushed' as const,
              agent: context.agentOf(t),
              ...confidence(stretch),
              ...deciding(context, t, 'rushed', stretch),
            };
          }),
    ),
};
