/** Conversations taken together: all of them, or those of one draw. */
import type { Rated } from './rated.ts';
import type { Sheet } from './sheet.ts';

/** What a figure is computed from. */
export interface Sample {
  /** A count over the conversations taken. */
  sum(key: string): number;
  readonly rated: readonly Rated[];
}

/** Prepares sheets, and gives the sample of any of them (by index, repeats allowed). */
export function sampler(sheets: readonly Sheet[]): (drawn: readonly number[]) => Sample {
  const places = new Map<string, number>();
  const rows = sheets.map(({ counts }) =>
    [...counts].map(([key, count]) => {
      const place = places.get(key) ?? places.size;
      places.set(key, place);
      return [place, count] as const;
    }),
  );
  return drawn => {
    const sums = new Float64Array(places.size);
    for (const index of drawn) for (const [place, count] of rows[index]!) sums[place]! += count;
    return {
      sum: key => sums[places.get(key) ?? -1] ?? 0,
      rated: drawn.map(index => sheets[index]!.rated),
    };
  };
}
