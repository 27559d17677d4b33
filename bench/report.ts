/** The two tables as Markdown. */
import { arch, cpus, platform, totalmem } from 'node:os';
import type { PeerRow, Row } from './section.ts';
import { type Goal, type Spread, verdictOf } from './spread.ts';

/** Rows against their targets. */
export function targetTable(rows: readonly Row[]): string {
  return table(
    ['measure', 'figure', 'from–to', 'target', 'at the least', '', 'behind it'],
    rows.map(({ measure, figure, unit, goal, behind }) => {
      const said = (value: number) => amount(value, unit);
      return [
        measure,
        said(figure.median),
        range(figure, said),
        `${sign(goal)} ${said(goal.target)}`,
        goal.least === null ? '–' : `${sign(goal)} ${said(goal.least)}`,
        verdictOf(figure.median, goal),
        behind,
      ];
    }),
  );
}

/** Other tools, and how many times as many conversations are scored in the same time. */
export function peerTable(peers: readonly PeerRow[]): string {
  return table(
    ['tool', 'what it does', 'conversations a second', 'here', 'from–to'],
    peers.map(({ peer, does, perSecond, times }) => [
      peer,
      does,
      String(Math.round(perSecond.median)),
      amount(times.median, '×'),
      range(times, value => amount(value, '×')),
    ]),
  );
}

/** A table's rows by their first cell: those of `before` that are not taken anew stay, in their place. */
export function kept(table: string, before: string): string {
  const lines = (text: string) =>
    new Map(text.split('\n').flatMap(line => (line === '' ? [] : [[line.split(' | ')[0] as string, line]])));
  const [now, then] = [lines(table), lines(before)];
  return [...new Map([...then, ...now]).values()].join('\n');
}

/** The page that runs at full size leave: what this one did not take stays as it stood in the page `before`. */
export function page(date: Date, rows: readonly Row[], peers: readonly PeerRow[], before = ''): string {
  const day = date.toISOString().slice(0, 10);
  const dated = (text: string) =>
    text
      .split('\n')
      .map((line, at) => (line === '' ? line : `${line} ${at === 0 ? 'taken' : at === 1 ? '---' : day} |`))
      .join('\n');
  const [targets = '', others = ''] = before.match(/^\|.*(?:\n\|.*)*/gm) ?? [];
  const [cpu] = cpus();
  const machine = `${cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${arch()}, Node ${process.version}`;
  return `# Speed and memory

Made by \`npm run bench\`, last on ${day}; not edited by hand.
${machine}.

Whole processes by the clock on the wall, taken in turn; a figure is the median of the rounds, and the ratio is taken
within each round. One figure alone (memory, and the runs of 1 GB) was taken once. The conversations are made up
(\`bench/corpus\`): about 18 turns and 2 KB of text each.

${kept(dated(targetTable(rows)), targets)}

## Other tools

The same conversations, turn by turn, on one thread. For the others the clock runs over the texts alone, with everything
loaded and warm; for Unscripted over the whole command, from its start to the scorecard. They read sentiment, which is
less than a scorecard.

${kept(dated(peerTable(peers)), others)}
`;
}

const sign = ({ sense }: Goal) => (sense === 'at most' ? '≤' : '≥');
const amount = (value: number, unit: Row['unit']) =>
  unit === 'MB' ? `${Math.round(value)} MB` : `${value.toFixed(2)} ×`;
const range = ({ low, high }: Spread, said: (value: number) => string) =>
  low === high ? '' : `${said(low)} – ${said(high)}`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n');
