/**
 * Text that people labelled by hand or a tool wrote for people: `Agent: …` line by line, or all on one line.
 * One conversation; `plain` cuts files into them, and tables hold one a cell.
 */
import { fromStart, type Moment } from './clock.ts';
import type { Spoken } from './compose.ts';
import { type Header, header, isRule } from './header.ts';
import { inline } from './inline.ts';
import { accepted, type Labelled, labelled } from './labels.ts';
import { who } from './speakers.ts';

/** A conversation's header and its utterances, not yet cast. */
export interface Talk {
  readonly header: Header;
  readonly spoken: readonly Spoken[];
}

/** All labels that count in a text, for telling what is a turn. */
export function labelsIn(lines: readonly string[]): Set<string> {
  const found = lines.map(labelled).filter(one => one !== null);
  const labels = found.map(one => one.label);
  // A name alone on its line with a time is one even if it comes once, where others have times too.
  const timed = found.filter(one => one.time !== null);
  if (timed.length > 1)
    labels.push(...timed.filter(one => one.alone && one.text === '').map(one => one.label));
  return accepted(labels);
}

/** Takes one conversation apart. `at` names the place of the n-th line. */
export function talk(
  lines: readonly string[],
  labels: ReadonlySet<string>,
  at: (line: number) => string,
): Talk {
  const top = header(lines, labels);
  const names = [top.agentName, top.customerName].filter(name => name !== undefined);
  const known = new Set([...labels, ...names, ...names.map(name => name.split(' ')[0]!)]);
  const rest = lines.slice(top.end).map((line, i) => ({ line, at: at(top.end + i) }));
  const found = rest.map(({ line }) => counts(labelled(line), known));
  const pieces = found.filter(one => one !== null).length > 1 ? rest : rest.flatMap(unrolled);
  return { header: top, spoken: timed(gather(pieces, known)) };
}

function counts(one: Labelled | null, known: ReadonlySet<string>): Labelled | null {
  return one !== null && (known.has(one.label) || who(one.label) !== null) ? one : null;
}

interface Piece {
  readonly line: string;
  readonly at: string;
}

function unrolled({ line, at }: Piece): Piece[] {
  return inline(line).map(piece => ({ line: piece, at }));
}

interface Gathered {
  readonly label: string;
  readonly parts: string[];
  readonly time: Moment | null;
  readonly at: string;
}

/** Lines to turns: a line without a label of its own goes on with the turn above it. */
function gather(pieces: readonly Piece[], known: ReadonlySet<string>): Gathered[] {
  const turns: Gathered[] = [];
  const loose: Piece[] = [];
  for (const piece of pieces) {
    const one = counts(labelled(piece.line), known);
    if (one !== null) turns.push({ label: one.label, parts: [one.text], time: one.time, at: piece.at });
    else if (turns.length > 0) {
      if (!isRule(piece.line)) turns.at(-1)!.parts.push(piece.line.trim());
    } else loose.push(piece);
  }
  return [...opening(loose, turns), ...turns];
}

/**
 * Words before the first label, where all turns stand on one line. When the labels after them take strict turns
 * between two parties, the first words are the other party's; otherwise they are kept aside as a title would be.
 */
function opening(loose: readonly Piece[], turns: readonly Gathered[]): Gathered[] {
  const labels = [...new Set(turns.map(turn => turn.label))];
  const sameLine = loose.length === 1 && turns.length > 1 && turns.every(turn => turn.at === loose[0]!.at);
  if (!sameLine || labels.length !== 2 || turns.some((turn, i) => turn.label !== labels[i % 2])) return [];
  return [{ label: labels[1]!, parts: [loose[0]!.line.trim()], time: null, at: loose[0]!.at }];
}

function timed(turns: readonly Gathered[]): Spoken[] {
  const times = fromStart(turns.map(turn => turn.time));
  return turns.flatMap(({ label, parts, at }, i) => {
    const text = parts.join('\n').trim();
    const seconds = times[i];
    return text === '' ? [] : [seconds === undefined ? { label, text, at } : { label, text, seconds, at }];
  });
}
