/** `unscripted read`: whatever can be read, as canonical JSON Lines. */
import type { Command } from 'commander';
import { type Conversation, read } from '../index.ts';
import { declareInput, type InputFlags, inputOptions, readingCode } from './input.ts';
import { Problems } from './problems.ts';
import { Progress } from './progress.ts';
import type { Session } from './session.ts';

/** Declares its flags. */
export function declare(command: Command): void {
  declareInput(command);
}

/** Runs it; gives the exit code. */
export async function run(inputs: readonly string[], flags: InputFlags, session: Session): Promise<number> {
  const options = inputOptions(inputs, flags, session);
  const problems = new Problems(session.messages);
  const progress = new Progress(session.messages);
  let conversations = 0;
  for await (const reading of read(inputs, options)) {
    if ('problem' in reading) {
      problems.add(reading.problem);
      continue;
    }
    conversations++;
    progress.tick();
    await session.stdout.write(`${canonical(reading.conversation)}\n`);
    if (session.stdout.gone) break;
  }
  progress.end();
  problems.end();
  return readingCode(conversations, problems.unreadable, flags, session);
}

/** Keys in the order of the canonical form, whatever order the reader made them in. */
function canonical(conversation: Conversation): string {
  const { id, channel, agent, customer, outcome, metadata, inferred, turns } = conversation;
  return JSON.stringify({
    id,
    channel,
    agent,
    customer,
    outcome,
    metadata,
    inferred,
    turns: turns.map(({ speaker, text, seconds, agent }) => ({ speaker, text, seconds, agent })),
  });
}
