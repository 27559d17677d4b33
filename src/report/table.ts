/**
 * The table for people. Agents stand lowest overall score first: who reads a scorecard wants to know where to
 * listen in. Where the terminal is narrow the margins of the single scores go first, then the ids of agents
 * whose names tell them apart, then the ranks, then the ends of long names, then columns.
 */
import type { AgentScorecard, ConversationScore, RubricOutline, Run, Scorecard } from '../model/scorecard.ts';
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
  rubricColumns,
  scoreFigure,
  tableLine,
  widened,
  widthOf,
} from './columns.ts';
import { lineBlock, withGroup } from './line-block.ts';
import type { Painter, Reporter, Style } from './reporter.ts';
import { agentText, counted, marginText, NONE, scoreText, shareText } from './wording.ts';

/** Cards, or one line per agent and conversation. */
export const table: Reporter = {
  id: 'table',
  title: 'a table for people',
  endings: ['.txt'],
  scorecard: cardTable,
  begin: ({ width, paint, rubric }) => {
    const { columns } = conversationFit(width, rubric);
    return headingLines(conversationNames(width, columns), columns, paint);
  },
  row: (score, _index, style) => conversationRows(score, style),
  end: (run, { width, paint, rubric }) =>
    `\n${summary(run, [noneText(run), conversationFit(width, rubric).note], paint)}`,
};

const LEAST_NAME = 10;
/** Own words says it of one conversation already: what is not own words is scripted. */
const conversationColumns = (rubric: RubricOutline | undefined): readonly Column[] =>
  columnsBy(rubric).slice(0, -1);
/** A rubric of its own takes the place of the four scores. */
const columnsBy = (rubric: RubricOutline | undefined) =>
  rubric === undefined || rubric.plain ? figureColumns : rubricColumns(rubric);
const cardColumns = (rubric: RubricOutline | undefined): readonly Column[] => [
  column('con-', 'versa-', 'tions'),
  ...columnsBy(rubric),
];

/** The overall score with contacts as the team has them, and the place that follows from it. */
const placeColumns: readonly Column[] = [column('like', 'for', 'like'), column('rank')];

/** Places in `figureColumns`, what can be spared first: a score is worth less than what it is a part of. */
const leastFirst = [6, 3, 2, 1, 4, 5];
/** The columns of figures that can be spared, first those that say least; of a rubric of its own the last ones. */
const spareFirst = (count: number, rubric: RubricOutline | undefined) =>
  rubric === undefined || rubric.plain
    ? leastFirst.filter(index => index < count)
    : Array.from({ length: count - 1 }, (_, index) => count - 1 - index);

/** The columns of a table by conversation, which follow from the width alone. */
function conversationFit(width: number, rubric: RubricOutline | undefined) {
  const all = conversationColumns(rubric);
  const { kept, note } = fitting(all, spareFirst(all.length, rubric), width - 2 * LEAST_NAME - 2);
  return { kept, note, columns: kept.map(index => all[index] as Column) };
}

function cardTable({ agents, by = ['agent'], run }: Scorecard, style: Style): string {
  const { width, paint, rubric } = style;
  const heading = by.join(', ');
  // rows by time stand in the order of time
  const sorted =
    by.length === 1 && agents.some(row => row.ranked || row.unranked !== 'not ranked by this')
      ? [...agents].sort(byOverall)
      : agents;
  const { labels, rows: all, columns: wide } = layout(sorted, width, rubric);
  const figures = columnsBy(rubric).length;
  const order = [...spareFirst(figures, rubric).map(index => index + 1), 0];
  const { kept, note } = fitting(wide, order, width - LEAST_NAME);
  const columns = kept.map(index => wide[index] as Column);
  const rows = all.map(row => kept.map(index => row[index] as Figure));
  const longest = longestOf(labels, heading);
  const name = Math.min(longest, Math.max(LEAST_NAME, width - widthOf(columns)));
  const lines = rows.map((row, index) => tableLine([[labels[index] ?? '', name]], row, columns, paint));
  const notes = [
    lines.length > 1 && sorted !== agents ? 'lowest overall first' : '',
    '± 95% interval',
    noneText(run),
    note,
  ];
  const few = agents.filter(({ unranked }) => unranked === 'too few to rank').length;
  const places =
    wide.length > cardColumns(rubric).length && agents.length > 1
      ? [
          few && few < agents.length ? `rank ${NONE}: too few to rank` : '',
          agents.some(({ unranked }) => unranked === 'no difference beyond chance')
            ? 'no ranks: the differences are within chance'
            : '',
        ]
      : [];
  const repeated = style.lines ? lineBlock(sorted, style) : '';
  const body = headingLines([[heading, name]], columns, paint) + lines.join('') + repeated;
  return `${lines.length > 0 ? body : 'No agent was scored.\n'}\n${summary(run, [...notes, ...places], paint)}`;
}

