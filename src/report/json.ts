/** One JSON document: the scorecard, or every conversation streamed into one array. */
import { conversationLine } from './conversation-line.ts';
import type { Reporter } from './reporter.ts';

/** `{"agents": […], "run": {…}}`, `{"by": […], "groups": […]}` where no row is an agent's, or `{"conversations": […], "run": {…}}` by conversation. */
export const json: Reporter = {
  id: 'json',
  title: 'one JSON document',
  endings: ['.json'],
  scorecard: ({ agents, by, run }) => {
    const rows = by === undefined || by.includes('agent') ? { agents } : { groups: agents };
    return `${JSON.stringify({ ...(by && { by }), ...rows, run }, null, 2)}\n`;
  },
  begin: () => '{"conversations":[',
  row: (score, index) => `${index === 0 ? '\n' : ',\n'}${conversationLine(score)}`,
  end: run => `\n],"run":${JSON.stringify(run)}}\n`,
};
