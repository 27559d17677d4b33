/** Breaking a text into lines of a width without losing the place: every line knows its offsets in the text. */
import { cells } from './cells.ts';

/** A line: `text.slice(start, end)`. */
export interface WrappedLine {
  readonly start: number;
  readonly end: number;
}

/** Breaks at spaces, and at line ends of the text; inside a word only where it is wider than the line. */
export function wrap(text: string, width: number): WrappedLine[] {
  const out: WrappedLine[] = [];
  let start = 0;
  for (const paragraph of text.split('\n')) {
    wrapParagraph(paragraph.replace(/\r$/, ''), width, start, out);
    start += paragraph.length + 1;
  }
  return out;
}

function wrapParagraph(text: string, width: number, offset: number, out: WrappedLine[]): void {
  let start = 0;
  let used = 0;
  let space = -1; // the last place to break, just after a space
  let usedAtSpace = 0;
  const put = (end: number) => {
    const kept = text.slice(start, end).trimEnd().length;
    out.push({ start: offset + start, end: offset + start + kept });
  };
  for (const cell of cells(text)) {
    const blank = /^\s/.test(cell.text);
    while (!blank && used + cell.columns > width && used > 0) {
      // twice where the part after the last space fills the line by itself
      const at = space > start ? space : cell.at;
      put(at);
      used = at === space ? used - usedAtSpace : 0;
      start = at;
      space = -1;
    }
    used += cell.columns;
    if (blank) {
      space = cell.at + cell.text.length;
      usedAtSpace = used;
    }
  }
  put(text.length);
}
