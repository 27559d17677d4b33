/**
 * What stands behind one figure of a card: conversation by conversation the value, its arithmetic and the words it
 * rests on, and at the end the sum that is the figure.
 */
import type { Finding } from '../model/finding.ts';
import type { Measured, NaReason, SharePart, Term } from '../model/scorecard.ts';
import { printable, shorten } from './cells.ts';
import type { Style } from './reporter.ts';
import { counted, NONE, naTitles } from './wording.ts';

interface Shown {
  readonly value: number | null;
  readonly terms: readonly Term[];
  readonly na?: NaReason | undefined;
  readonly failed?: string | undefined;
}

const MOST_SUMMED = 30;
const LEAST_QUOTE = 20;

/** One conversation. */
export function criterionTrace(
  conversation: string,
  { value, terms, na, failed }: Shown,
  findings: readonly Finding[],
  style: Style,
): string {
  const { paint } = style;
  const note = na ? `not applicable: ${naTitles[na]}` : value === null ? 'nothing to judge' : '';
  const extra = failed ? `, auto-fail (${failed})` : '';
  const head = `${paint.strong(printable(conversation))}  ${value === null ? NONE : value}${extra}  ${paint.faint(note)}`;
  const rows = terms.flatMap(({ why, points, findings: numbers }) => [
    `  ${signed(points).padStart(7)}  ${printable(why)}`,
    ...quoted(numbers, findings, style),
  ]);
  return [head.trimEnd(), ...rows].map(row => `${row}\n`).join('');
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

/** A share's part in one conversation. */
export function shareTrace(
  conversation: string,
  { count, of, unit, findings: numbers }: SharePart,
  findings: readonly Finding[],
  style: Style,
): string {
  const head = `${style.paint.strong(printable(conversation))}  ${count} of ${of} ${unit}`;
  return [head, ...quoted(numbers, findings, style)].map(row => `${row}\n`).join('');
}

/** The share over all conversations, which is the figure of the card. */
export function shareSum(
  agent: string,
  name: string,
  parts: readonly SharePart[],
  value: number | null,
  { paint }: Style,
): string {
  const sum = (of: 'count' | 'of') => parts.reduce((total, part) => total + part[of], 0);
  const head = paint.strong(`${printable(agent)}, ${name}: ${value ?? NONE}`);
  return value === null
    ? `${head}\n`
    : `${head}\n  ${sum('count')} / ${sum('of')} ${parts[0]?.unit} = ${value}\n`;
}

/** The sum over all conversations, which is the figure of the card. */
export function criterionSum(
  agent: string,
  name: string,
  values: readonly (number | null)[],
  { value, conversations, low, high }: Measured,
  { paint }: Style,
): string {
  const judged = values.filter(one => one !== null);
  const sum = judged.reduce((total, one) => total + one, 0);
  const left = values.length - judged.length;
  const shown =
    judged.length <= MOST_SUMMED
      ? `(${judged.map(one => (one < 0 ? `−${-one}` : one)).join(' + ')})`
      : String(sum);
  const lines = [
    paint.strong(`${printable(agent)}, ${name}: ${value ?? NONE}`),
    ...(judged.length > 0 ? [`  ${shown} / ${conversations} = ${value}`] : []),
    ...(low === null || high === null ? [] : [`  95% interval ${low} to ${high}`]),
    ...(left > 0 ? [`  ${counted(left, 'conversation')} without a value, not counted`] : []),
  ];
  return lines.map(line => `${line}\n`).join('');
}

const signed = (points: number) => `${points < 0 ? '-' : '+'}${Math.abs(points).toFixed(2)}`;
