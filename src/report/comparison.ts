/** A comparison for people: what changed first, and what did not in one line. */
import type { Change, ComparedFigure, ComparedRun, Comparison } from '../model/comparison.ts';
import type { ScoreName } from '../model/scorecard.ts';
import { columns, filled, printable } from './cells.ts';
import type { Style } from './reporter.ts';
import { agentText, counted, NONE, scoreTitles } from './wording.ts';

/** Parts of a rubric go by their ids, which is what a scorecard has. */
const title = (figure: ComparedFigure) =>
  figure === 'missedRate'
    ? 'disclosures missed'
    : figure.includes(':')
      ? figure.replace(':', ' ')
      : scoreTitles[figure as ScoreName];
const MOST_TITLE = 32;
const MOST_NAME = 36;

/** The comparison as text. */
export function comparisonTable(comparison: Comparison, { paint }: Style): string {
  const { before, after, changes, different, onlyBefore, onlyAfter, tests } = comparison;
  const shown = [...changes.filter(changed), ...changes.filter(one => !changed(one))];
  const names = shown.map(one =>
    printable([agentText(one), ...Object.values(one.group ?? {}).map(value => value ?? NONE)].join(' · ')),
  );
  const name = Math.min(
    MOST_NAME,
    names.reduce((most, label) => Math.max(most, columns(label)), 'who'.length),
  );
  const what = Math.min(
    MOST_TITLE,
    shown.reduce((most, { figure }) => Math.max(most, columns(title(figure))), 18),
  );
  const heading = [
    'who'.padEnd(name),
    'figure'.padEnd(what),
    'before'.padStart(12),
    'after'.padStart(12),
    'change'.padStart(22),
  ].join('  ');
  const lines = shown.map((one, i) => {
    const said =
      one.verdict === 'up' || one.verdict === 'down' ? paint.strong(one.verdict) : paint.faint(one.verdict);
    const cells = [figureText(one, one.before), figureText(one, one.after)].map(text => text.padStart(12));
    return `${[filled(names[i] as string, name), filled(printable(title(one.figure)), what), ...cells, differenceText(one).padStart(22), said].join('  ')}\n`;
  });
  const notes = [
    `${counted(changes.filter(changed).length, 'change')} in ${counted(tests, 'comparison')}, 5% of error for all together (Welch, Newcombe, Holm)`,
    `in brackets: conversations or disclosures, and 95% intervals · figures as they are, whatever the contacts were`,
    ...(different.length ? [`made by ${madeBy(comparison)}: a change may be theirs`] : []),
    ...(onlyBefore.length ? [`only before: ${printable(onlyBefore.join(', '))}`] : []),
    ...(onlyAfter.length ? [`only after: ${printable(onlyAfter.join(', '))}`] : []),
    `${fileText(before)} → ${fileText(after)}`,
  ];
  const body = lines.join('') || 'No row stands in both.\n';
  return `${paint.strong(heading)}\n${body}\n${notes.map(note => `${paint.faint(note)}\n`).join('')}`;
}

const fileText = (run: ComparedRun) =>
  `${run.file} (${[counted(run.conversations, 'conversation'), ...(run.rubric === null ? [] : [`rubric ${rubricText(run)}`])].join(', ')})`;

const rubricText = ({ rubric, rubricName }: ComparedRun) =>
  printable([rubricName, rubric].filter(Boolean).join(' ')) || 'none';

/** What two runs do not have in common: `different rubrics (care 1 4994fad55843, then needs 1 0b5c…)`. */
export const madeBy = ({ different, before, after }: Comparison): string =>
  different
    .map(what =>
      what === 'rules'
        ? 'different rules'
        : `different rubrics (${rubricText(before)}, then ${rubricText(after)})`,
    )
    .join(' and ');

const changed = ({ verdict }: Change) => verdict === 'up' || verdict === 'down';

const number = (figure: ComparedFigure, value: number) =>
  figure === 'missedRate' ? `${Math.round(100 * value)}%` : String(Math.round(value));

const figureText = ({ figure }: Change, { value, n }: Change['before']) => `${number(figure, value)} (${n})`;

function differenceText({ figure, difference, low, high }: Change): string {
  const signed = (value: number) => `${value > 0 ? '+' : ''}${number(figure, value)}`;
  return low === null || high === null
    ? signed(difference)
    : `${signed(difference)} (${signed(low)} to ${signed(high)})`;
}
