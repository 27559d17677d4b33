/** One JSON document: the scorecard, or every conversation streamed into one array. */
import { conversationLine } from './conversation-line.ts';
import type { Reporter } from './reporter.ts';

/** `{"agents": […], "run": {…}}`, or `{"conversations": […], "run": {…}}` by conversation. */
export const json: Reporter = {
  id: 'json',
  title: 'one JSON document',
  endings: ['.json'],
  scorecard: ({ agents, run }) => `${JSON.stringify({ agents, run }, null, 2)}\n`,
  begin: () => '{"conversations":[',
  row: (score, index) => `${index === 0 ? '\n' : ',\n'}${conversationLine(score)}`,
  end: run => `\n],"run":${JSON.stringify(run)}}\n`,
};
