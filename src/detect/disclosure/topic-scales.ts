/** The fitted table of topics: each topic weighs the words for itself, and the counts of topical words as all others do. */
import { topics } from '../../model/finding.ts';
import type { Context } from '../context.ts';
import { type BuiltTables, Scales, type WeightTable } from '../weigh.ts';
import { type TopicSink, topicFeatures } from './topic-features.ts';

/** The name under which the weights of counts stand, which are the same for every topic. */
const ANY = 'any';

/** Parts the fitted table of topics into one a topic and one for the counts. */
export function topicTables(table: WeightTable | undefined): Record<string, WeightTable> {
  if (table === undefined) return {};
  const parts = new Map([...topics, ANY].map(name => [name as string, {} as Record<string, number>]));
  for (const [name, weight] of Object.entries(table.weights)) {
    const [, topic = ANY, feature = name] = /^([a-z-]+): (.*)$/.exec(name) ?? [];
    const part = parts.get(topic);
    if (part === undefined)
      throw new Error(`the table of topics weighs "${name}", but there is no such topic`);
    part[feature] = weight;
  }
  return Object.fromEntries([...parts].map(([name, weights]) => [name, { ...table, weights }]));
}

/** The tables of topics, ready for use. */
export class TopicScales implements TopicSink {
  readonly shared: Scales;
  readonly #any: number;
  #at = 0;

  constructor(tables: BuiltTables) {
    this.shared = new Scales(tables);
    this.#any = this.shared.numberOf(ANY);
  }

  /** What speaks for each topic, by its index; all nothing without a table. */
  of(
    context: Context,
    turn: number,
    stretch: { readonly first: number; readonly last: number },
  ): Float64Array {
    if (this.#any < 0) return new Float64Array(topics.length);
    this.#at = this.shared.begin();
    topicFeatures(context, turn, stretch, this);
    return this.shared.sums.slice(this.#at, this.#at + topics.length);
  }

  counted(topic: number, feature: number): void {
    this.shared.sums[this.#at + topic]! += this.shared.weightOfNamed(feature, this.#any);
  }

  answer(key: number): void {
    this.shared.words(key);
  }
}
