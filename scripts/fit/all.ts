/**
 * All tables fitted together, by parts: what comes later (the answer to a disclosure) rests on the tables that come
 * before, so each conversation is read with tables that have not seen it.
 */
import { builtWeights, type Compiled, compileRules } from '../../src/detect/compile.ts';
import { ruleSources } from '../../src/detect/sources.ts';
import type { WeightTable } from '../../src/detect/weigh.ts';
import { answeredIn, fitAnswers } from './answers.ts';
import type { Labelled } from './records.ts';
import { examplesOf, samplesOf } from './sentences.ts';
import { FOLDS, fitTask } from './table.ts';
import { tasks } from './tasks.ts';
import { fitTopics } from './topic.ts';

/** A table fitted: what it does, in words and figures, and itself. */
export interface FittedTable {
  readonly name: string;
  readonly title: string;
  /** What it was fitted on, and how well it does on what it has not seen. */
  readonly said: string;
  /** Fitted on everything, or on everything but one part. */
  table(withoutFold: number | null): WeightTable;
}

/** The rules without weights, and every table. */
export function fitAll(records: readonly Labelled[]): { plain: Compiled; fits: readonly FittedTable[] } {
  const { rules, classes, guards } = ruleSources('src');
  const plain = compileRules(rules, classes, guards);
  const samples = samplesOf(records, plain);
  const fits = tasks.map((task): FittedTable => {
    const { sentences, marked, threshold, precision, recall, f1, table } = fitTask(
      examplesOf(task, samples.all),
      samples.names,
    );
    const figures = `precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}, F1 ${f1.toFixed(2)}`;
    const said = `${sentences} labelled sentences, ${marked} marked; cross-validated over turns at ${threshold}: ${figures}`;
    return { name: task.name, title: `Words that speak for and against: ${task.name}`, said, table };
  });
  const topic = fitTopics(records, plain);
  fits.push({
    name: 'topic',
    title: 'Words that tell the topics of disclosures apart',
    said: `${topic.disclosures} labelled disclosures; cross-validated: ${topic.accuracy.toFixed(2)} right`,
    table: topic.table,
  });
  const tablesOf = Array.from(
    { length: FOLDS },
    (_, fold): Compiled => ({
      ...plain,
      ...builtWeights(Object.fromEntries(fits.map(({ name, table }) => [name, table(fold)]))),
    }),
  );
  const answers = fitAnswers(answeredIn(records, fold => tablesOf[fold] as Compiled));
  for (const name of Object.keys(answers.tables(null)))
    fits.push({
      name,
      title: `Signs that speak for and against: ${name}`,
      said: `the answers to ${answers.disclosures} labelled disclosures; cross-validated: response macro F1 ${answers.macroF1.toFixed(2)}`,
      table: without => answers.tables(without)[name] as WeightTable,
    });
  return { plain, fits };
}
