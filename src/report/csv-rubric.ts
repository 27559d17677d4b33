/**
 * The columns that a rubric and the measures bring, after those that every run has had. A rubric that only weighs the four scores has no
 * columns for its criteria: they are there already.
 */
import {
  type AgentPart,
  type AgentScorecard,
  type Measured,
  measureNames,
  naReasons,
  type RubricOutline,
} from '../model/scorecard.ts';
import type { Cell } from './csv.ts';

const snake = (name: string) =>
  name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`).replaceAll('-', '_');
const measureColumns = measureNames.map(snake);
const identity = ['rubric', 'rubric_version', 'rubric_hash', 'rubric_failed'];

/** Sections and criteria in order, by their columns. */
function parts(rubric: RubricOutline | undefined): string[] {
  if (rubric === undefined || rubric.plain) return [];
  return rubric.sections.flatMap(({ id, criteria }) => [
    `section_${snake(id)}`,
    ...criteria.map(criterion => `criterion_${snake(criterion.id)}`),
  ]);
}

const gapColumns = (rubric: RubricOutline | undefined) =>
  (rubric?.gaps ?? []).map(({ id }) => `gap_${snake(id)}`);
const spread = (name: string) => [name, `${name}_n`, `${name}_low`, `${name}_high`];

/** By agent. */
export const cardIdentityHeader = [...measureColumns.flatMap(name => [name, `${name}_n`]), ...identity];

export const cardIdentityCells = ({ measures, rubric }: AgentScorecard): Cell[] => [
  ...measureNames.flatMap(name => [measures?.[name].value ?? null, measures?.[name].conversations ?? null]),
  ...(rubric ? [rubric.name, rubric.version, rubric.hash, rubric.failed] : [null, null, null, null]),
];

/** What a rubric of its own brings comes last, as it differs from rubric to rubric. */
export const cardRubricHeader = (rubric: RubricOutline | undefined): string[] => [
  ...parts(rubric).flatMap(name => [...spread(name), `${name}_na`, `${name}_failed`]),
  ...gapColumns(rubric).flatMap(spread),
];

export function cardRubricCells({ rubric }: AgentScorecard, outline: RubricOutline | undefined): Cell[] {
  const figures = ({ value, conversations, low, high }: Measured) => [value, conversations, low, high];
  const sections = outline === undefined || outline.plain ? [] : (rubric?.sections ?? []);
  return [
    ...sections
      .flatMap(section => [section, ...section.criteria])
      .flatMap(({ value, na, failed }) => [
        ...figures(value),
        naReasons.reduce((sum, reason) => sum + (na[reason] ?? 0), 0),
        failed,
      ]),
    ...(outline === undefined ? [] : (rubric?.gaps ?? []).flatMap(({ value }) => figures(value))),
  ];
}

/** By conversation. */
export const partIdentityHeader = [...measureColumns, ...identity];

export const partIdentityCells = ({ measures, rubric }: AgentPart): Cell[] => [
  ...measureNames.map(name => measures?.[name] ?? null),
  ...(rubric ? [rubric.name, rubric.version, rubric.hash, rubric.failed ?? null] : [null, null, null, null]),
];

export const partRubricHeader = (rubric: RubricOutline | undefined): string[] => [
  ...parts(rubric).flatMap(name => [name, `${name}_na`, `${name}_failed`]),
  ...gapColumns(rubric),
];

export function partRubricCells({ rubric }: AgentPart, outline: RubricOutline | undefined): Cell[] {
  const sections = outline === undefined || outline.plain ? [] : (rubric?.sections ?? []);
  return [
    ...sections
      .flatMap(section => [section, ...section.criteria])
      .flatMap(({ value, na, failed }) => [value, na ?? null, failed ?? null]),
    ...(outline === undefined ? [] : (rubric?.gaps ?? []).map(({ value }) => value)),
  ];
}
