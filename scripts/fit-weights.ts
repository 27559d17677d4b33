/**
 * Fits the weight tables of detect/weights/ from labelled conversations:
 *
 *     npx tsx scripts/fit-weights.ts [--only NAME] [--dry] [--out FOLDER] LABELLED.jsonl…
 *
 * LABELLED: one conversation a line with `labels` (disclosures, empathy, scripted, authentic). A sentence is an
 * example for a table when a labelled quote covers most of it or lies in it. Files of single labelled sentences
 * (`labels.offmychest`) and of conversations known to hold no disclosures (`labels.intents`) count less.
 * Says, by five-fold cross-validation over conversations, how well turns are told apart; writes the tables.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { compileRules } from '../src/detect/compile.ts';
import { Engine } from '../src/detect/context.ts';
import { ruleSources } from '../src/detect/sources.ts';
import { features } from '../src/detect/weigh.ts';
import { topics } from '../src/model/finding.ts';
import { type Fitted, fitted, probability, type Row } from './logistic.ts';

interface Label {
  turn: number;
  topic?: string;
  quote: string;
  kind?: string;
}
interface Task {
  name: string;
  speaker: 'agent' | 'customer';
  dimension: string;
  kind?: string | undefined;
  labels: (labels: Record<string, Label[]>) => Label[];
  /** Only sentences that one of these labels covers are examples, for or against. */
  among?: (labels: Record<string, Label[]>) => Label[];
}
const of = (name: string, dimension: string, key: string, kind?: string): Task => ({
  name,
  dimension,
  kind,
  speaker: dimension === 'disclosure' ? 'customer' : 'agent',
  labels: labels => (labels[key] ?? []).filter(label => kind === undefined || label.kind === kind),
});
const tasks: Task[] = [
  of('disclosure', 'disclosure', 'disclosures'),
  of('empathy', 'empathy', 'empathy'),
  of('emotional-reaction', 'empathy', 'empathy', 'emotional-reaction'),
  of('interpretation', 'empathy', 'empathy', 'interpretation'),
  of('exploration', 'empathy', 'empathy', 'exploration'),
  of('scripted', 'scripted', 'scripted'),
  of('authentic', 'authentic', 'authentic'),
  of('rushed', 'rushed', 'rushed'),
  // which topic, given that it is a disclosure
  ...topics.map(topic => ({
    ...of(`topic-${topic}`, 'disclosure', 'disclosures'),
    labels: (labels: Record<string, Label[]>) =>
      (labels.disclosures ?? []).filter(label => label.topic === topic),
    among: (labels: Record<string, Label[]>) => labels.disclosures ?? [],
  })),
];
const disputedKey: Record<string, string> = {
  disclosure: 'disclosures',
  empathy: 'empathy',
  scripted: 'scripted',
  authentic: 'authentic',
  rushed: 'rushed',
};

/** How much a sentence from the wider packs counts, against 1 for a sentence of a labelled conversation. */
const PACK_WEIGHT = 0.1;
/** The same for conversations that one labeller marked, not two: fixtures/training. */
const ONE_LABELLER = 0.5;
const LEAST_SEEN = 3;
const PENALTY = 2;
const FOLDS = 5;

const args = process.argv.slice(2);
const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const only = option('--only');
const folder = option('--out') ?? 'src/detect/weights';
const files = args.filter(
  (arg, i) => !arg.startsWith('--') && !['--only', '--out'].includes(args[i - 1] ?? ''),
);
const { rules, classes, guards } = ruleSources('src');
const engine = new Engine(compileRules(rules, classes, guards));

interface Example {
  readonly keys: readonly number[];
  readonly label: boolean;
  readonly weight: number;
  readonly turn: string;
  /** Whether the turn is marked at all. */
  readonly turnLabel: boolean;
  readonly fold: number;
  /** A phrase of this dimension (and kind) stands in the sentence. */
  readonly hit: boolean;
}

const names = new Map<number, string>();
const hash = (text: string) => [...text].reduce((h, c) => (Math.imul(h, 31) + c.charCodeAt(0)) >>> 0, 7);

