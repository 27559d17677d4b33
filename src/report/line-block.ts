/** What agents say again and again, under the table where `--lines` asks for it: counts first, then the words. */
import type { AgentScorecard } from '../model/scorecard.ts';
import { printable } from './cells.ts';
import type { Style } from './reporter.ts';
import { agentText, NONE } from './wording.ts';
import { wrap } from './wrap.ts';

/** A heading, and under each agent's name their lines; says so where nobody repeats any. */
export function lineBlock(agents: readonly AgentScorecard[], { width, paint }: Style): string {
  const blocks = agents.flatMap(agent => {
    const { id, name, topLines } = agent;
    if (topLines.length === 0) return [];
    const counts = topLines.map(({ conversations, of }) => `${conversations} of ${of}`);
    const room = Math.max(...counts.map(count => count.length));
    const lines = topLines.map(({ quote, agents: sayers }, index) => {
      const shared = sayers > 1 ? `, ${sayers} agents` : '';
      const left = `  ${counts[index]?.padStart(room)}  `;
      const text = `“${printable(quote).replace(/\s+/g, ' ').trim()}”${shared}`;
      return wrap(text, Math.max(24, width - left.length))
        .map(
          ({ start, end }, row) => `${row === 0 ? left : ' '.repeat(left.length)}${text.slice(start, end)}\n`,
        )
        .join('');
    });
    return [`${paint.strong(withGroup(printable(agentText({ id, name })), agent))}\n${lines.join('')}`];
  });
  const none = 'No agent repeats a line, or repeats were not counted (--no-mine).\n';
  return `\nMost repeated lines, by conversations of the agent:\n${blocks.join('') || none}`;
}

/** Whose row it is, and of which team, week and the like. */
export function withGroup(label: string, { group = {}, agents }: AgentScorecard): string {
  if (agents !== undefined) return label;
  const values = Object.values(group).map(value => printable(String(value ?? NONE)));
  return [label, ...values].join(' · ');
}
