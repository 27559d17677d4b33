/** Disclosures: what the customer says about their life, and what the agent did about it. */
import type { Disclosure, Topic, Valence } from '../../model/finding.ts';
import type { Context } from '../context.ts';
import type { Detector } from '../detector.ts';
import { confidence, deciding, type Stretch, stretches } from '../stretches.ts';
import { responseTo } from './response.ts';
import { topicsOf } from './topic.ts';
import { usualValence, valenceOf } from './valence.ts';

export const disclosure: Detector<'disclosure'> = {
  dimension: 'disclosure',
  detect: context =>
    context.turns.flatMap((turn, t) => {
      if (turn.speaker !== 'customer') return [];
      const heard = spoken(context, t);
      if (heard.length === 0) return [];
      const next = context.agentTurnsAfter(t)[0];
      return heard.map(
        ({ first, last, ...said }): Disclosure => ({
          ...context.span(t, first, last),
          ...said,
          dimension: 'disclosure',
          ...responseTo(context, { turn: t, first, last, topic: said.topic, valence: said.valence }),
          agent: next === undefined ? null : context.agentOf(next),
        }),
      );
    }),
};

interface Spoken {
  readonly first: number;
  readonly last: number;
  readonly rule: string;
  readonly topic: Topic;
  readonly valence: Valence;
  readonly confidence?: 'possible';
  readonly words?: readonly string[];
}

/**
 * The disclosures of a turn, one a topic: the surest, then the longest, phrase of it, or a sentence that weighs
 * enough.
 */
function spoken(context: Context, turn: number): Spoken[] {
  const found = chief(stretches(context, turn, 'disclosure', context.hits('disclosure', turn))).flatMap(
    stretch =>
      stretch.hits.length === 0 ? [weighed(context, turn, stretch)] : phrased(context, turn, stretch),
  );
  const best = new Map<Topic, Spoken>();
  for (const one of found) {
    const known = best.get(one.topic);
    if (!known || rank(one) < rank(known)) best.set(one.topic, one);
  }
  return [...best.values()];
}

/** No turn has more to tell than this; of an endless one the surest sentences are judged, so that it takes no endless time. */
const MOST_TOLD = 30;

function chief(all: readonly Stretch[]): readonly Stretch[] {
  if (all.length <= MOST_TOLD) return all;
  const sure = ({ sure, weight }: Stretch) => (sure ? 1000 : 0) + (weight ?? 0);
  return [...all]
    .sort((a, b) => sure(b) - sure(a) || a.first - b.first)
    .slice(0, MOST_TOLD)
    .sort((a, b) => a.first - b.first);
}

/**
 * What the phrases of a stretch say. Phrases of the topic for which most speaks stand, and those of topics for which
 * hardly less does; where none is of such a topic, the longest phrase is taken to be about it.
 */
function phrased(context: Context, turn: number, stretch: Stretch): Spoken[] {
  const ranked = topicsOf(context, turn, stretch);
  const most = ranked[0] as (typeof ranked)[number];
  const good = new Set(
    ranked.filter(({ weight }) => weight >= most.weight - AS_GOOD).map(({ topic }) => topic),
  );
  const said = stretch.hits.map(({ first, last, rule }): Spoken => {
    const fields = rule.fields as unknown as Pick<Spoken, 'topic' | 'valence'>;
    const valence = valenceOf(context, turn, stretch, fields.valence);
    return { first, last, rule: rule.id, topic: fields.topic, valence, ...confidence(stretch) };
  });
  const standing = said.filter(({ topic }) => good.has(topic));
  if (standing.length > 0) return standing;
  // a phrase of that topic may have given way to one beside it that says less of the matter
  const named = context
    .hits('disclosure', turn)
    .find(
      hit => hit.rule.fields?.topic === most.topic && stretch.first <= hit.first && hit.last <= stretch.last,
    );
  if (named && !named.rule.confidence) {
    const { topic, valence } = named.rule.fields as unknown as Pick<Spoken, 'topic' | 'valence'>;
    const { first, last, rule } = named;
    return [
      {
        first,
        last,
        rule: rule.id,
        topic,
        valence: valenceOf(context, turn, stretch, valence),
        ...confidence(stretch),
      },
    ];
  }
  const [longest] = said.sort((a, b) => rank(a) - rank(b)) as [Spoken];
  return [
    { ...longest, topic: most.topic, valence: valenceOf(context, turn, stretch, usualValence[most.topic]) },
  ];
}

/** A topic for which so little less speaks than for the best (in the sum of weights) is told beside it. */
const AS_GOOD = 0.5;

/** Sure before possible, long before short. */
const rank = (one: Spoken) => (one.confidence ? 1e6 : 0) - (one.last - one.first);

/**
 * What a sentence without a phrase must weigh, as a share of the table's threshold, before we say that somebody
 * passed over it: that wants to be surer than that it was answered. Below, it is `possible`. Chosen on labelled
 * conversations.
 */
const BEFORE_MISSED = 1.3;

function weighed(context: Context, turn: number, stretch: Stretch): Spoken {
  const { first, last, weight } = stretch;
  const { topic } = topicsOf(context, turn, stretch)[0] as { topic: Topic };
  const valence = valenceOf(context, turn, stretch, usualValence[topic]);
  const { response } = responseTo(context, { turn, first, last, topic, valence });
  const sure = response !== 'missed' || (weight ?? 0) >= BEFORE_MISSED;
  return {
    first,
    last,
    rule: 'disclosure/weighed',
    topic,
    valence,
    ...confidence({ sure }),
    ...deciding(context, turn, 'disclosure', stretch),
  };
}
