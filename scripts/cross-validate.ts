/**
 * How well detection does on conversations that its weights have not seen:
 *
 *     npx tsx scripts/cross-validate.ts [--report PART]… LABELLED.jsonl…
 *
 * The conversations are parted in five by a hash of their ids; each part is scored with weights fitted on the other
 * four, and all together are held against their labels. The rules are the same in every part. Figures are printed for
 * all conversations, and for the files whose name holds a PART.
 */
import { type Compiled, compileRules } from '../src/detect/compile.ts';
import { createDetect } from '../src/detect/index.ts';
import { ruleSources } from '../src/detect/sources.ts';
import { buildTable } from '../src/detect/weigh.ts';
import { evaluate } from '../src/evaluate/evaluation.ts';
import type { LabelledCase } from '../src/evaluate/settled.ts';
import { scoreConversation } from '../src/score/index.ts';
import { answeredIn, fitAnswers } from './fit/answers.ts';
import { records } from './fit/records.ts';
import { examplesOf, samplesOf } from './fit/sentences.ts';
import { FOLDS, fitTask, foldOf } from './fit/table.ts';
import { tasks } from './fit/tasks.ts';

const args = process.argv.slice(2);
const parts = args.flatMap((arg, i) => (args[i - 1] === '--report' ? [arg] : []));
const files = args.filter((arg, i) => !arg.startsWith('--') && args[i - 1] !== '--report');

const { rules, classes, guards } = ruleSources('src');
const plain = compileRules(rules, classes, guards);
const all = records(files);
const samples = samplesOf(all, plain);
const fits = tasks.map(task => [task.name, fitTask(examplesOf(task, samples.all), samples.names)] as const);
for (const [name, fit] of fits)
  console.log(
    `${name}: ${fit.sentences} sentences, ${fit.marked} marked; at ${fit.threshold}: precision ${fit.precision.toFixed(3)} recall ${fit.recall.toFixed(3)} F1 ${fit.f1.toFixed(3)}`,
  );

const built = (fold: number): Compiled => ({
  ...plain,
  weights: Object.fromEntries(fits.map(([name, fit]) => [name, buildTable(fit.table(fold))])),
});
const compiledOf = Array.from({ length: FOLDS }, (_, fold) => built(fold));
const answers = fitAnswers(answeredIn(all, fold => compiledOf[fold] as Compiled));
console.log(`answers: ${answers.disclosures} labelled disclosures, macro F1 ${answers.macroF1.toFixed(3)}`);

const cases = new Map<string, LabelledCase[]>();
for (let fold = 0; fold < FOLDS; fold++) {
  const others = compiledOf[fold] as Compiled;
  const own = Object.entries(answers.tables(fold)).map(([name, table]) => [name, buildTable(table)] as const);
  const detect = createDetect({ ...others, weights: { ...others.weights, ...Object.fromEntries(own) } });
  for (const { file, reviewed, labels, weight, ...conversation } of all) {
    if (!reviewed || foldOf(conversation.id) !== fold) continue;
    const score = scoreConversation(conversation, detect(conversation));
    const list = cases.get(file) ?? [];
    list.push({ conversation, labels, score });
    cases.set(file, list);
  }
}

const shown = [
  ...'disclosure missed response.macroF1 topic.accuracy empathy empathy:emotional-reaction empathy:interpretation empathy:exploration scripted authentic rushed ratings.authenticity ratings.empathy'.split(
    ' ',
  ),
];
function report(name: string, list: readonly LabelledCase[]): void {
  const { figures, counts } = evaluate(list);
  const said = shown.map(key => {
    const figure = figures[key] ?? figures[`${key}.f1`];
    const { precision, recall } = {
      precision: figures[`${key}.precision`]?.value,
      recall: figures[`${key}.recall`]?.value,
    };
    const both = precision === undefined ? '' : ` (${precision ?? '-'} ${recall ?? '-'})`;
    return `${key} ${figure?.value ?? '-'}${both}`;
  });
  console.log(
    `\n${name}: ${list.length} conversations, ${counts.disclosure?.labelled} disclosures\n  ${said.join('\n  ')}`,
  );
}
report('all', [...cases.values()].flat());
for (const part of parts)
  report(
    part,
    [...cases].filter(([file]) => part.split(',').some(p => file.includes(p))).flatMap(([, list]) => list),
  );
