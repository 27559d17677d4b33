/**
 * Amazon Connect Contact Lens: calls and chats after they ended, segments in real time, and plain Connect chats, which
 * have the same items. The file knows an agent of a call only as AGENT; a chat has names.
 */
import { z } from 'zod';
import { readerOf } from './declared.ts';
import { id, listOf, part, raw, text, words } from './fields.ts';
import { type Said, stated, type Told } from './said.ts';
import { instant, millis } from './span.ts';

const Item = z.object({
  Id: id,
  ParticipantId: id,
  ParticipantRole: text,
  DisplayName: text,
  Content: words,
  ContentType: text,
  Type: text,
  BeginOffsetMillis: raw,
  AbsoluteTime: raw,
  Time: part({ AbsoluteTime: raw }),
});
type Item = z.infer<typeof Item>;
const Contact = z.object({
  Channel: text,
  LanguageCode: text,
  ContactId: id,
  InitialContactId: id,
  CustomerMetadata: part({ ContactId: id }),
  Participants: listOf(z.object({ ParticipantId: id, ParticipantRole: text, DisplayName: text })),
  Transcript: listOf(Item),
  Segments: listOf(z.object({ Transcript: Item.nullish(), Utterance: raw, Attachment: raw })),
});
type Contact = z.infer<typeof Contact>;

/** Contact Lens files. */
export const contactLens = readerOf<Contact>({
  id: 'contact-lens',
  title: 'Amazon Connect Contact Lens',
  about:
    'Contact Lens analysis of calls and chats, its segments in real time, and chat transcripts of Connect.',
  signs: [
    ['Transcript[].ParticipantId'],
    ['Segments[].Transcript.ParticipantId'],
    ['Segments[].Utterance.ParticipantId'],
    ['EventType', 'InstanceId', 'ContactId'],
    ['ChatTranscriptVersion', 'AccountId'],
    ['Version', 'Participants', 'ConversationCharacteristics'],
  ],
  schema: Contact,
  told,
  inParts: true,
});

function told(contact: Contact): Told {
  const { Participants: known, Segments: segments } = contact;
  const items = [...contact.Transcript, ...segments.flatMap(segment => segment.Transcript ?? [])];
  const leftOut: Record<string, number> = {
    'partial result': segments.filter(segment => segment.Utterance != null).length,
    attachment: items.filter(item => item.Type === 'ATTACHMENT').length,
  };
  const agents = new Set(known.flatMap(one => (one.ParticipantRole === 'AGENT' ? [one.ParticipantId] : [])));
  const said = items.flatMap((item, i): Said[] => {
    if (item.Type === 'EVENT' || item.Type === 'ATTACHMENT') return [];
    if (item.ContentType != null && !item.ContentType.startsWith('text/')) {
      leftOut['interactive message'] = (leftOut['interactive message'] ?? 0) + 1;
      return [];
    }
    const party = known.find(one => one.ParticipantId === item.ParticipantId);
    const role = stated(item.ParticipantRole ?? party?.ParticipantRole ?? item.ParticipantId);
    const name = item.DisplayName ?? party?.DisplayName ?? undefined;
    const label = item.ParticipantId ?? item.ParticipantRole ?? '';
    return [
      {
        by: label,
        role,
        agent: agentOf(name, item.ParticipantId, agents.size),
        text: item.Content,
        time: timeOf(item),
        at: `Transcript[${i}]`,
      },
    ];
  });
  const customer = items.find(item => item.ParticipantRole === 'CUSTOMER')?.DisplayName;
  return {
    id: contact.CustomerMetadata?.ContactId ?? contact.ContactId ?? contact.InitialContactId,
    channel: contact.Channel?.toLowerCase() ?? undefined,
    customer: customer ?? undefined,
    metadata: { language: contact.LanguageCode ?? undefined },
    said,
    leftOut,
  };
}

/** A name is what people know an agent by; the id of a participant changes with each contact, so it only parts two. */
function agentOf(name: string | undefined, id: string | undefined, agents: number): Said['agent'] {
  if (name !== undefined) return { name };
  return agents > 1 && id !== undefined ? { id } : undefined;
}

function timeOf(item: Item): Said['time'] {
  return instant(item.AbsoluteTime ?? item.Time?.AbsoluteTime) ?? millis(item.BeginOffsetMillis);
}
