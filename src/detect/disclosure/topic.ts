/** The topic of a disclosure that no phrase foresaw: the surest of the fitted tables, one a topic. */
import { type Topic, topics, type Valence } from '../../model/finding.ts';
import type { Sentence } from '../../text/sentences.ts';
import type { Context } from '../context.ts';

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

/** The topic whose table finds a sentence likeliest; `personal-life`, which holds everything else, without tables. */
export function topicOf(context: Context, turn: number, sentence: Sentence): Topic {
  let best: Topic = 'personal-life';
  let most = 0;
  for (const topic of topics) {
    const sure = context.probability(`topic-${topic}`, turn, sentence) ?? 0;
    if (sure > most) [best, most] = [topic, sure];
  }
  return best;
}
