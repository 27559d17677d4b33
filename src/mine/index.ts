/** What conversations tell about each other: repeated sentences, and the templates behind them. */

export { type Corpus, discover, type Thresholds } from './discover.ts';
export { type OnStop, Scratch } from './disk.ts';
export { entriesOf } from './entries.ts';
export { KeyTable } from './key-table.ts';
export { mining } from './limits.ts';
export { Repeats } from './repeats.ts';
export { type RepeatTables, Routines } from './routines.ts';
export { ScriptEntry } from './script-entry.ts';
export { asWritten, parseScripts, scriptJson, scriptYaml } from './script-file.ts';
export { scriptKnowing } from './scripts.ts';
export { Spool } from './spool.ts';
