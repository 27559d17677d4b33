/**
 * ConvoKit corpora: `utterances.jsonl`, one utterance a line, those of a conversation anywhere in the file. Roles are
 * in the speaker's metadata where a corpus has any.
 */
import { z } from 'zod';
import type { Reading } from '../model/conversation.ts';
import { fromStart } from './clock.ts';
import { id, isFields, named, text, time } from './fields.ts';
import { counter } from './ids.ts';
import { documents, items, type Place } from './json-reader.ts';
import { unreadable } from './problem.ts';
import type { Input, Reader } from './reader.ts';
import { readingsOf, type Said, stated } from './said.ts';
import { holds, shapeOf } from './shape.ts';

const Utterance = z.object({
  id,
  conversation_id: id,
  root: id,
  speaker: id,
  user: id,
  text,
  timestamp: time,
  'reply-to': id,
  reply_to: id,
  meta: z.record(z.string(), z.unknown()).nullish().catch(undefined),
});
type Utterance = z.infer<typeof Utterance>;

/** Utterances of a ConvoKit corpus. */
export const convokit: Reader = {
  id: 'convokit',
  title: 'ConvoKit utterances',
  about:
    'The utterances.jsonl of a ConvoKit corpus; roles from the metadata of utterances or of speakers.json beside it.',
  endings: ['.jsonl', '.json'],
  sniff(head) {
    const shape = shapeOf(head);
    const roots = ['', '[].'];
    return ['reply-to', 'reply_to'].some(
      reply =>
        holds(shape, [reply, 'text', 'meta', 'speaker'], roots) ||
        holds(shape, [reply, 'text', 'root', 'user'], roots),
    )
      ? 0.97
      : 0;
  },
  read,
};

async function* read(input: Input): AsyncGenerator<Reading> {
  const roles = await rolesBeside(input);
  const groups = new Map<string, { one: Utterance; at: string }[]>();
  for await (const { value, at, problem } of documents(input)) {
    if (problem !== undefined) {
      yield { problem };
      continue;
    }
    const list = Array.isArray(value) ? value : [value];
    const { good, bad } = items(Utterance, list, 'utterance', { source: input.name, at });
    yield* bad;
    for (const found of good) {
      const of = found.value.conversation_id ?? found.value.root ?? '';
      const place = Array.isArray(value) ? found.at : at;
      if (found.value.text) groups.set(of, [...(groups.get(of) ?? []), { one: found.value, at: place }]);
    }
  }
  if (groups.size === 0)
    yield { problem: unreadable(input.name, '', 'the file holds no utterance with words') };
  const id = counter(input.stem);
  for (const [of, found] of groups) {
    const said = threaded(found).map(({ one, at }) => saidBy(one, at, roles));
    const place: Pick<Place, 'source' | 'at' | 'id'> = { source: input.name, at: found[0]!.at, id };
    yield* readingsOf({ id: of === '' ? undefined : of, said }, place);
  }
}

/** In the order of times where there are any, else each answer after what it answers. */
function threaded(found: { one: Utterance; at: string }[]): { one: Utterance; at: string }[] {
  if (fromStart(found.map(({ one }) => one.timestamp)).every(time => time !== undefined)) return found;
  const answers = new Map<string | undefined, typeof found>();
  const ids = new Set(found.map(({ one }) => one.id));
  for (const item of found) {
    const to = item.one['reply-to'] ?? item.one.reply_to;
    const of = to !== undefined && ids.has(to) && to !== item.one.id ? to : undefined;
    answers.set(of, [...(answers.get(of) ?? []), item]);
  }
  const order: typeof found = [];
  const open = [...(answers.get(undefined) ?? [])].reverse();
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    order.push(item);
    const { id } = item.one;
    if (id !== undefined) open.push(...(answers.get(id) ?? []).toReversed());
    if (id !== undefined) answers.delete(id);
  }
  return order.length === found.length ? order : found; // replies in a circle: as the file has them
}

function saidBy(one: Utterance, at: string, roles: ReadonlyMap<string, string>): Said {
  const speaker = one.speaker ?? one.user ?? '';
  const word = roleIn(one.meta) ?? roles.get(speaker);
  const role = stated(word);
  const agent = role === 'agent' ? { agent: { id: speaker } } : {};
  return { by: speaker, text: one.text, time: one.timestamp, at, role, ...agent };
}

function roleIn(meta: unknown): string | undefined {
  if (!isFields(meta)) return undefined;
  return named(
    ...['role', 'speaker_role', 'speaker_type', 'type'].map(key =>
      typeof meta[key] === 'string' ? meta[key] : undefined,
    ),
  );
}

async function rolesBeside(input: Input): Promise<ReadonlyMap<string, string>> {
  const roles = new Map<string, string>();
  const content = (await input.beside?.('speakers.json')) ?? (await input.beside?.('users.json'));
  try {
    const speakers: unknown = JSON.parse(content ?? '{}');
    for (const [speaker, value] of Object.entries(isFields(speakers) ? speakers : {})) {
      const role = roleIn(isFields(value) && isFields(value.meta) ? value.meta : value);
      if (role !== undefined) roles.set(speaker, role);
    }
  } catch {
    // without a readable list of speakers their roles are unknown, which is told where it matters
  }
  return roles;
}
