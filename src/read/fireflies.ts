/** Fireflies.ai: sentences of a meeting with the speakers' names. */
import { z } from 'zod';
import { readerOf } from './declared.ts';
import { id, listOf, raw, text, words } from './fields.ts';
import { speakerLabel } from './said.ts';
import { seconds } from './span.ts';

const Sentence = z.object({
  speaker_name: text,
  speaker_id: id,
  start_time: raw,
  text: words,
  raw_text: words,
});
const Meeting = z.object({ id, sentences: listOf(Sentence) });

/** Meetings of Fireflies. */
export const fireflies = readerOf<z.infer<typeof Meeting>>({
  id: 'fireflies',
  title: 'Fireflies.ai',
  about: 'Meetings with sentences by speaker name, as the interface answers or the export has them.',
  signs: [
    ['sentences[].speaker_name', 'sentences[].text'],
    ['sentences[].raw_text'],
    ['sentences[].speaker_id', 'sentences[].start_time', 'sentences[].text'],
  ],
  schema: Meeting,
  told: meeting => ({
    id: meeting.id,
    said: meeting.sentences.map((one, i) => ({
      by: one.speaker_name ?? speakerLabel(one.speaker_id),
      text: one.text ?? one.raw_text,
      time: seconds(one.start_time),
      at: `sentences[${i}]`,
    })),
    pieces: true,
  }),
});
