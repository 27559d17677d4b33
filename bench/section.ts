/** What a part of the measuring is, and what it hands to the report. */
import type { Setting } from './setting.ts';
import type { Goal, Spread } from './spread.ts';

/** One row of the table. */
export interface Row {
  readonly measure: string;
  readonly figure: Spread;
  readonly unit: '×' | 'MB';
  readonly goal: Goal;
  /** The figures behind it, in seconds or conversations a second. */
  readonly behind: string;
}

/** One row of the second table: another tool. */
export interface PeerRow {
  readonly peer: string;
  readonly does: string;
  readonly perSecond: Spread;
  /** How many times as many conversations a second are scored here. */
  readonly times: Spread;
}

export interface Findings {
  readonly rows: readonly Row[];
  readonly peers?: readonly PeerRow[];
}

/** A part that can be asked for alone (`--only`). */
export interface Section {
  readonly name: string;
  measure(setting: Setting): Promise<Findings>;
}

export const atMost = (target: number, least: number | null): Goal => ({ sense: 'at most', target, least });
export const noLessThan = (target: number, least: number | null): Goal => ({
  sense: 'no less than',
  target,
  least,
});

export const unscripted = 'bin/unscripted.js';
/** Command line of scoring a file on one thread. */
export const scoring = (file: string): string[] => [unscripted, 'score', file, '--workers', '1'];
