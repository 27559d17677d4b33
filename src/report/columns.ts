/** The frame both tables share: columns of figures under a heading, aligned by figure and by margin. */
import type { RubricOutline } from '../model/scorecard.ts';
import { filled } from './cells.ts';
import type { Painter } from './reporter.ts';
import { NONE, scoreText } from './wording.ts';

/** A column of figures: its heading, line by line, and the least widths of its figures and margins. */
export interface Column {
  readonly head: readonly string[];
  readonly figure: number;
  readonly margin: number;
}

/** A figure, and its margin of error, which is shown faint. */
export interface Figure {
  readonly text: string;
  readonly margin?: string;
  readonly bad?: boolean;
}

/** A column of names at the left: its heading and its width. */
export type NameColumn = readonly [string, number];

/** A column whose margins take no room until there are some. */
export function column(...head: readonly string[]): Column {
  return { head, figure: 3, margin: 0 };
}

/** A column under a title of any length, broken into lines. */
export function titled(title: string): Column {
  const lines = title.split(/[\s]+/).reduce<string[]>((out, word) => {
    const last = out.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= MOST_HEAD)
      out[out.length - 1] = `${last} ${word}`;
    else out.push(word);
    return out;
  }, []);
  return column(...lines.map(line => line.toLowerCase()));
}

const MOST_HEAD = 12;

/** The columns of a rubric of its own: the result, its sections, its gaps, then what every table ends with. */
export function rubricColumns({ sections, gaps }: RubricOutline): readonly Column[] {
  return [
    column('overall'),
    ...sections.map(({ title }) => titled(title)),
    ...gaps.map(({ title }) => titled(title)),
    ...figureColumns.slice(-2),
  ];
}

/** What both tables show of an agent: five scores, disclosures missed, share of scripted words. */
export const figureColumns: readonly Column[] = [
  column('overall'),
  column('authen-', 'ticity'),
  column('empathy'),
  column('own', 'words'),
  column('atten-', 'tive-', 'ness'),
  { ...column('disclo-', 'sures', 'missed'), figure: 8 },
  column('in', 'script'),
];

const GAP = '  ';

/** A score without a margin. */
export function scoreFigure(value: number | null): Figure {
  return { text: scoreText(value) };
}

/** Disclosures missed of those that could be answered. */
export function missedFigure({ total, missed }: { readonly total: number; readonly missed: number }): Figure {
  return total === 0 ? { text: NONE } : { text: `${missed} of ${total}`, bad: missed > 0 };
}

/** The columns, widened to what they hold. */
export function widened(columns: readonly Column[], rows: readonly (readonly Figure[])[]): Column[] {
  const most = (least: number, widths: readonly number[]) => widths.reduce((a, b) => Math.max(a, b), least);
  return columns.map(({ head, figure, margin }, index) => ({
    head,
    figure: most(
      figure,
      rows.map(row => row[index]?.text.length ?? 0),
    ),
    margin: most(
      margin,
      rows.map(row => row[index]?.margin?.length ?? 0),
    ),
  }));
}

/** How many terminal columns the figures take, with the gaps before them. */
export function widthOf(columns: readonly Column[]): number {
  return columns.reduce((sum, column) => sum + GAP.length + columnWidth(column), 0);
}

/** The columns that fit, least important left out first, and what to say of those that do not. */
export function fitting(
  columns: readonly Column[],
  leastFirst: readonly number[],
  room: number,
): { readonly kept: readonly number[]; readonly note: string } {
  const kept = new Set(columns.keys());
  const out: number[] = [];
  for (const index of leastFirst) {
    if (widthOf([...kept].map(at => columns[at] as Column)) <= room) break;
    kept.delete(index);
    out.push(index);
  }
  const titles = out.map(index => columns[index]?.head.join(' ').replaceAll('- ', ''));
  return { kept: [...kept], note: out.length > 0 ? `too narrow for: ${titles.join(', ')}` : '' };
}

/** The heading, as many lines as its longest column needs. */
export function headingLines(
  names: readonly NameColumn[],
  columns: readonly Column[],
  paint: Painter,
): string {
  const height = Math.max(...columns.map(({ head }) => head.length));
  const line = (row: number) =>
    [
      ...names.map(([name, width]) => filled(row === height - 1 ? name : '', width)),
      ...columns.map(column =>
        (column.head[row - height + column.head.length] ?? '').padStart(columnWidth(column)),
      ),
    ].join(GAP);
  return Array.from({ length: height }, (_, row) => `${paint.strong(line(row).trimEnd())}\n`).join('');
}

/** One row. */
export function tableLine(
  names: readonly (readonly [string, number])[],
  figures: readonly Figure[],
  columns: readonly Column[],
  paint: Painter,
): string {
  const right = columns.map((column, index) => {
    const { text = '', margin = '', bad = false } = figures[index] ?? {};
    const after = column.margin ? ` ${margin.padEnd(column.margin)}` : '';
    const before = ' '.repeat(Math.max(0, columnWidth(column) - text.length - after.length));
    return `${before}${bad ? paint.bad(text) : text}${margin ? paint.faint(after) : after}`;
  });
  return `${[...names.map(([name, width]) => filled(name, width)), ...right].join(GAP).trimEnd()}\n`;
}

function columnWidth({ head, figure, margin }: Column): number {
  return Math.max(...head.map(line => line.length), figure + (margin ? margin + 1 : 0));
}
