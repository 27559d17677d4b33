/** Rule by rule: in how many turns it was right, and in how many wrong. Says which rules are to be trusted. */
import { judgedDimensions } from './labels.ts';
import { type LabelledCase, sidesOf } from './settled.ts';
import { wilson } from './wilson.ts';

/** What became of one rule's findings. */
export interface RuleTrust {
  readonly rule: string;
  /** Turns in which it found something and that are labelled with its dimension, and those that are not. */
  readonly right: number;
  readonly wrong: number;
  /** Right turns that no other rule of the dimension found: what would be lost without it. */
  readonly alone: number;
  /** right / (right + wrong), with Wilson's interval. */
  readonly precision: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** All rules that found anything, by dimension and name. */
export function rulesOf(cases: Iterable<LabelledCase>): RuleTrust[] {
  const seen = new Map<string, { right: number; wrong: number; alone: number }>();
  for (const one of cases)
    for (const dimension of judgedDimensions) {
      const sides = sidesOf(one, dimension);
      if (!sides) continue;
      const labelled = new Set(sides.labelled.map(({ turn }) => turn));
      const byTurn = new Map<number, Set<string>>();
      for (const { turn, rule } of sides.found) byTurn.set(turn, (byTurn.get(turn) ?? new Set()).add(rule));
      for (const [turn, rules] of byTurn)
        for (const rule of rules) {
          const own = seen.get(rule) ?? { right: 0, wrong: 0, alone: 0 };
          seen.set(rule, own);
          if (!labelled.has(turn)) own.wrong++;
          else {
            own.right++;
            if (rules.size === 1) own.alone++;
          }
        }
    }
  return [...seen]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, { right, wrong, alone }]) => {
      const all = right + wrong;
      return { rule, right, wrong, alone, precision: right / all, ...wilson(right, all) };
    });
}
