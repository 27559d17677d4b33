/** `explain --agent a12 --criterion heard`: the conversations, findings and arithmetic behind one figure of a card. */
import {
  cardFigure,
  cardShare,
  criterionSum,
  criterionTrace,
  figureOf,
  outlineOf,
  type Rubric,
  type RunOptions,
  type ScoreOptions,
  type SharePart,
  score,
  shareNames,
  sharePart,
  shareSum,
  shareTrace,
  Tally,
  tracedNames,
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
  const name = nameAmong(criterion, [...tracedNames(outlineOf(rubric)), ...shareNames]);
  const share = shareNames.find(one => one === name);
  const style = await session.style();
  const problems = new Problems(session.messages);
  const tally = new Tally();
  const values: (number | null)[] = [];
  const parts: SharePart[] = [];
  const agents = new Set<string>();
  const scoring = score(inputs, options);
  for await (const step of scoring) {
    if ('problem' in step) {
      problems.add(step.problem);
      continue;
    }
    for (const part of step.score.agents) agents.add(part.id);
    const part = step.score.agents.find(({ id }) => id === agent);
    if (part === undefined) continue;
    tally.add({ ...step.score, agents: [part] });
    if (share !== undefined) {
      const own = sharePart(part, step.score.findings, share);
      if (own === null) continue;
      parts.push(own);
      await session.stdout.write(`${shareTrace(step.conversation.id, own, step.score.findings, style)}\n`);
      continue;
    }
    const figure = figureOf(part, name);
    if (figure === undefined) continue;
    values.push(figure.value);
    await session.stdout.write(
      `${criterionTrace(step.conversation.id, figure, step.score.findings, style)}\n`,
    );
  }
  problems.end();
  const { conversations, unreadable } = scoring.run();
  const [card] = tally.cards();
  const who = card && (card.name === '' || card.name === card.id ? card.id : `${card.name} (${card.id})`);
  const figure = card && cardFigure(card, name);
  if (card && who && share !== undefined) {
    await session.stdout.write(shareSum(who, name, parts, cardShare(card, share), style));
  } else if (card && who && figure) {
    await session.stdout.write(criterionSum(who, name, values, figure, style));
  } else if (agents.size > 0) throw unknownAgent(agent, [...agents]);
  return readingCode(conversations, unreadable, flags, session);
}

/** The figure that was meant: `own-words` and `ownWords` are one. */
function nameAmong(asked: string, names: readonly string[]): string {
  const plain = (word: string) => word.toLowerCase().replace(/[-_ ]/g, '');
  const found = names.find(name => name === asked) ?? names.find(name => plain(name) === plain(asked));
  if (found !== undefined) return found;
  const [like] = nearest(asked, names, 1);
  const hint = like === undefined ? `it is one of: ${names.join(', ')}` : `did you mean ${like}?`;
  throw new UsageError(`--criterion ${asked}: the rubric has none; ${hint}`);
}

/** An agent whom the input does not have. */
export function unknownAgent(agent: string, agents: readonly string[]): UsageError {
  const like = nearest(agent, agents, MOST_LISTED);
  const named = (like.length > 0 ? like : [...agents].sort()).slice(0, MOST_LISTED);
  return new UsageError(
    `--agent ${agent}: the input has no such agent; it has ${like.length > 0 ? 'these like it' : 'these'}: ${named.join(', ')}`,
  );
}
