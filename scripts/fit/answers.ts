/**
 * The two tables that judge an agent's turn as an answer to a disclosure: `answer-acknowledged`, and for what was not
 * acknowledged `answer-formula`. Their features (detect/disclosure/reply.ts) rest on the other tables, so every
 * conversation is read with tables that have not seen it.
 */
import type { Compiled } from '../../src/detect/compile.ts';
import type { Context } from '../../src/detect/context.ts';
import { mayAnswer, replyFeatures, type Told, WINDOW } from '../../src/detect/disclosure/reply.ts';
import { usualValence } from '../../src/detect/disclosure/valence.ts';
import { Engine } from '../../src/detect/engine.ts';
import type { WeightTable } from '../../src/detect/weigh.ts';
import type { Response } from '../../src/model/finding.ts';
import { type Fitted, fitted, probability, type Row } from './logistic.ts';
import type { Labelled } from './records.ts';
import { FOLDS, foldOf } from './table.ts';

interface Reply {
  readonly near: number;
  /** Whether it may acknowledge: see `mayAnswer`. */
  readonly may: boolean;
  readonly features: readonly string[];
}

/** A labelled disclosure, and the agent's turns after it that may answer it. */
export interface Answered {
  readonly id: string;
  readonly weight: number;
  readonly response: Response;
  /** Place of the answering turn among `replies`; -1 where it is none of them. */
  readonly answer: number;
  readonly replies: readonly Reply[];
}

/** See logistic.ts; heavier than for words, as the features are few and lean on each other. */
const PENALTY = 3;
/** A feature counts from this many turns on. */
const LEAST_SEEN = 5;

/** Every labelled disclosure whose answer the labellers agreed on. `compiledOf` gives the rules with tables fitted without a part. */
export function answeredIn(records: readonly Labelled[], compiledOf: (fold: number) => Compiled): Answered[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const engine = new Engine(compiledOf(fold));
    return records
      .filter(record => record.reviewed && foldOf(record.id) === fold)
      .flatMap(record => {
        const context = engine.read(record);
        return (record.labels.disclosures ?? []).flatMap((label): Answered[] => {
          const place = placeOf(context, label.turn, label.quote);
          if (label.responseDisputed || !place) return [];
          const told: Told = {
            ...place,
            topic: label.topic,
            valence: label.valence ?? usualValence[label.topic],
          };
          const replies = context.agentTurnsAfter(label.turn).flatMap((at, near) => {
            const features = replyFeatures(context, told, at, near);
            const may = mayAnswer(features, near);
            return may || near < WINDOW ? [{ at, near, may, features: [...features] }] : [];
          });
          return [
            {
              id: record.id,
              weight: record.weight,
              response: label.response,
              answer: replies.findIndex(({ at }) => at === label.responseTurn),
              replies,
            },
          ];
        });
      });
  }).flat();
}

function placeOf(context: Context, turn: number, quote: string) {
  const from = (context.turns[turn]?.text ?? '').indexOf(quote);
  if (from < 0) return null;
  const { tokens } = context;
  let [first, last] = [-1, -1];
  for (let t = (tokens.turnStart[turn] as number) + 1; t < (tokens.turnStart[turn + 1] as number); t++) {
    if (
      tokens.isBreak(t) ||
      (tokens.end[t] as number) <= from ||
      (tokens.start[t] as number) >= from + quote.length
    )
      continue;
    if (first < 0) first = t;
    last = t;
  }
  return first < 0 ? null : { turn, first, last };
}

interface Example {
  readonly id: string;
  readonly features: readonly string[];
  readonly label: boolean;
  readonly weight: number;
}

/** Turns as examples: the answering one, and those before it; turns after it may well go on answering, and say nothing. */
function examples(all: readonly Answered[], wanted: Response): Example[] {
  return all.flatMap(({ id, weight, response, answer, replies }) => {
    if (wanted === 'generic' && response === 'acknowledged') return [];
    if (response !== 'missed' && answer < 0) return [];
    const most = response === 'missed' ? replies.length : answer + 1;
    return replies.slice(0, most).flatMap(({ near, may, features }, at) => {
      const asked = wanted === 'acknowledged' ? may : near < WINDOW;
      return asked ? [{ id, weight, features, label: response === wanted && at === answer }] : [];
    });
  });
}

