/**
 * Tables to rows of cells: the one door to csv-parse. A row's number is the one a spreadsheet shows (the header is
 * row 1). A quote that is never closed is told with the row it opens in; the complete rows before it are kept.
 */
import { Parser } from 'csv-parse';
import { parse } from 'csv-parse/sync';

/** The longest row kept, in bytes. Beyond it a quote was surely never closed. */
export const ROW_LIMIT = 32 * 1024 * 1024;

const delimiters = [',', ';', '\t', '|'] as const;
/** What parts the cells of a table. */
export type Delimiter = (typeof delimiters)[number];

/** One row, or why the rows end here. */
export type Row =
  | { readonly row: number; readonly cells: readonly string[] }
  | { readonly row: number; readonly fault: string };

const relaxed = { relax_column_count: true, relax_quotes: true, skip_empty_lines: false } as const;
const REST = 'the rows from here are left out';
const FAULT = `a quoted cell that opens in this row is never closed (the file may be cut off); ${REST}`;
const LONG = `this row is longer than ${ROW_LIMIT / 1024 / 1024} MB, so a quote in it is likely never closed; ${REST}`;

/** The first rows of a file, for recognising it; what comes after an unclosed quote is left out. */
export function firstRows(head: string, delimiter: Delimiter, most = 50): string[][] {
  const rows: string[][] = [];
  try {
    parse(head, {
      ...relaxed,
      delimiter,
      to: most,
      on_record: (record: string[]) => {
        rows.push(record);
        return null;
      },
    });
  } catch {
    // The head is cut anywhere, so its last row often is; the rows before it serve.
  }
  return rows;
}

/** The delimiter whose first row has the most cells, comma first; `known` counts cells that are column names. */
export function delimiterOf(head: string, known: (cells: readonly string[]) => number): Delimiter {
  let best: Delimiter = ',';
  let most = -1;
  for (const delimiter of delimiters) {
    const first = firstRows(head, delimiter, 1)[0] ?? [];
    const score = known(first) * 1000 + first.length;
    if (score > most) [best, most] = [delimiter, score];
  }
  return best;
}

/** All rows of a table in order, empty lines left out but counted; in batches, as one promise a row is dear. */
export async function* rows(
  text: AsyncIterable<string>,
  delimiter: Delimiter,
  limit = ROW_LIMIT,
): AsyncGenerator<readonly Row[]> {
  const parser = new Parser({ ...relaxed, delimiter, max_record_size: limit });
  let ready: Row[] = [];
  let row = 0;
  let fault: string | null = null;
  parser.on('data', (cells: string[]) => {
    row++;
    if (cells.length > 1 || cells[0]?.trim() !== '') ready.push({ row, cells });
  });
  const ended = new Promise<void>(resolve => {
    parser.on('end', resolve);
    parser.on('error', error => {
      fault = (error as { code?: string }).code === 'CSV_MAX_RECORD_SIZE' ? LONG : FAULT;
      resolve();
    });
  });
  try {
    for await (const chunk of text) {
      await new Promise<void>(resolve => {
        parser.write(chunk, () => resolve());
      });
      if (fault !== null) break;
      yield ready;
      ready = [];
    }
    if (fault === null) parser.end();
    await ended;
    if (fault !== null) ready.push({ row: row + 1, fault });
    yield ready;
  } finally {
    parser.destroy();
  }
}
