/**
 * Front: the messages of a conversation, newest first, each with the mail it answers still below it. Comments are
 * between colleagues and have no direction.
 */
import { z } from 'zod';
import type { Reading } from '../model/conversation.ts';
import { flag, id, isFields, list, named, text, time } from './fields.ts';
import { checked, jsonReader, type Place } from './json-reader.ts';
import { ownWords } from './mail-tail.ts';
import { doubtful } from './problem.ts';
import { holds } from './shape.ts';
import { asAgent, grouped, type Message, PAGED, thread } from './thread.ts';

const Recipient = z.object({ name: text, handle: text, role: text });
const Sent = z.object({
  id,
  type: text,
  is_inbound: flag,
  is_draft: flag,
  draft_mode: text,
  text,
  body: text,
  created_at: time,
  author: z
    .object({ id, email: text, username: text, first_name: text, last_name: text })
    .nullish()
    .catch(undefined),
  recipients: z.array(Recipient).nullish().catch(undefined),
});
type Sent = z.infer<typeof Sent>;
const Page = z.object({
  _results: list,
  _pagination: z.object({ next: text }).nullish().catch(undefined),
});

/** Messages of Front conversations. */
export const front = jsonReader({
  id: 'front',
  title: 'Front',
  about: 'The messages of a Front conversation (mail, SMS, chat) as its API lists them.',
  sniff: shape =>
    holds(shape, ['is_inbound', 'recipients'], ['_results[].', '[]._results[].', '[].', '']) ? 0.98 : 0,
  records(value) {
    const all = [value].flat();
    return all.every(one => isFields(one) && Array.isArray(one._results)) ? all : [{ _results: all }];
  },
  read,
});

function* read(record: unknown, place: Place): Generator<Reading> {
  const found = checked(Page, record, place);
  if ('problem' in found) {
    yield found;
    return;
  }
  const { value: page } = found;
  for (const [conversation, messages] of grouped(page._results, conversationOf)) {
    const inbound = messages.find(one => isFields(one) && one.is_inbound === true);
    const from = Sent.safeParse(inbound);
    const type = isFields(messages[0]) && typeof messages[0].type === 'string' ? messages[0].type : 'email';
    yield* thread(messages, Sent, 'message', place, sorted, {
      id: conversation ?? place.id(),
      channel: type,
      customer: from.success ? named(sender(from.data)?.name) : undefined,
    });
  }
  if (page._pagination?.next) {
    yield { problem: doubtful(place.source, place.at, PAGED) };
  }
}

function conversationOf(one: Record<string, unknown>): string | undefined {
  return /\/conversations\/(cnv_\w+)/.exec(JSON.stringify(one._links ?? ''))?.[1];
}

function sorted(one: Sent): Message | string {
  if (one.is_draft === true || (one.draft_mode !== null && one.draft_mode !== undefined)) return 'draft';
  if (typeof one.is_inbound !== 'boolean') return 'internal note';
  const from = sender(one);
  const body = ownWords(named(one.text) ?? one.body ?? '');
  if (one.is_inbound)
    return { label: `inbound ${from?.handle ?? ''}`, text: body, time: one.created_at, role: 'customer' };
  const { author } = one;
  const full = named(
    [author?.first_name, author?.last_name].filter(part => part).join(' '),
    author?.username,
  );
  const name = full ?? (author ? undefined : named(from?.name));
  const id = author?.id ?? author?.email ?? from?.handle ?? undefined;
  return { label: `outbound ${id ?? ''}`, text: body, time: one.created_at, ...asAgent(id, name) };
}

function sender(one: Sent): z.infer<typeof Recipient> | undefined {
  return one.recipients?.find(person => person.role === 'from');
}
