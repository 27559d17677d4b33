/** How each score of an agent came about: every term with its points, and their sum. */
import type { Finding } from '../model/finding.ts';
import {
  type AgentPart,
  type RubricOutline,
  type RubricResult,
  scoreNames,
  type Term,
} from '../model/scorecard.ts';
import { printable } from './cells.ts';
import type { Style } from './reporter.ts';
import { signalLines } from './signal-lines.ts';
import {
  agentText,
  counted,
  NONE,
  naTitles,
  praiseText,
  scoreText,
  scoreTitles,
  shareText,
} from './wording.ts';
import { wrap } from './wrap.ts';

const MOST_TURNS = 8;
const INDENT = 2;
/** Decimals of all points, so that the blocks can be held against one another. */
const PLACES = 1;

/** A criterion’s share in a result: `Empathy 67 × 25%`. */
const ofCriterion = / × [\d.]+%$/;

/** The sums behind one agent's scores in one conversation. */
export function arithmetic(part: AgentPart, findings: readonly Finding[], style: Style): string {
  const { paint } = style;
  const { turns, words, scriptedWords, disclosures, scores, terms } = part;
  const facts = [
    counted(turns, 'turn'),
    counted(words, 'word'),
    `${shareText(words > 0 ? scriptedWords / words : null)} in script`,
    disclosures.total
      ? `${disclosures.missed} of ${disclosures.total} disclosures missed`
      : 'no disclosures to answer',
    ...(part.praise?.total ? [praiseText(part.praise)] : []),
  ];
  const none =
    part.leastWords === undefined ? 'nothing to judge' : `too few words (${words} of ${part.leastWords})`;
  const lines = [
    ...scoreNames.flatMap(name =>
      scoreLines(
        scoreTitles[name],
        scores[name] ?? none,
        // what the result is made of stands below with its turns
        name === 'overall'
          ? terms[name]?.map(term => (ofCriterion.test(term.why) ? { ...term, findings: [] } : term))
          : terms[name],
        findings,
        style,
      ),
    ),
    ...(part.rubric && style.rubric && !style.rubric.plain
      ? criteria(part.rubric, style.rubric, findings, style)
      : []),
  ];
  const heading = `${paint.strong(printable(agentText(part)))}: ${facts.join(', ')}`;
  const all = [...lines, ...signalLines(part.signals, style)];
  return `${heading}\n${all.map(line => `${line}\n`).join('')}`;
}

/** Every criterion of a rubric of its own, under its section. */
function criteria(
  { sections }: RubricResult,
  outline: RubricOutline,
  findings: readonly Finding[],
  style: Style,
): string[] {
  return outline.sections.flatMap(({ title, apart, criteria }, at) => {
    const section = sections[at];
    if (section === undefined) return [];
    const weight = apart ? 'apart' : `${section.points ?? 0} of ${section.of}`;
    return [
      '',
      `  ${style.paint.strong(title)}  ${scoreText(section.value)} ${style.paint.faint(`(${weight}${section.failed ? ', auto-fail' : ''})`)}`,
      ...criteria.flatMap(({ title }, index) => {
        const one = section.criteria[index];
        if (one === undefined) return [];
        if (one.na)
          return [`    ${title}  ${NONE} ${style.paint.faint(`not applicable: ${naTitles[one.na]}`)}`];
        return scoreLines(title, one.value ?? 'nothing to judge', one.terms, findings, style).map(
          line => `  ${line}`,
        );
      }),
    ];
  });
}

function scoreLines(
  name: string,
  value: number | string,
  terms: readonly Term[] | undefined,
  findings: readonly Finding[],
  { width, paint }: Style,
): string[] {
  const title = `${' '.repeat(INDENT)}${paint.strong(printable(name).padEnd(15))}`;
  if (typeof value === 'string') return [`${title}${NONE.padStart(4)}  ${value}`];
  const first = `${title}${paint.strong(scoreText(value).padStart(4))}`;
  if (!terms?.length) return [first];
  const sum = terms.reduce((total, { points }) => total + points, 0);
  const texts = terms.map(({ points }) => `${points < 0 ? '-' : '+'}${Math.abs(points).toFixed(PLACES)}`);
  const total = `= ${sum.toFixed(PLACES)}`;
  const room = Math.max(total.length, ...texts.map(text => text.length));
  const space = ' '.repeat(INDENT + 4 + room + 2);
  const rows = terms.flatMap((term, index) => {
    const why = printable(term.why) + turnsText(term, findings);
    return wrap(why, Math.max(24, width - space.length)).map(({ start, end }, row) =>
      row === 0
        ? `${' '.repeat(INDENT + 4)}${texts[index]?.padStart(room)}  ${why.slice(start, end)}`
        : space + why.slice(start, end),
    );
  });
  return [first, ...rows, `${' '.repeat(INDENT + 4)}${total.padStart(room)}${outcome(sum, value)}`];
}

/** How the sum became the score, where that was not by rounding alone. */
function outcome(sum: number, value: number): string {
  if (Math.abs(sum - value) <= 0.5) return '';
  return `, limited to ${scoreText(value)}`;
}

/** The turns that a term rests on: ` (turns 3, 5)`. */
function turnsText({ findings: indexes }: Term, findings: readonly Finding[]): string {
  const turns = [...new Set(indexes.map(index => findings[index]?.turn).filter(turn => turn !== undefined))];
  if (turns.length === 0) return '';
  const shown = turns.slice(0, MOST_TURNS).join(', ');
  return ` (${turns.length === 1 ? 'turn' : 'turns'} ${shown}${turns.length > MOST_TURNS ? ' …' : ''})`;
}
