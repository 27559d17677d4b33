/** `unscripted explain`: the transcript, annotated, with the arithmetic of its scores. */
import type { Command } from 'commander';
import { outlineOf, type Reporter, reporters, rulePages, score, UsageError } from '../index.ts';
import { declareInput, type InputFlags, inputOptions, readingCode } from './input.ts';
import { nearest } from './nearest.ts';
import { Problems } from './problems.ts';
import { declareRubric, type RubricFlags, rubricOption } from './rubric-file.ts';
import type { Session } from './session.ts';
import { traced, unknownAgent } from './trace.ts';
import { declareWording, type WordingFlags, wordingOptions } from './wording.ts';

interface Flags extends InputFlags, WordingFlags, RubricFlags {
  readonly conversation?: string;
  readonly agent?: string;
  readonly criterion?: string;
}

const MOST_IDS = 10;

/** Declares its flags. */
export function declare(command: Command): void {
  declareRubric(declareWording(declareInput(command)))
    .option('--conversation <id>', 'only the conversation of this id')
    .option('--agent <id>', 'only conversations that this agent took part in')
    .option(
      '--criterion <name>',
      'with --agent: what stands behind one figure of the card, such as overall, adjusted, rank, or a criterion (a wrong name lists them)',
    );
}

/** Runs it; gives the exit code. */
export async function run(inputs: readonly string[], flags: Flags, session: Session): Promise<number> {
  const rubric = await rubricOption(flags);
  const wording = await wordingOptions(flags, session);
  const options = { ...inputOptions(inputs, flags, session), ...wording, rubric };
  const { conversation: wanted, agent, criterion } = flags;
  if (criterion !== undefined)
    return traced(
      inputs,
      { ...options, mine: wording.mine ?? true },
      rubric,
      { agent, criterion, wanted },
      flags,
      session,
    );
  const { explain } = reporters.find(reporter => reporter.explain) as Required<Reporter>;
  const titles = new Map((await rulePages()).map(({ id, title }) => [id, title]));
  const style = { ...(await session.style()), rubric: outlineOf(rubric) };
  const problems = new Problems(session.messages);
  const scoring = score(inputs, options);
  const ids: string[] = [];
  const agents = new Set<string>();
  let shown = 0;
  for await (const step of scoring) {
    if ('problem' in step) {
      problems.add(step.problem);
      continue;
    }
    const { id } = step.conversation;
    if (wanted !== undefined && id.toLowerCase() !== wanted.toLowerCase()) {
      ids.push(id);
      continue;
    }
    if (agent !== undefined) {
      for (const part of step.score.agents) agents.add(part.id);
      if (!step.score.agents.some(part => part.id === agent)) continue;
    }
    const text = explain(step.score, step.conversation, rule => titles.get(rule), style);
    await session.stdout.write(`${shown++ > 0 ? '\n' : ''}${text}`);
    if (id === wanted || session.stdout.gone) break;
  }
  problems.end();
  const { conversations, unreadable } = scoring.run();
  if (wanted !== undefined && shown === 0 && conversations > 0) throw unknown(wanted, ids);
  if (agent !== undefined && shown === 0 && agents.size > 0) throw unknownAgent(agent, [...agents]);
  return readingCode(conversations, unreadable, flags, session);
}

function unknown(wanted: string, ids: readonly string[]): UsageError {
  const like = nearest(wanted, ids, MOST_IDS);
  const named = like.length > 0 ? like : ids.slice(0, MOST_IDS);
  const rest = ids.length - named.length;
  const list = `${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  return new UsageError(
    `--conversation ${wanted}: the input has no such conversation; it has ${like.length > 0 ? 'these like it' : 'these'}: ${list}`,
  );
}
