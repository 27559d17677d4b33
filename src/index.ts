/** The public face: everything the command line does is done through these names. */
export { rulesHash } from './compiled/rules.ts';
export { detect, detectors } from './detect/index.ts';
export { rulePages } from './detect/pages.ts';
export type { RulePage } from './detect/rule.ts';
export { UsageError } from './errors.ts';
export * from './evaluate/index.ts';
export { isoDate, weekOf } from './filed/dates.ts';
export { keysOf, valuesOf } from './filed/field.ts';
export { type Condition, parseCondition } from './filed/where.ts';
export type { Scripts, WordingOptions } from './known-wording.ts';
export { asWritten, mining, type ScriptEntry, scriptJson, scriptYaml } from './mine/index.ts';
export { type MinedScripts, type MineOptions, readScripts } from './mining.ts';
export type * from './model/coaching.ts';
export type * from './model/comparison.ts';
export { type Problem, type Reading, type Speaker, UNKNOWN_AGENT } from './model/conversation.ts';
export * from './model/finding.ts';
export { Conversation, Turn } from './model/schemas.ts';
export * from './model/scorecard.ts';
export * from './model/signals.ts';
export type * from './model/trace.ts';
export type * from './model/wording.ts';
export {
  mine,
  prepare,
  type RunOptions,
  read,
  type Scored,
  type ScoreOptions,
  type ScoreRun,
  score,
  scorecard,
  scoreReadings,
} from './pipeline.ts';
export { readers } from './read/index.ts';
export { knownFrom } from './read/known-from.ts';
export { type Mapping, mappingFrom, mappingOf } from './read/mapping.ts';
export type { Chosen } from './read/read.ts';
export type { Input, Reader } from './read/reader.ts';
export { inputFiles, replays } from './read/source.ts';
export { comparisonTable, madeBy } from './report/comparison.ts';
export { reporters } from './report/index.ts';
export type { Reporter } from './report/reporter.ts';
export { partText, traceText } from './report/trace.ts';
export { builtInFiles, builtInRubric } from './rubric/built-in.ts';
export { type Fault, faultText } from './rubric/fault.ts';
export type { RubricFile } from './rubric/file.ts';
export { rubricSchema } from './rubric/json-schema.ts';
export { type RubricSources, readRubric } from './rubric/read.ts';
export { outlineOf, type Rubric } from './rubric/rubric.ts';
export { starter } from './rubric/starter.ts';
export { scorers } from './score/index.ts';
export { measures } from './score/measures.ts';
export type { Scorer } from './score/scorer.ts';
export { weights } from './score/weights.ts';
export { Digest } from './tally/digest.ts';
export { Tally } from './tally/index.ts';
export { compareScorecards } from './tally/scorecard-file.ts';
export { nearest } from './text/nearest.ts';
export { type Figure, figureAt, figureNamed, figures, SaidBy, Tracer, valueAt } from './trace/index.ts';
export { version } from './version.ts';
export type { WorkerOptions, Workers } from './workers/index.ts';
