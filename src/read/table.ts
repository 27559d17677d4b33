/** What the first rows of a table say: its delimiter, its columns, and whether it is one row a turn or a conversation. */
import { type Columns, candidates, find, folded, knownCells, ratingColumn } from './columns.ts';
import { type Delimiter, delimiterOf, firstRows } from './csv-rows.ts';
import { looksLikeTranscript } from './transcript-text.ts';

/** A table as its head shows it. */
export interface Table {
  readonly delimiter: Delimiter;
  /** The row the header stands in, from 1 (2 after a spreadsheet's `sep=;`). */
  readonly headerRow: number;
  readonly header: readonly string[];
  readonly columns: Columns;
  /** Where a rating stands. */
  readonly rating: number | undefined;
  /** The time column says by its name that it counts milliseconds. */
  readonly thousandths: boolean;
  /** What the columns allow: a row a turn, a row a conversation, or neither. */
  readonly shape: 'utterance' | 'conversation' | 'unknown';
  /** Why a conversation column was refused, where one was. */
  readonly doubt: string | null;
}

let last: { readonly head: string; readonly table: Table | null } | null = null;

/** Reads a table's head; null where it does not look like a table at all. Kept for the next to ask of the same head. */
export function table(head: string): Table | null {
  if (last?.head !== head) last = { head, table: /^\s*(?:[{<]|\[\s*[{["])/.test(head) ? null : taken(head) };
  return last.table;
}

function taken(head: string): Table | null {
  const separator = /^sep=(.)\r?\n/i.exec(head);
  const body = separator === null ? head : head.slice(separator[0].length);
  const delimiter = (separator?.[1] as Delimiter | undefined) ?? delimiterOf(body, knownCells);
  const [header, ...sample] = firstRows(body, delimiter);
  if (header === undefined || (header.length < 2 && knownCells(header) === 0)) return null;
  const headerRow = separator === null ? 1 : 2;
  const base = { delimiter, headerRow, header, thousandths: false, rating: ratingColumn(header) };
  const utterance = perTurn(header, sample);
  const conversation = perConversation(header, sample);
  if (conversation !== null && (utterance === null || conversation.told)) {
    return { ...base, columns: conversation.columns, shape: 'conversation', doubt: null };
  }
  if (utterance === null) return { ...base, columns: {}, shape: 'unknown', doubt: null };
  const thousandths = /(?:ms|millis)$/.test(folded(header[utterance.columns.time ?? -1] ?? ''));
  return { ...base, columns: utterance.columns, thousandths, shape: 'utterance', doubt: utterance.doubt };
}

/** Whether the first rows are as wide as the header: prose with commas is not. */
export function even(head: string, { delimiter, header, headerRow }: Table): boolean {
  if (header.length < 2) return false;
  const sample = firstRows(head, delimiter)
    .slice(headerRow)
    .filter(cells => cells.length > 1 || cells[0] !== '');
  return (
    sample.length > 0 && sample.filter(cells => cells.length === header.length).length >= sample.length * 0.9
  );
}

/** Columns that say what a conversation is filed under. */
const filed = ['subject', 'queue', 'team', 'language'] as const;

function perTurn(
  header: readonly string[],
  sample: readonly string[][],
): { columns: Columns; doubt: string | null } | null {
  const columns = find(header, [
    'speaker',
    'customerText',
    'agentText',
    'text',
    'turn',
    'time',
    'agentId',
    'agentName',
    'customerName',
    'channel',
    ...filed,
  ]);
  const pair = columns.customerText !== undefined && columns.agentText !== undefined;
  if (!pair && (columns.speaker === undefined || columns.text === undefined)) return null;
  const taken = new Set(Object.values(columns));
  const ids = candidates(header, 'conversation').filter(at => !taken.has(at));
  const repeats = (at: number): boolean => new Set(sample.map(row => row[at])).size < sample.length;
  // An id that is new in every row numbers messages; only a name that says "conversation" is believed all the same.
  const conversation = ids.find(
    at => sample.length < 3 || repeats(at) || /conv|dialog|thread|session/i.test(header[at]!),
  );
  if (conversation !== undefined) return { columns: { ...columns, conversation }, doubt: null };
  const doubt = ids.length > 0 ? header[ids[0]!]! : null;
  return { columns, doubt };
}

/** Names that say "transcript" by themselves; the others have to hold something that looks like one. */
const STRONG = /transcri|conversation|dialog|chatlog/i;

function perConversation(
  header: readonly string[],
  sample: readonly string[][],
): { columns: Columns; told: boolean } | null {
  for (const transcript of candidates(header, 'transcript')) {
    const cells = sample
      .map(row => row[transcript] ?? '')
      .filter(cell => cell.trim() !== '')
      .slice(0, 5);
    const told = cells.some(cell => looksLikeTranscript(cell) >= 0.7);
    if (!told && (!STRONG.test(header[transcript]!) || cells.some(cell => /^[\w-]{1,40}$/.test(cell.trim()))))
      continue;
    const rest = header.map((name, at) => (at === transcript ? '' : name));
    const columns = find(rest, ['conversation', 'agentId', 'agentName', 'customerName', 'channel', ...filed]);
    return { columns: { ...columns, transcript }, told };
  }
  return null;
}
