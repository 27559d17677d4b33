/**
 * Google Speech-to-Text. With speaker labels the last result repeats every word of all results, tagged; without, one
 * result after the other is a piece of one channel. Times come in two notations, keys in two spellings.
 */
import { z } from 'zod';
import { readerOf } from './declared.ts';
import { id, listOf, raw, words } from './fields.ts';
import { type Said, speakerLabel, type Told } from './said.ts';
import { span } from './span.ts';
import { carried } from './talkers.ts';

const Word = z.object({
  word: words,
  startTime: raw,
  start_time: raw,
  startOffset: raw,
  speakerTag: id,
  speaker_tag: id,
  speakerLabel: id,
});
type Word = z.infer<typeof Word>;
const Result = z.object({
  alternatives: listOf(z.object({ transcript: words, words: listOf(Word) })),
  channelTag: id,
  channel_tag: id,
  isFinal: z.boolean().nullish(),
  resultEndTime: raw,
  result_end_time: raw,
  resultEndOffset: raw,
});
type Result = z.infer<typeof Result>;
const Answer = z.object({ results: listOf(Result) });

/** Results of Google Speech-to-Text. */
export const googleStt = readerOf<z.infer<typeof Answer>>({
  id: 'google-stt',
  title: 'Google Speech-to-Text',
  about: 'Recognition results of Google Cloud Speech-to-Text with speaker tags or one channel a party.',
  signs: [['results[].alternatives[].transcript'], ['results[].alternatives[].words[].word']],
  unless: ['results[].alternatives[].content'],
  schema: Answer,
  told,
});

function told({ results }: z.infer<typeof Answer>): Told {
  const final = results.filter(one => one.isFinal !== false);
  const leftOut = { 'partial result': results.length - final.length };
  const tagged = tags(final);
  const said = tagged.length > 0 ? carried(tagged) : final.flatMap(pieces);
  return { said, leftOut, pieces: true };
}

/** Tagged words; where the last result begins as early as the first, it has them all. */
function tags(results: readonly Result[]): Said[] {
  const all = results.map(one => one.alternatives[0]?.words ?? []);
  const tagged = all.filter(list => list.some(word => tag(word) !== ''));
  const last = tagged.at(-1);
  if (last === undefined) return [];
  const start = timeOf(last[0])?.seconds ?? 0;
  const repeats =
    last === all.at(-1) && all.slice(0, -1).some(list => (timeOf(list[0])?.seconds ?? start) >= start);
  return (repeats ? [last] : tagged).flatMap(list =>
    list.map((word, i) => ({ by: tag(word), text: word.word, time: timeOf(word), at: `words[${i}]` })),
  );
}

function pieces(result: Result): Said[] {
  const [best] = result.alternatives;
  const by = speakerLabel(result.channelTag ?? result.channel_tag, 'Channel');
  const end = span(result.resultEndTime ?? result.result_end_time ?? result.resultEndOffset);
  return [{ by, text: best?.transcript, time: timeOf(best?.words[0]) ?? end, at: 'results[]' }];
}

/** Tag 0 is nobody known. */
function tag(word: Word): string {
  const found = word.speakerTag ?? word.speaker_tag ?? word.speakerLabel;
  return found === '0' ? '' : speakerLabel(found);
}

function timeOf(word: Word | undefined): Said['time'] {
  const value = word?.startTime ?? word?.start_time ?? word?.startOffset;
  return value === undefined ? null : span(value);
}
