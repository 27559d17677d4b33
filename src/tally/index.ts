/**
 * Conversation scores → cards, as a running fold. All sums are of whole numbers, so the cards do not depend
 * on the order in which conversations come.
 */
import { type MissedBy, missedBys } from '../model/finding.ts';
import {
  type AgentScorecard,
  type ConversationScore,
  type Measured,
  type ScoreName,
  scoreNames,
} from '../model/scorecard.ts';
import { CriteriaTally, MeasuresTally } from './criteria.ts';
import { meanInterval, share } from './interval.ts';
import { TopLines } from './lines.ts';
import { SignalSums } from './signals.ts';

interface Sums {
  readonly names: Map<string, number>;
  conversations: number;
  turns: number;
  words: number;
  scriptedWords: number;
  minedWords: number | null;
  readonly disclosures: { total: number; acknowledged: number; generic: number; missed: number };
  readonly missedBy: Record<MissedBy, number>;
  readonly signals: SignalSums;
  readonly lines: TopLines;
  readonly scores: Record<ScoreName, { n: number; sum: number; squares: number }>;
  rubric?: CriteriaTally;
  measures?: MeasuresTally;
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const zero = () => ({ n: 0, sum: 0, squares: 0 });

export class Tally {
  readonly #agents = new Map<string, Sums>();

  /** Takes in one conversation. */
  add(score: ConversationScore): void {
    for (const part of score.agents) {
      const sums = this.#of(part.id);
      sums.names.set(part.name, (sums.names.get(part.name) ?? 0) + 1);
      sums.conversations++;
      sums.turns += part.turns;
      sums.words += part.words;
      sums.scriptedWords += part.scriptedWords;
      if (part.minedWords !== null) sums.minedWords = (sums.minedWords ?? 0) + part.minedWords;
      sums.signals.add(part.signals);
      sums.lines.add(score.conversation, part.lines);
      for (const key of ['total', 'acknowledged', 'generic', 'missed'] as const)
        sums.disclosures[key] += part.disclosures[key];
      for (const how of missedBys) sums.missedBy[how] += part.disclosures.missedBy[how];
      if (part.rubric) {
        sums.rubric ??= new CriteriaTally(part.rubric);
        sums.rubric.add(part.rubric);
      }
      if (part.measures) {
        sums.measures ??= new MeasuresTally();
        sums.measures.add(part.measures);
      }
      for (const name of scoreNames) {
        const value = part.scores[name];
        if (value === null) continue;
        const at = sums.scores[name];
        at.n++;
        at.sum += value;
        at.squares += value * value;
      }
    }
  }

  #of(id: string): Sums {
    let sums = this.#agents.get(id);
    if (!sums) {
      sums = {
        names: new Map(),
        conversations: 0,
        turns: 0,
        words: 0,
        scriptedWords: 0,
        minedWords: null,
        disclosures: { total: 0, acknowledged: 0, generic: 0, missed: 0 },
        missedBy: Object.fromEntries(missedBys.map(how => [how, 0])) as Record<MissedBy, number>,
        signals: new SignalSums(),
        lines: new TopLines(),
        scores: {
          overall: zero(),
          authenticity: zero(),
          empathy: zero(),
          ownWords: zero(),
          attentiveness: zero(),
        },
      };
      this.#agents.set(id, sums);
    }
    return sums;
  }

  /** One card per agent so far, by id. */
  cards(): AgentScorecard[] {
    return [...this.#agents].sort(([a], [b]) => byText(a, b)).map(([id, sums]) => card(id, sums));
  }
}

const rate = (some: number, words: number) =>
  words ? Math.round((1000 * Math.min(some, words)) / words) / 1000 : null;

function card(id: string, sums: Sums): AgentScorecard {
  const measured = (name: ScoreName): Measured => {
    const { n, sum, squares } = sums.scores[name];
    return {
      value: n ? Math.round((10 * sum) / n) / 10 : null,
      conversations: n,
      ...meanInterval(n, sum, squares),
    };
  };
  const names = [...sums.names]
    .filter(([name]) => name !== '')
    .sort((a, b) => b[1] - a[1] || byText(a[0], b[0]));
  return {
    id,
    name: names[0]?.[0] ?? '',
    conversations: sums.conversations,
    turns: sums.turns,
    words: sums.words,
    scores: {
      overall: measured('overall'),
      authenticity: measured('authenticity'),
      empathy: measured('empathy'),
      ownWords: measured('ownWords'),
      attentiveness: measured('attentiveness'),
    },
    disclosures: {
      ...sums.disclosures,
      missedBy: { ...sums.missedBy },
      missedRate: share(sums.disclosures.missed, sums.disclosures.total),
    },
    scriptedRate: rate(sums.scriptedWords, sums.words),
    minedRate: sums.minedWords === null ? null : rate(sums.minedWords, sums.words),
    signals: sums.signals.pooled(),
    topLines: sums.lines.top(),
    ...(sums.measures ? { measures: sums.measures.card() } : {}),
    ...(sums.rubric ? { rubric: sums.rubric.card() } : {}),
  };
}
