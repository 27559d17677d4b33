/**
 * The topic of a disclosure: the one for which most speaks, among its words, those around it, the answer, and the
 * phrases of rules. A phrase weighs much but does not decide alone: "I lost my job" in a sentence about a wedding.
 */
import { type Topic, topics } from '../../model/finding.ts';
import type { Context } from '../context.ts';

/** A stretch's topics, each with what speaks for it, most first. Without a table none speaks more than another. */
export function topicsOf(
  context: Context,
  turn: number,
  stretch: { readonly first: number; readonly last: number },
): { readonly topic: Topic; readonly weight: number }[] {
  const sums = context.topics.of(context, turn, stretch);
  const ranked = topics
    .map((topic, index) => ({ topic, weight: sums[index] as number }))
    .sort((a, b) => b.weight - a.weight);
  const [best] = ranked;
  const cause = ranked.find(
    ({ topic, weight }) =>
      best &&
      weight >= best.weight - GIVES_WAY &&
      gives(best.topic, topic) &&
      named(context, turn, stretch, topic),
  );
  return cause ? [cause, ...ranked.filter(one => one !== cause)] : ranked;
}

/**
 * A topic that is only the effect of another gives way to its cause, when the cause is named and this much less, or less
 * than that, speaks for it: a feeling about a death is told as the death, and debts as the lost job that made them.
 * `personal-life` is what no other topic holds. So that the guide's table is followed; cross-validation is indifferent.
 */
const GIVES_WAY = 4;
const gives = (topic: Topic, cause: Topic) =>
  topic === 'distress' || topic === 'personal-life'
    ? cause !== 'personal-life' && cause !== 'distress'
    : topic === 'money-strain' && cause === 'work-loss';

/** Whether a stretch holds a word or phrase that hardly means anything but the topic. */
function named(
  context: Context,
  turn: number,
  { first, last }: { first: number; last: number },
  topic: Topic,
): boolean {
  const { topicOfClass, isHint } = context.names;
  const inside = (hit: { first: number }) => first <= hit.first && hit.first <= last;
  const index = topics.indexOf(topic);
  return (
    context
      .classHits(turn)
      .some(hit => inside(hit) && topicOfClass[hit.name] === index && isHint[hit.name] === 0) ||
    context.hits('disclosure', turn).some(hit => inside(hit) && hit.rule.fields?.topic === topic)
  );
}
