/** `explain --agent a12 --criterion heard`: the conversations, findings and arithmetic behind one figure of a card. */
import {
  type Figure,
  figureNamed,
  figures,
  outlineOf,
  partText,
  type Rubric,
  type RunOptions,
  read,
  replays,
  SaidBy,
  type ScoreOptions,
  score,
  Tally,
  Tracer,
  traceText,
  UsageError,
  type WordingOptions,
} from '../index.ts';
import { type InputFlags, readingCode } from './input.ts';
import { nearest } from './nearest.ts';
import { Problems } from './problems.ts';
import type { Session } from './session.ts';

interface Asked {
  readonly agent: string | undefined;
  readonly criterion: string;
  readonly wanted: string | undefined;
}

const MOST_LISTED = 20;

/** Writes it; gives the exit code. */
export async function traced(
  inputs: readonly string[],
  options: RunOptions & WordingOptions & ScoreOptions,
  rubric: Rubric,
  { agent, criterion, wanted }: Asked,
  flags: InputFlags,
  session: Session,
): Promise<number> {
  if (agent === undefined) throw new UsageError('--criterion: say whose figure, with --agent ID');
  if (wanted !== undefined)
    throw new UsageError(
      '--criterion and --conversation: a figure of a card rests on all conversations; give one of them',
    );
  const tracer = new Tracer(figureMeant(criterion, figures(outlineOf(rubric))), agent);
  const style = await session.style();
  const problems = new Problems(session.messages);
  const tally = new Tally();
  const agents = new Set<string>();
  const scoring = score(inputs, options);
  for await (const step of scoring) {
    if ('problem' in step) {
      problems.add(step.problem);
      continue;
    }
    for (const { id } of step.score.agents) agents.add(id);
    tally.add(step.score);
    const part = tracer.add(step.score);
    if (part !== null) await session.stdout.write(`${partText(part, step.score.findings, style)}\n`);
  }
  problems.end();
  const { conversations, unreadable } = scoring.run();
  const trace = tracer.end(tally, await saidBy(tracer.lines, inputs, options));
  if (trace !== null) {
    const { name = '' } = tally.cards().find(({ id }) => id === agent) ?? {};
    const who = name === '' || name === agent ? agent : `${name} (${agent})`;
    await session.stdout.write(traceText(who, trace, style));
  } else if (agents.size > 0) throw unknownAgent(agent, [...agents]);
  return readingCode(conversations, unreadable, flags, session);
}

/** Who says the lines of the card; undefined where nothing was asked of lines, or the input does not come again. */
async function saidBy(
  lines: ReadonlySet<string>,
  inputs: readonly string[],
  options: RunOptions,
): Promise<SaidBy | undefined> {
  if (lines.size === 0 || !(await replays(inputs))) return undefined;
  const said = new SaidBy(lines);
  for await (const reading of read(inputs, { ...options, unchecked: true }))
    if ('conversation' in reading) said.add(reading.conversation);
  return said;
}

/** The figure that was meant: `own-words` and `ownWords` are one, and so are `overall_low` and `scores.overall.low`. */
function figureMeant(asked: string, among: readonly Figure[]): Figure {
  const found = figureNamed(asked, among);
  if (found !== undefined) return found;
  const names = [...new Set(among.map(({ name }) => name))];
  const [like] = nearest(asked, names, 1);
  const hint = like === undefined ? '' : `did you mean ${like}? `;
  throw new UsageError(`--criterion ${asked}: a card has no such figure; ${hint}it has: ${names.join(', ')}`);
}

/** An agent whom the input does not have. */
export function unknownAgent(agent: string, agents: readonly string[]): UsageError {
  const like = nearest(agent, agents, MOST_LISTED);
  const named = (like.length > 0 ? like : [...agents].sort()).slice(0, MOST_LISTED);
  return new UsageError(
    `--agent ${agent}: the input has no such agent; it has ${like.length > 0 ? 'these like it' : 'these'}: ${named.join(', ')}`,
  );
}
