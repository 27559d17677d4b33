/** Stock wording: every sentence that reads as template, whole, since that is what was read out. */
import type { Detector } from '../detector.ts';
import { confidence, deciding, ruleOf, stretches } from '../stretches.ts';
import { withKnown } from './known.ts';

export const scripted: Detector<'scripted'> = {
  dimension: 'scripted',
  detect: context =>
    context.turns.flatMap((turn, t) =>
      turn.speaker !== 'agent'
        ? []
        : withKnown(
            context,
            t,
            stretches(context, t, 'scripted', context.hits('scripted', t)).map(stretch => ({
              ...context.span(t, stretch.first, stretch.last, true),
              rule: ruleOf(stretch, 'scripted'),
              dimension: 'scripted' as const,
              agent: context.agentOf(t),
              ...confidence(stretch),
              ...deciding(context, t, 'scripted', stretch),
            })),
          ),
    ),
};
