/**
 * HubSpot conversations: the messages of a thread. The first letter of an actor's id says what it is; comments are
 * notes, a welcome message is the bot's, and a long text is cut and says so.
 */
import { z } from 'zod';
import type { Reading } from '../model/conversation.ts';
import { isFields, list, named, text, time } from './fields.ts';
import { isHtml, textOf } from './html-text.ts';
import { checked, jsonReader, type Place } from './json-reader.ts';
import { ownWords } from './mail-tail.ts';
import { doubtful } from './problem.ts';
import { holds } from './shape.ts';
import { asAgent, grouped, type Message, PAGED, thread } from './thread.ts';

const Page = z.object({
  results: list,
  paging: z.object({ next: z.unknown().optional() }).nullish().catch(undefined),
});
const Sender = z.object({ actorId: text, name: text });
const Entry = z.object({
  type: text,
  direction: text,
  text,
  richText: text,
  createdAt: time,
  createdBy: text,
  senders: z.array(Sender).nullish().catch(undefined),
  truncationStatus: text,
});
type Entry = z.infer<typeof Entry>;

/** Messages of HubSpot threads. */
export const hubspot = jsonReader({
  id: 'hubspot',
  title: 'HubSpot conversations',
  about: 'The messages of a HubSpot conversation thread as its API lists them.',
  sniff: shape =>
    holds(shape, ['conversationsThreadId'], ['results[].', '[].results[].', '[].', '']) ||
    holds(shape, ['senders[].actorId'], ['results[].', '[].results[].', '[].'])
      ? 0.98
      : 0,
  records(value) {
    const all = [value].flat();
    return all.every(one => isFields(one) && Array.isArray(one.results)) ? all : [{ results: all }];
  },
  read,
});

function* read(record: unknown, place: Place): Generator<Reading> {
  const found = checked(Page, record, place);
  if ('problem' in found) {
    yield found;
    return;
  }
  const { results, paging } = found.value;
  for (const [id, entries] of grouped(results, one => threadOf(one))) {
    let cut = 0;
    const sort = (one: Entry): Message | string => {
      const sorted = sortedOf(one);
      if (typeof sorted !== 'string' && /^TRUNCATED/.test(one.truncationStatus ?? '')) cut++;
      return sorted;
    };
    yield* thread(entries, Entry, 'message', place, sort, { id: id ?? place.id(), channel: 'chat' });
    if (cut > 0) {
      const reason = `${cut} of the messages are cut off by the export; fetch each for its whole text`;
      yield { problem: doubtful(place.source, place.at, reason) };
    }
  }
  if (paging?.next) {
    yield { problem: doubtful(place.source, place.at, PAGED) };
  }
}

function threadOf({ conversationsThreadId: id }: Record<string, unknown>): string | undefined {
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}

function sortedOf(one: Entry): Message | string {
  if (one.type === 'COMMENT') return 'internal note';
  if (one.type !== 'MESSAGE' && one.type !== 'WELCOME_MESSAGE') return 'event';
  const sender = one.senders?.[0];
  const actor = sender?.actorId ?? one.createdBy ?? '';
  const body =
    named(one.text) ?? (one.richText && isHtml(one.richText) ? textOf(one.richText) : one.richText);
  const message = { label: actor, text: ownWords(body ?? ''), time: one.createdAt };
  if (one.type === 'WELCOME_MESSAGE') return { ...message, label: `welcome ${actor}`, role: 'bot' };
  return { ...message, ...roleOf(actor, one, named(sender?.name)) };
}

/** `A-` agent, `V-` visitor, `E-` a mail address, `B-` bot, `I-` integration, `S-` system. */
function roleOf(actor: string, one: Entry, name: string | undefined): Pick<Message, 'role' | 'agent'> {
  if (/^[BLI]-/.test(actor)) return { role: 'bot' };
  if (actor.startsWith('S-')) return { role: 'system' };
  if (actor.startsWith('V-') || one.direction === 'INCOMING') return { role: 'customer' };
  return actor.startsWith('A-') || one.direction === 'OUTGOING'
    ? asAgent(actor.replace(/^A-/, ''), name)
    : {};
}
