/** Amazon Bedrock Data Automation, standard output for audio: segments with a speaker or channel label. */
import { z } from 'zod';
import { readerOf } from './declared.ts';
import { id, listOf, part, raw, text, words } from './fields.ts';
import { stated, type Told } from './said.ts';
import { millis } from './span.ts';

const Segment = z.object({
  start_timestamp_millis: raw,
  text: words,
  type: text,
  speaker: part({ speaker_label: id, speaker_name: text, speaker_role: text }),
  channel: part({ channel_label: id }),
});
const Audio = z.object({
  metadata: part({ asset_id: id, s3_key: text }),
  audio_segments: listOf(Segment),
});
type Audio = z.infer<typeof Audio>;

/** Audio results of Bedrock Data Automation. */
export const bedrockAudio = readerOf<Audio>({
  id: 'bedrock-audio',
  title: 'Amazon Bedrock Data Automation, audio',
  about: 'The standard output for a recording: audio segments with speaker (spk_0) or channel (ch_0) labels.',
  signs: [
    ['audio_segments[].start_timestamp_millis'],
    ['audio_segments[].speaker.speaker_label'],
    ['audio_segments[].channel.channel_label'],
    ['audio.transcript.representation', 'metadata'],
    ['audio_segments', 'audio_items'],
  ],
  schema: Audio,
  told,
});

function told({ audio_segments: segments }: Audio): Told {
  const spoken = segments.filter(one => one.type == null || /transcript/i.test(one.type));
  const channels = new Set(spoken.map(one => one.channel?.channel_label).filter(one => one !== undefined));
  const said = spoken.map((one, i) => {
    const label = channels.size > 1 ? one.channel?.channel_label : one.speaker?.speaker_label;
    const { speaker_name: name, speaker_role: role } = one.speaker ?? {};
    return {
      by: name ?? label ?? one.channel?.channel_label ?? '',
      role: stated(role ?? undefined),
      text: one.text,
      time: millis(one.start_timestamp_millis),
      at: `audio_segments[${i}]`,
    };
  });
  return { said, pieces: true };
}
