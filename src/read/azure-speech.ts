/**
 * Azure Speech: batch results (`recognizedPhrases`, in ticks, channel after channel), the fast interface (`phrases`,
 * in milliseconds) and version 2 (`AudioFileResults`). The combined phrases repeat all text and are not read.
 */
import { z } from 'zod';
import { type Format, readerOf } from './declared.ts';
import { id, listOf, raw, text, words } from './fields.ts';
import { type Said, speakerLabel, type Told } from './said.ts';
import { millis, seconds, span, ticks } from './span.ts';

const Best = z.object({ display: words, Display: words });
const Phrase = z.object({
  channel: id,
  ChannelNumber: id,
  speaker: id,
  SpeakerId: id,
  recognitionStatus: text,
  RecognitionStatus: text,
  offset: raw,
  offsetInTicks: raw,
  offsetMilliseconds: raw,
  OffsetInSeconds: raw,
  Offset: raw,
  text: words,
  locale: text,
  nBest: listOf(Best),
  NBest: listOf(Best),
});
type Phrase = z.infer<typeof Phrase>;
const Result = z.object({
  recognizedPhrases: listOf(Phrase),
  phrases: listOf(Phrase),
  AudioFileResults: listOf(z.object({ SegmentResults: listOf(Phrase) })),
});
type Result = z.infer<typeof Result>;

/** How Azure Speech answers, for transcripts inside other formats too. */
export const azureSpeechFormat: Format<Result> = {
  id: 'azure-speech',
  title: 'Azure Speech',
  about: 'Batch and fast transcriptions of Azure Speech with speakers, or one channel a party.',
  signs: [
    ['recognizedPhrases'],
    ['combinedRecognizedPhrases'],
    ['phrases[].offsetMilliseconds'],
    ['combinedPhrases', 'phrases'],
    ['AudioFileResults'],
  ],
  schema: Result,
  told,
};

/** Transcriptions of Azure Speech. */
export const azureSpeech = readerOf(azureSpeechFormat);

function told({ recognizedPhrases, phrases, AudioFileResults: files }: Result): Told {
  const all = [...recognizedPhrases, ...phrases, ...files.flatMap(file => file.SegmentResults)];
  const heard = all.filter(one =>
    /^success$/i.test(one.recognitionStatus ?? one.RecognitionStatus ?? 'success'),
  );
  const channels = new Set(heard.map(channelOf));
  const said = heard.map((one, i): Said => {
    const best = one.nBest[0] ?? one.NBest[0];
    const speaker = speakerLabel(one.speaker ?? one.SpeakerId);
    return {
      by: channels.size > 1 ? speakerLabel(channelOf(one), 'Channel') : speaker,
      text: best?.display ?? best?.Display ?? one.text,
      time: timeOf(one),
      at: `phrase ${i + 1}`,
    };
  });
  return { said, metadata: { language: heard.find(one => one.locale)?.locale ?? undefined }, pieces: true };
}

function channelOf(phrase: Phrase): string | undefined {
  return phrase.channel ?? phrase.ChannelNumber;
}

function timeOf(phrase: Phrase): Said['time'] {
  const milliseconds = millis(phrase.offsetMilliseconds);
  return (
    milliseconds ??
    ticks(phrase.offsetInTicks) ??
    span(phrase.offset ?? phrase.OffsetInSeconds) ??
    ticks(phrase.Offset) ??
    seconds(null)
  );
}
