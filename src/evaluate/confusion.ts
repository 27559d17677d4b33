/** Of the disclosures that people marked: which class they gave each, and which class the tool. */

/** Where the tool found no disclosure in that turn, or one that nobody was there to answer. */
export const NOT_FOUND = 'not found';
export const UNANSWERABLE = 'nobody to answer';

/** How often people said one class and the tool another. */
export type PairCount = (labelled: string, found: string) => number;

/** The pairs as a table: a row per labelled class, a column per class that was found. */
export interface Confusion {
  readonly labelled: readonly string[];
  readonly found: readonly string[];
  readonly counts: readonly (readonly number[])[];
}

/** Draws up the table. */
export function confusion(
  labelled: readonly string[],
  found: readonly string[],
  count: PairCount,
): Confusion {
  return { labelled, found, counts: labelled.map(row => found.map(column => count(row, column))) };
}

/** Share of the pairs that agree; disclosures that were not found are no pairs. Null where there is none. */
export function accuracy({ labelled, found, counts }: Confusion): number | null {
  let [same, all] = [0, 0];
  for (const [row, line] of counts.entries())
    for (const [column, count] of line.entries()) {
      if (found[column] === NOT_FOUND) continue;
      all += count;
      if (found[column] === labelled[row]) same += count;
    }
  return all > 0 ? same / all : null;
}

/**
 * The plain mean of the classes' F1, so that a rare class weighs as much as a common one; classes that nobody gave
 * are left out. Y. Yang and X. Liu, A re-examination of text categorization methods, SIGIR 1999, 42–49.
 */
export function macroF1({ labelled, found, counts }: Confusion): number | null {
  const scores = labelled.flatMap((name, row) => {
    const column = found.indexOf(name);
    const all = (counts[row] ?? []).reduce(
      (sum, count, at) => (found[at] === NOT_FOUND ? sum : sum + count),
      0,
    );
    const given = counts.reduce((sum, line) => sum + (line[column] ?? 0), 0);
    const right = counts[row]?.[column] ?? 0;
    return all + given > 0 ? [(2 * right) / (all + given)] : [];
  });
  return scores.length > 0 ? scores.reduce((sum, score) => sum + score, 0) / scores.length : null;
}
