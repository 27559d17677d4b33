/** The public face: everything the command line does is done through these names. */
export { rulesHash } from './compiled/rules.ts';
export { detect, detectors } from './detect/index.ts';
export type { RulePage } from './detect/rule.ts';
export { UsageError } from './errors.ts';
export * from './evaluate/index.ts';
export type { WordingOptions } from './known-wording.ts';
export { asWritten, mining, type ScriptEntry, scriptJson, scriptYaml } from './mine/index.ts';
export { type MinedScripts, type MineOptions, readScripts } from './mining.ts';
export { Conversation, type Problem, type Reading, type Speaker, Turn } from './model/conversation.ts';
export * from './model/finding.ts';
export * from './model/scorecard.ts';
export * from './model/signals.ts';
export type * from './model/wording.ts';
export {
  mine,
  prepare,
  type RunOptions,
  read,
  type Scored,
  type ScoreRun,
  score,
  scorecard,
  scoreReadings,
} from './pipeline.ts';
export { type Chosen, readers } from './read/index.ts';
export { knownFrom } from './read/known-from.ts';
export { type Mapping, mappingFrom, mappingOf } from './read/mapping.ts';
export type { Input, Reader } from './read/reader.ts';
export { inputFiles } from './read/source.ts';
export { reporters } from './report/index.ts';
export type { Reporter } from './report/reporter.ts';
export { scorers } from './score/index.ts';
export type { Scorer } from './score/scorer.ts';
export { weights } from './score/weights.ts';
export { Tally } from './tally/index.ts';
export { version } from './version.ts';

/** Every rule's page: title, why, phrases, examples. Loaded when asked for, since scoring needs none of it. */
export const rulePages = async () => (await import('./compiled/pages.ts')).pages();
