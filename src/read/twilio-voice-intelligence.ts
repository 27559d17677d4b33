/**
 * Twilio Voice Intelligence (Conversational Intelligence): sentences by channel, in pages. Which channel is the agent
 * stands in the transcript's own record, so it is believed where both are in one file and asked for otherwise.
 */
import { z } from 'zod';
import { readerOf } from './declared.ts';
import { id, listOf, part, raw, text, words } from './fields.ts';
import { type Said, speakerLabel, stated, type Told } from './said.ts';
import { amount, seconds } from './span.ts';

const Participant = z.object({
  channel_participant: id,
  role: text,
  full_name: text,
  user_id: id,
  email: text,
});
const Sentence = z.object({ media_channel: id, sentence_index: raw, start_time: raw, transcript: words });
const Channel = part({ participants: listOf(Participant) });
const Page = z.object({
  sid: id,
  language_code: text,
  channel: Channel,
  transcript: part({ sid: id, channel: Channel, language_code: text }),
  sentences: listOf(Sentence),
  meta: part({ url: text, next_page_url: text }),
});
type Page = z.infer<typeof Page>;

/** Sentences of Twilio Voice Intelligence. */
export const twilioVoiceIntelligence = readerOf<Page>({
  id: 'twilio-voice-intelligence',
  title: 'Twilio Voice Intelligence',
  about:
    'Sentences of a transcript by channel; with the transcript record beside them, its participants give the roles.',
  signs: [['sentences[].media_channel'], ['sentences[].sentence_index']],
  schema: Page,
  told,
  inParts: true,
});

function told(page: Page): Told {
  const participants = page.channel?.participants ?? page.transcript?.channel?.participants ?? [];
  const ordered = [...page.sentences].sort(
    (a, b) => (amount(a.sentence_index) ?? 0) - (amount(b.sentence_index) ?? 0),
  );
  const said = ordered.map((sentence, i): Said => {
    const who = participants.find(one => one.channel_participant === sentence.media_channel);
    return {
      by: speakerLabel(sentence.media_channel, 'Channel'),
      role: stated(who?.role ?? undefined),
      agent: { id: who?.user_id ?? who?.email ?? undefined, name: who?.full_name ?? undefined },
      text: sentence.transcript,
      time: seconds(sentence.start_time),
      at: `sentences[${i}]`,
    };
  });
  const customer = participants.find(one => stated(one.role ?? undefined) === 'customer')?.full_name;
  const more = page.meta?.next_page_url != null && page.meta.next_page_url !== '';
  return {
    id: page.transcript?.sid ?? /\/Transcripts\/(GT\w+)/.exec(page.meta?.url ?? '')?.[1] ?? page.sid,
    channel: 'call',
    customer: customer ?? undefined,
    metadata: { language: page.language_code ?? page.transcript?.language_code ?? undefined },
    said,
    pieces: true,
    ...(more && { doubt: 'this is one page of several, not the whole call; export all pages into one file' }),
  };
}
