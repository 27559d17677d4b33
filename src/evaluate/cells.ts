/** Rows and columns of the evaluation's tables, and how its figures are written for people. */
import type { Figure } from './evaluation.ts';

/** How text for people is laid out. */
export interface Style {
  readonly width: number;
  readonly paint: Readonly<Record<'strong' | 'faint' | 'good' | 'bad', (text: string) => string>>;
}

const NONE = '–';
const GAP = '  ';

/** A figure to two places, or a dash. */
export function figureText(value: number | null): string {
  return value === null ? NONE : value.toFixed(2);
}

/** Its interval, or nothing. */
export function intervalText({ low, high }: Pick<Figure, 'low' | 'high'>): string {
  return low === null || high === null ? '' : `${low.toFixed(2)}…${high.toFixed(2)}`;
}

/** Lines of cells under a heading: the first column to the left, the others to the right, each as wide as it needs. */
export function table(
  heading: readonly string[],
  rows: readonly (readonly string[])[],
  { paint }: Style,
): string {
  const widths = heading.map((title, column) =>
    rows.reduce((most, row) => Math.max(most, (row[column] ?? '').length), title.length),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join(GAP)
      .trimEnd();
  return [paint.strong(line(heading)), ...rows.map(line)].map(text => `${text}\n`).join('');
}

/** Text that no terminal obeys: control characters and marks of direction become spaces. */
export function tame(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, ' ');
}
