/** Weighing against the same done plainly: every feature by its name, looked up in the tables as their files have them. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compiled } from '../../src/compiled/rules.ts';
import { topicFeatures, topicNaming } from '../../src/detect/disclosure/topic-features.ts';
import { Engine } from '../../src/detect/engine.ts';
import { featureKey } from '../../src/detect/feature-names.ts';
import { features, naming } from '../../src/detect/features.ts';
import { ruleSources } from '../../src/detect/sources.ts';
import type { Conversation } from '../../src/model/conversation.ts';
import { topics } from '../../src/model/finding.ts';

const { topic: topicTable, ...tables } = ruleSources('src').weights;
const engine = new Engine(compiled());

const folder = 'fixtures/labelled';
const all: Conversation[] = readdirSync(folder)
  .filter(name => name.endsWith('.jsonl'))
  .flatMap(name => readFileSync(`${folder}/${name}`, 'utf8').trim().split('\n'))
  .map(line => JSON.parse(line));
const said = all.flatMap(({ turns }) => turns);

/** Turns of any conversation in any order: what stands beside what is as varied as can be. */
const conversation = fc
  .array(fc.integer({ min: 0, max: said.length - 1 }), { minLength: 1, maxLength: 12 })
  .map(
    (picked): Conversation => ({
      ...(all[0] as Conversation),
      turns: picked.map(at => said[at] as Conversation['turns'][number]),
    }),
  );

/** What the tables weigh, by key: one feature in some hundred thousand has the key of another. */
const inTables = new Map(
  Object.values(tables).flatMap(({ weights }) =>
    Object.keys(weights).map(name => [featureKey(name) | 0, name] as const),
  ),
);

/** Weights are kept in hundredths. */
const hundredths = (weight: number) => Math.round(100 * weight) / 100;

it('gives every table the sum that its file gives the named features', () => {
  let weighed = 0;
  fc.assert(
    fc.property(conversation, mixed => {
      const context = engine.read(mixed);
      mixed.turns.forEach(({ speaker }, turn) => {
        if (speaker !== 'agent' && speaker !== 'customer') return;
        for (const sentence of context.sentences(turn)) {
          const names = new Set<string>();
          let confused = false;
          const sink = naming(context, turn, (key, name) => {
            names.add(name());
            confused ||= (inTables.get(key | 0) ?? name()) !== name();
          });
          features(context, turn, sentence, sink);
          if (confused) continue;
          for (const [table, { bias, weights }] of Object.entries(tables)) {
            let sum = bias;
            for (const name of names) sum += hundredths(weights[name] ?? 0);
            expect(context.probability(table, turn, sentence)).toBeCloseTo(1 / (1 + Math.exp(-sum)), 9);
            weighed++;
          }
        }
      });
    }),
    { numRuns: 60 },
  );
  expect(weighed).toBeGreaterThan(5000);
});

it('gives every topic the sum that the file gives its named features', () => {
  let different = 0;
  fc.assert(
    fc.property(conversation, mixed => {
      const context = engine.read(mixed);
      mixed.turns.forEach(({ speaker }, turn) => {
        if (speaker !== 'customer') return;
        for (const { first, last } of context.sentences(turn)) {
          const names = topics.map(() => new Set<string>());
          topicFeatures(
            context,
            turn,
            { first, last },
            topicNaming(context, turn, (topic, _, name) => names[topic]?.add(name())),
          );
          const sums = context.topics.of(context, turn, { first, last });
          topics.forEach((_, topic) => {
            let sum = 0;
            for (const name of names[topic] ?? []) sum += hundredths(topicTable?.weights[name] ?? 0);
            expect(sums[topic]).toBeCloseTo(sum, 9);
            if (Math.abs(sum) > 1) different++;
          });
        }
      });
    }),
    { numRuns: 60 },
  );
  expect(different).toBeGreaterThan(100);
});
