/**
 * The evaluation: every figure with its interval, from labelled conversations and their scores. The same for any order
 * of the conversations; it neither reads nor scores, so any rules and any labels can be held against each other.
 */
import type { Counts } from './agreement.ts';
import { bootstrap, type Interval } from './bootstrap.ts';
import type { Confusion } from './confusion.ts';
import { countsOf, figureKinds, responseConfusion, topicConfusion } from './figures.ts';
import { judgedDimensions, listOf } from './labels.ts';
import { subjects } from './marks.ts';
import { type Mistake, mistakeKinds, mistakesOf } from './mistakes.ts';
import { ratedScores } from './rated.ts';
import { rounded } from './rounded.ts';
import { type RuleTrust, rulesOf } from './rules.ts';
import { sampler } from './sample.ts';
import type { LabelledCase } from './settled.ts';
import { sheetOf } from './sheet.ts';

/** A figure with its 95% interval; null where there was nothing to judge. */
export interface Figure extends Interval {
  readonly value: number | null;
}

/** All that was found out. */
export interface Evaluation {
  readonly conversations: number;
  /** In how many of them each dimension was labelled, and each rating given. */
  readonly labelled: Readonly<Record<string, number>>;
  /** By name, to three places. */
  readonly figures: Readonly<Record<string, Figure>>;
  /** Turns labelled, found and both, by subject. */
  readonly counts: Readonly<Record<string, Counts>>;
  readonly confusion: { readonly response: Confusion; readonly topic: Confusion };
  readonly rules: readonly RuleTrust[];
  readonly mistakes: readonly Mistake[];
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Holds scores against labels. */
export function evaluate(labelled: Iterable<LabelledCase>): Evaluation {
  const cases = [...labelled].sort((a, b) => byText(a.conversation.id, b.conversation.id));
  const sample = sampler(cases.map(sheetOf));
  const all = sample(cases.map((_, index) => index));
  const figuresOf = (drawn: readonly number[]) => {
    const some = sample(drawn);
    return figureKinds.map(({ of }) => of(some));
  };
  const intervals = bootstrap(cases.length, figuresOf);
  const figures = figureKinds.map(({ name, of, instead }, index): [string, Figure] => {
    const value = of(all);
    const { low = null, high = null } = value === null ? {} : (intervals[index] ?? {});
    return [
      name,
      { value: rounded(value ?? instead?.(all) ?? null), low: rounded(low), high: rounded(high) },
    ];
  });
  const mistakes = cases.flatMap(mistakesOf);
  return {
    conversations: cases.length,
    labelled: Object.fromEntries([
      ...judgedDimensions.map(name => [name, cases.filter(one => one.labels[listOf[name]]).length]),
      ...ratedScores.map(name => [
        `ratings.${name}`,
        cases.filter(one => typeof one.labels.ratings?.[name] === 'number').length,
      ]),
    ]),
    figures: Object.fromEntries(figures),
    counts: Object.fromEntries(subjects.map(subject => [subject, countsOf(all, subject)])),
    confusion: { response: responseConfusion(all), topic: topicConfusion(all) },
    rules: rulesOf(cases).map(({ precision, low, high, ...rule }) => ({
      ...rule,
      precision: rounded(precision),
      low: rounded(low),
      high: rounded(high),
    })),
    mistakes: [...judgedDimensions].flatMap(dimension =>
      mistakeKinds.flatMap(kind =>
        mistakes.filter(one => one.dimension === dimension && one.mistake === kind),
      ),
    ),
  };
}
