/** What only a person attending to this customer would say: the clause or sentence that holds the telling words. */
import type { Authentic } from '../../model/finding.ts';
import type { Context } from '../context.ts';
import type { Detector } from '../detector.ts';
import { confidence, deciding, ruleOf, type Stretch, stretches } from '../stretches.ts';

export const authentic: Detector<'authentic'> = {
  dimension: 'authentic',
  detect: context =>
    context.turns.flatMap((turn, t) =>
      turn.speaker !== 'agent'
        ? []
        : stretches(context, t, 'authentic', context.hits('authentic', t)).map(stretch => ({
            ...context.span(t, stretch.first, stretch.last, true),
            rule: ruleOf(stretch, 'authentic'),
            dimension: 'authentic' as const,
            kind: kindOf(context, t, stretch),
            agent: context.agentOf(t),
            ...confidence(stretch),
            ...deciding(context, t, 'authentic', stretch),
          })),
    ),
};

/** The rule's kind; for weighed words, a reference where the customer's own words are taken up, else own words. */
function kindOf(context: Context, turn: number, stretch: Stretch): Authentic['kind'] {
  const rule = ruleOf(stretch, 'authentic');
  const kind = stretch.hits.find(hit => hit.rule.id === rule)?.rule.fields?.kind;
  if (kind) return kind as Authentic['kind'];
  const echoed = context.echoes(turn).some(word => stretch.first <= word.token && word.token <= stretch.last);
  return echoed ? 'personal-reference' : 'own-words';
}
