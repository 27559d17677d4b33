/**
 * Fits the two tables that judge the agent's answer to a disclosure (detect/weights/answer-*.yaml):
 *
 *     npx tsx scripts/fit-answers.ts [--dry] [--out FOLDER] LABELLED.jsonl…
 *
 * The features of an answer rest on the other tables, so these are fitted afresh, by parts: no conversation is read with
 * tables that have seen it. Run it after fit-weights.ts, whenever that was run.
 */
import { writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { compileRules } from '../src/detect/compile.ts';
import { ruleSources } from '../src/detect/sources.ts';
import { buildTable } from '../src/detect/weigh.ts';
import { answeredIn, fitAnswers } from './fit/answers.ts';
import { records } from './fit/records.ts';
import { examplesOf, samplesOf } from './fit/sentences.ts';
import { fitTask } from './fit/table.ts';
import { tasks } from './fit/tasks.ts';

const args = process.argv.slice(2);
const folder = args.includes('--out') ? args[args.indexOf('--out') + 1] : 'src/detect/weights';
const files = args.filter((arg, i) => !arg.startsWith('--') && args[i - 1] !== '--out');

const { rules, classes, guards } = ruleSources('src');
const plain = compileRules(rules, classes, guards);
const all = records(files);
const samples = samplesOf(all, plain);
// which topic it is about plays no part in what was done about it
const fits = tasks
  .filter(({ name }) => !name.startsWith('topic-'))
  .map(task => [task.name, fitTask(examplesOf(task, samples.all), samples.names)] as const);
const answers = fitAnswers(
  answeredIn(all, fold => ({
    ...plain,
    weights: Object.fromEntries(fits.map(([name, fit]) => [name, buildTable(fit.table(fold))])),
  })),
);
const figures = `response macro F1 ${answers.macroF1.toFixed(2)}`;
console.log(`${answers.disclosures} labelled disclosures; ${figures}`);
for (const [pair, count] of Object.entries(answers.confusion).sort()) console.log(`  ${pair}: ${count}`);
if (!args.includes('--dry'))
  for (const [name, table] of Object.entries(answers.tables(null)))
    writeFileSync(
      `${folder}/${name}.yaml`,
      stringify({
        title: `Signs that speak for and against: ${name}`,
        source: `fitted by scripts/fit-answers.ts on the answers to ${answers.disclosures} labelled disclosures; cross-validated over conversations: ${figures}`,
        ...table,
      }),
    );