/** How disclosures are told apart. */
export interface AnswerFit {
  readonly disclosures: number;
  /** Labelled class, found class → how many. */
  readonly confusion: Readonly<Record<string, number>>;
  readonly macroF1: number;
  tables(withoutFold: number | null): Record<string, WeightTable>;
  /** As found by tables that have not seen the conversation. */
  found(one: Answered): Response;
}

/** Fits both tables; thresholds by the mean F1 of the three classes over disclosures. */
export function fitAnswers(all: readonly Answered[]): AnswerFit {
  const models = {
    acknowledged: modelsOf(examples(all, 'acknowledged')),
    generic: modelsOf(examples(all, 'generic')),
  };
  const thresholds = { acknowledged: 0.5, generic: 0.5 };
  const p = (which: 'acknowledged' | 'generic', one: Answered) =>
    Math.max(
      0,
      ...one.replies
        .filter(({ near, may }) => (which === 'acknowledged' ? may : near < WINDOW))
        .map(({ features }) => models[which].of(foldOf(one.id), features)),
    );
  const sure = new Map(
    all.map(one => [one, { acknowledged: p('acknowledged', one), generic: p('generic', one) }]),
  );
  const found = (one: Answered): Response => {
    const { acknowledged, generic } = sure.get(one) as { acknowledged: number; generic: number };
    return acknowledged >= thresholds.acknowledged
      ? 'acknowledged'
      : generic >= thresholds.generic
        ? 'generic'
        : 'missed';
  };
  const score = () => macroF1(all.map(one => [one.response as string, found(one) as string]));
  let best = { value: -1, ...thresholds };
  for (let a = 0.25; a <= 0.76; a += 0.05)
    for (let g = 0.2; g <= 0.71; g += 0.05) {
      Object.assign(thresholds, { acknowledged: round(a), generic: round(g) });
      const value = score();
      if (value > best.value) best = { value, ...thresholds };
    }
  Object.assign(thresholds, { acknowledged: best.acknowledged, generic: best.generic });
  const confusion: Record<string, number> = {};
  for (const one of all) {
    const key = `${one.response} → ${found(one)}`;
    confusion[key] = (confusion[key] ?? 0) + 1;
  }
  return {
    disclosures: all.length,
    confusion,
    macroF1: score(),
    found,
    tables: without => ({
      'answer-acknowledged': { ...models.acknowledged.table(without), threshold: thresholds.acknowledged },
      'answer-formula': { ...models.generic.table(without), threshold: thresholds.generic },
    }),
  };
}

const round = (value: number) => Math.round(100 * value) / 100;

function modelsOf(rows: readonly Example[]) {
  const seen = new Map<string, number>();
  for (const { features } of rows) for (const name of features) seen.set(name, (seen.get(name) ?? 0) + 1);
  const names = [...seen].flatMap(([name, times]) => (times >= LEAST_SEEN ? [name] : [])).sort();
  const numbers = new Map(names.map((name, n) => [name, n]));
  const numbered = (features: readonly string[]) => features.flatMap(name => numbers.get(name) ?? []);
  const learn = (some: readonly Example[]) =>
    fitted(
      some.map(({ features, label, weight }): Row => ({ features: numbered(features), label, weight })),
      names.length,
      PENALTY,
    );
  const parts = Array.from({ length: FOLDS }, (_, fold) =>
    learn(rows.filter(({ id }) => foldOf(id) !== fold)),
  );
  return {
    of: (fold: number, features: readonly string[]) => probability(parts[fold] as Fitted, numbered(features)),
    table: (without: number | null) => {
      const { bias, weights } = without === null ? learn(rows) : (parts[without] as Fitted);
      const named = names
        .map((name, n) => [name, round(weights[n] as number)] as const)
        .filter(([, weight]) => weight !== 0)
        .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      return { bias: Math.round(1000 * bias) / 1000, weights: Object.fromEntries(named) };
    },
  };
}

/** The plain mean of the classes' F1. */
function macroF1(pairs: readonly (readonly [string, string])[]): number {
  const classes = [...new Set(pairs.map(([labelled]) => labelled))];
  const f1 = (name: string) => {
    const both = pairs.filter(([a, b]) => a === name && b === name).length;
    return (
      (2 * both) /
      (pairs.filter(([a]) => a === name).length + pairs.filter(([, b]) => b === name).length || 1)
    );
  };
  return classes.reduce((sum, name) => sum + f1(name), 0) / classes.length;
}
