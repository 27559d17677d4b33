/**
 * Intercom conversations. `source` is the first message and stands apart from the parts; parts without a body are
 * events, notes are between colleagues, and Fin and the Operator are bots whatever their author type says.
 */
import { z } from 'zod';
import type { Reading } from '../model/conversation.ts';
import { flag, id, isFields, list, named, text, time } from './fields.ts';
import { isHtml, textOf } from './html-text.ts';
import { checked, jsonReader, type Place } from './json-reader.ts';
import { ownWords } from './mail-tail.ts';
import { outcomeFrom } from './outcome.ts';
import { doubtful } from './problem.ts';
import { holds } from './shape.ts';
import { asAgent, type Message, thread } from './thread.ts';

const Author = z.object({ id, type: text, name: text, email: text });
type Author = z.infer<typeof Author>;
const Part = z.object({
  part_type: text,
  delivered_as: text,
  body: text,
  author: Author.nullish().catch(undefined),
  created_at: time,
  redacted: flag,
});
type Part = z.infer<typeof Part>;
const Parts = z.object({ conversation_parts: list, total_count: z.number().nullish().catch(undefined) });
const Conversation = z.object({
  id,
  created_at: z.unknown().optional(),
  title: text,
  source: z.record(z.string(), z.unknown()).nullish(),
  conversation_parts: Parts.nullish(),
  contacts: z.object({ contacts: list }).nullish().catch(undefined),
  conversation_rating: z
    .object({ rating: z.union([z.number(), z.string()]).nullish() })
    .nullish()
    .catch(undefined),
});

const roots = ['', '[].', 'conversations[].', 'data[].'];

/** Conversations of Intercom. */
export const intercom = jsonReader({
  id: 'intercom',
  title: 'Intercom',
  about:
    'Conversations of Intercom with their parts, one or many; a list from the API holds first messages only.',
  sniff: shape =>
    holds(shape, ['conversation_parts.conversation_parts'], roots) ||
    holds(shape, ['source.delivered_as', 'contacts'], roots) ||
    holds(shape, ['waiting_since', 'snoozed_until', 'contacts'], roots)
      ? 0.98
      : 0,
  records(value) {
    if (!isFields(value)) return [value].flat();
    const listed = value.conversations ?? value.data;
    return Array.isArray(listed) ? listed : [value];
  },
  read,
});

function* read(record: unknown, place: Place): Generator<Reading> {
  const found = checked(Conversation, record, place);
  if ('problem' in found) {
    yield found;
    return;
  }
  const { value: one } = found;
  const parts = one.conversation_parts?.conversation_parts ?? [];
  const first = one.source ? [{ created_at: startOf(one.created_at, parts), ...one.source }] : [];
  const rated = outcomeFrom('conversation_rating', one.conversation_rating?.rating);
  const customer = [...first, ...parts].map(customerName).find(name => name !== undefined);
  yield* thread([...first, ...parts], Part, 'part', place, sorted, {
    id: one.id ?? place.id(),
    channel: typeof one.source?.type === 'string' && one.source.type === 'email' ? 'email' : 'chat',
    customer,
    ...(rated !== undefined && { outcome: rated }),
    metadata: { title: one.title ?? undefined },
  });
  const total = one.conversation_parts?.total_count ?? 0;
  if (!one.conversation_parts && place.once('list')) {
    const reason =
      'this export holds the first message of each conversation and not its parts; fetch them one by one';
    yield { problem: doubtful(place.source, place.at, reason) };
  } else if (total > parts.length) {
    const reason = `the conversation has ${total} parts and the export ${parts.length}; the rest of it is missing`;
    yield { problem: doubtful(place.source, place.at, reason) };
  }
}

/** The source is the first message whatever the clock says; a time after the parts' is none. */
function startOf(created: unknown, parts: readonly unknown[]): unknown {
  const later = (part: unknown) => isFields(part) && Number(part.created_at) < Number(created);
  return parts.some(later) ? undefined : created;
}

function sorted(part: Part): Message | string {
  if (part.part_type?.includes('note')) return 'internal note';
  if (!part.body) return part.redacted ? 'redacted message' : 'event';
  const { author } = part;
  const label = [author?.type, author?.id ?? author?.name].filter(Boolean).join(' ');
  const body = isHtml(part.body) ? textOf(part.body, { quoted: false }) : part.body;
  return { label, text: ownWords(body), time: part.created_at, ...roleOf(author, part) };
}

function roleOf(author: Author | null | undefined, part: Part): Pick<Message, 'role' | 'agent'> {
  const type = author?.type ?? '';
  if (
    type === 'bot' ||
    type === 'fin' ||
    author?.name === 'Operator' ||
    /^operator\+/.test(author?.email ?? '')
  ) {
    return { role: 'bot' };
  }
  if (type === 'user' || type === 'lead' || type === 'contact') return { role: 'customer' };
  if (part.delivered_as === 'automated') return { role: 'bot' };
  return type === 'admin' || type === 'team' ? asAgent(author?.id, named(author?.name)) : {};
}

function customerName(part: unknown): string | undefined {
  const author = isFields(part) ? Author.safeParse(part.author) : null;
  if (author?.success !== true || !/^(?:user|lead|contact)$/.test(author.data.type ?? '')) return undefined;
  return named(author.data.name);
}
