/**
 * What stands behind one figure of a card: conversation by conversation its part, with the arithmetic and the words it
 * rests on, and at the end the calculation that is the figure.
 */
import type { Finding } from '../model/finding.ts';
import type { Trace, TracedPart, Working } from '../model/trace.ts';
import { printable, shorten } from './cells.ts';
import type { Style } from './reporter.ts';
import { NONE, naTitles } from './wording.ts';
import { wrap } from './wrap.ts';

const LEAST_QUOTE = 20;
const MOST_WORDS = 12;

/** One conversation. */
export function partText(part: TracedPart, findings: readonly Finding[], style: Style): string {
  const { paint, width } = style;
  const { conversation, value, said, terms, na, failed, words = [] } = part;
  const note = [
    na ? `not applicable: ${naTitles[na]}` : value === null && said === '' ? 'nothing to judge' : '',
    said,
  ].filter(Boolean);
  const figure = value === undefined ? [] : [value === null ? NONE : minus(value)];
  const head = [
    paint.strong(printable(conversation)),
    ...figure.map(text => `${text}${failed ? `, auto-fail (${failed})` : ''}`),
    ...note.map(text => (value === undefined ? printable(text) : paint.faint(printable(text)))),
  ];
  const shown = words.slice(0, MOST_WORDS).map(word => `“${printable(word)}”`);
  const rows = [
    ...terms.flatMap(({ why, points, findings: numbers }) => [
      `  ${signed(points).padStart(7)}  ${printable(why)}`,
      ...quoted(numbers, findings, style),
    ]),
    ...quoted(part.findings, findings, style),
    ...(shown.length > 0
      ? hung(`${shown.join(', ')}${words.length > MOST_WORDS ? ' …' : ''}`, 11, width).map(row =>
          paint.faint(row),
        )
      : []),
  ];
  return [head.join('  '), ...rows].map(row => `${row}\n`).join('');
}

/** Findings with their words, one a line. */
const quoted = (
  numbers: readonly number[],
  findings: readonly Finding[],
  { width, paint }: Style,
): string[] =>
  numbers.map(number => {
    const finding = findings[number] as Finding;
    const left = `${' '.repeat(11)}turn ${finding.turn}  ${finding.rule}  `;
    const quote = printable(finding.quote.replace(/\s+/g, ' '));
    return paint.faint(`${left}“${shorten(quote, Math.max(LEAST_QUOTE, width - left.length - 2))}”`);
  });

/** The calculation over all conversations. */
export function traceText(agent: string, trace: Trace, { width, paint }: Style): string {
  const { name, value, workings, notes } = trace;
  const head = paint.strong(
    `${printable(agent)}, ${name}: ${typeof value === 'number' ? minus(value) : (value ?? NONE)}`,
  );
  const rows = [
    ...notes.flatMap(note => hung(printable(note), 2, width)),
    ...workings.flatMap(working => hung(workingText(working), 2, width)),
  ];
  return [head, ...rows].map(row => `${row}\n`).join('');
}

/** `mean: (40 + 60) / 2 = 50`. */
function workingText({ what, expression, value, within }: Working): string {
  const result = value === null ? NONE : minus(value);
  const calculated = expression === null || expression === result ? result : `${expression} = ${result}`;
  return `${printable(what)}: ${calculated}${within ? limits(within, expression, value) : ''}`;
}

/** A result that is as high or low as it may be says so. */
function limits([least, most]: readonly [number, number], expression: string | null, value: number | null) {
  return expression !== null && (value === least || value === most) ? ` (held at ${minus(value)})` : '';
}

const minus = (value: number) => String(value).replace('-', '−');

function hung(text: string, indent: number, width: number): string[] {
  const space = ' '.repeat(indent);
  return wrap(text, Math.max(LEAST_QUOTE, width - indent - 2)).map(
    ({ start, end }, row) => `${space}${row === 0 ? '' : '  '}${text.slice(start, end)}`,
  );
}

const signed = (points: number) => `${points < 0 ? '-' : '+'}${Math.abs(points).toFixed(2)}`;
