/**
 * Deepgram: utterances where they were asked for, otherwise words with speakers, or paragraphs; with `multichannel`
 * each party has a channel. Streams come as one JSON a line, with results that are not final yet.
 */
import { z } from 'zod';
import { type Format, readerOf } from './declared.ts';
import { id, listOf, part, raw, words } from './fields.ts';
import { type Said, speakerLabel, type Told } from './said.ts';
import { amount, seconds } from './span.ts';
import { carried, utterances, type Word } from './talkers.ts';

const Token = z.object({ word: words, punctuated_word: words, start: raw, end: raw, speaker: id });
const Paragraph = z.object({ speaker: id, start: raw, sentences: listOf(z.object({ text: words })) });
const Best = z.object({
  transcript: words,
  words: listOf(Token),
  paragraphs: part({ paragraphs: listOf(Paragraph) }),
});
const Utterance = z.object({ transcript: words, start: raw, channel: id, speaker: id });
const Answer = z.object({
  metadata: part({ request_id: id }),
  results: part({
    channels: listOf(z.object({ alternatives: listOf(Best) })),
    utterances: listOf(Utterance),
  }),
  channel: part({ alternatives: listOf(Best) }),
  channel_index: listOf(z.number()),
  is_final: z.boolean().nullish(),
});
type Answer = z.infer<typeof Answer>;
type Best = z.infer<typeof Best>;

/** How Deepgram answers, for transcripts inside other formats too. */
export const deepgramFormat: Format<Answer> = {
  id: 'deepgram',
  title: 'Deepgram',
  about: 'Results of Deepgram with utterances, speakers or one channel a party; streamed results one a line.',
  signs: [
    ['results.channels[].alternatives[].transcript'],
    ['results.channels[].alternatives[].words'],
    ['results.utterances[].transcript', 'results.channels'],
    ['metadata.request_id', 'results.channels'],
    ['channel.alternatives[].transcript', 'is_final'],
  ],
  schema: Answer,
  told,
  inParts: true,
};

/** Results of Deepgram. */
export const deepgram = readerOf(deepgramFormat);

function told(answer: Answer): Told {
  const base = { id: answer.metadata?.request_id, pieces: true };
  if (answer.results === undefined) return { ...base, ...streamed(answer) };
  const { channels, utterances: ready } = answer.results;
  const many = channels.length > 1;
  if (ready.length > 0 && (many || ready.some(one => one.speaker !== undefined))) {
    const said = ready.map((one, i) => ({
      by: many ? speakerLabel(one.channel ?? '0', 'Channel') : speakerLabel(one.speaker),
      text: one.transcript,
      time: seconds(one.start),
      at: `results.utterances[${i}]`,
    }));
    return { ...base, said: carried(said) };
  }
  const best = channels.map(one => one.alternatives[0]);
  if (many) return { ...base, said: utterances(best.flatMap((one, i) => tokens(one, `Channel ${i}`))) };
  return { ...base, said: mono(best[0]) };
}

function mono(best: Best | undefined): Said[] {
  if (best?.words.some(word => word.speaker !== undefined)) return carried(tokens(best));
  const paragraphs = best?.paragraphs?.paragraphs ?? [];
  if (paragraphs.some(one => one.speaker !== undefined)) {
    return paragraphs.flatMap((one, i) =>
      one.sentences.map(sentence => ({
        by: speakerLabel(one.speaker),
        text: sentence.text,
        time: seconds(one.start),
        at: `paragraphs[${i}]`,
      })),
    );
  }
  return [{ by: '', text: best?.transcript, at: 'results.channels[0]' }];
}

function streamed({
  channel,
  channel_index: [index, of = 1] = [],
  is_final: final,
}: Answer): Pick<Told, 'said' | 'leftOut'> {
  if (final === false) return { said: [], leftOut: { 'partial result': 1 } };
  const best = channel?.alternatives[0];
  return { said: of > 1 ? utterances(tokens(best, `Channel ${index}`)) : mono(best) };
}

function tokens(best: Best | undefined, by?: string): Word[] {
  return (best?.words ?? []).map((word, i) => ({
    by: by ?? speakerLabel(word.speaker),
    text: word.punctuated_word ?? word.word,
    time: seconds(word.start),
    end: amount(word.end) ?? undefined,
    at: `words[${i}]`,
  }));
}
