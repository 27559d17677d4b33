/**
 * Carets under the words of a turn's findings, and below the turn what they are. Several findings get a letter
 * each, since their words may overlap and run over line ends.
 */
import type { Disclosure, Finding, Moment, Scripted } from '../model/finding.ts';
import { columns } from './cells.ts';
import type { Painter } from './reporter.ts';
import { missedTitles } from './wording.ts';
import { type WrappedLine, wrap } from './wrap.ts';

/** A finding with its letter, empty where it is the only one of its turn. */
export interface Mark {
  readonly finding: Finding;
  readonly key: string;
}

/** The findings of one turn with their letters. */
export function marksOf(findings: readonly Finding[]): Mark[] {
  return findings.map((finding, index) => ({ finding, key: findings.length === 1 ? '' : keyOf(index) }));
}

/** a to z, then aa, ab … */
function keyOf(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : keyOf(Math.floor(index / 26) - 1) + letter;
}

/** The rows of carets under one line: as few as the findings fit into without touching. */
export function caretRows(text: string, line: WrappedLine, marks: readonly Mark[], paint: Painter): string[] {
  const rows: { text: string; columns: number }[] = [];
  for (const { finding, key } of marks) {
    const from = Math.max(finding.start, line.start);
    const to = Math.min(finding.end, line.end);
    if (from >= to) continue;
    const column = columns(text.slice(line.start, from));
    const carets = key.padEnd(columns(text.slice(from, to)), '^') || '^';
    let row = rows.find(({ columns }) => columns < column);
    if (!row) {
      row = { text: '', columns: 0 };
      rows.push(row);
    }
    row.text += ' '.repeat(column - row.columns) + colour(finding, paint)(carets);
    row.columns = column + carets.length;
  }
  return rows.map(row => row.text);
}

/** What was found, as lines of a width: letter, the rule's title and name, and what follows from it. */
export function markLines(
  { finding, key }: Mark,
  title: string | undefined,
  width: number,
  paint: Painter,
  nameOf: (agent: string) => string = agent => agent,
): string[] {
  const what = title === undefined ? finding.rule : `${title} (${finding.rule})`;
  const detail = detailOf(finding, nameOf);
  const label = `${key}${key === '' ? '' : '  '}${what}${detail === '' ? '' : `: ${detail}`}`;
  const hang = ' '.repeat(key === '' ? 2 : key.length + 2);
  return wrap(label, width - hang.length).map(({ start, end }, index) =>
    colour(finding, paint)(`${index === 0 ? '' : hang}${label.slice(start, end)}`),
  );
}

function detailOf(finding: Finding, nameOf: (agent: string) => string): string {
  const details = [
    finding.dimension === 'disclosure' ? responseText(finding) : '',
    finding.dimension === 'scripted' ? momentText(finding.moment) : '',
    finding.words?.length ? `for the words ${finding.words.map(word => `“${word}”`).join(', ')}` : '',
    finding.dimension === 'scripted' ? knownText(finding, nameOf) : '',
    finding.dimension === 'empathy' ? `${finding.level} ${finding.kind.replace('-', ' ')}` : '',
    finding.confidence === 'possible' ? 'only possible: shown, not scored' : '',
  ];
  return details.filter(Boolean).join('; ');
}

/** The moment a line of stock wording stands in, where that changes what it costs. */
function momentText(moment: Moment | undefined): string {
  switch (moment) {
    case 'routine':
      return 'a routine step';
    case 'feeling':
      return 'right after a complaint or worry';
    case 'bad-news':
      return 'in or after bad news';
    case 'disclosure':
      return 'right after a disclosure';
    default:
      return '';
  }
}

/** Where a sentence was met outside this conversation: "said in 14 of Melissa's 22 conversations". */
function knownText({ agent, repeats, script }: Scripted, nameOf: (agent: string) => string): string {
  const parts: string[] = [];
  if (repeats !== undefined) {
    const { conversations, of, agents, teamConversations } = repeats;
    const who = agent === null ? 'the agent' : nameOf(agent);
    if (of === 0) parts.push(`said in ${teamConversations} conversations of agents who are not named`);
    if (conversations > 1) parts.push(`said in ${conversations} of ${who}’s ${of} conversations`);
    if (agents > 1) parts.push(`said by ${agents} agents in ${teamConversations} conversations`);
  }
  if (script !== undefined) parts.push(`follows “${script.template}”`);
  return parts.join(', ');
}

function responseText({ response, responseTurn: turn, missedBy }: Disclosure): string {
  const where = turn === null ? '' : ` in turn ${turn}`;
  switch (response) {
    case 'acknowledged':
      return `acknowledged${where}`;
    case 'generic':
      return `answered with a formula${where}`;
    case 'missed':
      return missedBy === null ? 'passed over' : `passed over, ${missedTitles[missedBy]}`;
    case null:
      return 'nobody could answer: no agent turn follows';
  }
}

/** What spoke for the agent is good, what spoke against them bad, and the rest is a note. */
function colour(finding: Finding, paint: Painter): (text: string) => string {
  if (finding.confidence === 'possible') return paint.faint;
  if (finding.dimension === 'empathy' || finding.dimension === 'authentic') return paint.good;
  if (finding.dimension === 'scripted' || finding.dimension === 'rushed') return paint.bad;
  if (finding.dimension !== 'disclosure' || finding.response === null) return paint.note;
  return finding.response === 'acknowledged' ? paint.good : paint.bad;
}
