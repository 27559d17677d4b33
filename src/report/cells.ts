/**
 * How many terminal columns text takes, and cutting or filling it to a number of columns. Emoji and CJK take
 * two, combining marks none: carets must stand under the words they mean.
 */

/** Made when first asked for: it takes longer to make than a table of plain letters. */
let graphemes: Intl.Segmenter | undefined;
const ascii = /^[\x20-\x7e]*$/;
const nothing = /^[\p{Mark}\p{Cf}]+$/u;
const wide =
  /^(?:\p{Emoji_Presentation}|.\uFE0F|[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{20000}-\u{3FFFD}])/u;

/** A character as a person sees it, with where it starts and how many columns it takes. */
export interface Cell {
  readonly at: number;
  readonly text: string;
  readonly columns: number;
}

/** The characters of a text. */
export function cells(text: string): Cell[] {
  if (ascii.test(text)) return Array.from(text, (char, at) => ({ at, text: char, columns: 1 }));
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(graphemes.segment(text), ({ segment, index }) => ({
    at: index,
    text: segment,
    columns: nothing.test(segment) ? 0 : wide.test(segment) ? 2 : 1,
  }));
}

/** The columns a text takes. */
export function columns(text: string): number {
  return ascii.test(text) ? text.length : cells(text).reduce((sum, cell) => sum + cell.columns, 0);
}

/** Text in exactly `width` columns: filled with spaces, or cut with an ellipsis. */
export function filled(text: string, width: number): string {
  const cut = shorten(text, width);
  return cut + ' '.repeat(width - columns(cut));
}

/** Text in at most `width` columns, cut with an ellipsis where it is longer. */
export function shorten(text: string, width: number): string {
  if (columns(text) <= width) return text;
  let out = '';
  let used = 1;
  for (const cell of cells(text)) {
    if (used + cell.columns > width) break;
    out += cell.text;
    used += cell.columns;
  }
  return `${out}…`;
}

/** Text without what a terminal would obey (escape codes, tabs, direction marks): one space each, so offsets hold. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go
  return text.replace(/[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, ' ');
}
