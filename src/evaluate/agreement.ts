/** Precision, recall and F1 from three counts. */

/** How often a mark was set: by people, by the tool, by both. */
export interface Counts {
  readonly labelled: number;
  readonly found: number;
  readonly right: number;
}

/** Share of what was found that is labelled; null where nothing was found. */
export function precision({ found, right }: Counts): number | null {
  return found > 0 ? right / found : null;
}

/** Share of what is labelled that was found; null where nothing is labelled. */
export function recall({ labelled, right }: Counts): number | null {
  return labelled > 0 ? right / labelled : null;
}

/**
 * Harmonic mean of precision and recall; 0 where nothing is right, null where nothing is labelled and nothing found.
 * C. J. van Rijsbergen, Information Retrieval, 2nd ed., Butterworths 1979, ch. 7 (E = 1 − F).
 */
export function f1(counts: Counts): number | null {
  const [p, r] = [precision(counts), recall(counts)];
  if (p === null && r === null) return null;
  return p && r ? (2 * p * r) / (p + r) : 0;
}

/** What stands for precision where nothing was found: 0 where something is labelled. */
export function precisionOfNothing({ labelled }: Counts): number | null {
  return labelled > 0 ? 0 : null;
}

/** What stands for recall where nothing is labelled: 1 where something was found, as none was overlooked. */
export function recallOfNothing({ found }: Counts): number | null {
  return found > 0 ? 1 : null;
}
