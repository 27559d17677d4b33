/** How words are read: the tables beside this file, and their built form. */
import { type BoundaryTable, type BuiltBoundaries, buildBoundaries } from './boundaries.ts';

/** The tables as their files have them. */
export interface ReadingFiles {
  readonly boundaries: BoundaryTable;
}

/** The tables as stored: numbers and words only, so that a cold start has little to compute. */
export interface ReadingTables {
  readonly boundaries: BuiltBoundaries;
}

/** Builds the tables. */
export const buildReading = ({ boundaries }: ReadingFiles): ReadingTables => ({
  boundaries: buildBoundaries(boundaries),
});
