/** The evaluation as one JSON document. */
import { RESAMPLES, SEED } from './bootstrap.ts';
import type { Evaluation } from './evaluation.ts';
import { type Listing, listed } from './listing.ts';

/** What of the run goes along: figures of two runs compare only where rules and version are the same. */
export interface EvaluatedRun {
  readonly version: string;
  readonly rules: string;
  /** Records that were left out, for want of usable labels or because they could not be read. */
  readonly leftOut: number;
}

/** The document. Without a listing every mistake is there by conversation and turn, without anybody's words. */
export function evaluationJson(evaluation: Evaluation, run: EvaluatedRun, listing: Listing | null): string {
  const { mistakes, ...figures } = evaluation;
  const places = listing
    ? listed(mistakes, listing.most).map(({ quote, ...place }) =>
        listing.quotes ? { ...place, quote } : place,
      )
    : mistakes.map(({ quote, ...place }) => place);
  const intervals = {
    level: 0.95,
    method: 'percentile bootstrap over conversations',
    resamples: RESAMPLES,
    seed: SEED,
  };
  return `${JSON.stringify({ ...figures, mistakes: places, intervals, run }, null, 2)}\n`;
}
