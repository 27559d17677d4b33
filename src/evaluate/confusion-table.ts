/** A confusion for people: a row for what people said, a lettered column for what the tool said. */
import { type Style, table } from './cells.ts';
import type { Confusion } from './confusion.ts';

/** The table; empty rows and columns are left out, and so is a table without any count. */
export function confusionTable(title: string, { labelled, found, counts }: Confusion, style: Style): string {
  const columns = found
    .map((name, index) => ({ name, index }))
    .filter(({ name, index }) => labelled.includes(name) || counts.some(line => (line[index] ?? 0) > 0))
    .filter(
      ({ name, index }) =>
        counts.some(line => (line[index] ?? 0) > 0) ||
        (counts[labelled.indexOf(name)] ?? []).some(count => count > 0),
    );
  const letter = (column: number) => String.fromCharCode(97 + column);
  const lettered = columns.map(({ name }, column) => `${letter(column)} ${name}`);
  const shown = columns.map(({ name }) => labelled.indexOf(name)).filter(row => row >= 0);
  if (shown.length === 0) return '';
  const rows = shown.map((row, column) => [
    lettered[column] ?? '',
    ...columns.map(({ index }) => String(counts[row]?.[index] || '·')),
  ]);
  const others = lettered.slice(shown.length);
  const heading = [title, ...columns.map((_, column) => letter(column))];
  const legend = `rows: labelled; columns: found${others.length > 0 ? `; ${others.join(', ')}` : ''}`;
  return `${table(heading, rows, style)}${style.paint.faint(legend)}\n`;
}
