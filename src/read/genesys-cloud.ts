/**
 * Genesys Cloud speech and text analytics: phrases of the external or an internal party. `internal` covers agents,
 * menus and bots alike, so the participants tell who was on the line at that time.
 */
import { z } from 'zod';
import { readerOf } from './declared.ts';
import { id, listOf, raw, text, words } from './fields.ts';
import type { Said, Told } from './said.ts';
import { amount, instant, millis } from './span.ts';

const Phrase = z.object({
  text: words,
  decoratedText: words,
  startTimeMs: raw,
  participantPurpose: text,
  userId: id,
});
const Participant = z.object({
  participantPurpose: text,
  userId: id,
  userName: text,
  name: text,
  queueId: id,
  queueName: text,
  teamId: id,
  startTimeMs: raw,
  endTimeMs: raw,
});
type Participant = z.infer<typeof Participant>;
const Leg = z.object({
  conversationId: id,
  communicationId: id,
  mediaType: text,
  conversationStartTime: raw,
  transcripts: listOf(z.object({ language: text, phrases: listOf(Phrase) })),
  participants: listOf(Participant),
});
type Leg = z.infer<typeof Leg>;

/** Transcripts of Genesys Cloud. */
export const genesysCloud = readerOf<Leg>({
  id: 'genesys-cloud',
  title: 'Genesys Cloud speech and text analytics',
  about: 'Transcripts of calls, chats and mails (phrases of the internal and the external party).',
  signs: [
    ['transcripts[].phrases[].participantPurpose'],
    ['transcripts[].phrases[].text'],
    ['conversationId', 'communicationId', 'transcripts'],
  ],
  schema: Leg,
  told,
  inParts: true,
});

function told(leg: Leg): Told {
  const phrases = leg.transcripts.flatMap(one => one.phrases);
  const said = phrases.map((phrase, i): Said => {
    const at = `phrase ${i + 1}`;
    const time = millis(phrase.startTimeMs);
    const spoken = phrase.decoratedText ?? phrase.text;
    const purpose = phrase.participantPurpose?.toLowerCase() ?? '';
    if (purpose === 'external' || purpose === 'customer')
      return { by: 'external', role: 'customer', text: spoken, time, at };
    const party = phrase.userId === undefined ? insider(leg.participants, phrase.startTimeMs) : phrase;
    const machine =
      purpose !== 'agent' && party?.userId === undefined && isMachine(party?.participantPurpose);
    if (machine || isMachine(purpose)) return { by: 'bot', role: 'bot', text: spoken, time, at };
    if (purpose === '') return { by: '', text: spoken, time, at };
    const known = leg.participants.find(one => one.userId === party?.userId);
    const agent = { id: party?.userId, name: known?.userName ?? known?.name ?? undefined };
    return { by: `internal ${party?.userId ?? ''}`.trim(), role: 'agent', agent, text: spoken, time, at };
  });
  const queue = leg.participants.find(one => one.queueName ?? one.queueId);
  return {
    id: leg.conversationId,
    channel: leg.mediaType ?? undefined,
    metadata: {
      language: leg.transcripts.find(one => one.language)?.language ?? undefined,
      queue: queue?.queueName ?? queue?.queueId,
      team: leg.participants.find(one => one.teamId)?.teamId,
    },
    start: instant(leg.conversationStartTime),
    said,
    pieces: leg.mediaType == null || /voice|call/i.test(leg.mediaType),
  };
}

function isMachine(purpose: string | null | undefined): boolean {
  return /^(?:ivr|acd|workflow|botflow|bot|voicemail|voicesurvey\w*|system)$/i.test(purpose ?? '');
}

/** The party inside the company at a time: people before machines, and whoever there is where no times are given. */
function insider(participants: readonly Participant[], time: unknown): Participant | undefined {
  const inside = participants.filter(one => !/^(?:external|customer)$/i.test(one.participantPurpose ?? ''));
  const at = amount(time);
  const there = inside.filter(one => {
    const [from, to] = [amount(one.startTimeMs), amount(one.endTimeMs)];
    return at === null || ((from === null || from <= at) && (to === null || at < to));
  });
  return (
    there.find(one => one.userId !== undefined) ?? there[0] ?? (inside.length === 1 ? inside[0] : undefined)
  );
}
