/** The labelled disclosures of one conversation, each with the one that the tool found in its turn. */
import { NOT_FOUND, UNANSWERABLE } from './confusion.ts';
import { overlaps } from './overlap.ts';
import { type LabelledCase, sidesOf } from './settled.ts';

/** One labelled disclosure: the class people gave it, and the tool's, or `not found`. */
export interface Pair {
  readonly turn: number;
  readonly quote: string;
  readonly labelled: string;
  readonly found: string;
}

/**
 * What the agent did about it, and what it is about, as people and as the tool have it. Of several findings in the
 * turn the first whose words overlap stands for it. A response that labellers differed in is no pair; of topics they differed
 * in, any counts as the labelled one.
 */
export function pairsOf(one: LabelledCase): {
  readonly response: readonly Pair[];
  readonly topic: readonly Pair[];
} {
  const response: Pair[] = [];
  const topic: Pair[] = [];
  const { labelled, found } = sidesOf(one, 'disclosure') ?? { labelled: [], found: [] };
  for (const label of labelled) {
    const { turn, quote } = label;
    const there = found.filter(finding => finding.turn === turn);
    const best = there.find(finding => overlaps(finding.quote, quote)) ?? there[0];
    if (!label.responseDisputed) {
      const said = best ? (best.response ?? UNANSWERABLE) : NOT_FOUND;
      response.push({ turn, quote, labelled: label.response, found: said });
    }
    if (label.topicDisputed !== true) {
      const others = label.topicDisputed || [];
      const said = best && (others.includes(best.topic) ? label.topic : best.topic);
      topic.push({ turn, quote, labelled: label.topic, found: said ?? NOT_FOUND });
    }
  }
  return { response, topic };
}
