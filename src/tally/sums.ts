/** Sums of whole numbers, from which every figure of a card is made: they do not depend on the order of what is added. */
import { type MissedBy, missedBys } from '../model/finding.ts';
import { type AgentPart, type ScoreName, scoreNames } from '../model/scorecard.ts';
import { CriteriaTally, MeasuresTally } from './criteria.ts';
import { Spread } from './interval.ts';
import { TopLines } from './lines.ts';
import { SignalSums } from './signals.ts';

/** How many, their sum, and the sum of their squares. */
export interface Moments {
  n: number;
  sum: number;
  squares: number;
}

/** The moments of every score. */
export type ScoreMoments = Readonly<Record<ScoreName, Moments>>;

/** No scores yet. */
export const noScores = (): ScoreMoments =>
  Object.fromEntries(scoreNames.map(name => [name, { n: 0, sum: 0, squares: 0 }])) as unknown as ScoreMoments;

/** Adds one set of moments to another. */
export function join(to: ScoreMoments, from: ScoreMoments): void {
  for (const name of scoreNames)
    for (const key of ['n', 'sum', 'squares'] as const) to[name][key] += from[name][key];
}

/** What is added up for one row. */
export class Sums {
  readonly names = new Map<string, number>();
  readonly agents = new Set<string>();
  conversations = 0;
  parts = 0;
  turns = 0;
  words = 0;
  scriptedWords = 0;
  /** Null while nobody has looked for mined wording. */
  minedWords: number | null = null;
  /** For the intervals of shares of words. */
  readonly spread = new Spread();
  readonly minedSpread = new Spread();
  readonly praise = { total: 0, personally: 0, byFormula: 0, notAtAll: 0 };
  readonly disclosures = { total: 0, acknowledged: 0, generic: 0, missed: 0 };
  readonly missedBy = Object.fromEntries(missedBys.map(how => [how, 0])) as Record<MissedBy, number>;
  readonly signals = new SignalSums();
  readonly lines = new TopLines();
  rubric: CriteriaTally | undefined;
  measures: MeasuresTally | undefined;
  /** Scores by the kind of contact. */
  readonly strata = new Map<string, ScoreMoments>();

  /** Takes in one agent's part in one conversation. */
  add(conversation: string, part: AgentPart, stratum: string): void {
    this.names.set(part.name, (this.names.get(part.name) ?? 0) + 1);
    this.agents.add(part.id);
    this.parts++;
    this.turns += part.turns;
    this.words += part.words;
    // a part holds no more scripted words than words
    const scripted = Math.min(part.scriptedWords, part.words);
    this.scriptedWords += scripted;
    this.spread.add(part.words, scripted);
    if (part.minedWords !== null) {
      const mined = Math.min(part.minedWords, part.words);
      this.minedWords = (this.minedWords ?? 0) + mined;
      this.minedSpread.add(part.words, mined);
    }
    if (part.praise) {
      const { total, personally, byFormula, notAtAll } = part.praise;
      this.praise.total += total;
      this.praise.personally += personally;
      this.praise.byFormula += byFormula;
      this.praise.notAtAll += notAtAll;
    }
    for (const key of ['total', 'acknowledged', 'generic', 'missed'] as const)
      this.disclosures[key] += part.disclosures[key];
    for (const how of missedBys) this.missedBy[how] += part.disclosures.missedBy[how];
    this.signals.add(part.signals);
    this.lines.add(conversation, part.lines);
    if (part.rubric) {
      this.rubric ??= new CriteriaTally(part.rubric);
      this.rubric.add(part.rubric);
    }
    if (part.measures) {
      this.measures ??= new MeasuresTally();
      this.measures.add(part.measures);
    }
    let scores = this.strata.get(stratum);
    if (scores === undefined) {
      scores = noScores();
      this.strata.set(stratum, scores);
    }
    for (const name of scoreNames) {
      const value = part.scores[name];
      if (value === null) continue;
      scores[name].n++;
      scores[name].sum += value;
      scores[name].squares += value * value;
    }
  }

  /** Its scores over all kinds of contact. */
  scores(): ScoreMoments {
    const all = noScores();
    for (const scores of this.strata.values()) join(all, scores);
    return all;
  }
}
