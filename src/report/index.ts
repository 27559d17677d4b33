/** The output formats: scorecards and rows for `score`, annotated transcripts for `explain`. */
import { annotated } from './annotated.ts';
import { csv } from './csv.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import { markdown } from './markdown.ts';
import type { Reporter } from './reporter.ts';
import { table } from './table.ts';

export { type Painter, plain, type Reporter, type Style, type Titles } from './reporter.ts';

/** Every output format, in the order in which they are offered. */
export const reporters: readonly Reporter[] = [table, json, jsonl, csv, markdown, annotated];
