/** Any figure of a card, looked up by name in one agent's part of a conversation, with the arithmetic behind it. */
import {
  type AgentPart,
  type AgentScorecard,
  type Measured,
  measureNames,
  type NaReason,
  type RubricOutline,
  scoreNames,
  type Term,
} from '../model/scorecard.ts';

/** What a name stands for. */
export interface Figure {
  readonly value: number | null;
  readonly terms: readonly Term[];
  readonly na?: NaReason | undefined;
  readonly failed?: string | undefined;
}

/** Every name that can be traced: scores, sections, criteria, gaps and measures. */
export const figureNames = ({ sections, gaps }: RubricOutline): string[] => [
  ...new Set([
    ...scoreNames,
    ...sections.flatMap(({ id, criteria }) => [id, ...criteria.map(criterion => criterion.id)]),
    ...gaps.map(({ id }) => id),
    ...measureNames,
  ]),
];

/** The figure in a conversation; undefined where there is none of that name. */
export function figureOf({ scores, terms, rubric, measures }: AgentPart, name: string): Figure | undefined {
  const score = scoreNames.find(one => one === name);
  if (score) return { value: scores[score], terms: terms[score] ?? [] };
  const parts = (rubric?.sections ?? []).flatMap(section => [section, ...section.criteria]);
  const part = parts.find(({ id }) => id === name);
  if (part) return { value: part.value, terms: part.terms, na: part.na, failed: part.failed };
  const gap = rubric?.gaps.find(({ id }) => id === name);
  if (gap) return { value: gap.value, terms: gap.terms };
  const measure = measureNames.find(one => one === name);
  return measure && measures ? { value: measures[measure], terms: [] } : undefined;
}

/** The same figure on the card. */
export function cardFigure({ scores, rubric, measures }: AgentScorecard, name: string): Measured | undefined {
  const score = scoreNames.find(one => one === name);
  if (score) return scores[score];
  const parts = (rubric?.sections ?? []).flatMap(section => [section, ...section.criteria]);
  const measure = measureNames.find(one => one === name);
  return (
    parts.find(({ id }) => id === name)?.value ??
    rubric?.gaps.find(({ id }) => id === name)?.value ??
    (measure && measures?.[measure])
  );
}
