/**
 * Empathy after EPITOME: emotional reaction, interpretation, exploration; weak or strong. One table says whether a
 * sentence shows empathy at all, one a kind says which.
 */
import { type Empathy, type EmpathyKind, empathyKinds } from '../../model/finding.ts';
import type { Context } from '../context.ts';
import type { Detector } from '../detector.ts';
import type { RuleHit } from '../raw-hits.ts';
import { confidence, deciding, type Stretch, stretches } from '../stretches.ts';

export const empathy: Detector<'empathy'> = {
  dimension: 'empathy',
  detect: context =>
    context.turns.flatMap((turn, t) =>
      turn.speaker !== 'agent'
        ? []
        : stretches(context, t, 'empathy', context.hits('empathy', t)).flatMap(stretch =>
            findings(context, t, stretch),
          ),
    ),
};

/** One finding a kind: the longest phrase of it, or the whole sentence where the weights say so. */
function findings(context: Context, turn: number, stretch: Stretch): Empathy[] {
  const weight = (kind: EmpathyKind) =>
    context.weighed(kind, turn, { ...stretch, question: context.sentenceAt(turn, stretch.first).question }) ??
    0;
  const phrase = (kind: EmpathyKind): RuleHit | undefined =>
    stretch.hits
      .filter(hit => hit.rule.fields?.kind === kind)
      .sort((a, b) => b.last - b.first - (a.last - a.first))[0];
  let kinds = empathyKinds.filter(kind => phrase(kind) || weight(kind) >= 1);
  if (kinds.length === 0) kinds = [...empathyKinds].sort((a, b) => weight(b) - weight(a)).slice(0, 1);
  return kinds.map(kind => {
    const hit = phrase(kind);
    return {
      ...(hit
        ? context.span(turn, hit.first, hit.last)
        : context.span(turn, stretch.first, stretch.last, true)),
      rule: hit?.rule.id ?? 'empathy/weighed',
      dimension: 'empathy',
      kind,
      level: level(context, turn, stretch, hit),
      agent: context.agentOf(turn),
      ...confidence(stretch),
      ...(hit ? {} : deciding(context, turn, 'empathy', { ...stretch, hits: [] })),
    };
  });
}

/** Strong when the rule says so, or when the sentence takes up the customer's own words; a stock sentence is weak. */
function level(
  context: Context,
  turn: number,
  { first, last }: Stretch,
  hit: RuleHit | undefined,
): Empathy['level'] {
  if (hit?.rule.fields?.level === 'strong') return 'strong';
  if (context.echoes(turn).some(word => first <= word.token && word.token <= last)) return 'strong';
  const stock = context.hits('scripted', turn).some(other => other.first <= last && first <= other.last);
  return hit === undefined && !stock && last - first >= 4 ? 'strong' : 'weak';
}
