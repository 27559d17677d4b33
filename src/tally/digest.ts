/**
 * The coaching digest as a running fold: of every agent and topic only the few moments that would be shown are kept,
 * so that it needs no more room for a year than for a week, and the order of what comes is of no account.
 */
import { weekOf } from '../filed/dates.ts';
import type {
  AgentCoaching,
  Coaching,
  CoachingMoment,
  Example,
  Suggestion,
  Week,
} from '../model/coaching.ts';
import type { Conversation } from '../model/conversation.ts';
import type { Moment } from '../model/finding.ts';
import type { ConversationScore } from '../model/scorecard.ts';
import { anonymous } from './anonymous.ts';
import { meanInterval, share } from './interval.ts';
import { gravity, isWeighed, type Moments, momentsOf } from './moments.ts';

/** A rule's page, as far as a coach reads it. */
export interface Page {
  readonly id: string;
  readonly title: string;
  readonly why: string;
}

const SHOWN = 3;
/** Examples are never one's own, so two agents' are enough. */
const EXAMPLES = 2;
/** What a finding weighs when it is asked what would change most. */
const weights = { missed: 3, generic: 2, rushed: 2 } as const;
/** Stock wording by where it stands: a routine step is where it belongs. */
const scripted: Readonly<Record<Moment, number>> = {
  routine: 0,
  ordinary: 1,
  feeling: 2,
  'bad-news': 3,
  disclosure: 3,
};

const byWeight = (a: CoachingMoment, b: CoachingMoment) =>
  b.weight - a.weight ||
  (a.conversation < b.conversation ? -1 : a.conversation > b.conversation ? 1 : 0) ||
  (a.customer?.turn ?? a.agent?.turn ?? 0) - (b.customer?.turn ?? b.agent?.turn ?? 0) ||
  (a.kind < b.kind ? -1 : 1);

/** The weightiest few; first one of each conversation, so that one long call does not fill the page. */
class Top {
  readonly #first: CoachingMoment[] = [];
  readonly #more: CoachingMoment[] = [];

