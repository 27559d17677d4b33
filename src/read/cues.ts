/**
 * Timed captions, as WebVTT and SubRip both write them: a time line, then words up to a blank line. Ids, notes,
 * styles and settings fall away; what cannot be a time line is named.
 */

/** One caption: when it starts, its lines as written, and the line its time stands on. */
export interface Cue {
  readonly seconds: number;
  readonly lines: string[];
  readonly line: number;
}

/** All captions in a file, and the numbers of time lines that could not be read. */
export interface Cues {
  readonly cues: Cue[];
  readonly broken: readonly number[];
}

const TIMING =
  /^\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})\s*-->\s*(?:\d{1,4}:)?\d{1,2}:\d{1,2}[.,]\d{1,3}(?:\s|$)/;

/** Takes captions apart; `loose` text after a blank line goes on with the caption above (SubRip) or is dropped. */
export function cues(text: string, loose: 'kept' | 'dropped'): Cues {
  const found: Cue[] = [];
  const broken: number[] = [];
  const lines = text.split(/\r\n|\r|\n/);
  let open: Cue | null = null;
  let skipping = false;
  let blank = true;
  for (const [i, line] of lines.entries()) {
    const timing = line.includes('-->') ? TIMING.exec(line) : null;
    if (timing !== null) {
      if (open !== null && !blank) dropId(open); // the blank line between two captions is missing
      const [, hours = '0', minutes, seconds, fraction] = timing;
      const whole = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
      open = { seconds: whole + Number(fraction!.padEnd(3, '0')) / 1000, lines: [], line: i + 1 };
      found.push(open);
      skipping = false;
    } else if (/^\s*[\d:.,x]*\d[\d:.,x]*\s*-->/.test(line)) {
      broken.push(i + 1);
      open = null;
      skipping = true;
    } else if (line.trim() === '') {
      blank = true;
      skipping = false;
      if (loose === 'dropped') open = null;
      continue;
    } else if (blank && /^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(line) && loose === 'dropped') {
      skipping = true;
      open = null;
    } else if (open !== null && !skipping && !(blank && isId(lines, i))) open.lines.push(line.trim());
    blank = false;
  }
  return { cues: found.sort((a, b) => a.seconds - b.seconds), broken };
}

/** A line right above a time line is that caption's id. */
function isId(lines: readonly string[], at: number): boolean {
  return TIMING.test(lines[at + 1] ?? '') && /^\s*\d+\s*$/.test(lines[at]!);
}

function dropId(cue: Cue): void {
  if (cue.lines.length > 1 && /^\d+$/.test(cue.lines.at(-1)!)) cue.lines.pop();
}
