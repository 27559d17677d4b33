/** Amazon Transcribe Call Analytics: like Contact Lens, with the role on each turn and a job's name for an id. */
import { z } from 'zod';
import { readerOf } from './declared.ts';
import { id, listOf, raw, text, words } from './fields.ts';
import { stated } from './said.ts';
import { millis } from './span.ts';

const Turn = z.object({ ParticipantRole: text, Content: words, BeginOffsetMillis: raw });
const Job = z.object({ JobName: id, Channel: text, LanguageCode: text, Transcript: listOf(Turn) });

/** Call Analytics jobs. */
export const callAnalytics = readerOf<z.infer<typeof Job>>({
  id: 'call-analytics',
  title: 'Amazon Transcribe Call Analytics',
  about: 'The result of a Call Analytics job: turns of AGENT and CUSTOMER with times.',
  signs: [
    ['Transcript[].BeginOffsetMillis', 'Transcript[].ParticipantRole'],
    ['JobName', 'Transcript[].Content'],
  ],
  unless: ['Transcript[].ParticipantId'],
  schema: Job,
  told: job => ({
    id: job.JobName,
    channel: job.Channel?.toLowerCase() ?? undefined,
    metadata: { language: job.LanguageCode ?? undefined },
    said: job.Transcript.map((turn, i) => ({
      by: turn.ParticipantRole ?? '',
      role: stated(turn.ParticipantRole ?? undefined),
      text: turn.Content,
      time: millis(turn.BeginOffsetMillis),
      at: `Transcript[${i}]`,
    })),
  }),
});
