/**
 * The topic of a disclosure: the one for which most speaks, among its words, those around it, the answer, and the
 * phrases of rules. A phrase weighs much but does not decide alone: "I lost my job" in a sentence about a wedding.
 */
import { type Topic, topics, type Valence } from '../../model/finding.ts';
import type { Context } from '../context.ts';
import { topicFeatures } from './topic-features.ts';

/** What is usual where nothing else is known. */
export const usualValence: Readonly<Record<Topic, Valence>> = {
  bereavement: 'negative',
  illness: 'negative',
  disability: 'negative',
  caregiving: 'negative',
  'new-arrival': 'positive',
  partnership: 'positive',
  separation: 'negative',
  'work-loss': 'negative',
  'money-strain': 'negative',
  milestone: 'positive',
  crisis: 'negative',
  'high-stakes': 'negative',
  distress: 'negative',
  'personal-life': 'positive',
};

/** A stretch's topics, each with what speaks for it, most first. Without a table none speaks more than another. */
export function topicsOf(
  context: Context,
  turn: number,
  stretch: { readonly first: number; readonly last: number },
): { readonly topic: Topic; readonly weight: number }[] {
  const weightOf = context.weights('topic');
  const sums = new Map<Topic, number>(topics.map(topic => [topic, 0]));
  const seen = new Set<number>();
  if (weightOf)
    topicFeatures(context, turn, stretch, (topic, key) => {
      // features that weigh the same for every topic come once a topic
      const place = key * topics.length + topics.indexOf(topic);
      if (seen.has(place)) return;
      seen.add(place);
      sums.set(topic, (sums.get(topic) ?? 0) + weightOf(key));
    });
  return [...sums].map(([topic, weight]) => ({ topic, weight })).sort((a, b) => b.weight - a.weight);
}
