/** Every figure by name, and how it is computed from a sample. The names are those `--fail-under` takes. */
import { topics } from '../model/finding.ts';
import { type Counts, f1, precision, precisionOfNothing, recall, recallOfNothing } from './agreement.ts';
import { accuracy, type Confusion, confusion, macroF1, NOT_FOUND, UNANSWERABLE } from './confusion.ts';
import { kappa } from './kappa.ts';
import { responses } from './labels.ts';
import { dimensionSubjects, kindSubjects, subjects } from './marks.ts';
import { agentRho, conversationRho, ratedScores } from './rated.ts';
import type { Sample } from './sample.ts';
import { countKey, pairKey } from './sheet.ts';

export interface FigureKind {
  readonly name: string;
  /** Its value; null where there is nothing to judge, and then the draw counts for no interval. */
  readonly of: (sample: Sample) => number | null;
  /** What is shown in the place of null over all conversations; it has no interval. */
  readonly instead?: (sample: Sample) => number | null;
}

/** Labelled, found and right turns of a subject. */
export function countsOf({ sum }: Pick<Sample, 'sum'>, subject: string): Counts {
  const count = (what: 'labelled' | 'found' | 'right') => sum(countKey(subject, what));
  return { labelled: count('labelled'), found: count('found'), right: count('right') };
}

/** What people and the tool say an agent did about a disclosure. */
export function responseConfusion({ sum }: Pick<Sample, 'sum'>): Confusion {
  return confusion(responses, [...responses, UNANSWERABLE, NOT_FOUND], (labelled, found) =>
    sum(pairKey('response', labelled, found)),
  );
}

/** What people and the tool say a disclosure is about. */
export function topicConfusion({ sum }: Pick<Sample, 'sum'>): Confusion {
  return confusion(topics, [...topics, NOT_FOUND], (labelled, found) =>
    sum(pairKey('topic', labelled, found)),
  );
}

const bySubject = (subject: string): FigureKind[] => [
  { name: `${subject}.f1`, of: sample => f1(countsOf(sample, subject)) },
  {
    name: `${subject}.precision`,
    of: sample => precision(countsOf(sample, subject)),
    instead: sample => precisionOfNothing(countsOf(sample, subject)),
  },
  {
    name: `${subject}.recall`,
    of: sample => recall(countsOf(sample, subject)),
    instead: sample => recallOfNothing(countsOf(sample, subject)),
  },
];

/** All figures, in the order they are shown. */
export const figureKinds: readonly FigureKind[] = [
  ...dimensionSubjects.flatMap(subject => [
    ...bySubject(subject),
    {
      name: `${subject}.kappa`,
      of: (sample: Sample) => kappa(countsOf(sample, subject), sample.sum(countKey(subject, 'turns'))),
    },
  ]),
  ...kindSubjects.flatMap(bySubject),
  { name: 'response.macroF1', of: sample => macroF1(responseConfusion(sample)) },
  { name: 'response.accuracy', of: sample => accuracy(responseConfusion(sample)) },
  { name: 'topic.accuracy', of: sample => accuracy(topicConfusion(sample)) },
  ...ratedScores.map(score => ({
    name: `ratings.${score}`,
    of: ({ rated }: Sample) => conversationRho(rated, score),
  })),
  ...ratedScores.map(score => ({
    name: `agents.${score}`,
    of: ({ rated }: Sample) => agentRho(rated, score),
  })),
];

/** Every name a figure goes by: its own, and that of its subject alone for the subject's chief figure. */
export const figureNames: ReadonlyMap<string, string> = new Map([
  ...figureKinds.map(({ name }) => [name, name] as const),
  ...subjects.map(subject => [subject, `${subject}.f1`] as const),
  ['response', 'response.macroF1'],
  ['topic', 'topic.accuracy'],
]);
