/** Disclosures: what the customer says about their life, and what the agent did about it. */
import type { Disclosure, Topic, Valence } from '../../model/finding.ts';
import type { Context } from '../context.ts';
import type { Detector } from '../detector.ts';
import { confidence, stretches } from '../stretches.ts';
import { responseTo } from './response.ts';
import { electTopic, usualValence } from './topic.ts';

export const disclosure: Detector<'disclosure'> = {
  dimension: 'disclosure',
  detect: context =>
    context.turns.flatMap((turn, t) => {
      if (turn.speaker !== 'customer') return [];
      const heard = spoken(context, t);
      if (heard.length === 0) return [];
      const next = context.agentTurnsAfter(t)[0];
      return heard.map(({ first, last, ...said }): Disclosure => ({
        ...context.span(t, first, last),
        ...said,
        dimension: 'disclosure',
        ...responseTo(context, t, { first, last, topic: said.topic }),
        agent: next === undefined ? null : context.agentOf(next),
      }));
    }),
};

interface Spoken {
  readonly first: number;
  readonly last: number;
  readonly rule: string;
  readonly topic: Topic;
  readonly valence: Valence;
  readonly confidence?: 'possible';
}

/** The disclosures of a turn, one a topic: the surest, then the longest, phrase of it, or a sentence that weighs enough. */
function spoken(context: Context, turn: number): Spoken[] {
  const all = stretches(context, turn, 'disclosure', context.hits('disclosure', turn)).flatMap(stretch => {
    const said = stretch.hits.map(
      ({ first, last, rule }): Spoken => ({ first, last, rule: rule.id, ...(rule.fields as unknown as Pick<Spoken, 'topic' | 'valence'>), ...confidence(stretch) }),
    );
    if (said.length > 0) return said;
    const { first, last } = stretch;
    const topic = electTopic(context.compiled.topicVotes, context.words(turn, first, last)) ?? 'personal-life';
    return [{ first, last, rule: 'disclosure/weighed', topic, valence: usualValence[topic] }];
  });
  const rank = (one: Spoken) => (one.confidence ? 1e6 : 0) - (one.last - one.first);
  return all.filter(one => !all.some(other => other !== one && other.topic === one.topic && (rank(other) < rank(one) || (rank(other) === rank(one) && other.first < one.first))));
}
