/**
 * CSV for spreadsheets (RFC 4180, UTF-8, line feeds). Text that a spreadsheet would run as a formula gets a
 * leading apostrophe; figures never do, so a negative number stays a number.
 */
import { dimensions, missedBys } from '../model/finding.ts';
import {
  type AgentScorecard,
  type ConversationScore,
  mostTopLines,
  type PraiseCounts,
  praiseAnswers,
  type RubricOutline,
  scoreNames,
  type TopLine,
} from '../model/scorecard.ts';
import { comparedNames, countedNames, type PooledSignals, type Signals } from '../model/signals.ts';
import {
  cardIdentityCells,
  cardIdentityHeader,
  cardRubricCells,
  cardRubricHeader,
  partIdentityCells,
  partIdentityHeader,
  partRubricCells,
  partRubricHeader,
} from './csv-rubric.ts';
import type { Reporter } from './reporter.ts';

export type Cell = string | number | null;

/** One row per agent, or per agent and conversation; the header always stands. */
export const csv: Reporter = {
  id: 'csv',
  title: 'CSV for spreadsheets, one row per agent',
  endings: ['.csv'],
  scorecard: ({ agents, by = ['agent'] }, { rubric }) => {
    const keys = by.filter(key => key !== 'agent');
    const whose = by.includes('agent') ? [] : ['agents'];
    const header = [
      ...[...keys.map(snake), ...whose, ...agentHeader.slice(whose.length ? 2 : 0)],
      ...cardIdentityHeader,
      ...standingHeader,
      ...cardLaterHeader,
      ...cardRubricHeader(rubric),
    ];
    return (
      line(header) +
      agents
        .map(agent => {
          const cells = agentCells(agent);
          return line([
            ...keys.map(key => agent.group?.[key] ?? null),
            ...(whose.length ? [agent.agents ?? null, ...cells.slice(2)] : cells),
            ...cardIdentityCells(agent),
            ...standingCells(agent),
            ...cardLaterCells(agent),
            ...cardRubricCells(agent, rubric),
          ]);
        })
        .join('')
    );
  },
  begin: ({ rubric }) =>
    line([...conversationHeader, ...partIdentityHeader, ...praiseColumns, ...partRubricHeader(rubric)]),
  row: (score, _index, { rubric }) => conversationCells(score, rubric).map(line).join(''),
  end: () => '',
};