function examples(task: Task): Example[] {
  const out: Example[] = [];
  for (const file of files)
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      if (!line.trim()) continue;
      const record = JSON.parse(line);
      const { labels } = record;
      const reviewed = labels.disclosures !== undefined;
      const single = labels.offmychest;
      if (!reviewed && task.name !== 'disclosure') continue;
      const disputed = new Set<number>(labels.disputed?.[disputedKey[task.dimension] as string] ?? []);
      const marked = reviewed ? task.labels(labels) : [];
      const context = engine.read({ ...record, agent: { id: 'x', name: record.agent?.name ?? '' } });
      record.turns.forEach((turn: { speaker: string; text: string }, t: number) => {
        if (turn.speaker !== task.speaker || disputed.has(t)) return;
        const placed = (labels: readonly Label[]) =>
          labels
            .filter(label => label.turn === t)
            .map(label => ({
              start: turn.text.indexOf(label.quote),
              end: turn.text.indexOf(label.quote) + label.quote.length,
            }));
        const spans = placed(marked);
        const among = task.among ? placed(reviewed ? task.among(labels) : []) : null;
        const confession = single && (single.Emotional_disclosure || single.Information_disclosure);
        if (confession && !(single.Emotional_disclosure && single.Information_disclosure)) return;
        for (const sentence of context.sentences(t)) {
          const { start, end } = context.span(t, sentence.first, sentence.last);
          const covered = (list: readonly { start: number; end: number }[]) =>
            list.some(
              s => Math.min(end, s.end) - Math.max(start, s.start) > Math.min(8, (s.end - s.start) / 2),
            );
          if (among && !covered(among)) continue;
          const covers = covered(spans);
          const keys = new Set<number>();
          features(context, t, sentence, (key, name) => {
            if (!names.has(key)) names.set(key, name());
            keys.add(key);
          });
          out.push({
            keys: [...keys],
            label: covers || Boolean(confession),
            weight: reviewed ? (file.includes('training') ? ONE_LABELLER : 1) : PACK_WEIGHT,
            turn: `${record.id} ${t}`,
            turnLabel: spans.length > 0,
            hit: context
              .hits(task.dimension as 'empathy', t)
              .some(
                h =>
                  !h.rule.confidence &&
                  h.first <= sentence.last &&
                  sentence.first <= h.last &&
                  (task.kind === undefined || h.rule.fields?.kind === task.kind),
              ),
            fold: reviewed ? hash(String(record.id)) % FOLDS : -1,
          });
        }
      });
    }
  return out;
}

function measure(scored: readonly { turn: string; turnLabel: boolean; p: number }[], threshold: number) {
  const turns = new Map<string, { label: boolean; p: number }>();
  for (const { turn, turnLabel, p } of scored) {
    const known = turns.get(turn);
    if (!known) turns.set(turn, { label: turnLabel, p });
    else known.p = Math.max(known.p, p);
  }
  const all = [...turns.values()];
  const found = all.filter(t => t.p >= threshold);
  const right = found.filter(t => t.label).length;
  const gold = all.filter(t => t.label).length;
  return {
    precision: right / (found.length || 1),
    recall: right / (gold || 1),
    f1: (2 * right) / (found.length + gold || 1),
  };
}

for (const task of tasks) {
  if (only !== undefined && !task.name.startsWith(only)) continue;
  const all = examples(task);
  const seen = new Map<number, number>();
  for (const { keys } of all) for (const key of keys) seen.set(key, (seen.get(key) ?? 0) + 1);
  const numbers = new Map<number, number>();
  for (const [key, times] of seen) if (times >= LEAST_SEEN) numbers.set(key, numbers.size);
  const row = (e: Example): Row => ({
    features: e.keys.flatMap(key => numbers.get(key) ?? []),
    label: e.label,
    weight: e.weight,
  });
  const rows = all.map(row);
  const scored: { turn: string; turnLabel: boolean; p: number }[] = [];
  const phrases: typeof scored = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = fitted(
      rows.filter((_, i) => all[i]?.fold !== fold),
      numbers.size,
      PENALTY,
    );
    all.forEach((e, i) => {
      if (e.fold !== fold) return;
      scored.push({ ...e, p: probability(model, (rows[i] as Row).features) });
      phrases.push({ ...e, p: e.hit ? 1 : 0 });
    });
  }
  let threshold = 0.5;
  for (let t = 0.1; t < 0.9; t += 0.01)
    if (measure(scored, t).f1 > measure(scored, threshold).f1) threshold = t;
  const { precision, recall, f1 } = measure(scored, threshold);
  console.log(
    `${task.name}: ${all.length} sentences, ${all.filter(e => e.label).length} marked, ${numbers.size} features; ` +
      `cross-validated turns at ${threshold.toFixed(2)}: precision ${precision.toFixed(3)} recall ${recall.toFixed(3)} F1 ${f1.toFixed(3)} (phrases alone ${measure(phrases, 1).f1.toFixed(3)})`,
  );
  if (args.includes('--dry')) continue;
  write(
    task,
    fitted(rows, numbers.size, PENALTY),
    numbers,
    threshold,
    `precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}, F1 ${f1.toFixed(2)}`,
  );
}

function write(
  task: Task,
  model: Fitted,
  numbers: ReadonlyMap<number, number>,
  threshold: number,
  figures: string,
): void {
  const weights = Object.fromEntries(
    [...numbers]
      .map(
        ([key, n]) =>
          [names.get(key) as string, Math.round(100 * (model.weights[n] as number)) / 100] as const,
      )
      .filter(([, weight]) => Math.abs(weight) >= 0.05)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)),
  );
  const table = {
    title: `Words that speak for and against: ${task.name}`,
    source: `fitted by scripts/fit-weights.ts on conversations labelled by two reviewers; cross-validated over turns: ${figures}`,
    bias: Math.round(1000 * model.bias) / 1000,
    threshold: Math.round(100 * threshold) / 100,
    weights,
  };
  writeFileSync(`${folder}/${task.name}.yaml`, stringify(table));
}
