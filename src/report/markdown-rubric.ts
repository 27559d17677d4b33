/** What the rubric made of an agent's conversations, for the digest: sections, criteria, and where points were lost. */
import type { CriterionCard, Opportunities, RubricCard, RubricOutline } from '../model/scorecard.ts';
import { counted, NONE, naTitles, scoreText } from './wording.ts';

/** So many of the criteria that lost most are named. */
const MOST_LOST = 3;
/** Less than this of 100 points a conversation is not worth a word. */
const LEAST_LOST = 0.5;

type Row = CriterionCard & { readonly opportunities?: Opportunities };

/** A heading, a table, and a sentence; nothing without a rubric. */
export function rubricBlocks(
  card: RubricCard | undefined,
  outline: RubricOutline | undefined,
  plain: (text: string) => string,
): string[] {
  if (card === undefined || outline === undefined) return [];
  const rows = outline.sections.flatMap(({ title, apart, criteria }, at) => {
    const section = card.sections[at];
    if (section === undefined) return [];
    const head = outline.sections.length > 1 ? [line(`**${plain(title)}**`, section, apart)] : [];
    return [
      ...head,
      ...criteria.flatMap((criterion, i) => {
        const own = section.criteria[i];
        return own ? [line(plain(criterion.title), own, apart || criterion.bonus === true)] : [];
      }),
    ];
  });
  const gaps = outline.gaps.flatMap(({ title }, at) => {
    const value = card.gaps[at]?.value;
    return value ? [cells(plain(title), value, '', '')] : [];
  });
  const table = [
    '| | score | conversations | 95% interval | points lost a conversation | not applicable |',
    '| --- | ---: | ---: | ---: | ---: | --- |',
    ...rows,
    ...gaps,
  ];
  return [`### By the rubric`, table.join('\n'), ...lost(card, outline, plain)];
}

/** Points lost a conversation, of what could be had. */
const lostBy = ({ points, value }: CriterionCard) =>
  value.conversations === 0
    ? { lost: 0, of: 0 }
    : { lost: (points.of - points.given) / value.conversations, of: points.of / value.conversations };

const decimal = (value: number) => value.toFixed(1);

function line(title: string, row: Row, apart: boolean): string {
  const { lost, of } = lostBy(row);
  const reasons = Object.entries(row.na).map(
    ([reason, times]) => `${times} × ${naTitles[reason as keyof typeof naTitles]}`,
  );
  const points = row.value.conversations === 0 ? NONE : `${decimal(lost)} of ${decimal(of)}`;
  return cells(title, row.value, apart ? 'beside the result' : points, reasons.join(', '));
}

function cells(title: string, { value, conversations, low, high }: Row['value'], points: string, na: string) {
  const range = low === null || high === null ? NONE : `${scoreText(low)} to ${scoreText(high)}`;
  return `| ${title} | ${scoreText(value)} | ${conversations} | ${range} | ${points} | ${na} |`;
}

/** Where most was lost, and on what. */
function lost({ sections }: RubricCard, outline: RubricOutline, plain: (text: string) => string): string[] {
  const all = outline.sections.flatMap(({ apart, criteria }, at) =>
    criteria.flatMap(({ id, title, bonus }, i) => {
      const row: Row | undefined = sections[at]?.criteria[i];
      return row === undefined || apart || bonus ? [] : [{ id, title, row, ...lostBy(row) }];
    }),
  );
  const most = all
    .filter(one => one.lost >= LEAST_LOST)
    // over all conversations: a criterion that seldom applies loses little
    .sort((a, b) => b.lost * b.row.value.conversations - a.lost * a.row.value.conversations)
    .slice(0, MOST_LOST);
  if (most.length === 0) return [];
  const said = most.map(({ id, title, row: { opportunities: met, failed }, lost, of }) => {
    const notes = [
      met ? `${met.full} of ${counted(met.total, 'opportunity', 'opportunities')} taken in full` : '',
      failed ? `${counted(failed, 'time')} at nothing, by the rubric’s own condition` : '',
    ].filter(Boolean);
    return `${plain(title)} (\`${id}\`), ${decimal(lost)} of ${decimal(of)}${notes.length ? `, ${notes.join(', ')}` : ''}`;
  });
  return [
    `Most points were lost at: ${said.join('; ')}. \`unscripted explain --agent ID --criterion NAME\` lists the words behind each.`,
  ];
}
