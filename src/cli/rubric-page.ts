/** A rubric as people read it: its sections, weights, what feeds each criterion, and what makes it not applicable. */
import { measures, type Rubric, scorers } from '../index.ts';
import { broken, INDENT } from './page-lines.ts';
import type { Style } from './session.ts';

type Section = Rubric['sections'][number];
type Criterion = Section['criteria'][number];
type Feed = Criterion['feed'];
type Filters = NonNullable<Feed['findings']>;
type Filter = Exclude<Filters, unknown[]>;

/** The page as text. */
export function rubricPage(rubric: Rubric, { width, paint }: Style): string {
  const { name, version, hash, title, about, source, mode, bonusCap, sections, gaps } = rubric;
  const block = (text: string, indent: string) =>
    broken(text, width - indent.length)
      .map(line => `${indent}${line}\n`)
      .join('');
  const titleOf = (id: string) =>
    id === 'overall'
      ? 'the result'
      : (sections.flatMap(section => [section, ...section.criteria]).find(one => one.id === id)?.title ?? id);
  const possible = sections.reduce((sum, section) => sum + section.weight, 0);
  const bonus = sections.some(({ criteria }) => criteria.some(criterion => criterion.bonus !== undefined));
  return [
    `${paint.strong(title)}\n${paint.faint(`${name} ${version} (${hash})`)}\n`,
    about === undefined ? '' : `\n${block(about, '')}`,
    '\n',
    block(
      mode === 'percent'
        ? 'Weights are percentages. What is not applicable hands its weight to the rest of its section, an empty section to the other sections.'
        : `Points: the result is earned of possible (${possible}). What is not applicable leaves both.`,
      '',
    ),
    bonus ? block(`Bonuses are added beside the weights, ${bonusCap} at most, and never above 100.`, '') : '',
    ...sections.map(section => sectionText(section, rubric, block, { width, paint })),
    gaps.length === 0
      ? ''
      : `\n${paint.strong('Gaps shown')}\n${gaps.map(gap => `${INDENT}${gap.title}: ${titleOf(gap.high)} less ${titleOf(gap.low)}\n`).join('')}`,
    source === undefined ? '' : `\n${paint.strong('Where it comes from')}\n${block(source, INDENT)}`,
  ].join('');
}

function sectionText(
  section: Section,
  { mode }: Rubric,
  block: (text: string, indent: string) => string,
  { paint }: Style,
): string {
  const weight = section.apart
    ? 'beside the result'
    : mode === 'points'
      ? counted(section.weight, 'point')
      : `${section.weight}%`;
  const total = section.criteria.reduce((sum, one) => sum + one.weight, 0);
  return [
    `\n${paint.strong(section.title)}  ${paint.faint(`${section.id}, ${weight}`)}\n`,
    section.about === undefined ? '' : block(section.about, INDENT),
    conditionText(section)
      .map(line => `${INDENT}${line}\n`)
      .join(''),
    ...section.criteria.map(criterion => {
      const share =
        criterion.bonus !== undefined
          ? `bonus of ${criterion.bonus} at most`
          : mode === 'points'
            ? counted(criterion.weight, 'point')
            : `${Math.round((1000 * criterion.weight) / (total || 1)) / 10}% of the section`;
      const lines = [feedText(criterion.feed), ...naText(criterion), ...failText(criterion)];
      return [
        `\n${INDENT}${paint.strong(criterion.title)}  ${paint.faint(`${criterion.id}, ${share}`)}\n`,
        criterion.why === undefined ? '' : block(criterion.why, INDENT.repeat(2)),
        ...lines.map(line => paint.note(block(line, INDENT.repeat(2)).trimEnd()).concat('\n')),
      ].join('');
    }),
  ].join('');
}

