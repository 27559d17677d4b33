/** The evaluation for people: figures, the two confusions, the rules that were wrong most, and mistakes on request. */

import type { Counts } from './agreement.ts';
import { figureText, intervalText, type Style, table } from './cells.ts';
import { confusionTable } from './confusion-table.ts';
import type { Evaluation } from './evaluation.ts';
import type { EvaluatedRun } from './json.ts';
import type { Listing } from './listing.ts';
import { dimensionSubjects, kindSubjects } from './marks.ts';
import { mistakeLines } from './mistake-lines.ts';

/** Lines of rules shown; the JSON has all. */
const MOST_RULES = 20;
const measures = [
  { id: 'precision', title: 'precision' },
  { id: 'recall', title: 'recall' },
  { id: 'f1', title: 'F1' },
  { id: 'kappa', title: 'kappa' },
] as const;
/** From this width on every figure has its interval beside it. */
const WIDE = 110;

/** The whole of it. */
export function evaluationTable(
  evaluation: Evaluation,
  run: EvaluatedRun,
  listing: Listing | null,
  style: Style,
): string {
  const { response, topic } = evaluation.confusion;
  const parts = [
    subjectTable(evaluation, style),
    wholeTable(evaluation, style),
    confusionTable('what the agent did about it', response, style),
    confusionTable('what it is about', topic, style),
    rulesTable(evaluation, style),
    ...(listing ? [mistakeLines(evaluation.mistakes, listing, style)] : []),
  ];
  const count = evaluation.conversations;
  const notes = [
    `${count} labelled ${count === 1 ? 'conversation' : 'conversations'}${run.leftOut ? `, ${run.leftOut} left out` : ''}`,
    Object.entries(evaluation.labelled)
      .filter(([, own]) => own < count)
      .map(([name, own]) => `${name} labelled in ${own}`)
      .join(', '),
    'by turn; low…high: 95% interval; – nothing to judge',
    `unscripted ${run.version}, rules ${run.rules.slice(0, 12)}`,
  ];
  return [
    ...parts.filter(Boolean),
    notes
      .filter(Boolean)
      .map(note => `${style.paint.faint(note)}\n`)
      .join(''),
  ].join('\n');
}

const groups = [
  ['empathy:', 'empathy by kind'],
  ['authentic:', 'authentic by kind'],
  ['topic:', 'disclosure by topic'],
] as const;

function subjectTable({ figures, counts }: Evaluation, style: Style): string {
  const wide = style.width >= WIDE;
  const row = (subject: string, name: string): string[] => {
    const { labelled, found, right } = counts[subject] as Counts;
    const cells = measures.flatMap(({ id }) => {
      const figure = figures[`${subject}.${id}`];
      const text = figure ? figureText(figure.value) : '';
      return wide || id === 'f1' ? [text, figure ? intervalText(figure) : ''] : [text];
    });
    return [name, ...[labelled, found, right].map(String), ...cells];
  };
  const present = kindSubjects.filter(subject => {
    const { labelled, found } = counts[subject] as Counts;
    return labelled + found > 0;
  });
  const rows = groups.flatMap(([prefix, title]) => {
    const own = present.filter(subject => subject.startsWith(prefix));
    return own.length === 0
      ? []
      : [[title], ...own.map(subject => row(subject, `  ${subject.slice(prefix.length)}`))];
  });
  const heads = measures.flatMap(({ id, title }) => (wide || id === 'f1' ? [title, ''] : [title]));
  return table(
    ['turns', 'labelled', 'found', 'right', ...heads],
    [...dimensionSubjects.map(subject => row(subject, subject)), ...rows],
    style,
  );
}

/** The figures that are of disclosures found, or of whole conversations. */
function wholeTable({ figures }: Evaluation, style: Style): string {
  const names = [
    ['response of a disclosure found, macro F1', 'response.macroF1'],
    ['response of a disclosure found, share right', 'response.accuracy'],
    ['topic of a disclosure found, share right', 'topic.accuracy'],
    ['authenticity against ratings, rho', 'ratings.authenticity'],
    ['empathy against ratings, rho', 'ratings.empathy'],
    ['authenticity against ratings by agent, rho', 'agents.authenticity'],
    ['empathy against ratings by agent, rho', 'agents.empathy'],
  ] as const;
  const rows = names.flatMap(([title, name]) => {
    const figure = figures[name];
    return figure && figure.value !== null ? [[title, figureText(figure.value), intervalText(figure)]] : [];
  });
  return rows.length > 0 ? table(['as a whole', '', ''], rows, style) : '';
}

function rulesTable({ rules }: Evaluation, style: Style): string {
  const worst = rules
    .filter(({ wrong }) => wrong > 0)
    .sort((a, b) => b.wrong - a.wrong || a.precision - b.precision);
  if (worst.length === 0) return '';
  const rows = worst
    .slice(0, MOST_RULES)
    .map(({ rule, right, wrong, alone, precision, ...interval }) => [
      rule,
      ...[right, wrong, alone].map(String),
      figureText(precision),
      intervalText(interval),
    ]);
  const rest = worst.length - rows.length;
  const quiet = rules.length - worst.length;
  const notes = [
    rest > 0 ? `${rest} more were wrong; -o FILE.json has all` : '',
    quiet > 0 ? `${quiet} that found something were never wrong` : '',
  ].filter(Boolean);
  const after = notes.length > 0 ? `${style.paint.faint(notes.join('; '))}\n` : '';
  return `${table(['rules, most wrong first', 'right', 'wrong', 'alone', 'precision', ''], rows, style)}${after}`;
}
