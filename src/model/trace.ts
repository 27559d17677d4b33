/** What stands behind one figure of a card: its part in every conversation, and the arithmetic that makes it. */
import type { NaReason, Term } from './scorecard.ts';

/** A figure's part in one conversation. */
export interface TracedPart {
  readonly conversation: string;
  /** What goes into a mean; null where there was nothing to judge. Left out where a figure is counted. */
  readonly value?: number | null;
  /** What is added up, by where the sum stands on the card: `disclosures.missed`. */
  readonly counts: Readonly<Record<string, number>>;
  /** The part in words: `2 of 3 disclosures`. */
  readonly said: string;
  /** The arithmetic of the value. */
  readonly terms: readonly Term[];
  /** The findings behind it that no term names, as indexes into the conversation's. */
  readonly findings: readonly number[];
  /** Words of the agent behind it. */
  readonly words?: readonly string[];
  readonly na?: NaReason | undefined;
  readonly failed?: string | undefined;
  /** The kind of contact it was. */
  readonly kind?: string;
}

/** One line of arithmetic. */
export interface Working {
  /** Where on the card the result stands; null for a step on the way. */
  readonly at: string | null;
  /** What it is, in words. */
  readonly what: string;
  /**
   * The calculation with its numbers: + − × / √ and brackets; null where there is nothing to calculate. Steps are
   * shown to four decimals.
   */
  readonly expression: string | null;
  readonly value: number | null;
  /** What the result is held within, where it is. */
  readonly within?: readonly [least: number, most: number];
}

/** The whole of it. */
export interface Trace {
  /** The figure as it is asked for. */
  readonly name: string;
  /** As it stands on the card. */
  readonly value: number | string | null;
  readonly workings: readonly Working[];
  /** What else there is to say: lines of words. */
  readonly notes: readonly string[];
}