const snake = (name: string) =>
  name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`).replaceAll('-', '_');
const scoreColumns = scoreNames.map(snake);
/** Each signal's share, and the number of cases it rests on. */
const signalColumns = countedNames.map(snake).flatMap(name => [name, `${name}_n`]);
const signalCells = (signals: Signals | PooledSignals): Cell[] =>
  countedNames.flatMap(name => [signals[name].value, signals[name].of]);
/** `team` alone would be read as the name of one. */
const comparedColumns = comparedNames.map(name => `individuality_${snake(name)}`);
/** The most repeated lines, side by side, so that a row stays an agent. */
const lineColumns = Array.from({ length: mostTopLines }, (_, i) => `top_line_${i + 1}`).flatMap(name => [
  name,
  `${name}_conversations`,
  `${name}_agents`,
]);
const lineCells = (lines: readonly TopLine[]): Cell[] =>
  Array.from({ length: mostTopLines }, (_, i) => lines[i]).flatMap(line => [
    line?.quote ?? null,
    line?.conversations ?? null,
    line?.agents ?? null,
  ]);
const disclosureColumns = ['disclosures_total', 'acknowledged', 'generic', 'missed'];

/** At the end, so that the columns before them keep their places. */
const missedByColumns = missedBys.map(how => `missed_by_${how.replaceAll('-', '_')}`);

const agentHeader = [
  ...['agent_id', 'agent_name', 'conversations', 'turns', 'words'],
  ...scoreColumns.flatMap(name => [name, `${name}_n`, `${name}_low`, `${name}_high`]),
  ...disclosureColumns,
  ...['missed_rate', 'missed_rate_low', 'missed_rate_high', 'scripted_rate'],
  ...missedByColumns,
  ...signalColumns,
  ...comparedColumns.flatMap(name => [name, `${name}_n`, `${name}_low`, `${name}_high`]),
  'mined_rate',
  ...lineColumns,
];

function agentCells({
  id,
  name,
  conversations,
  turns,
  words,
  scores,
  disclosures,
  scriptedRate,
  minedRate,
  signals,
  topLines,
}: AgentScorecard): Cell[] {
  const { total, acknowledged, generic, missed, missedBy, missedRate } = disclosures;
  return [
    ...[id, name, conversations, turns, words],
    ...scoreNames.flatMap(score => {
      const { value, conversations, low, high } = scores[score];
      return [value, conversations, low, high];
    }),
    ...[total, acknowledged, generic, missed],
    ...[missedRate.value, missedRate.low, missedRate.high, scriptedRate],
    ...missedBys.map(how => missedBy[how]),
    ...signalCells(signals),
    ...comparedNames.flatMap(name => {
      const { value, conversations, low, high } = signals[name];
      return [value, conversations, low, high];
    }),
    minedRate,
    ...lineCells(topLines),
  ];
}

const praiseColumns = ['praise_total', ...praiseAnswers.map(how => `praise_${snake(how)}`)];
const praiseCells = (praise: PraiseCounts | undefined): Cell[] => [
  praise?.total ?? 0,
  ...praiseAnswers.map(how => praise?.[how] ?? 0),
];

/** What came later stands later: columns keep their places. */
const cardLaterHeader = [
  ...praiseColumns,
  ...['praise_personal_rate', 'praise_personal_rate_low', 'praise_personal_rate_high'],
  ...['mined_rate_low', 'mined_rate_high'],
  ...countedNames.map(snake).flatMap(name => [`${name}_low`, `${name}_high`]),
];

function cardLaterCells({ praise, minedRateInterval, signals }: AgentScorecard): Cell[] {
  const { value, low, high } = praise.personalRate;
  return [
    ...praiseCells(praise),
    ...[value, low, high],
    ...[minedRateInterval?.low ?? null, minedRateInterval?.high ?? null],
    ...countedNames.flatMap(name => [signals[name].low, signals[name].high]),
  ];
}

/** How the figures stand to those of the other rows; at the end too. */
const standingHeader = [
  ...['scripted_rate_low', 'scripted_rate_high', 'rank', 'unranked', 'shrunk'],
  ...scoreColumns.flatMap(name => [`${name}_adjusted`, `${name}_adjusted_low`, `${name}_adjusted_high`]),
];

function standingCells({ scriptedRateInterval, rank, unranked, shrunk, scores }: AgentScorecard): Cell[] {
  return [
    ...[scriptedRateInterval.low, scriptedRateInterval.high, rank, unranked, shrunk],
    ...scoreNames.flatMap(score => {
      const { adjusted = null, adjustedLow = null, adjustedHigh = null } = scores[score];
      return [adjusted, adjustedLow, adjustedHigh];
    }),
  ];
}

/** The first dimensions have their places; later ones come at the end. */
const older = dimensions.filter(dimension => dimension !== 'conduct');

const conversationHeader = [
  ...['conversation', 'channel', 'agent_id', 'agent_name', 'turns', 'words', 'scripted_words'],
  ...scoreColumns,
  ...disclosureColumns,
  ...older.map(dimension => `${snake(dimension)}_findings`),
  ...missedByColumns,
  ...signalColumns,
  ...comparedColumns.flatMap(name => [name, `${name}_n`]),
  'mined_words',
  'conduct_findings',
];

/** One row per agent; findings that are only possible are not counted, as they are not scored. */
function conversationCells(
  { conversation, channel, agents, findings }: ConversationScore,
  rubric: RubricOutline | undefined,
): Cell[][] {
  return agents.map(part => {
    const { id, name, turns, words, scriptedWords, minedWords, scores, disclosures, signals, praise } = part;
    const mine = findings.filter(finding => finding.agent === id && finding.confidence !== 'possible');
    const { total, acknowledged, generic, missed, missedBy } = disclosures;
    return [
      ...[conversation, channel, id, name, turns, words, scriptedWords],
      ...scoreNames.map(score => scores[score]),
      ...[total, acknowledged, generic, missed],
      ...older.map(dimension => mine.filter(finding => finding.dimension === dimension).length),
      ...missedBys.map(how => missedBy[how]),
      ...signalCells(signals),
      ...comparedNames.flatMap(name => [signals[name].value, signals[name].of]),
      minedWords,
      mine.filter(finding => finding.dimension === 'conduct').length,
      ...partIdentityCells(part),
      ...praiseCells(praise),
      ...partRubricCells(part, rubric),
    ];
  });
}

function line(cells: readonly Cell[]): string {
  return `${cells.map(cell => (typeof cell === 'string' ? quoted(cell) : (cell ?? ''))).join(',')}\n`;
}

function quoted(text: string): string {
  const safe = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
