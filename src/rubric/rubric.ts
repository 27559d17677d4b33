/** A rubric ready to be applied: everything inherited has been put in, everything left out has its usual value. */
import { createHash } from 'node:crypto';
import type { RubricName, RubricOutline } from '../model/scorecard.ts';
import type { AutoFail, Conditions, CriterionFile, Feed } from './file.ts';

export interface Criterion {
  readonly id: string;
  readonly title: string;
  readonly why?: string | undefined;
  /** Percent of its section, or points; 0 for a bonus. */
  readonly weight: number;
  readonly bonus?: number | undefined;
  readonly feed: Feed;
  readonly na?: CriterionFile['na'];
  readonly when?: Conditions | undefined;
  readonly unless?: Conditions | undefined;
  readonly autoFail?: AutoFail | undefined;
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly about?: string | undefined;
  /** Percent of the whole, or its criteria's points; 0 where it stands apart. */
  readonly weight: number;
  readonly apart?: true | undefined;
  readonly when?: Conditions | undefined;
  readonly unless?: Conditions | undefined;
  readonly criteria: readonly Criterion[];
}

export interface Gap {
  readonly id: string;
  readonly title: string;
  readonly high: string;
  readonly low: string;
}

export interface Rubric extends RubricName {
  readonly title: string;
  readonly about?: string | undefined;
  readonly source?: string | undefined;
  readonly mode: 'percent' | 'points';
  readonly bonusCap: number;
  readonly sections: readonly Section[];
  readonly gaps: readonly Gap[];
}

/** The rubric with the hash of all that it says: two results compare only where it is the same. */
export function hashed(content: Omit<Rubric, 'hash'>): Rubric {
  const { name, version, ...rest } = content;
  const hash = createHash('sha256').update(canonical(content)).digest('hex').slice(0, 12);
  return { name, version, hash, ...rest };
}

/** JSON with sorted keys, so that the order in which things were written down does not matter. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** What names it in an output row. */
export const nameOf = ({ name, version, hash }: RubricName): RubricName => ({ name, version, hash });

/** What outputs show of it. */
export const outlineOf = (rubric: Rubric): RubricOutline => ({
  ...nameOf(rubric),
  plain: onlyMirrors(rubric),
  sections: rubric.sections.map(({ id, title, apart, criteria }) => ({
    id,
    title,
    apart: apart ?? false,
    criteria: criteria.map(criterion => ({
      id: criterion.id,
      title: criterion.title,
      ...(criterion.bonus === undefined ? {} : { bonus: true as const }),
    })),
  })),
  gaps: rubric.gaps.map(({ id, title }) => ({ id, title })),
});

/** A criterion that is one of the four scores and nothing more: its figures stand in that score's columns already. */
const mirrors = ({ feed, autoFail, when, unless, na }: Criterion): boolean =>
  feed.score !== undefined && !autoFail && !when && !unless && !na;

/** Whether a rubric says nothing that the four scores do not say. */
const onlyMirrors = ({ sections, gaps }: Rubric): boolean =>
  gaps.length === 0 && sections.length === 1 && sections.every(({ criteria }) => criteria.every(mirrors));
