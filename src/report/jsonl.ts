/** JSON Lines: one conversation a line, or one agent a line, for tools that read line by line. */
import { conversationLine } from './conversation-line.ts';
import type { Reporter } from './reporter.ts';

/** One line per row and nothing else: what the run saw is on standard error, or in `json`. */
export const jsonl: Reporter = {
  id: 'jsonl',
  title: 'JSON Lines, one row a line',
  endings: ['.jsonl', '.ndjson'],
  scorecard: ({ agents }) => agents.map(agent => `${JSON.stringify(agent)}\n`).join(''),
  begin: () => '',
  row: score => `${conversationLine(score)}\n`,
  end: () => '',
};
