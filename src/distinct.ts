/**
 * One id, one conversation. The same text again is left out; another text under an id that has come before is kept
 * under a new id, as exports by day or by queue often count from one. Files come in the order of their paths, so
 * which of them keeps the id does not hang on the order in which they were given. Ids and texts are kept as 64 bits
 * of their hashes: a few dozen bytes a conversation, however many there are.
 */
import { createHash, type Hash } from 'node:crypto';
import { KeySet } from './mine/key-set.ts';
import type { Conversation, Problem, Reading } from './model/conversation.ts';

/** The readings, with no id twice; what was done to one is said after it. */
export async function* distinct(readings: AsyncIterable<Reading>): AsyncGenerator<Reading> {
  const ids = new KeySet();
  /** Texts under their ids. */
  const texts = new KeySet();
  /** How many texts came under an id, where more than one did. */
  const counts = new Map<string, number>();
  for await (const reading of readings) {
    if ('problem' in reading) {
      yield reading;
      continue;
    }
    const { conversation, source, at } = reading;
    const { id } = conversation;
    const said = (what: string): { problem: Problem } => ({
      problem: {
        kind: 'doubtful',
        source,
        at,
        reason: `the conversation id "${id}" has come before ${what}`,
      },
    });
    const known = !isNew(ids, createHash('sha256').update(id));
    const again = !isNew(texts, saidIn(conversation));
    if (!known) yield reading;
    else if (again) yield said('with the same text; this one is left out');
    else {
      let count = counts.get(id) ?? 1;
      let free: string;
      do free = `${id}-${++count}`;
      while (!isNew(ids, createHash('sha256').update(free)));
      counts.set(id, count);
      isNew(texts, saidIn({ ...conversation, id: free }));
      yield { ...reading, conversation: { ...conversation, id: free } };
      yield said(`with another text; this one goes by "${free}"`);
    }
  }
}

/** Notes a hash; whether it has not come before. */
function isNew(keys: KeySet, hash: Hash): boolean {
  const bytes = hash.digest();
  return keys.add(bytes.readInt32LE(0), bytes.readInt32LE(4));
}

/** Stands for what is said in a conversation, and by whom. */
function saidIn({ id, agent, turns }: Conversation): Hash {
  const hash = createHash('sha256').update(`${id}\0${agent.id}`);
  for (const { speaker, text, agent: own = '' } of turns) hash.update(`\0${speaker}\0${own}\0${text}`);
  return hash;
}
