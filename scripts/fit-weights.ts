/**
 * Fits the weight tables of detect/weights/ from labelled conversations:
 *
 *     npx tsx scripts/fit-weights.ts [--only NAME] [--dry] [--out FOLDER] LABELLED.jsonl… [LABELS.jsonl@TEXTS.jsonl]…
 *
 * LABELLED: one conversation a line with `labels` (disclosures, empathy, scripted, authentic, rushed). A sentence is an
 * example for a table when a labelled quote covers most of it or lies in it. Labels may be kept apart from their texts:
 * each then says where it stands in the turn (`start`, `end`), and the texts are found by `id`.
 * Says, by cross-validation over conversations, how well each does; writes the tables.
 */
import { writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { fitAll } from './fit/all.ts';
import { records } from './fit/records.ts';

const args = process.argv.slice(2);
const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const only = option('--only') ?? '';
const folder = option('--out') ?? 'src/detect/weights';
const files = args.filter(
  (arg, i) => !arg.startsWith('--') && !['--only', '--out'].includes(args[i - 1] ?? ''),
);

for (const { name, title, said, table } of fitAll(records(files)).fits) {
  console.log(`${name}: ${said}`);
  if (args.includes('--dry') || !name.startsWith(only)) continue;
  const source = `fitted by scripts/fit-weights.ts on ${said}`;
  writeFileSync(`${folder}/${name}.yaml`, stringify({ title, source, ...table(null) }));
}