  /** Takes in all moments of one conversation. */
  add(moments: readonly CoachingMoment[]): void {
    const [first, ...more] = [...moments].sort(byWeight);
    if (first === undefined) return;
    keep(this.#first, [first]);
    keep(this.#more, more);
  }

  list(): CoachingMoment[] {
    return [...this.#first, ...this.#more].slice(0, SHOWN).sort(byWeight);
  }
}

function keep(list: CoachingMoment[], more: readonly CoachingMoment[]): void {
  list.push(...more);
  list.sort(byWeight).splice(SHOWN);
}

interface WeekSums {
  n: number;
  conversations: number;
  sum: number;
  squares: number;
  missed: number;
  total: number;
}

class Weeks {
  readonly #weeks = new Map<string, WeekSums>();

  add(week: string, overall: number | null, missed: number, total: number): void {
    const sums = this.#weeks.get(week) ?? { n: 0, conversations: 0, sum: 0, squares: 0, missed: 0, total: 0 };
    this.#weeks.set(week, sums);
    sums.conversations++;
    sums.missed += missed;
    sums.total += total;
    if (overall === null) return;
    sums.n++;
    sums.sum += overall;
    sums.squares += overall * overall;
  }

  list(): Week[] {
    return [...this.#weeks]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([week, { n, conversations, sum, squares, missed, total }]) => {
        const { low, high } = meanInterval(n, sum, squares);
        const value = n ? Math.round((10 * sum) / n) / 10 : null;
        return { week, conversations, overall: { value, low, high }, missed: share(missed, total) };
      });
  }
}

interface Kept {
  readonly best: Top;
  readonly missed: Top;
  readonly weeks: Weeks;
  /** By rule and topic. */
  readonly rules: Map<string, { rule: string; topic: string | null; times: number; weight: number }>;
}

interface Offered {
  readonly agent: string;
  readonly moment: CoachingMoment;
  readonly names: readonly string[];
}

/** Keeps what a coach will want to see. */
export class Digest {
  readonly #agents = new Map<string, Kept>();
  readonly #best = new Top();
  readonly #missed = new Top();
  readonly #weeks = new Weeks();
  readonly #examples = new Map<string, Offered[]>();
  readonly #names = new Set<string>();

  /** Takes in one conversation. */
  add(score: ConversationScore, conversation: Conversation): void {
    const week = weekOf(String(conversation.metadata?.date ?? ''));
    const all: Moments[] = [];
    for (const part of score.agents) {
      if (part.name !== '') this.#names.add(part.name);
      const kept = this.#of(part.id);
      const moments = momentsOf(score, conversation, part);
      all.push(moments);
      kept.best.add(moments.best);
      kept.missed.add(moments.missed);
      this.#offer(part.id, moments.best, conversation);
      const { missed, total } = part.disclosures;
      if (week === null) continue;
      kept.weeks.add(week, part.scores.overall, missed, total);
      this.#weeks.add(week, part.scores.overall, missed, total);
    }
    this.#best.add(all.flatMap(({ best }) => best));
    this.#missed.add(all.flatMap(({ missed }) => missed));
    this.#note(score);
  }

  #of(id: string): Kept {
    let kept = this.#agents.get(id);
    if (kept === undefined) {
      kept = { best: new Top(), missed: new Top(), weeks: new Weeks(), rules: new Map() };
      this.#agents.set(id, kept);
    }
    return kept;
  }

  /** Of each topic the best answers of a few agents. */
  #offer(agent: string, moments: readonly CoachingMoment[], { customer, turns }: Conversation): void {
    for (const moment of moments) {
      const { topic, customer: said, agent: answer } = moment;
      if (moment.kind !== 'answered' || topic === null || said === null || answer === null) continue;
      // an example has to be answered in words for this customer
      if (moment.rules.every(rule => /^(?:disclosure|opening)\//.test(rule))) continue;
      const known = this.#examples.get(topic) ?? [];
      const own = known.find(one => one.agent === agent);
      if (own !== undefined && byWeight(own.moment, moment) <= 0) continue;
      const names = [customer?.name ?? '', ...turns.map(({ agentName = '' }) => agentName)].filter(Boolean);
      const others = known.filter(one => one !== own);
      const sorted = [...others, { agent, moment, names: [...new Set(names)] }].sort((a, b) =>
        byWeight(a.moment, b.moment),
      );
      this.#examples.set(topic, sorted.slice(0, EXAMPLES));
    }
  }

  #note({ findings }: ConversationScore): void {
    for (const one of findings) {
      if (one.agent === null || one.confidence === 'possible') continue;
      const response = one.dimension === 'disclosure' ? one.response : null;
      const weight =
        response === 'missed' || response === 'generic'
          ? weights[response]
          : one.dimension === 'rushed'
            ? weights.rushed
            : one.dimension === 'scripted'
              ? scripted[one.moment ?? 'ordinary']
              : 0;
      if (weight === 0) continue;
      const { rules } = this.#of(one.agent);
      const { rule } = one;
      const grave = one.dimension === 'disclosure' ? gravity[one.topic] : 1;
      const topic = one.dimension === 'disclosure' ? one.topic : null;
      const key = JSON.stringify([rule, topic]);
      const { times = 0, weight: before = 0 } = rules.get(key) ?? {};
      rules.set(key, { rule, topic, times: times + 1, weight: before + weight * grave });
    }
  }

  /** What was kept, with the pages of the rules it names. */
  coaching(pages: readonly Page[]): Coaching {
    const byId = new Map(pages.map(page => [page.id, page]));
    const agents = [...this.#agents]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(
        ([id, { best, missed, weeks, rules }]): AgentCoaching => ({
          id,
          best: best.list(),
          missed: missed.list().map((moment, i, all) => {
            const again = all.findIndex(({ topic }) => topic === moment.topic) < i;
            return { ...moment, elsewhere: again ? null : this.#elsewhere(id, moment.topic) };
          }),
          suggestion: suggestion(rules, byId),
          weeks: weeks.list(),
        }),
      );
    const nameless = this.#missed
      .list()
      .map(moment =>
        moment.agent === null
          ? moment
          : { ...moment, agent: { ...moment.agent, text: anonymous(moment.agent.text, this.#names) } },
      );
    return { agents, best: this.#best.list(), missed: nameless, weeks: this.#weeks.list() };
  }

  #elsewhere(id: string, topic: string | null): Example | null {
    const found = topic === null ? undefined : this.#examples.get(topic)?.find(one => one.agent !== id);
    if (found === undefined || topic === null) return null;
    const { customer, agent } = found.moment;
    const names = [...this.#names, ...found.names];
    return { topic, customer: anonymous(customer!.text, names), agent: anonymous(agent!.text, names) };
  }
}

/** The page of what weighs most; a rule that weighs words has no advice of its own, so the topic's page stands in. */
function suggestion(rules: Kept['rules'], pages: ReadonlyMap<string, Page>): Suggestion | null {
  const sums = new Map<string, { times: number; weight: number }>();
  for (const { rule, times, weight, topic } of rules.values()) {
    const stands = isWeighed({ rule }) && topic !== null ? `disclosure/${topic}` : rule;
    if (!pages.has(stands) || isWeighed({ rule: stands })) continue;
    const known = sums.get(stands) ?? { times: 0, weight: 0 };
    sums.set(stands, { times: known.times + times, weight: known.weight + weight });
  }
  const [most] = [...sums].sort(([a, one], [b, other]) => other.weight - one.weight || (a < b ? -1 : 1));
  if (most === undefined) return null;
  const [rule, { times }] = most;
  const { title, why } = pages.get(rule) as Page;
  return { rule, times, title, why };
}
