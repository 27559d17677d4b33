/**
 * Conduct: the plain steps of service that a rubric may ask for, from greeting to the closing question. They are
 * facts for rubrics and nothing else: no score rests on them, and no step that is missing is a finding.
 */
import type { Conduct } from '../../model/finding.ts';
import type { Context } from '../context.ts';
import type { Detector } from '../detector.ts';
import { standing } from '../overlap.ts';
import { namesGiven, namesUsed } from './names.ts';

export const conduct: Detector<'conduct'> = {
  dimension: 'conduct',
  detect: context => {
    const given = namesGiven(context);
    return [
      ...context.turns.flatMap((turn, t): Conduct[] => {
        if (turn.speaker !== 'agent') return [];
        return standing(context.hits('conduct', t)).map(hit => ({
          ...context.span(t, hit.first, hit.last),
          rule: hit.rule.id,
          dimension: 'conduct',
          agent: context.agentOf(t),
          ...(hit.rule.confidence ? { confidence: hit.rule.confidence } : {}),
        }));
      }),
      ...given.map(({ span }) => found(context, 'conduct/gives-name', span)),
      ...namesUsed(context, given).map(span => found(context, 'conduct/uses-name', span)),
    ];
  },
};

/** A finding where the words stand; of a customer's turn it is about the agent who answers next. */
function found(context: Context, rule: string, span: { turn: number; start: number; end: number }): Conduct {
  const { speaker, text } = context.turns[span.turn] as (typeof context.turns)[number];
  const at = speaker === 'agent' ? span.turn : context.agentTurnsAfter(span.turn)[0];
  return {
    ...span,
    quote: text.slice(span.start, span.end),
    rule,
    dimension: 'conduct',
    agent: at === undefined ? null : context.agentOf(at),
  };
}
