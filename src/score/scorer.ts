/** What a score is: a question with an answer from 0 to 100, or null where there is nothing to judge. */
import type { ScoreName } from '../model/scorecard.ts';
import type { Facts, Judgement } from './facts.ts';

export interface Scorer {
  readonly id: Exclude<ScoreName, 'overall'>;
  readonly title: string;
  /** How it is made, in a reader's words. */
  readonly why: string;
  of(facts: Facts): Judgement | null;
}
