/**
 * Fits the weight tables of detect/weights/ from labelled conversations:
 *
 *     npx tsx scripts/fit-weights.ts [--only NAME] [--dry] [--out FOLDER] LABELLED.jsonl… [LABELS.jsonl@TEXTS.jsonl]…
 *
 * LABELLED: one conversation a line with `labels` (disclosures, empathy, scripted, authentic, rushed). A sentence is an
 * example for a table when a labelled quote covers most of it or lies in it. Labels may be kept apart from their texts:
 * each then says where it stands in the turn (`start`, `end`), and the texts are found by `id`.
 * Says, by cross-validation over conversations, how well turns are told apart; writes the tables.
 */
import { writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { compileRules } from '../src/detect/compile.ts';
import { ruleSources } from '../src/detect/sources.ts';
import { records } from './fit/records.ts';
import { examplesOf, samplesOf } from './fit/sentences.ts';
import { fitTask } from './fit/table.ts';
import { tasks } from './fit/tasks.ts';
import { fitTopics } from './fit/topic.ts';

const args = process.argv.slice(2);
const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const only = option('--only') ?? '';
const folder = option('--out') ?? 'src/detect/weights';
const files = args.filter(
  (arg, i) => !arg.startsWith('--') && !['--only', '--out'].includes(args[i - 1] ?? ''),
);

const { rules, classes, guards } = ruleSources('src');
const labelled = records(files);
const plain = compileRules(rules, classes, guards);
const chosen = tasks.filter(({ name }) => name.startsWith(only));
const { all, names } = chosen.length > 0 ? samplesOf(labelled, plain) : { all: [], names: new Map() };
for (const task of chosen) {
  const fit = fitTask(examplesOf(task, all), names);
  const figures = `precision ${fit.precision.toFixed(2)}, recall ${fit.recall.toFixed(2)}, F1 ${fit.f1.toFixed(2)}`;
  console.log(
    `${task.name}: ${fit.sentences} sentences, ${fit.marked} marked; at ${fit.threshold}: ${figures}`,
  );
  if (args.includes('--dry')) continue;
  const table = {
    title: `Words that speak for and against: ${task.name}`,
    source: `fitted by scripts/fit-weights.ts on ${fit.sentences} labelled sentences; cross-validated over turns: ${figures}`,
    ...fit.table(null),
  };
  writeFileSync(`${folder}/${task.name}.yaml`, stringify(table));
}

if ('topic'.startsWith(only)) {
  const fit = fitTopics(labelled, plain);
  const figures = `${fit.accuracy.toFixed(2)} right`;
  console.log(`topic: ${fit.disclosures} disclosures; ${figures}`);
  const table = {
    title:
      'What speaks for the topics of disclosures, shared counts first; `topic: feature` speaks for one only',
    source: `fitted by scripts/fit-weights.ts on ${fit.disclosures} labelled disclosures; cross-validated: ${figures}`,
    ...fit.table(null),
  };
  if (!args.includes('--dry')) writeFileSync(`${folder}/topic.yaml`, stringify(table));
}