const counted = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`;
const listed = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value as T];

function feedText(feed: Feed): string {
  const { score, measure, findings, opportunities, best, worst } = feed;
  if (score !== undefined) {
    const title = scorers.find(({ id }) => id === score)?.title ?? score;
    return `Fed by the score ${title}.`;
  }
  if (measure !== undefined) {
    const known = measures.find(({ id }) => id === measure);
    const unit = known?.unit === 'seconds' ? ' s' : '%';
    return `Measured: ${known?.title ?? measure}, 100 at ${best}${unit}, 0 at ${worst}${unit}.`;
  }
  if (opportunities !== undefined) {
    const { acknowledged = 1, generic = 0.25, missed = 0 } = feed.credits ?? {};
    const told = listed(opportunities).some(
      filter => filter.dimension === undefined || listed(filter.dimension).includes('disclosure'),
    );
    const answers = (feed.answers ?? []).map(({ findings, credit = 1, within = 2, sameTurn, name }) => {
      const where = sameTurn
        ? `in the same turn or the next ${within}`
        : `in the agent’s next ${within === 1 ? 'turn' : `${within} turns`}`;
      return `${percent(credit)}${name ? ` (${name})` : ''} for ${filtersText(findings)} ${where}`;
    });
    const credits = told
      ? [
          `a disclosure ${percent(acknowledged)} acknowledged, ${percent(generic)} by formula, ${percent(missed)} passed over`,
        ]
      : [];
    const none =
      feed.none === 'full' ? '; full without one' : feed.none === 'zero' ? '; nothing without one' : '';
    return `Of every ${filtersText(opportunities)}: ${[...credits, ...answers].join('; ')}${none}.`;
  }
  const what = filtersText(findings as Filters);
  if (feed.per !== undefined)
    return `Counts ${what} per ${feed.per.replace('-', ' ')}: 100 at ${best}, 0 at ${worst}.`;
  if (feed.atMost !== undefined)
    return feed.atMost === 0 ? `Wants no ${what}.` : `Wants ${feed.atMost} at most of ${what}.`;
  return (feed.atLeast ?? 1) === 1 ? `Wants ${what}.` : `Wants ${feed.atLeast} or more of ${what}.`;
}

const percent = (credit: number) => `${Math.round(100 * credit)}%`;

const filtersText = (filters: Filters): string =>
  listed<Filter>(filters as Filter | Filter[])
    .map(filterText)
    .join(', or ');

function filterText(filter: Filter): string {
  const { dimension, rule, place, answerTo, ...fields } = filter;
  const values = Object.values(fields).flatMap(value =>
    listed(value as string | readonly string[] | undefined),
  );
  const what = [
    ...(values.length ? [values.join('/')] : []),
    ...(dimension ? [listed(dimension).join('/')] : []),
  ].join(' ');
  const rules = listed(rule).join(', ');
  const near = answerTo === undefined ? '' : ` in answer to ${filtersText(answerTo as Filters)}`;
  const where = place === undefined || place === 'anywhere' ? '' : ` in the ${place}`;
  return `${[what, rules].filter(Boolean).join(' ') || 'finding'}${where}${near}`;
}

function conditionText({ when, unless }: Pick<Criterion, 'when' | 'unless'>): string[] {
  const text = (all: NonNullable<Criterion['when']>) =>
    Object.entries(all)
      .map(([key, value]) => `${key} is ${listed<string | number>(value).join(' or ')}`)
      .join(' and ');
  return [
    ...(when ? [`Judged only where ${text(when)}.`] : []),
    ...(unless ? [`Not applicable where ${text(unless).replaceAll(' and ', ' or ')}.`] : []),
  ];
}

function naText(criterion: Criterion): string[] {
  const { na, feed } = criterion;
  const seconds = measures.find(({ id }) => id === feed.measure)?.unit === 'seconds';
  const reasons = [
    ...(feed.score !== undefined ? ['there is nothing to judge'] : []),
    ...(feed.opportunities !== undefined && (feed.none ?? 'na') === 'na' ? ['there is none'] : []),
    ...(feed.measure !== undefined ? [seconds ? 'the file has no times' : 'there was none'] : []),
    ...(na?.fewerWords ? [`there are fewer than ${na.fewerWords} words`] : []),
    ...(na?.fewerTurns ? [`there are fewer than ${na.fewerTurns} turns`] : []),
    ...(na?.noName ? ['the customer’s name is not known'] : []),
    ...(na?.without ? [`there is no ${filtersText(na.without as Filters)}`] : []),
  ];
  return [
    ...conditionText(criterion),
    ...(reasons.length > 0 ? [`Not applicable where ${reasons.join(', or ')}.`] : []),
  ];
}

function failText({ autoFail }: Criterion): string[] {
  if (!autoFail) return [];
  const { scope, below, findings, atLeast = 1 } = autoFail;
  const when = [
    ...(below === undefined ? [] : [`below ${below}`]),
    ...(findings === undefined ? [] : [`with ${atLeast} or more of ${filtersText(findings as Filters)}`]),
  ];
  return [`Fails the ${scope} ${when.join(', or ')}.`];
}
