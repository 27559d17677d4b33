/**
 * One id, one conversation. The same text again is left out; another text under an id that has come before is kept
 * under a new id, as exports by day or by queue often count from one. Files come in the order of their paths, so
 * which of them keeps the id does not hang on the order in which they were given.
 */
import { createHash } from 'node:crypto';
import type { Conversation, Problem, Reading } from './model/conversation.ts';

/** The readings, with no id twice; what was done to one is said after it. */
export async function* distinct(readings: AsyncIterable<Reading>): AsyncGenerator<Reading> {
  const ids = new Map<string, { readonly prints: string[]; count: number }>();
  for await (const reading of readings) {
    if ('problem' in reading) {
      yield reading;
      continue;
    }
    const { conversation, source, at } = reading;
    const { id } = conversation;
    const print = printOf(conversation);
    const known = ids.get(id);
    const said = (what: string): { problem: Problem } => ({
      problem: {
        kind: 'doubtful',
        source,
        at,
        reason: `the conversation id "${id}" has come before ${what}`,
      },
    });
    if (known === undefined) {
      ids.set(id, { prints: [print], count: 1 });
      yield reading;
    } else if (known.prints.includes(print)) {
      yield said('with the same text; this one is left out');
    } else {
      known.prints.push(print);
      let free: string;
      do free = `${id}-${++known.count}`;
      while (ids.has(free));
      ids.set(free, { prints: [print], count: 1 });
      yield { ...reading, conversation: { ...conversation, id: free } };
      yield said(`with another text; this one goes by "${free}"`);
    }
  }
}

/** Stands for what is said in a conversation, and by whom: a long text is not kept. */
function printOf({ agent, turns }: Conversation): string {
  const hash = createHash('sha256').update(agent.id);
  for (const { speaker, text, agent: own = '' } of turns) hash.update(`\0${speaker}\0${own}\0${text}`);
  return hash.digest('base64url').slice(0, 20);
}
