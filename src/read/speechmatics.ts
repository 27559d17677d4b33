/** Speechmatics: version 2 (`results` with a speaker or channel on each word) and version 1 (spans of speakers beside words). */
import { z } from 'zod';
import { type Format, readerOf } from './declared.ts';
import { id, listOf, part, raw, text, words } from './fields.ts';
import { speakerLabel, type Told } from './said.ts';
import { amount, seconds } from './span.ts';
import { carried, utterances, type Word } from './talkers.ts';

const Result = z.object({
  type: text,
  start_time: raw,
  end_time: raw,
  channel: id,
  alternatives: listOf(z.object({ content: words, speaker: id })),
});
const Job = z.object({
  job: part({ id, lang: text }),
  metadata: part({ transcription_config: part({ language: text, diarization: text }) }),
  speakers: listOf(z.object({ name: id, time: raw, duration: raw })),
  words: listOf(z.object({ name: words, time: raw, duration: raw })),
  results: listOf(Result),
});
type Job = z.infer<typeof Job>;

/** How Speechmatics answers, for transcripts inside other formats too. */
export const speechmaticsFormat: Format<Job> = {
  id: 'speechmatics',
  title: 'Speechmatics',
  about: 'Transcripts of Speechmatics with speakers or channels, versions 1 and 2 of its JSON.',
  signs: [
    ['results[].alternatives[].content'],
    ['metadata.transcription_config', 'results'],
    ['words[].name', 'words[].time', 'words[].duration'],
  ],
  schema: Job,
  told: job => (job.results.length > 0 ? second(job) : first(job)),
};

/** Transcripts of Speechmatics. */
export const speechmatics = readerOf(speechmaticsFormat);

function second(job: Job): Told {
  const config = job.metadata?.transcription_config;
  const channels = new Set(job.results.map(one => one.channel).filter(one => one !== undefined));
  const heard = job.results.filter(one => one.type !== 'speaker_change' && one.alternatives.length > 0);
  const all = heard.map((one, i): Word => {
    const { content, speaker } = one.alternatives[0]!;
    const label = channels.size > 1 ? one.channel : speaker === 'UU' ? undefined : speaker;
    const time = one.type === 'punctuation' ? undefined : seconds(one.start_time);
    return {
      by: label ?? '',
      text: content,
      time,
      end: amount(one.end_time) ?? undefined,
      at: `results[${i}]`,
    };
  });
  const language = { language: config?.language ?? undefined };
  const said = channels.size > 1 ? utterances(all) : carried(all);
  return { id: job.job?.id, metadata: language, said, pieces: true };
}

function first(job: Job): Told {
  const spans = job.speakers
    .map(one => ({ name: one.name, from: amount(one.time) ?? 0 }))
    .sort((a, b) => a.from - b.from);
  const said = job.words.map((word, i) => {
    const time = seconds(word.time);
    const span = spans.findLast(one => one.from <= (time?.seconds ?? 0));
    return { by: speakerLabel(span?.name), text: word.name, time, at: `words[${i}]` };
  });
  return {
    id: job.job?.id,
    metadata: { language: job.job?.lang ?? undefined },
    said: carried(said),
    pieces: true,
  };
}
