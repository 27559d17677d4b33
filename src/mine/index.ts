/** What conversations tell about each other: repeated sentences, and the templates behind them. */
export { type OnStop, Scratch } from './disk.ts';
export { Repeats } from './repeats.ts';
export { Spool } from './spool.ts';
