/** Two scorecards held against each other. */
import type { ScoreName } from './scorecard.ts';

/** What is compared: a score, the share of disclosures missed, or a part of the rubric by its id. */
export type ComparedFigure = ScoreName | 'missedRate' | `${'section' | 'criterion' | 'gap'}:${string}`;

/** What the intervals allow to say. */
export type Verdict = 'up' | 'down' | 'no change shown' | 'too few to tell';

/** One figure of one row, before and after. */
export interface Change {
  readonly id: string;
  readonly name: string;
  readonly group?: Readonly<Record<string, string | number | null>>;
  readonly figure: ComparedFigure;
  readonly before: { readonly value: number; readonly n: number };
  readonly after: { readonly value: number; readonly n: number };
  /** After less before, with its own 95% interval; null where there are too few. */
  readonly difference: number;
  readonly low: number | null;
  readonly high: number | null;
  /** How likely a difference this large is by chance, after Holm's correction for everything compared. */
  readonly p: number | null;
  readonly verdict: Verdict;
}

/** A file that was compared, and what made it. */
export interface ComparedRun {
  readonly file: string;
  readonly version: string;
  readonly rules: string;
  /** The hash of its rubric, … */
  readonly rubric: string | null;
  /** … and what it is called: name and version. */
  readonly rubricName: string | null;
  readonly conversations: number;
}

/** The comparison of two runs. */
export interface Comparison {
  readonly before: ComparedRun;
  readonly after: ComparedRun;
  /** What was made by other rules or another rubric, so that a change may be theirs. */
  readonly different: readonly ('rules' | 'rubric')[];
  readonly changes: readonly Change[];
  /** Rows that only one of the two has. */
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
  /** How many comparisons share the 5% of error. */
  readonly tests: number;
}
