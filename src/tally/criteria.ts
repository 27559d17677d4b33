/**
 * What a rubric made of an agent's conversations, as a running fold: of each criterion the mean with its interval, how
 * often it was not applicable and why, and how often it failed. Sums are of whole numbers, so order does not matter.
 */
import {
  type CriterionCard,
  type CriterionResult,
  type Judged,
  type Measured,
  type MeasureName,
  type Measures,
  measureNames,
  type NaReason,
  naReasons,
  type Opportunities,
  type RubricCard,
  type RubricName,
  type RubricResult,
} from '../model/scorecard.ts';
import { meanInterval } from './interval.ts';

/** A mean over whole numbers. */
class Mean {
  n = 0;
  sum = 0;
  squares = 0;

  add(value: number | null): void {
    if (value === null) return;
    this.n++;
    this.sum += value;
    this.squares += value * value;
  }

  measured(least = 0, most = 100): Measured {
    const { n, sum, squares } = this;
    return {
      value: n ? Math.round((10 * sum) / n) / 10 : null,
      conversations: n,
      ...meanInterval(n, sum, squares, least, most),
    };
  }
}

class Criterion {
  readonly mean = new Mean();
  readonly na = new Map<NaReason, number>();
  failed = 0;
  /** In hundredths, the precision of points: sums of whole numbers know no order. */
  readonly points = { given: 0, of: 0 };
  opportunities: { total: number; full: number; part: number; none: number } | undefined;

  add({ value, na, failed, points, of }: Judged, opportunities?: Opportunities): void {
    this.mean.add(value);
    if (na) this.na.set(na, (this.na.get(na) ?? 0) + 1);
    if (failed) this.failed++;
    if (points !== null) {
      this.points.given += Math.round(100 * points);
      this.points.of += Math.round(100 * of);
    }
    if (!opportunities) return;
    this.opportunities ??= { total: 0, full: 0, part: 0, none: 0 };
    for (const key of ['total', 'full', 'part', 'none'] as const)
      this.opportunities[key] += opportunities[key];
  }

  card(id: string): CriterionCard & { readonly opportunities?: Opportunities } {
    const reasons = naReasons.flatMap(reason => {
      const count = this.na.get(reason);
      return count ? [[reason, count] as const] : [];
    });
    return {
      id,
      value: this.mean.measured(),
      na: Object.fromEntries(reasons),
      failed: this.failed,
      points: { given: this.points.given / 100, of: this.points.of / 100 },
      ...(this.opportunities ? { opportunities: this.opportunities } : {}),
    };
  }
}

/** One agent's results under one rubric. */
export class CriteriaTally {
  readonly #name: RubricName;
  readonly #sections: readonly { readonly id: string; readonly criteria: readonly string[] }[];
  readonly #parts = new Map<string, Criterion>();
  readonly #gaps = new Map<string, Mean>();
  #failed = 0;

  /** Takes its shape from a first result, which is yet to be added. */
  constructor({ name, version, hash, sections, gaps }: RubricResult) {
    this.#name = { name, version, hash };
    this.#sections = sections.map(({ id, criteria }) => ({ id, criteria: criteria.map(one => one.id) }));
    for (const { id, criteria } of this.#sections)
      for (const one of [id, ...criteria]) this.#parts.set(one, new Criterion());
    for (const { id } of gaps) this.#gaps.set(id, new Mean());
  }

  /** Results of another rubric are never put together with these. */
  add({ hash, sections, gaps, failed }: RubricResult): void {
    if (hash !== this.#name.hash) throw new Error(`results of two rubrics: ${this.#name.hash} and ${hash}`);
    for (const section of sections) {
      this.#of(section.id).add(section);
      for (const one of section.criteria) this.#of(one.id).add(one, (one as CriterionResult).opportunities);
    }
    for (const { id, value } of gaps) this.#gaps.get(id)?.add(value);
    if (failed !== undefined) this.#failed++;
  }

  #of(id: string): Criterion {
    return this.#parts.get(id) as Criterion;
  }

  card(): RubricCard {
    return {
      ...this.#name,
      failed: this.#failed,
      sections: this.#sections.map(({ id, criteria }) => ({
        ...this.#of(id).card(id),
        criteria: criteria.map(one => this.#of(one).card(one)),
      })),
      gaps: [...this.#gaps].map(([id, mean]) => ({ id, value: mean.measured(-100, 100) })),
    };
  }
}

/** One agent's measures. */
export class MeasuresTally {
  readonly #means = new Map(measureNames.map(name => [name, new Mean()]));

  add(measures: Measures): void {
    for (const [name, mean] of this.#means) mean.add(measures[name]);
  }

  card(): Readonly<Record<MeasureName, Measured>> {
    return Object.fromEntries(
      [...this.#means].map(([name, mean]) => [name, mean.measured(0, Number.POSITIVE_INFINITY)]),
    ) as Record<MeasureName, Measured>;
  }
}
