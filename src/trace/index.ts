/** Any figure of a card → the conversations, findings and arithmetic behind it. */
import {
  type AgentScorecard,
  type ConversationScore,
  mostTopLines,
  type ScoreName,
} from '../model/scorecard.ts';
import { type CountedName, leastCases } from '../model/signals.ts';
import type { Trace, TracedPart, Working } from '../model/trace.ts';
import type { Tally } from '../tally/index.ts';
import { leastToRank } from '../tally/rank.ts';
import { type Figure, valueAt } from './figures.ts';
import { tracedPart } from './part.ts';
import type { SaidBy } from './said-by.ts';
import { adjustedWorkings, rankWorkings, shrunkWorkings } from './standing.ts';
import { countWorkings, meanWorkings, proportionWorkings, ratioWorkings, type Scale } from './workings.ts';

export { type Figure, figureAt, figureNamed, figures, valueAt } from './figures.ts';
export { SaidBy } from './said-by.ts';

/** Collects one figure of one agent, conversation by conversation. */
export class Tracer {
  readonly #figure: Figure;
  readonly #agent: string;
  readonly #parts: TracedPart[] = [];
  readonly #lines = new Map<string, { quotes: Set<string>; conversations: number }>();

  constructor(figure: Figure, agent: string) {
    this.#figure = figure;
    this.#agent = agent;
  }