/** The fullest of the layouts that fit the width; the last where none does. */
function layout(agents: readonly AgentScorecard[], width: number, rubric: RubricOutline | undefined) {
  const whole = agents.map(agent => agentText({ id: printable(agent.id), name: printable(agent.name) }));
  const long = agents.map((agent, index) => withGroup(whole[index] as string, agent));
  const names = agents.map(agent => withGroup(printable(agent.name || agent.id), agent));
  const short = names.map((name, index) => (isOnly(name, names) ? name : (long[index] as string)));
  const layouts = [
    { labels: long, margins: true, places: true },
    { labels: short, margins: true, places: true },
    { labels: long, margins: false, places: true },
    { labels: short, margins: false, places: true },
    { labels: long, margins: true, places: false },
    { labels: short, margins: true, places: false },
    { labels: long, margins: false, places: false },
    { labels: short, margins: false, places: false },
  ]
    .filter(
      ({ places }) =>
        !places ||
        agents.some(({ ranked, unranked }) => ranked || unranked === 'no difference beyond chance'),
    )
    .map(({ labels, margins, places }) => {
      const rows = agents.map(agent => [
        ...cardFigures(agent, margins, rubric),
        ...(places ? placeFigures(agent) : []),
      ]);
      return {
        labels,
        rows,
        columns: widened([...cardColumns(rubric), ...(places ? placeColumns : [])], rows),
      };
    });
  const fits = layouts.find(({ labels, columns }) => longestOf(labels) + widthOf(columns) <= width);
  return fits ?? (layouts.at(-1) as (typeof layouts)[number]);
}

const longestOf = (labels: readonly string[], heading = 'agent') =>
  labels.reduce((most, label) => Math.max(most, columnsOf(label)), columnsOf(heading));

function placeFigures({ scores, rank }: AgentScorecard): Figure[] {
  return [
    { text: scoreText(scores.overall.adjusted ?? null) },
    { text: rank === null ? NONE : String(rank) },
  ];
}

function isOnly(name: string, names: readonly string[]): boolean {
  return names.indexOf(name) === names.lastIndexOf(name);
}

function cardFigures(
  { conversations, scores, disclosures, scriptedRate, rubric }: AgentScorecard,
  margins: boolean,
  outline: RubricOutline | undefined,
): Figure[] {
  const { overall, authenticity, empathy, ownWords, attentiveness } = scores;
  return [
    { text: String(conversations) },
    { text: scoreText(overall.value), margin: marginText(overall) },
    ...(outline === undefined || outline.plain
      ? [authenticity, empathy, ownWords, attentiveness]
      : [...(rubric?.sections ?? []), ...(rubric?.gaps ?? [])].map(({ value }) => value)
    ).map(score => ({
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

function conversationRows({ conversation, agents }: ConversationScore, style: Style): string {
  const { width, paint, rubric: outline } = style;
  const { kept, columns } = conversationFit(width, outline);
  const [[, first], [, second]] = conversationNames(width, columns);
  return agents
    .map(({ id, name, scores, disclosures, rubric }) => {
      const { overall, authenticity, empathy, ownWords, attentiveness } = scores;
      const figures = [
        scoreFigure(overall),
        ...(outline === undefined || outline.plain
          ? [authenticity, empathy, ownWords, attentiveness]
          : [...(rubric?.sections ?? []), ...(rubric?.gaps ?? [])].map(({ value }) => value)
        ).map(scoreFigure),
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

/** What a dash may mean in this run. */
const noneText = ({ tooShort }: Run) => `${NONE} nothing to judge${tooShort ? ', too few words' : ''}`;

function summary(
  { conversations, inferred, unscored, tooShort, unreadable, doubtful, version, rules, rubric }: Run,
  notes: readonly string[],
  paint: Painter,
): string {
  const counts = [
    `${counted(conversations - unscored - tooShort, 'conversation')} scored`,
    inferred ? `${inferred} with the agent told from the words` : '',
    unscored ? `${unscored} without an agent` : '',
    tooShort ? `${tooShort} too short` : '',
    unreadable ? `${unreadable} unreadable` : '',
    doubtful ? `${doubtful} doubtful` : '',
  ];
  const by = rubric === undefined ? '' : `, rubric ${rubric.name} ${rubric.version} (${rubric.hash})`;
  const what = [`unscripted ${version}, rules ${shorten(rules, 12)}${by}`];
  return [counts, notes, what].map(parts => `${paint.faint(parts.filter(Boolean).join(' · '))}\n`).join('');
}
