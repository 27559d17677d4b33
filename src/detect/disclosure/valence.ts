/**
 * How a disclosure sounds: as its topic usually does, unless its sentence holds words of the other feeling. Then it is
 * mixed: people seldom report a birth sadly or a death gladly without a trace of both.
 */
import type { Topic, Valence } from '../../model/finding.ts';
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

/** Word classes that sound glad, and those that sound sad. */
const sounds: ReadonlyMap<string, 'positive' | 'negative'> = new Map([
  ['sounds-glad', 'positive'],
  ['sounds-sad', 'negative'],
]);

/** The valence of a stretch about a topic; `usual` as a phrase's rule has it, or the topic's. */
export function valenceOf(
  context: Context,
  turn: number,
  { first, last }: { readonly first: number; readonly last: number },
  usual: Valence,
): Valence {
  for (const hit of context.classHits(turn)) {
    const sound = sounds.get(context.className(hit.name));
    if (sound && first <= hit.first && hit.first <= last && usual !== 'mixed' && sound !== usual)
      return 'mixed';
  }
  return usual;
}
