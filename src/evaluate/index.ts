/** How far the tool agrees with people: labelled conversations and their scores in, figures out. */
export type { Counts } from './agreement.ts';
export type { Confusion } from './confusion.ts';
export { type Evaluation, evaluate, type Figure } from './evaluation.ts';
export { figureNames } from './figures.ts';
export { type FigureGate, gatedValue, parseFigureGate } from './gates.ts';
export { type EvaluatedRun, evaluationJson } from './json.ts';
export { labelledReadings } from './labelled-readings.ts';
export { Labels } from './labels.ts';
export type { Listing } from './listing.ts';
export type { Mistake } from './mistakes.ts';
export { type ReadLabels, readLabels } from './read-labels.ts';
export type { RuleTrust } from './rules.ts';
export type { LabelledCase } from './settled.ts';
export { evaluationTable } from './table.ts';
