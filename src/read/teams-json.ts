/**
 * Microsoft Teams through Graph: the messages of a chat or channel, newest first, or a call's record that carries
 * its transcript as text. Nobody is marked as agent; who shares the organizer's mail domain is of the house.
 */
import { z } from 'zod';
import type { Reading } from '../model/conversation.ts';
import { id, isFields, list, named, text, time } from './fields.ts';
import { textOf } from './html-text.ts';
import { checked, items, jsonReader, type Place } from './json-reader.ts';
import { doubtful, unreadable } from './problem.ts';
import { readingsOf, type Said } from './said.ts';
import { holds } from './shape.ts';
import { labelsIn, talk } from './talk.ts';
import { grouped, type Message, PAGED, thread } from './thread.ts';

const Person = z.object({ id, displayName: text, userPrincipalName: text }).nullish().catch(undefined);
const Entry = z.object({
  messageType: text,
  createdDateTime: time,
  deletedDateTime: text,
  from: z.object({ user: Person, application: Person }).nullish().catch(undefined),
  body: z.object({ contentType: text, content: text }).nullish(),
});
type Entry = z.infer<typeof Entry>;
const Participant = z.object({ user: Person, role: text });
const Record_ = z.object({
  id,
  value: list,
  participants: list,
  organizer: z.object({ user: Person }).nullish().catch(undefined),
  transcript: text,
  _simulated: z.object({ transcript: text, subject: text }).nullish().catch(undefined),
  '@odata.nextLink': text,
});
type Record_ = z.infer<typeof Record_>;

const roots = ['', '[].', 'value[].', '[].value[].'];

/** Chats and calls of Teams. */
export const teamsJson = jsonReader({
  id: 'teams-json',
  title: 'Microsoft Teams (Graph JSON)',
  about:
    'Messages of a Teams chat or channel from Microsoft Graph, or a call record that carries a transcript.',
  sniff: shape =>
    holds(shape, ['messageType', 'body.contentType'], roots) ||
    holds(shape, ['joinWebUrl', 'participants[].user'], roots) ||
    holds(shape, ['sessions', 'modalities', 'participants[].user'], roots)
      ? 0.97
      : 0,
  records(value) {
    const all = [value].flat();
    return all.every(one => isFields(one) && 'messageType' in one) ? [{ value: all }] : all;
  },
  read,
});

function* read(record: unknown, place: Place): Generator<Reading> {
  const found = checked(Record_, record, place);
  if ('problem' in found) {
    yield found;
    return;
  }
  const { value: one } = found;
  const told = one._simulated?.transcript ?? one.transcript;
  if (told) {
    yield* call(one, told, place);
    return;
  }
  if (one.value.length === 0) {
    const reason = 'the record tells of a call or chat and holds none of its words; export the transcript';
    yield { problem: unreadable(place.source, place.at, reason) };
    return;
  }
  for (const [chat, messages] of grouped(one.value, chatOf)) {
    yield* thread(messages, Entry, 'message', place, sorted, { id: chat ?? place.id(), channel: 'chat' });
  }
  if (one['@odata.nextLink']) yield { problem: doubtful(place.source, place.at, PAGED) };
}

/** A thread of a channel is a conversation, and so is a whole chat. */
function chatOf({ chatId, replyToId, id, channelIdentity }: Record<string, unknown>): string | undefined {
  const of = chatId ?? replyToId ?? (isFields(channelIdentity) ? id : undefined);
  return typeof of === 'string' ? of : undefined;
}

function sorted(entry: Entry): Message | string {
  if (entry.messageType && entry.messageType !== 'message') return 'event';
  if (entry.deletedDateTime) return 'deleted message';
  const { content, contentType } = entry.body ?? {};
  const words = contentType === 'html' ? textOf(content ?? '') : (content ?? '');
  const app = entry.from?.application;
  const person = entry.from?.user ?? app;
  const message = {
    label: named(person?.displayName) ?? person?.id ?? '',
    text: words,
    time: entry.createdDateTime,
  };
  return app && !entry.from?.user ? { ...message, role: 'bot' } : message;
}

function* call(one: Record_, told: string, place: Place): Generator<Reading> {
  const people = items(Participant, one.participants, 'participant', place).good.map(
    ({ value }) => value.user,
  );
  const lines = told.split(/\r\n|\r|\n/);
  const names = people.flatMap(person => named(person?.displayName) ?? []);
  const { spoken } = talk(lines, new Set([...labelsIn(lines), ...names]), () => place.at);
  const house = domainOf(one.organizer?.user?.userPrincipalName);
  const said = spoken.map(({ label, text, at, seconds }): Said => {
    const person = people.find(other => other?.displayName === label);
    const domain = domainOf(person?.userPrincipalName);
    const time = seconds === undefined ? undefined : { seconds, absolute: false };
    const base = { by: label, text, at, time };
    if (domain === undefined || house === undefined) return base;
    if (domain !== house) return { ...base, role: 'customer' };
    return { ...base, role: 'agent', agent: { ...(person?.id && { id: person.id }), name: label } };
  });
  const mixed = new Set(said.map(turn => turn.role)).size > 1; // all of one house: then nothing is known
  yield* readingsOf(
    {
      id: one.id,
      channel: 'call',
      metadata: { subject: one._simulated?.subject ?? undefined },
      said: mixed ? said : said.map(({ role: _, agent: __, ...turn }) => turn),
    },
    place,
  );
}

/** The mail domain of a company; that of a public provider says nothing. */
function domainOf(address: string | null | undefined): string | undefined {
  const domain = address?.split('@')[1]?.toLowerCase();
  return domain === undefined || /^(?:gmail|outlook|hotmail|yahoo|icloud|gmx|live|proton)\b/.test(domain)
    ? undefined
    : domain;
}
