/**
 * Fits what tells the topics of disclosures apart: a conditional logit over the features of each (disclosure, topic),
 * src/detect/disclosure/topic-features.ts. Counts of topical words share their weights among all topics and are held
 * loosely; single words, of which each topic has its own and little is known, are held tightly.
 */
import type { Compiled } from '../../src/detect/compile.ts';
import { topicFeatures, topicNaming } from '../../src/detect/disclosure/topic-features.ts';
import { Engine } from '../../src/detect/engine.ts';
import type { WeightTable } from '../../src/detect/weigh.ts';
import { topics } from '../../src/model/finding.ts';
import type { Labelled } from './records.ts';
import { FOLDS, foldOf } from './table.ts';

/** Lambda of lambda/2 * w^2, for shared counts and for features of one topic. Chosen by cross-validation. */
const PENALTY = { shared: 2, own: 1.5 } as const;
/** A feature counts from this many disclosures on. */
const LEAST_SEEN = 3;
const ROUNDS = 150;
/** Smaller weights are left out of the table. */
const LEAST_WEIGHT = 0.05;

interface Example {
  readonly fold: number;
  readonly weight: number;
  /** Topics that count as right. */
  readonly right: readonly number[];
  /** Features by topic. */
  readonly features: readonly (readonly number[])[];
}

/** The labelled disclosures as examples, and the names of their features. */
function examplesOf(records: readonly Labelled[], compiled: Compiled) {
  const engine = new Engine(compiled);
  const keys = new Map<number, { readonly name: string; readonly seen: Set<number> }>();
  const raw: (Omit<Example, 'features'> & { readonly keys: readonly ReadonlySet<number>[] })[] = [];
  for (const record of records) {
    if (!record.reviewed || !record.labels.disclosures?.length) continue;
    const context = engine.read(record);
    for (const { turn, quote, topic, topicDisputed } of record.labels.disclosures) {
      if (topicDisputed === true || record.turns[turn]?.speaker !== 'customer') continue;
      const start = record.turns[turn].text.indexOf(quote);
      const end = start + quote.length;
      const own = context.sentences(turn).filter(({ first, last }) => {
        const span = context.span(turn, first, last);
        return span.start < end && start < span.end;
      });
      const [first, last] = [own[0]?.first, own.at(-1)?.last];
      if (start < 0 || first === undefined || last === undefined) continue;
      const sets = topics.map(() => new Set<number>());
      const sink = topicNaming(context, turn, (of, key, name) => {
        const known = keys.get(key) ?? { name: name(), seen: new Set() };
        keys.set(key, known);
        known.seen.add(raw.length);
        sets[of]?.add(key);
      });
      topicFeatures(context, turn, { first, last }, sink);
      raw.push({
        fold: foldOf(record.id),
        weight: record.weight,
        right: [topic, ...(topicDisputed || [])].map(one => (topics as readonly string[]).indexOf(one)),
        keys: sets,
      });
    }
  }
  const numbers = new Map(
    [...keys].filter(([, { seen }]) => seen.size >= LEAST_SEEN).map(([key], n) => [key, n]),
  );
  const names = [...numbers.keys()].map(key => (keys.get(key) as { name: string }).name);
  const examples = raw.map(
    ({ keys, ...example }): Example => ({
      ...example,
      features: keys.map(set => [...set].flatMap(key => numbers.get(key) ?? [])),
    }),
  );
  return { examples, names };
}

function fitted(examples: readonly Example[], names: readonly string[]): Float64Array {
  const weights = new Float64Array(names.length);
  const speed = new Float64Array(names.length).fill(1e-8);
  const gradient = new Float64Array(names.length);
  const penalty = names.map(name => (/^[a-z-]+: (?!\(topic\))/.test(name) ? PENALTY.own : PENALTY.shared));
  for (let round = 0; round < ROUNDS; round++) {
    for (let f = 0; f < names.length; f++) gradient[f] = (penalty[f] as number) * (weights[f] as number);
    for (const { features, right, weight } of examples) {
      const p = shares(features, weights);
      const inRight = right.reduce((sum, topic) => sum + (p[topic] as number), 0);
      for (const [topic, list] of features.entries()) {
        const should = right.includes(topic) ? (p[topic] as number) / inRight : 0;
        const error = weight * ((p[topic] as number) - should);
        if (Math.abs(error) > 1e-6) for (const f of list) gradient[f] = (gradient[f] as number) + error;
      }
    }
    for (let f = 0; f < names.length; f++) {
      const g = gradient[f] as number;
      speed[f] = (speed[f] as number) + g * g;
      weights[f] = (weights[f] as number) - (0.3 * g) / Math.sqrt(speed[f] as number);
    }
  }
  return weights;
}

/** What of 1 each topic gets. */
function shares(features: Example['features'], weights: Float64Array): number[] {
  const sums = features.map(list => list.reduce((sum, f) => sum + (weights[f] as number), 0));
  const most = Math.max(...sums);
  const raised = sums.map(sum => Math.exp(sum - most));
  const all = raised.reduce((sum, one) => sum + one, 0);
  return raised.map(one => one / all);
}

/** A fit of the topics: how many disclosures, how many told right unseen, and the table without a part. */
export interface TopicFit {
  readonly disclosures: number;
  readonly accuracy: number;
  table(withoutFold: number | null): WeightTable;
}

/** Fits the topics of the records' disclosures. */
export function fitTopics(records: readonly Labelled[], compiled: Compiled): TopicFit {
  const { examples, names } = examplesOf(records, compiled);
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    fitted(
      examples.filter(example => example.fold !== fold),
      names,
    ),
  );
  const right = examples.filter(example => {
    const p = shares(example.features, models[example.fold] as Float64Array);
    return example.right.includes(p.indexOf(Math.max(...p)));
  });
  return {
    disclosures: examples.length,
    accuracy: right.length / examples.length,
    table: without => {
      const weights = without === null ? fitted(examples, names) : (models[without] as Float64Array);
      const named = names
        .map((name, n) => [name, Math.round(100 * (weights[n] as number)) / 100] as const)
        .filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT)
        .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      return { bias: 0, threshold: 0.5, weights: Object.fromEntries(named) };
    },
  };
}
