/** What only a person attending to this customer would say: the clause or sentence that holds the telling words. */
import { type Authentic, authenticKinds } from '../../model/finding.ts';
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

/** A phrase stands for its kind unless the table of another is surer than this. */
const SURER_THAN_PHRASE = 0.5;

/** Below this no kind stands out, and it is plain talk in the agent's own words. */
const LIKELY = 0.1;

/** The kind whose table finds the sentence likeliest; the phrase's own kind unless another is clearly likelier. */
function kindOf(context: Context, turn: number, stretch: Stretch): Authentic['kind'] {
  const rule = ruleOf(stretch, 'authentic');
  const own = stretch.hits.find(hit => hit.rule.id === rule)?.rule.fields?.kind as
    | Authentic['kind']
    | undefined;
  const sentence = context.sentenceAt(turn, stretch.first);
  let best = own ?? 'own-words';
  let most = own === undefined ? LIKELY : SURER_THAN_PHRASE;
  for (const kind of authenticKinds) {
    const sure = context.probability(`kind-${kind}`, turn, sentence) ?? 0;
    if (sure > most) [best, most] = [kind, sure];
  }
  return best;
}
