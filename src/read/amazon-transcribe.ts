/**
 * Amazon Transcribe: words in quotes for times, with `spk_0` or `ch_0` on the words, beside them, or ready turns in
 * `audio_segments`. Who is the agent the file does not know.
 */
import { z } from 'zod';
import { readerOf } from './declared.ts';
import { id, listOf, part, raw, text, words } from './fields.ts';
import type { Told } from './said.ts';
import { amount, seconds } from './span.ts';
import { carried, utterances, type Word } from './talkers.ts';

const Item = z.object({
  start_time: raw,
  end_time: raw,
  type: text,
  speaker_label: id,
  channel_label: id,
  alternatives: listOf(z.object({ content: words })),
});
type Item = z.infer<typeof Item>;
const Segment = z.object({
  start_time: raw,
  end_time: raw,
  speaker_label: id,
  items: listOf(z.object({ start_time: raw, speaker_label: id })),
});
const Job = z.object({
  jobName: id,
  results: z.object({
    language_code: text,
    transcripts: listOf(z.object({ transcript: words })),
    speaker_labels: part({ segments: listOf(Segment) }),
    channel_labels: part({ channels: listOf(z.object({ channel_label: id, items: listOf(Item) })) }),
    items: listOf(Item),
    audio_segments: listOf(
      z.object({ transcript: words, start_time: raw, speaker_label: id, channel_label: id }),
    ),
  }),
});
type Job = z.infer<typeof Job>;

/** Amazon Transcribe jobs. */
export const amazonTranscribe = readerOf<Job>({
  id: 'amazon-transcribe',
  title: 'Amazon Transcribe',
  about: 'The result of a transcription job with speaker labels (spk_0) or channel labels (ch_0).',
  signs: [
    ['jobName', 'results'],
    ['results.items[].alternatives[].content'],
    ['results.transcripts[].transcript', 'results.items'],
    ['results.audio_segments[].transcript'],
  ],
  schema: Job,
  told,
});

function told({ jobName, results }: Job): Told {
  const base = { id: jobName, metadata: { language: results.language_code ?? undefined }, pieces: true };
  const ready = results.audio_segments.filter(one => (one.speaker_label ?? one.channel_label) !== undefined);
  if (ready.length > 0 && ready.length === results.audio_segments.length) {
    const said = ready.map((one, i) => ({
      by:
        one.channel_label !== undefined && results.channel_labels !== undefined
          ? one.channel_label
          : (one.speaker_label ?? one.channel_label ?? ''),
      text: one.transcript,
      time: seconds(one.start_time),
      at: `results.audio_segments[${i}]`,
    }));
    return { ...base, said };
  }
  const channels = results.channel_labels?.channels ?? [];
  if (channels.length > 1) {
    const all = channels.flatMap(one =>
      carried(one.items.map((item, i) => word(item, one.channel_label ?? '', i))),
    );
    return { ...base, said: utterances(all) };
  }
  const speakerAt = speakers(results.speaker_labels?.segments ?? []);
  const said = results.items.map((item, i) =>
    word(item, item.speaker_label ?? speakerAt(item.start_time), i),
  );
  if (said.length === 0) {
    return {
      ...base,
      said: results.transcripts.map(one => ({ by: '', text: one.transcript, at: 'results.transcripts[0]' })),
    };
  }
  return { ...base, said: carried(said).map(({ end: _, ...one }) => one) };
}

function word(item: Item, by: string, index: number): Word {
  const time = seconds(item.start_time);
  const end = amount(item.end_time) ?? undefined;
  return {
    by,
    text: item.alternatives[0]?.content,
    ...(time !== null && { time }),
    end,
    at: `results.items[${index}]`,
  };
}

/** Who speaks at a time: by the words listed with each segment, or by the segment it falls in. */
function speakers(segments: readonly z.infer<typeof Segment>[]): (start: unknown) => string {
  const byStart = new Map<number, string>();
  for (const segment of segments) {
    for (const item of segment.items) {
      const start = amount(item.start_time);
      if (start !== null) byStart.set(start, item.speaker_label ?? segment.speaker_label ?? '');
    }
  }
  return value => {
    const start = amount(value);
    if (start === null) return '';
    const inside = segments.find(
      one => start >= (amount(one.start_time) ?? Infinity) && start < (amount(one.end_time) ?? -1),
    );
    return byStart.get(start) ?? inside?.speaker_label ?? '';
  };
}
