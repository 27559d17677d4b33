/** Conversation scores beside people's ratings, conversation by conversation and agent by agent. */
import type { LabelledCase } from './settled.ts';
import { spearman } from './spearman.ts';

/** The scores that people rate too. */
export const ratedScores = ['authenticity', 'empathy'] as const;
export type RatedScore = (typeof ratedScores)[number];

/** Rating and score; null where either is missing. */
type RatedPair = readonly [rating: number, score: number] | null;

/** One conversation's ratings and scores; the scores are those of its first agent. */
export interface Rated extends Readonly<Record<RatedScore, RatedPair>> {
  readonly agent: string;
}

/** Fewer conversations make no mean of an agent, and fewer agents no order. */
const LEAST_CONVERSATIONS = 3;
const LEAST_AGENTS = 4;

/** Ratings and scores of a conversation. */
export function ratedOf({ conversation, labels, score }: LabelledCase): Rated {
  const pair = (name: RatedScore): RatedPair => {
    const rating = labels.ratings?.[name] ?? null;
    const own = score.agents[0]?.scores[name] ?? null;
    return rating === null || own === null ? null : [rating, own];
  };
  return { agent: conversation.agent.id, authenticity: pair('authenticity'), empathy: pair('empathy') };
}

/** Spearman's rho over conversations. */
export function conversationRho(rated: readonly Rated[], name: RatedScore): number | null {
  return spearman(rated.flatMap(one => (one[name] ? [one[name]] : [])));
}

/** Spearman's rho over the means of agents; conversations count where both scores are rated. */
export function agentRho(rated: readonly Rated[], name: RatedScore): number | null {
  const agents = new Map<string, (readonly [number, number])[]>();
  for (const one of rated) {
    const pair = one[name];
    if (!pair || ratedScores.some(other => one[other] === null)) continue;
    const own = agents.get(one.agent);
    if (own) own.push(pair);
    else agents.set(one.agent, [pair]);
  }
  const means = [...agents.values()]
    .filter(pairs => pairs.length >= LEAST_CONVERSATIONS)
    .map(pairs => [mean(pairs.map(([rating]) => rating)), mean(pairs.map(([, score]) => score))] as const);
  return means.length >= LEAST_AGENTS ? spearman(means) : null;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
