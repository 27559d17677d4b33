/**
 * One conversation as `unscripted explain` shows it: every turn, what was found under the very words, and the
 * arithmetic of each score. Turns are numbered from 0, as in the data, so that one can be held against the other.
 */
import type { Conversation, Turn } from '../model/conversation.ts';
import type { Finding } from '../model/finding.ts';
import type { ConversationScore } from '../model/scorecard.ts';
import { arithmetic } from './arithmetic.ts';
import { columns, filled, printable, shorten } from './cells.ts';
import { caretRows, markLines, marksOf } from './marks.ts';
import type { Reporter, Style, Titles } from './reporter.ts';
import { agentText } from './wording.ts';
import { wrap } from './wrap.ts';

/** The transcript with its findings, and how the scores came about. */
export const annotated: Reporter = {
  id: 'annotated',
  title: 'the transcript, annotated, for people',
  endings: [],
  explain,
};

const LEAST_TEXT = 24;
const MOST_LABEL = 16;

function explain(
  { conversation: id, channel, agents, findings }: ConversationScore,
  { turns, agent }: Conversation,
  titles: Titles,
  style: Style,
): string {
  const { paint } = style;
  const named = agents.map(({ id, name }) => printable(agentText({ id, name })));
  const parts = [printable(id), channel === null ? '' : printable(channel), named.join(', ') || 'no agent'];
  const labels = turns.map(turn => labelOf(turn, agents.length > 1, agent.id));
  const frame = {
    number: String(Math.max(0, turns.length - 1)).length,
    time: Math.max(0, ...turns.map(({ seconds }) => timeText(seconds).length)),
    label: Math.max(0, ...labels.map(columns)),
  };
  // plain steps of service are shown where a criterion rests on them: on every turn they would hide the rest
  const used = new Set(
    agents
      .flatMap(({ rubric }) => rubric?.sections ?? [])
      .flatMap(({ criteria }) => criteria.flatMap(one => one.findings)),
  );
  const shown = ({ dimension }: Finding, number: number) => dimension !== 'conduct' || used.has(number);
  const nameOf = (id: string) => printable(agents.find(part => part.id === id)?.name || id);
  const body = turns.map((turn, index) => {
    const left = [
      paint.faint(String(index).padStart(frame.number)),
      ...(frame.time ? [paint.faint(timeText(turn.seconds).padStart(frame.time))] : []),
      filled(labels[index] as string, frame.label),
    ].join('  ');
    const indent = 2 + frame.number + 2 + (frame.time ? frame.time + 2 : 0) + frame.label + 2;
    const mine = findings.filter((finding, number) => finding.turn === index && shown(finding, number));
    return turnLines(turn, mine, `  ${left}  `, indent, titles, nameOf, style);
  });
  const sums = agents.map(part => arithmetic(part, findings, style));
  if (agents.length === 0) sums.push('Nothing is scored, as no turn is an agent’s.\n');
  return `${paint.strong(parts.filter(Boolean).join(' · '))}\n\n${body.join('')}\n${sums.join('\n')}`;
}

function turnLines(
  turn: Turn,
  findings: readonly Finding[],
  left: string,
  indent: number,
  titles: Titles,
  nameOf: (agent: string) => string,
  style: Style,
): string {
  const text = turn.text.split('\n').map(printable).join('\n');
  const space = ' '.repeat(indent);
  const width = Math.max(LEAST_TEXT, style.width - indent);
  const said =
    turn.speaker === 'agent' || turn.speaker === 'customer' ? (words: string) => words : style.paint.faint;
  const marks = marksOf(findings);
  const rows = wrap(text, width).flatMap(line => [
    said(text.slice(line.start, line.end)),
    ...caretRows(text, line, marks, style.paint),
  ]);
  const labels = marks.flatMap(mark =>
    markLines(mark, titles(mark.finding.rule), width, style.paint, nameOf),
  );
  return [...rows, ...labels]
    .map((row, index) => `${(index === 0 ? left : space) + row}\n`)
    .join('')
    .replace(/ +$/gm, '');
}

/** Who speaks; by id where several agents took part. */
function labelOf({ speaker, agent }: Turn, several: boolean, usual: string): string {
  return speaker === 'agent' && several ? shorten(printable(agent ?? usual), MOST_LABEL) : speaker;
}

function timeText(seconds: number | undefined): string {
  if (seconds === undefined) return '';
  const whole = Math.max(0, Math.floor(seconds));
  const two = (part: number) => String(part).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
