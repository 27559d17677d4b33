/**
 * What one conversation contributes to the figures: plain counts, which add up over conversations, and its ratings.
 * The figures of a thousand draws then cost a sum each, and no conversation is looked at twice.
 */
import { marksOf } from './marks.ts';
import { pairsOf } from './pairs.ts';
import { type Rated, ratedOf } from './rated.ts';
import type { LabelledCase } from './settled.ts';

export interface Sheet {
  readonly counts: ReadonlyMap<string, number>;
  readonly rated: Rated;
}

/** Names of counts: of a subject's turns, and of a pair of classes. */
export const countKey = (subject: string, what: 'labelled' | 'found' | 'right' | 'turns') =>
  `${subject}/${what}`;
export const pairKey = (what: 'response' | 'topic', labelled: string, found: string) =>
  `${what}/${labelled}/${found}`;

/** Draws up the sheet. */
export function sheetOf(one: LabelledCase): Sheet {
  const counts = new Map<string, number>();
  const add = (key: string, count: number) => {
    if (count > 0) counts.set(key, (counts.get(key) ?? 0) + count);
  };
  for (const [subject, { labelled, found, turns }] of marksOf(one)) {
    add(countKey(subject, 'labelled'), labelled.size);
    add(countKey(subject, 'found'), found.size);
    add(countKey(subject, 'right'), [...found].filter(turn => labelled.has(turn)).length);
    add(countKey(subject, 'turns'), turns);
  }
  const { response, topic } = pairsOf(one);
  for (const pair of response) add(pairKey('response', pair.labelled, pair.found), 1);
  for (const pair of topic) add(pairKey('topic', pair.labelled, pair.found), 1);
  return { counts, rated: ratedOf(one) };
}
