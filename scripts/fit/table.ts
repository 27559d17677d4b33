/** Fits one table, by cross-validation over whole conversations, and says how well turns are told apart. */
import type { WeightTable } from '../../src/detect/weigh.ts';
import { type Fitted, fitted, probability, type Row } from './logistic.ts';
import type { Example } from './sentences.ts';

/** A feature counts from this many sentences on. */
const LEAST_SEEN = 3;
/** See logistic.ts. */
const PENALTY = 3.3;
export const FOLDS = 5;
/** F1 that differs by less is as good: about a quarter of its standard error on these sets. */
const AS_WELL = 0.005;
/** Smaller weights are left out of the table. */
const LEAST_WEIGHT = 0.05;

const hash = (text: string) => [...text].reduce((h, c) => (Math.imul(h, 31) + c.charCodeAt(0)) >>> 0, 7);
/** The part of a conversation: it is never judged by weights that have seen it. */
export const foldOf = (id: string) => hash(id) % FOLDS;

/** How well turns are told apart. */
export interface Told {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface TaskFit extends Told {
  readonly sentences: number;
  readonly marked: number;
  readonly threshold: number;
  /** Fitted on everything but one part. */
  table(withoutFold: number | null): WeightTable;
}

/** Fits a task's examples. */
export function fitTask(examples: readonly Example[], names: ReadonlyMap<number, string>): TaskFit {
  const numbers = numbered(examples);
  const rows = examples.map(
    (example): Row => ({
      features: example.keys.flatMap(key => numbers.get(key) ?? []),
      label: example.label,
      weight: example.weight,
    }),
  );
  const part = examples.map(({ id, reviewed }) => (reviewed ? foldOf(id) : -1));
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    fitted(
      rows.filter((_, i) => part[i] !== fold),
      numbers.size,
      PENALTY,
    ),
  );
  const scored = examples.flatMap((example, i) =>
    part[i] === -1
      ? []
      : { ...example, p: probability(models[part[i] as number] as Fitted, (rows[i] as Row).features) },
  );
  const threshold = carefulThreshold(scored);
  return {
    sentences: examples.length,
    marked: examples.filter(({ label }) => label).length,
    threshold,
    ...told(scored, threshold),
    table: without => {
      const { bias, weights } =
        without === null ? fitted(rows, numbers.size, PENALTY) : (models[without] as Fitted);
      const named = [...numbers]
        .map(
          ([key, n]) => [names.get(key) as string, Math.round(100 * (weights[n] as number)) / 100] as const,
        )
        .filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT)
        .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      return { bias: Math.round(1000 * bias) / 1000, threshold, weights: Object.fromEntries(named) };
    },
  };
}

/** A false mark does more harm than a missed one: of thresholds that tell turns apart as well, the highest. */
function carefulThreshold(scored: Parameters<typeof told>[0]): number {
  const tried = Array.from({ length: 80 }, (_, i) => (10 + i) / 100).map(t => ({
    t,
    f1: told(scored, t).f1,
  }));
  const best = Math.max(...tried.map(({ f1 }) => f1));
  return Math.max(...tried.filter(({ f1 }) => f1 >= best - AS_WELL).map(({ t }) => t));
}

function numbered(examples: readonly Example[]): ReadonlyMap<number, number> {
  const seen = new Map<number, number>();
  for (const { keys } of examples) for (const key of keys) seen.set(key, (seen.get(key) ?? 0) + 1);
  const numbers = new Map<number, number>();
  for (const [key, times] of seen) if (times >= LEAST_SEEN) numbers.set(key, numbers.size);
  return numbers;
}

/** Turns count as much as their sentences: those of two labellers more than those of one. */
function told(scored: readonly (Example & { p: number })[], threshold: number): Told {
  const turns = new Map<string, { label: boolean; weight: number; p: number }>();
  for (const { turn, turnLabel, weight, p } of scored) {
    const known = turns.get(turn);
    if (!known) turns.set(turn, { label: turnLabel, weight, p });
    else known.p = Math.max(known.p, p);
  }
  const sum = (list: readonly { weight: number }[]) => list.reduce((all, { weight }) => all + weight, 0);
  const all = [...turns.values()];
  const found = all.filter(({ p }) => p >= threshold);
  const right = sum(found.filter(({ label }) => label));
  const marked = sum(all.filter(({ label }) => label));
  return {
    precision: right / (sum(found) || 1),
    recall: right / (marked || 1),
    f1: (2 * right) / (sum(found) + marked || 1),
  };
}
