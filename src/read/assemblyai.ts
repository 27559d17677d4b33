/** AssemblyAI: utterances with speakers A, B (or the channel), or words with speakers where they were not asked for. */
import { z } from 'zod';
import { type Format, readerOf } from './declared.ts';
import { id, listOf, raw, text, words } from './fields.ts';
import { type Said, speakerLabel, type Told } from './said.ts';
import { millis } from './span.ts';
import { carried } from './talkers.ts';

const Piece = z.object({ speaker: id, channel: id, text: words, start: raw });
const Transcript = z.object({
  id,
  status: text,
  error: text,
  text: words,
  language_code: text,
  dual_channel: z.boolean().nullish(),
  multichannel: z.boolean().nullish(),
  words: listOf(Piece),
  utterances: listOf(Piece),
});
type Transcript = z.infer<typeof Transcript>;

/** How AssemblyAI answers, for transcripts inside other formats too. */
export const assemblyaiFormat: Format<Transcript> = {
  id: 'assemblyai',
  title: 'AssemblyAI',
  about: 'Transcripts of AssemblyAI with utterances by speaker or channel.',
  signs: [
    ['audio_url', 'words'],
    ['audio_url', 'utterances'],
    ['audio_url', 'status', 'text'],
    ['audio_duration', 'utterances'],
    ['utterances[].words[].speaker', 'utterances[].confidence'],
    ['utterances[].words[].confidence', 'utterances[].speaker'],
  ],
  schema: Transcript,
  told,
};

/** Transcripts of AssemblyAI. */
export const assemblyai = readerOf(assemblyaiFormat);

function told(transcript: Transcript): Told | string {
  const { status, error, utterances, words: all } = transcript;
  if (status != null && status !== 'completed') {
    return `the transcript is not complete (status ${status}${error == null ? '' : `: ${error}`}); export it again`;
  }
  const channels = transcript.dual_channel === true || transcript.multichannel === true;
  const said = (list: Transcript['words'], name: string): Said[] =>
    list.map((one, i) => ({
      by: channels ? speakerLabel(one.channel ?? one.speaker, 'Channel') : speakerLabel(one.speaker),
      text: one.text,
      time: millis(one.start),
      at: `${name}[${i}]`,
    }));
  const base = {
    id: transcript.id,
    metadata: { language: transcript.language_code ?? undefined },
    pieces: true,
  };
  if (utterances.length > 0) return { ...base, said: said(utterances, 'utterances') };
  if (all.some(word => word.speaker !== undefined)) return { ...base, said: carried(said(all, 'words')) };
  return { ...base, said: [{ by: '', text: transcript.text, at: 'text' }] };
}
