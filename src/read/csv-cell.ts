/** Cells of a table: values that may be missing, and transcripts that stand in one cell. */
import { isFlat } from '../filed/metadata.ts';
import type { Frame } from './compose.ts';
import { outcomeFrom } from './outcome.ts';
import type { Table } from './table.ts';

/** The trimmed value of a cell, or undefined where the column is missing or the cell empty. */
export function cell(cells: readonly string[], at: number | undefined): string | undefined {
  const value = at === undefined ? undefined : cells[at]?.trim();
  return value === '' ? undefined : value;
}

/** What a row says of its conversation besides the turns: its rating, and what it is filed under. */
export function details(
  cells: readonly string[],
  { header, columns, rating }: Pick<Table, 'header' | 'columns' | 'rating'>,
): Pick<Frame, 'outcome' | 'metadata'> {
  const outcome = rating === undefined ? undefined : outcomeFrom(header[rating]!.trim(), cells[rating]);
  const metadata: Record<string, string | undefined> = {};
  for (const key of filed) metadata[key] = cell(cells, columns[key]);
  for (const at of further(header, columns, rating)) {
    const value = cell(cells, at);
    if (isFlat(value)) metadata[header[at]!.trim()] ??= value as string;
  }
  return { ...(outcome !== undefined && { outcome }), metadata };
}

const filed = ['subject', 'queue', 'team', 'language'] as const;
const known = new WeakMap<Table['header'], readonly number[]>();

/** The columns that nothing else is read from, which is the same for all rows of a table. */
function further(
  header: Table['header'],
  columns: Table['columns'],
  rating: number | undefined,
): readonly number[] {
  let places = known.get(header);
  if (places === undefined) {
    const taken = new Set<number | undefined>([...Object.values(columns), rating]);
    places = header.flatMap((name, at) => (taken.has(at) || name.trim() === '' ? [] : [at]));
    known.set(header, places);
  }
  return places;
}

/** The lines of a transcript in a cell; some exports write the line break as a backslash and an n. */
export function cellLines(text: string): string[] {
  const plain = /[\r\n]/.test(text)
    ? text
    : text.replace(/\\r\\n|\\n|\\r/g, '\n').replace(/<br\s*\/?>/gi, '\n');
  return plain.split(/\r\n|\r|\n/);
}

/**
 * A row with more cells than the header has: a delimiter inside words that nobody quoted. In the last column the
 * words are put together again as they stood; anywhere else the cells have slipped, and null says so.
 */
export function fitted(
  cells: readonly string[],
  width: number,
  last: boolean,
  delimiter: string,
): readonly string[] | null {
  if (cells.length <= width || cells.slice(width).every(one => one.trim() === '')) return cells;
  return last ? [...cells.slice(0, width - 1), cells.slice(width - 1).join(delimiter)] : null;
}

/** Why a row was left out whose cells have slipped. */
export const SLIPPED =
  'the row has more cells than the header; it is left out: put quotes around text that holds the delimiter';
