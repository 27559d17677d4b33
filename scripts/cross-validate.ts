/**
 * How well detection does on conversations that its weights have not seen:
 *
 *     npx tsx scripts/cross-validate.ts [--report PART]… LABELLED.jsonl…
 *
 * The conversations are parted in five by a hash of their ids; each part is scored with weights fitted on the other
 * four, and all together are held against their labels. The rules are the same in every part. Figures are printed for
 * all conversations, and for the files whose name holds a PART.
 */
import { builtWeights } from '../src/detect/compile.ts';
import { createDetect } from '../src/detect/index.ts';
import { evaluate } from '../src/evaluate/evaluation.ts';
import type { LabelledCase } from '../src/evaluate/settled.ts';
import { scoreConversation } from '../src/score/index.ts';
import { fitAll } from './fit/all.ts';
import { records } from './fit/records.ts';
import { FOLDS, foldOf } from './fit/table.ts';

const args = process.argv.slice(2);
const parts = args.flatMap((arg, i) => (args[i - 1] === '--report' ? [arg] : []));
const files = args.filter((arg, i) => !arg.startsWith('--') && args[i - 1] !== '--report');

const all = records(files);
const { plain, fits } = fitAll(all);
for (const { name, said } of fits) console.log(`${name}: ${said}`);

const cases = new Map<string, LabelledCase[]>();
for (let fold = 0; fold < FOLDS; fold++) {
  const weights = builtWeights(Object.fromEntries(fits.map(({ name, table }) => [name, table(fold)])));
  const detect = createDetect({ ...plain, ...weights });
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
