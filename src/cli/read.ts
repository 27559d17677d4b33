/** `unscripted read`: whatever can be read, as canonical JSON Lines or as vCons. */
import { type Command, Option } from 'commander';
import { type Conversation, read } from '../index.ts';
import { declareInput, type InputFlags, inputOptions, readingCode } from './input.ts';
import { Problems } from './problems.ts';
import { Progress } from './progress.ts';
import { ReadNotes } from './read-notes.ts';
import type { Session } from './session.ts';
import { vconLine } from './vcon.ts';

interface Flags extends InputFlags {
  readonly format: 'jsonl' | 'vcon';
  readonly quiet?: boolean;
}

/** Declares its flags. */
export function declare(command: Command): void {
  declareInput(command)
    .addOption(new Option('--format <name>', 'what to write').choices(['jsonl', 'vcon']).default('jsonl'))
    .option('-q, --quiet', 'do not say how each file was read');
}

/** Runs it; gives the exit code. */
export async function run(inputs: readonly string[], flags: Flags, session: Session): Promise<number> {
  const notes = new ReadNotes(flags.quiet === true ? null : session.messages);
  const options = { ...inputOptions(inputs, flags, session), onFormat: notes.begin.bind(notes) };
  const line = flags.format === 'vcon' ? vconLine : canonical;
  const problems = new Problems(session.messages);
  const progress = new Progress(session.messages);
  let conversations = 0;
  for await (const reading of read(inputs, options)) {
    if ('problem' in reading) {
      problems.add(reading.problem);
      continue;
    }
    conversations++;
    notes.add(reading);
    if (!session.io.stdout.isTTY) progress.tick('reading');
    await session.stdout.write(`${line(reading.conversation)}\n`);
    if (session.stdout.gone) break;
  }
  progress.end();
  if (!session.stdout.gone) notes.end();
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
    turns: turns.map(({ speaker, text, seconds, agent, agentName }) => ({
      speaker,
      text,
      seconds,
      agent,
      agentName,
    })),
  });
}
