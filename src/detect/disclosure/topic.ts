/**
 * The topic of a disclosure that no phrase foresaw: the words of each topic's own phrases vote, a word counting
 * the more the fewer topics use it.
 */
import type { Sequence } from '../../match/phrase.ts';
import { type Topic, topics, type Valence } from '../../model/finding.ts';

/** Votes of a word: topic numbers and weights in turn. */
export type TopicVotes = Readonly<Record<string, readonly number[]>>;

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

/** Counts, when rules are built, which topics' phrases use a word. Words in more than a few topics do not vote. */
export function topicVotes(
  phrases: readonly { readonly topic: Topic; readonly sequences: readonly Sequence[] }[],
  stop: ReadonlySet<string>,
): TopicVotes {
  const uses = new Map<string, Map<number, number>>();
  for (const { topic, sequences } of phrases) {
    const places = new Set(sequences.flat());
    const words = new Set([...places].flatMap(place => (place === '*' ? [] : place)));
    for (const word of words) {
      if (stop.has(word) || word.length < 3 || word.startsWith('<')) continue;
      const by = uses.get(word) ?? new Map<number, number>();
      const number = topics.indexOf(topic);
      by.set(number, (by.get(number) ?? 0) + 1);
      uses.set(word, by);
    }
  }
  const out: Record<string, number[]> = {};
  for (const [word, by] of [...uses].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    if (by.size > 4) continue;
    const total = [...by.values()].reduce((sum, n) => sum + n, 0);
    out[word] = [...by].flatMap(([topic, n]) => [topic, Math.round((100 * n) / total / by.size) / 100]);
  }
  return out;
}

/** The topic with most votes among words; null without any. */
export function electTopic(votes: TopicVotes, words: readonly string[]): Topic | null {
  const sums = new Float64Array(topics.length);
  for (const word of new Set(words)) {
    const own = Object.hasOwn(votes, word) ? (votes[word] as readonly number[]) : [];
    for (let i = 0; i < own.length; i += 2)
      sums[own[i] as number] = (sums[own[i] as number] as number) + (own[i + 1] as number);
  }
  const best = sums.indexOf(Math.max(...sums));
  return (sums[best] as number) > 0 ? (topics[best] as Topic) : null;
}
