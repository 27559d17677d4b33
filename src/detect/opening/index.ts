/**
 * Openings that are no disclosures: complaint with feeling, worry, praise. Empathy is judged where the
 * customer gave an opening; these and disclosures are the openings.
 */
import type { Opening } from '../../model/finding.ts';
import type { Detector } from '../detector.ts';
import { standing } from '../overlap.ts';

export const opening: Detector<'opening'> = {
  dimension: 'opening',
  detect: context =>
    context.turns.flatMap((turn, t) => {
      if (turn.speaker !== 'customer') return [];
      const next = context.agentTurnsAfter(t)[0];
      return standing(context.hits('opening', t)).map(hit => ({
        ...context.span(t, hit.first, hit.last),
        rule: hit.rule.id,
        dimension: 'opening' as const,
        kind: hit.rule.fields?.kind as Opening['kind'],
        agent: next === undefined ? null : context.agentOf(next),
        ...(hit.rule.confidence ? { confidence: hit.rule.confidence } : {}),
      }));
    }),
};
