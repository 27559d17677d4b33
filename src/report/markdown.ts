/**
 * The coaching digest, for reading together. Agents stand by name, never by score; it speaks of wording ("passed
 * over"), and never of what anybody felt or meant. What was missed in the team carries no agent's name.
 */
import type {
  AgentCoaching,
  Coaching,
  CoachingMoment,
  MomentKind,
  Suggestion,
  Week,
} from '../model/coaching.ts';
import type { AgentScorecard, RubricOutline, Run, Scorecard } from '../model/scorecard.ts';
import { printable } from './cells.ts';
import { rubricBlocks } from './markdown-rubric.ts';
import type { Reporter, Style } from './reporter.ts';
import { agentText, counted, NONE, praiseText, scoreText, shareText } from './wording.ts';

/** The digest of `score -o team.md`. */
export const markdown: Reporter = {
  id: 'markdown',
  title: 'a coaching digest with quotes, in Markdown',
  endings: ['.md', '.markdown'],
  coaching: true,
  scorecard: digest,
};

/** Fewer conversations in a week are too few to read a trend from. */
const FEW = 5;

function digest({ agents, coaching, run }: Scorecard, { rubric }: Style): string {
  const of = new Map(coaching?.agents.map(one => [one.id, one]));
  const byName = [...agents].sort((a, b) => compare(agentText(a), agentText(b)));
  return blocks([
    '# Coaching digest',
    `${counted(run.conversations - run.unscored, 'conversation')} of ${counted(agents.length, 'agent')}. Turns are numbered from 0, as \`unscripted explain\` shows them. Everything here is about wording: what a rule could read, with the words to check it against.`,
    ...(coaching === undefined ? [] : team(coaching)),
    ...byName.flatMap(card => agentBlocks(card, of.get(card.id), rubric)),
    footer(run),
  ]);
}

function team({ best, missed, weeks }: Coaching): string[] {
  return [
    '## The team',
    ...(best.length ? ['### Moments worth repeating', ...best.map(one => moment(one))] : []),
    ...(missed.length ? ['### Moments that went by', ...missed.map(one => moment(one))] : []),
    ...trend(weeks),
  ];
}

function agentBlocks(
  card: AgentScorecard,
  coaching: AgentCoaching | undefined,
  rubric: RubricOutline | undefined,
): string[] {
  const { best = [], missed = [], suggestion = null, weeks = [] } = coaching ?? {};
  return [
    `## ${plain(agentText(card))}`,
    figures(card),
    ...(best.length ? ['### Answered well', ...best.map(one => moment(one))] : []),
    ...(missed.length
      ? [
          '### What went by',
          ...missed.flatMap(one => [
            moment(one),
            ...(one.elsewhere === null
              ? []
              : [
                  `How the same was answered elsewhere in the team:\n\n${said('Customer', one.elsewhere.customer)}\n>\n${said('Agent', one.elsewhere.agent)}`,
                ]),
          ]),
        ]
      : []),
    ...(suggestion === null ? [] : ['### One thing to try', tried(suggestion)]),
    ...(best.length || missed.length || suggestion ? [] : ['No moment stood out in these conversations.']),
    ...rubricBlocks(card.rubric, rubric, plain),
    ...trend(weeks),
  ];
}

/** What the rule's page says, as something to do. */
function tried({ rule, times, title, why }: Suggestion): string {
  const often = `${times === 1 ? 'once' : `${times} times`} in these conversations, rule \`${rule}\``;
  const what = `**${plain(lower(title))}** (${often})`;
  if (rule.startsWith('scripted/')) return `Words for this customer, in place of ${what}. ${plain(why)}`;
  if (rule.startsWith('rushed/')) return `Leave room, where now ${what}. ${plain(why)}`;
  return `Listen for a moment when ${what}. ${plain(why)}`;
}

