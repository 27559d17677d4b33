/**
 * CSV for spreadsheets (RFC 4180, UTF-8, line feeds). Text that a spreadsheet would run as a formula gets a
 * leading apostrophe; figures never do, so a negative number stays a number.
 */
import { dimensions, missedBys } from '../model/finding.ts';
import { type AgentScorecard, type ConversationScore, scoreNames } from '../model/scorecard.ts';
import { type PooledSignals, type Signals, signalNames } from '../model/signals.ts';
import type { Reporter } from './reporter.ts';

type Cell = string | number | null;

/** One row per agent, or per agent and conversation; the header always stands. */
export const csv: Reporter = {
  id: 'csv',
  title: 'CSV for spreadsheets, one row per agent',
  endings: ['.csv'],
  scorecard: ({ agents, by = ['agent'] }) => {
    const keys = by.filter(key => key !== 'agent');
    const whose = by.includes('agent') ? [] : ['agents'];
    const header = [...keys.map(snake), ...whose, ...agentHeader.slice(whose.length ? 2 : 0)];
    return (
      line(header) +
      agents
        .map(({ group, agents: many = null, ...agent }) => {
          const cells = agentCells(agent);
          return line([
            ...keys.map(key => group?.[key] ?? null),
            ...(whose.length ? [many, ...cells.slice(2)] : cells),
          ]);
        })
        .join('')
    );
  },
  begin: () => line(conversationHeader),
  row: score => conversationCells(score).map(line).join(''),
  end: () => '',
};

const snake = (name: string) =>
  name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`).replaceAll('-', '_');
const scoreColumns = scoreNames.map(snake);
/** Each signal's share, and the number of cases it rests on. */
const signalColumns = signalNames.map(snake).flatMap(name => [name, `${name}_n`]);
const signalCells = (signals: Signals | PooledSignals): Cell[] =>
  signalNames.flatMap(name => [signals[name].value, signals[name].of]);
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
  ...['scripted_rate_low', 'scripted_rate_high', 'rank', 'unranked', 'shrunk'],
  ...scoreColumns.flatMap(name => [`${name}_adjusted`, `${name}_adjusted_low`, `${name}_adjusted_high`]),
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
  signals,
  scriptedShare,
  rank,
  unranked,
  shrunk,
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
    ...[scriptedShare.low, scriptedShare.high, rank, unranked, shrunk],
    ...scoreNames.flatMap(score => {
      const { adjusted = null, adjustedLow = null, adjustedHigh = null } = scores[score];
      return [adjusted, adjustedLow, adjustedHigh];
    }),
  ];
}

const conversationHeader = [
  ...['conversation', 'channel', 'agent_id', 'agent_name', 'turns', 'words', 'scripted_words'],
  ...scoreColumns,
  ...disclosureColumns,
  ...dimensions.map(dimension => `${snake(dimension)}_findings`),
  ...missedByColumns,
  ...signalColumns,
];

/** One row per agent; findings that are only possible are not counted, as they are not scored. */
function conversationCells({ conversation, channel, agents, findings }: ConversationScore): Cell[][] {
  return agents.map(({ id, name, turns, words, scriptedWords, scores, disclosures, signals }) => {
    const mine = findings.filter(finding => finding.agent === id && finding.confidence !== 'possible');
    const { total, acknowledged, generic, missed, missedBy } = disclosures;
    return [
      ...[conversation, channel, id, name, turns, words, scriptedWords],
      ...scoreNames.map(score => scores[score]),
      ...[total, acknowledged, generic, missed],
      ...dimensions.map(dimension => mine.filter(finding => finding.dimension === dimension).length),
      ...missedBys.map(how => missedBy[how]),
      ...signalCells(signals),
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
