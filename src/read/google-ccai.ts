/**
 * Google Conversational Insights (CCAI): transcripts as they are uploaded (`entries`), and conversations as the
 * interface answers them (`transcript.transcriptSegments`), with roles, agents and a rating.
 */
import { z } from 'zod';
import { readerOf } from './declared.ts';
import { id, listOf, part, raw, text, words } from './fields.ts';
import { outcomeFrom } from './outcome.ts';
import { type Said, speakerLabel, stated, type Told } from './said.ts';
import { instant, span } from './span.ts';
import { labelsIn, talk } from './talk.ts';

const Entry = z.object({ start_timestamp_usec: raw, text: words, role: text, user_id: id });
const Segment = z.object({
  text: words,
  messageTime: raw,
  words: listOf(z.object({ startOffset: raw })),
  channelTag: id,
  segmentParticipant: part({
    role: text,
    userId: id,
    dialogflowParticipantId: id,
    obfuscatedExternalUserId: id,
  }),
});
const Agent = z.object({ agentId: id, displayName: text, team: text });
const Call = z.object({
  name: text,
  agentId: id,
  medium: text,
  languageCode: text,
  startTime: raw,
  qualityMetadata: part({ customerSatisfactionRating: raw, agentInfo: listOf(Agent) }),
  callMetadata: part({ customerChannel: id, agentChannel: id }),
  conversation_info: part({ agent_info: listOf(z.object({ agent_id: id, display_name: text })) }),
  entries: listOf(Entry),
  transcript: part({ transcriptSegments: listOf(Segment) }),
});
type Call = z.infer<typeof Call>;

/** Conversations of Google Conversational Insights. */
export const googleCcai = readerOf<Call>({
  id: 'google-ccai',
  title: 'Google Conversational Insights (CCAI)',
  about: 'Uploaded transcripts (entries with roles) and conversations of the interface (transcriptSegments).',
  signs: [
    ['entries[].start_timestamp_usec'],
    ['entries[].role', 'entries[].text', 'entries[].user_id'],
    ['transcript.transcriptSegments[].text'],
    ['transcript.transcriptSegments[].segmentParticipant'],
  ],
  schema: Call,
  told: call => (call.entries.length > 0 ? uploaded(call) : answered(call)),
});

function uploaded({ entries, conversation_info: info }: Call): Told | string {
  const [only] = entries;
  if (entries.length === 1) return taken(only?.text ?? '');
  const agents = info?.agent_info ?? [];
  const said = entries.map((entry, i): Said => {
    const role = stated(entry.role ?? undefined);
    const name = agents.find(one => one.agent_id === entry.user_id)?.display_name ?? undefined;
    const agent = { id: entry.user_id, name };
    const by = [entry.role, entry.user_id].filter(part => part != null).join(' ');
    return {
      by,
      role,
      agent,
      text: entry.text,
      time: instant(entry.start_timestamp_usec),
      at: `entries[${i}]`,
    };
  });
  return { said };
}

/** Some converters put a whole call into one entry: its labels have to part it. */
function taken(text: string): Told | string {
  const lines = text.split(/\r\n|\r|\n/);
  const { spoken } = talk(lines, labelsIn(lines), line => `entries[0], line ${line + 1}`);
  if (spoken.length < 2)
    return 'one entry holds the whole conversation, so nothing says who speaks; write one entry a turn';
  return { said: spoken.map(one => ({ by: one.label, text: one.text, at: one.at })) };
}

function answered(call: Call): Told {
  const { agentInfo: agents = [], customerSatisfactionRating: rating } = call.qualityMetadata ?? {};
  const said = (call.transcript?.transcriptSegments ?? []).map((segment, i): Said => {
    const who = segment.segmentParticipant;
    const own = who?.userId ?? who?.obfuscatedExternalUserId ?? who?.dialogflowParticipantId;
    const role = stated(who?.role?.replace(/^ANY_AGENT$/, 'AGENT')) ?? byChannel(segment.channelTag, call);
    const known = agents.find(one => one.agentId === own) ?? (agents.length === 1 ? agents[0] : undefined);
    const agent = { id: known?.agentId ?? own ?? call.agentId, name: known?.displayName ?? undefined };
    const by = own ?? who?.role ?? speakerLabel(segment.channelTag, 'Channel');
    const time = instant(segment.messageTime) ?? span(segment.words[0]?.startOffset);
    return {
      by: `${role ?? ''} ${by}`.trim(),
      role,
      agent,
      text: segment.text,
      time,
      at: `transcriptSegments[${i}]`,
    };
  });
  return {
    id: call.name?.split('/').at(-1),
    channel: call.medium?.toLowerCase().replace('phone_call', 'call'),
    outcome: outcomeFrom('customerSatisfactionRating', rating),
    metadata: { language: call.languageCode ?? undefined, team: agents[0]?.team ?? undefined },
    start: instant(call.startTime),
    said,
  };
}

function byChannel(tag: string | undefined, { callMetadata: call }: Call): Said['role'] {
  if (tag === undefined || call === undefined || call.agentChannel === call.customerChannel) return undefined;
  return tag === call.agentChannel ? 'agent' : tag === call.customerChannel ? 'customer' : undefined;
}