  /** The figure's part in a conversation, to be shown as it comes; null where the agent or the figure has none. */
  add(score: ConversationScore): TracedPart | null {
    const part = score.agents.find(({ id }) => id === this.#agent);
    const traced = part && tracedPart(this.#figure, score, part);
    if (!traced) return null;
    const { conversation, value, counts, kind } = traced;
    // what is only shown need not be kept
    this.#parts.push({
      conversation,
      counts,
      said: '',
      terms: [],
      findings: [],
      ...(value === undefined ? {} : { value }),
      ...(kind === undefined ? {} : { kind }),
    });
    if (this.#figure.kind === 'lines')
      for (const line of new Map(part.lines.map(one => [one.line, one.line])).keys()) {
        const known = this.#lines.get(line) ?? { quotes: new Set(), conversations: 0 };
        this.#lines.set(line, known);
        known.conversations++;
        for (const one of part.lines)
          if (one.line === line && known.quotes.size < 50) known.quotes.add(one.quote);
      }
    return traced;
  }

  /**
   * Ids of the lines whose counts over everybody were asked for: a `SaidBy` that has gone through everybody's
   * conversations then tells `end` where they come from. Empty for other figures.
   */
  get lines(): ReadonlySet<string> {
    return new Set(this.#lines.keys());
  }

  /**
   * The arithmetic; `tally` has taken in every conversation of everybody. Null where the agent is not among them.
   * Without `said`, counts of lines over everybody stand as they were counted before scoring.
   */
  end(tally: Tally, said?: SaidBy): Trace | null {
    const card = tally.cards().find(({ id }) => id === this.#agent);
    if (card === undefined) return null;
    const { name, at } = this.#figure;
    const { workings, notes } = this.#worked(card, tally, said);
    const done = new Set(workings.flatMap(one => (one.at === null ? [] : [one.at])));
    const value = valueAt(card, at);
    const shown =
      value !== null && typeof value === 'object' && 'value' in value ? unfolded(value.value) : value;
    return {
      name,
      value: typeof shown === 'number' || typeof shown === 'string' ? shown : null,
      workings: [...workings, ...countWorkings(this.#parts, done)],
      notes,
    };
  }

  #worked(
    card: AgentScorecard,
    tally: Tally,
    said: SaidBy | undefined,
  ): { readonly workings: readonly Working[]; readonly notes: readonly string[] } {
    const { name, at, kind } = this.#figure;
    const parts = this.#parts;
    const made = (workings: readonly Working[], notes: readonly string[] = []) => ({ workings, notes });
    switch (kind) {
      case 'mean':
        // criteria and sections keep their mean under `value`
        return made(
          meanWorkings(at.startsWith('rubric.') ? `${at}.value` : at, parts, scaleOf(at)),
          leftOut(parts),
        );
      case 'proportion':
        return made(proportionWorkings(at, parts));
      case 'ratio':
        return made(ratioWorkings(placesOf(at, name), parts));
      case 'adjusted':
        return adjustedWorkings(
          at.split('.')[1] as ScoreName,
          parts,
          tally.behind(at.split('.')[1] as ScoreName),
        );
      case 'shrunk':
        return shrunkWorkings(this.#agent, tally.behind('overall'));
      case 'rank': {
        const { workings, notes } = rankWorkings(this.#agent, tally.behind('overall'));
        const few =
          card.unranked === 'too few to rank' ? `, fewer than ${leastToRank} conversations judged` : '';
        return made(
          workings,
          card.unranked === null ? notes : [...notes, `No rank: ${card.unranked}${few}.`],
        );
      }
      case 'lines':
        return made(
          this.#topLines(card, said),
          said === undefined
            ? [
                'How many agents say a line, and in how many conversations of everybody, was counted before scoring.',
              ]
            : [],
        );
      case 'count':
        return made([]);
    }
  }

  #topLines({ topLines }: AgentScorecard, said: SaidBy | undefined): Working[] {
    return topLines.slice(0, mostTopLines).flatMap(({ quote, of, agents, teamConversations }, i) => {
      const [line, own] = [...this.#lines].find(([, { quotes }]) => quotes.has(quote)) ?? [];
      const found = line === undefined ? undefined : said?.of(line);
      const at = `topLines.${i}`;
      const working = (
        key: string,
        what: string,
        value: number | null,
        sum?: readonly number[],
      ): Working => ({
        at: `${at}.${key}`,
        what,
        expression: sum === undefined || sum.length === 0 ? null : sum.join(' + '),
        value,
      });
      const who = found && [...found.agents].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      // where two agents say it in one conversation, their counts are more than the conversations
      const apart = who?.map(([, count]) => count);
      const sum = apart?.reduce((all, count) => all + count, 0) === found?.conversations.length;
      return [
        working(
          'conversations',
          `“${quote.replace(/\s+/g, ' ')}”: conversations above that hold it`,
          own?.conversations ?? null,
        ),
        working('of', 'of', of),
        working(
          'agents',
          `agents who say it${who ? ` (${who.map(([id, count]) => `${id} in ${count}`).join(', ')})` : ''}`,
          agents,
          who?.map(() => 1),
        ),
        working(
          'teamConversations',
          `conversations of everybody that hold it${found ? ` (${found.conversations.join(', ')})` : ''}`,
          teamConversations,
          sum ? apart : undefined,
        ),
      ];
    });
  }
}

/** A mean inside a mean's place. */
const unfolded = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && 'value' in value ? value.value : value;

function scaleOf(at: string): Scale {
  if (at.startsWith('signals.')) return { places: 3, unit: 1000, least: 0, most: 1, sd: false };
  if (at.startsWith('measures.'))
    return { places: 1, unit: 1, least: 0, most: Number.POSITIVE_INFINITY, sd: true };
  return { places: 1, unit: 1, least: at.startsWith('rubric.gaps') ? -100 : 0, most: 100, sd: true };
}

const placesOf = (at: string, name: string) => {
  if (at.startsWith('signals.'))
    return {
      ...{ value: `${at}.value`, count: `${at}.count`, of: `${at}.of`, low: `${at}.low`, high: `${at}.high` },
      conversations: `${at}.conversations`,
      least: leastCases[name as CountedName],
    };
  const around = `${at}Interval`;
  return {
    ...{ value: at, count: `${at}.count`, of: `${around}.of`, low: `${around}.low`, high: `${around}.high` },
    least: 0,
  };
};

function leftOut(parts: readonly TracedPart[]): string[] {
  const left = parts.filter(({ value }) => value === null || value === undefined).length;
  return left === 0
    ? []
    : [`${left === 1 ? '1 conversation' : `${left} conversations`} without a value, not counted.`];
}
