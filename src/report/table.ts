/**
 * The table for people. Agents stand lowest overall score first: who reads a scorecard wants to know where to
 * listen in. Where the terminal is narrow the margins of the single scores go first, then the ids of agents
 * whose names tell them apart, then the ends of long names, then columns.
 */
import type { AgentScorecard, ConversationScore, Run, Scorecard } from '../model/scorecard.ts';
import { columns as columnsOf, printable, shorten } from './cells.ts';
import {
  type Column,
  column,
  type Figure,
  figureColumns,
  fitting,
  headingLines,
  missedFigure,
  type NameColumn,
  scoreFigure,
  tableLine,
  widened,
  widthOf,
} from './columns.ts';
import type { Painter, Reporter, Style } from './reporter.ts';
import { agentText, counted, marginText, NONE, scoreText, shareText } from './wording.ts';

/** Cards, or one line per agent and conversation. */
export const table: Reporter = {
  id: 'table',
  title: 'a table for people',
  endings: ['.txt'],
  scorecard: cardTable,
  begin: ({ width, paint }) => {
    const { columns } = conversationFit(width);
    return headingLines(conversationNames(width, columns), columns, paint);
  },
  row: (score, _index, style) => conversationRows(score, style),
  end: (run, { width, paint }) =>
    `\n${summary(run, [`${NONE} nothing to judge`, conversationFit(width).note], paint)}`,
};

const LEAST_NAME = 10;
/** Own words says it of one conversation already: what is not own words is scripted. */
const conversationColumns = figureColumns.slice(0, -1);
const cardColumns: readonly Column[] = [column('con-', 'versa-', 'tions'), ...figureColumns];

/** Places in `figureColumns`, what can be spared first: a score is worth less than what it is a part of. */
const leastFirst = [6, 3, 2, 1, 4, 5];

/** The columns of a table by conversation, which follow from the width alone. */
function conversationFit(width: number) {
  const order = leastFirst.filter(index => index < conversationColumns.length);
  const { kept, note } = fitting(conversationColumns, order, width - 2 * LEAST_NAME - 2);
  return { kept, note, columns: kept.map(index => conversationColumns[index] as Column) };
}

function cardTable({ agents, run }: Scorecard, { width, paint }: Style): string {
  const sorted = [...agents].sort(byOverall);
  const { labels, rows: all, columns: wide } = layout(sorted, width);
  const order = [...leastFirst.map(index => index + 1), 0];
  const { kept, note } = fitting(wide, order, width - LEAST_NAME);
  const columns = kept.map(index => wide[index] as Column);
  const rows = all.map(row => kept.map(index => row[index] as Figure));
  const longest = longestOf(labels);
  const name = Math.min(longest, Math.max(LEAST_NAME, width - widthOf(columns)));
  const lines = rows.map((row, index) => tableLine([[labels[index] ?? '', name]], row, columns, paint));
  const notes = [
    lines.length > 1 ? 'lowest overall first' : '',
    '± 95% interval',
    `${NONE} nothing to judge`,
    note,
  ];
  const body = headingLines([['agent', name]], columns, paint) + lines.join('');
  return `${lines.length > 0 ? body : 'No agent was scored.\n'}\n${summary(run, notes, paint)}`;
}

/** The fullest of the layouts that fit the width; the last where none does. */
function layout(agents: readonly AgentScorecard[], width: number) {
  const long = agents.map(agent => agentText({ id: printable(agent.id), name: printable(agent.name) }));
  const names = agents.map(({ id, name }) => printable(name || id));
  const short = names.map((name, index) => (isOnly(name, names) ? name : (long[index] as string)));
  const layouts = [
    { labels: long, margins: true },
    { labels: short, margins: true },
    { labels: long, margins: false },
    { labels: short, margins: false },
  ].map(({ labels, margins }) => {
    const rows = agents.map(agent => cardFigures(agent, margins));
    return { labels, rows, columns: widened(cardColumns, rows) };
  });
  const fits = layouts.find(({ labels, columns }) => longestOf(labels) + widthOf(columns) <= width);
  return fits ?? (layouts.at(-1) as (typeof layouts)[number]);
}

const longestOf = (labels: readonly string[]) =>
  labels.reduce((most, label) => Math.max(most, columnsOf(label)), 'agent'.length);

function isOnly(name: string, names: readonly string[]): boolean {
  return names.indexOf(name) === names.lastIndexOf(name);
}

function cardFigures(
  { conversations, scores, disclosures, scriptedRate }: AgentScorecard,
  margins: boolean,
): Figure[] {
  const { overall, authenticity, empathy, ownWords, attentiveness } = scores;
  return [
    { text: String(conversations) },
    { text: scoreText(overall.value), margin: marginText(overall) },
    ...[authenticity, empathy, ownWords, attentiveness].map(score => ({
      text: scoreText(score.value),
      margin: margins ? marginText(score) : '',
    })),
    missedFigure(disclosures),
    { text: shareText(scriptedRate) },
  ];
}

/** Rows come one by one, so the widths of their names follow from the terminal alone. */
function conversationNames(width: number, columns: readonly Column[]): [NameColumn, NameColumn] {
  const room = Math.max(2 * LEAST_NAME + 2, width - widthOf(columns) - 2);
  const agent = Math.min(24, Math.floor(room * 0.45));
  return [
    ['conversation', Math.min(40, room - agent)],
    ['agent', agent],
  ];
}

function conversationRows({ conversation, agents }: ConversationScore, { width, paint }: Style): string {
  const { kept, columns } = conversationFit(width);
  const [[, first], [, second]] = conversationNames(width, columns);
  return agents
    .map(({ id, name, scores, disclosures }) => {
      const { overall, authenticity, empathy, ownWords, attentiveness } = scores;
      const figures = [
        ...[overall, authenticity, empathy, ownWords, attentiveness].map(scoreFigure),
        missedFigure(disclosures),
      ];
      const names = [[printable(conversation), first] as const, [printable(name || id), second] as const];
      return tableLine(
        names,
        kept.map(index => figures[index] as Figure),
        columns,
        paint,
      );
    })
    .join('');
}

function byOverall(a: AgentScorecard, b: AgentScorecard): number {
  const [first, second] = [a.scores.overall.value ?? 101, b.scores.overall.value ?? 101];
  return first - second || (a.id < b.id ? -1 : 1);
}

function summary(
  { conversations, inferred, unscored, unreadable, doubtful, version, rules }: Run,
  notes: readonly string[],
  paint: Painter,
): string {
  const counts = [
    `${counted(conversations - unscored, 'conversation')} scored`,
    inferred ? `${inferred} with the agent told from the words` : '',
    unscored ? `${unscored} without an agent` : '',
    unreadable ? `${unreadable} unreadable` : '',
    doubtful ? `${doubtful} doubtful` : '',
  ];
  const what = [`unscripted ${version}, rules ${shorten(rules, 12)}`];
  return [counts, notes, what].map(parts => `${paint.faint(parts.filter(Boolean).join(' · '))}\n`).join('');
}
