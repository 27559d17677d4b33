/**
 * Whether two runs differ. Means by Welch's interval (1947), shares by Newcombe's hybrid of Wilson's (1998, method
 * 10); of everything compared together at most one in twenty such comparisons calls chance a change (Holm 1979).
 */
import type { Change, ComparedFigure, Verdict } from '../model/comparison.ts';
import { scoreNames } from '../model/scorecard.ts';
import { normalTail, studentQuantile, studentTail } from './distribution.ts';
import { round } from './interval.ts';
import type { CardRow } from './scorecard-file.ts';

/** What all comparisons of a run may err together. */
export const alpha = 0.05;
/** Fewer on either side tell nothing, whatever their spread: two alike have none. */
export const leastToTell = 5;
const Z = 1.959964;

interface Difference {
  readonly low: number;
  readonly high: number;
  readonly p: number;
}

/** A mean with its deviation. */
export interface Mean {
  readonly value: number;
  readonly n: number;
  readonly sd: number;
}

/** After less before, of two means. */
export function ofMeans(before: Mean, after: Mean): Difference {
  const difference = after.value - before.value;
  const [a, b] = [before.sd ** 2 / before.n, after.sd ** 2 / after.n];
  const error = Math.sqrt(a + b);
  if (error === 0) return { low: difference, high: difference, p: difference === 0 ? 1 : 0 };
  const df = (a + b) ** 2 / (a ** 2 / (before.n - 1) + b ** 2 / (after.n - 1));
  const half = studentQuantile(alpha, df) * error;
  return { low: difference - half, high: difference + half, p: studentTail(difference / error, df) };
}

/** After less before, of two shares: `k` of `n`. */
export function ofShares(before: { k: number; n: number }, after: { k: number; n: number }): Difference {
  const difference = after.k / after.n - before.k / before.n;
  const between = (z: number) => {
    const [one, other] = [wilson(before, z), wilson(after, z)];
    return {
      low: difference - Math.hypot(other.p - other.low, one.high - one.p),
      high: difference + Math.hypot(other.high - other.p, one.p - one.low),
    };
  };
  // the interval that just reaches no difference tells how unlikely one is
  let [reach, all] = [0, 40];
  for (let i = 0; i < 60; i++) {
    const z = (reach + all) / 2;
    const { low, high } = between(z);
    if (low <= 0 && high >= 0) all = z;
    else reach = z;
  }
  return { ...between(Z), p: difference === 0 ? 1 : normalTail(all) };
}

function wilson({ k, n }: { k: number; n: number }, z: number): { p: number; low: number; high: number } {
  const p = k / n;
  const centre = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return { p, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** Probabilities after Holm's correction, in their order. */
export function holm(given: readonly number[]): number[] {
  const order = given.map((p, i) => ({ p, i })).sort((a, b) => a.p - b.p);
  const out = new Array<number>(given.length);
  let most = 0;
  for (const [rank, { p, i }] of order.entries()) {
    most = Math.max(most, Math.min(1, p * (given.length - rank)));
    out[i] = most;
  }
  return out;
}

type Open = Omit<Change, 'verdict' | 'p'> & { readonly p: number | null };

/** Everything two rows of the same name can be compared on; verdicts for all of them together. */
export function changes(
  pairs: readonly (readonly [CardRow, CardRow])[],
  sameRubric = true,
): {
  changes: Change[];
  tests: number;
} {
  const open = pairs.flatMap(([before, after]) => ofRow(before, after, sameRubric));
  const tested = open.filter(one => one.p !== null);
  const corrected = new Map(holm(tested.map(one => one.p as number)).map((p, i) => [tested[i] as Open, p]));
  return {
    tests: tested.length,
    changes: open.map(one => {
      const p = corrected.get(one);
      return { ...one, p: p === undefined ? null : round(p, 4), verdict: verdict(one.difference, p) };
    }),
  };
}

function verdict(difference: number, p: number | undefined): Verdict {
  if (p === undefined) return 'too few to tell';
  return p >= alpha ? 'no change shown' : difference > 0 ? 'up' : 'down';
}

function ofRow(before: CardRow, after: CardRow, sameRubric: boolean): Open[] {
  const { id, name, group } = after;
  const who = { id, name, ...(group && { group }) };
  const out: Open[] = [];
  const means: [ComparedFigure, Measured, Measured][] = scoreNames.map(name => [
    name,
    before.scores[name],
    after.scores[name],
  ]);
  if (sameRubric) means.push(...ofRubric(before, after));
  for (const [figure, a, b] of means) {
    if (a.value === null || b.value === null) continue;
    const able = Math.min(a.conversations, b.conversations) >= leastToTell;
    const found = able
      ? ofMeans(
          { value: a.value, n: a.conversations, sd: a.sd as number },
          { value: b.value, n: b.conversations, sd: b.sd as number },
        )
      : null;
    out.push(made(who, figure, [a.value, a.conversations], [b.value, b.conversations], found, 1));
  }
  const [a, b] = [before.disclosures, after.disclosures];
  if (a.total > 0 && b.total > 0) {
    const able = Math.min(a.total, b.total) >= leastToTell;
    const found = able ? ofShares({ k: a.missed, n: a.total }, { k: b.missed, n: b.total }) : null;
    out.push(made(who, 'missedRate', [a.missed / a.total, a.total], [b.missed / b.total, b.total], found, 3));
  }
  return out;
}

const plain = (name: string) => name.toLowerCase().replaceAll('-', '');

type Measured = CardRow['scores']['overall'];

/** Sections, criteria and gaps; a part that is one of the scores over again would only be tested twice. */
function ofRubric(before: CardRow, after: CardRow): [ComparedFigure, Measured, Measured][] {
  const parts = ({ rubric }: CardRow): Map<ComparedFigure, Measured> =>
    new Map([
      ...(rubric?.sections ?? []).flatMap(({ id, value, criteria }): [ComparedFigure, Measured][] => [
        [`section:${id}`, value],
        ...criteria.map((one): [ComparedFigure, Measured] => [`criterion:${one.id}`, one.value]),
      ]),
      ...(rubric?.gaps ?? []).map(({ id, value }): [ComparedFigure, Measured] => [`gap:${id}`, value]),
    ]);
  const same = (a: Measured, b: Measured) =>
    a.value === b.value && a.conversations === b.conversations && a.sd === b.sd;
  const only = before.rubric?.sections.length === 1;
  const mirrored = (figure: ComparedFigure, a: Measured, b: Measured) => {
    const [kind, id = ''] = figure.split(':');
    const name = kind === 'section' && only ? 'overall' : scoreNames.find(one => plain(one) === plain(id));
    return name !== undefined && same(a, before.scores[name]) && same(b, after.scores[name]);
  };
  const later = parts(after);
  return [...parts(before)].flatMap(([figure, a]): [ComparedFigure, Measured, Measured][] => {
    const b = later.get(figure);
    return b === undefined || mirrored(figure, a, b) ? [] : [[figure, a, b]];
  });
}

function made(
  who: Pick<Change, 'id' | 'name' | 'group'>,
  figure: ComparedFigure,
  [before, n]: readonly [number, number],
  [after, m]: readonly [number, number],
  found: Difference | null,
  places: number,
): Open {
  return {
    ...who,
    figure,
    before: { value: round(before, places), n },
    after: { value: round(after, places), n: m },
    difference: round(after - before, places),
    low: found === null ? null : round(found.low, places),
    high: found === null ? null : round(found.high, places),
    p: found?.p ?? null,
  };
}