/** The figures in one line, each with what it rests on. */
function figures({ conversations, scores, disclosures, praise }: AgentScorecard): string {
  const { value, low, high, adjusted = null } = scores.overall;
  const range =
    low === null || high === null ? '' : ` (95% interval ${scoreText(low)} to ${scoreText(high)})`;
  const like = adjusted === null ? '' : `, ${scoreText(adjusted)} like for like`;
  const { total, acknowledged, generic, missed } = disclosures;
  const told = [
    acknowledged ? `${acknowledged} answered` : '',
    generic ? `${generic} answered with a formula` : '',
    missed ? `${missed} passed over` : '',
  ].filter(Boolean);
  return [
    counted(conversations, 'conversation'),
    `overall ${scoreText(value)}${range}${like}`,
    total ? `${counted(total, 'disclosure')}: ${told.join(', ')}` : 'no disclosures',
    ...(praise.total ? [praiseText(praise)] : []),
  ].join(' · ');
}

const kinds: Readonly<Record<MomentKind, string>> = {
  answered: 'answered',
  specific: 'words for this customer',
  formula: 'answered with a formula',
  'passed over': 'passed over',
  hurried: 'hurried along',
};

function moment({ conversation, kind, topic, customer, agent }: CoachingMoment): string {
  const turns = [customer?.turn, agent?.turn].filter(turn => turn !== undefined);
  const where = `${plain(conversation)}, ${turns.length > 1 ? 'turns' : 'turn'} ${turns.join(' and ')}`;
  const what =
    topic === null ? capital(kinds[kind]) : `${capital(topic.replaceAll('-', ' '))}, ${kinds[kind]}`;
  const quotes = [
    ...(customer === null ? [] : [said('Customer', customer.text)]),
    ...(agent === null ? [] : [said('Agent', agent.text)]),
  ];
  return `**${what}** (${where})\n\n${quotes.join('\n>\n')}`;
}

const said = (who: string, text: string) => `> **${who}:** ${plain(text)}`;

/** The weeks as a table; one week is no trend. */
function trend(weeks: readonly Week[]): string[] {
  if (weeks.length < 2) return [];
  const rows = weeks.map(({ week, conversations, overall, missed }) => {
    const { value, low, high } = overall;
    const range = low === null || high === null ? NONE : `${scoreText(low)} to ${scoreText(high)}`;
    const passed =
      missed.of === 0
        ? NONE
        : `${Math.round((missed.value ?? 0) * missed.of)} of ${missed.of} (${shareText(missed.value)})`;
    return `| ${week} | ${conversations}${conversations < FEW ? ' (few)' : ''} | ${scoreText(value)} | ${range} | ${passed} |`;
  });
  return [
    '### Week by week',
    [
      '| week | conversations | overall | 95% interval | disclosures passed over |',
      '| --- | ---: | ---: | ---: | ---: |',
      ...rows,
    ].join('\n'),
  ];
}

function footer({ version, rules, rubric, unreadable, doubtful }: Run): string {
  const notes = [
    `unscripted ${version}, rules ${rules.slice(0, 12)}`,
    rubric ? `rubric ${plain(rubric.name)} ${plain(rubric.version)} (${rubric.hash})` : '',
    unreadable ? `${counted(unreadable, 'record')} could not be read` : '',
    doubtful ? `${doubtful} doubtful` : '',
  ];
  return `---\n\n${notes.filter(Boolean).join(' · ')}. Overlapping intervals are no difference; \`unscripted compare\` tells whether two runs differ.`;
}

const blocks = (list: readonly string[]) => `${list.join('\n\n')}\n`;
const compare = (a: string, b: string) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1);
const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
const lower = (text: string) =>
  /^(?:The|A|An|Signs|Small|Somebody|Stock)\b/.test(text)
    ? text.slice(0, 1).toLowerCase() + text.slice(1)
    : text;

/** Text as it is, whatever of it Markdown or HTML would take for its own. */
function plain(text: string): string {
  return printable(text)
    .replace(/[\\`*_[\]<>|#~]/g, mark => (mark === '<' ? '&lt;' : mark === '>' ? '&gt;' : `\\${mark}`))
    .replace(/&(?!lt;|gt;)/g, '&amp;');
}
