/**
 * Otter.ai: its text export (`Name  0:21` above the words; publishers make it `**Name** [0:21]`) and its JSON. A time
 * without a name begins words of an unknown speaker.
 */
import { z } from 'zod';
import { clock } from './clock.ts';
import { readerOf } from './declared.ts';
import { id, listOf, raw, text, words } from './fields.ts';
import { counter } from './ids.ts';
import type { Reader } from './reader.ts';
import { readingsOf, type Said, speakerLabel } from './said.ts';
import { seconds } from './span.ts';
import { whole } from './whole.ts';

const Segment = z.object({ speaker_name: text, speaker_id: id, start_ts: raw, transcript: words });
const Speech = z.object({ speech_segments: listOf(Segment) });

const json = readerOf<z.infer<typeof Speech>>({
  id: 'otter',
  title: 'Otter.ai',
  about: 'Transcripts of Otter.ai as text ("Name  0:21" above the words) or JSON (speech_segments).',
  signs: [['speech_segments[].transcript']],
  schema: Speech,
  told: ({ speech_segments: segments }) => ({
    said: segments.map((one, i) => ({
      by: one.speaker_name ?? speakerLabel(one.speaker_id),
      text: one.transcript,
      time: seconds(one.start_ts),
      at: `speech_segments[${i}]`,
    })),
    pieces: true,
  }),
});

const STAMP = String.raw`\d{1,3}:\d{2}(?::\d{2})?`;
/** A name with two blanks before its time, or in bold, or with its time in brackets; or a time alone. */
const HEAD = new RegExp(
  String.raw`^(?:\*\*(?<bold>[^*\n]{1,60})\*\*\s+\[?|(?<name>\p{L}[^\n:*]{0,60}?)(?:\s{2,}|\t)|(?<alone>))(?<time>${STAMP})\s*\]?\s*$`,
  'u',
);
const FOOTER = /^(?:_|\*)*Transcribed by\b.{0,60}$/i;

/** Transcripts of Otter. */
export const otter: Reader = {
  ...json,
  endings: ['.txt', '.json', '.md'],
  sniff(head) {
    const heads = head.split(/\r\n|\r|\n/).map(line => HEAD.exec(line));
    const named = heads.filter(
      found => found?.groups?.name !== undefined || found?.groups?.bold !== undefined,
    );
    return named.length > 1 ? 0.95 : json.sniff(head);
  },
  async *read(input) {
    if (/^\s*[{[]\s*["{]/.test(input.head)) {
      yield* json.read(input);
      return;
    }
    const text = await whole(input, 'cut it into one file a conversation');
    if (typeof text !== 'string') yield { problem: text };
    else yield* readingsOf({ said: said(text) }, { source: input.name, at: '', id: counter(input.stem) });
  },
};

function said(text: string): Said[] {
  const turns: { by: string; parts: string[]; time: Said['time']; at: string }[] = [];
  for (const [i, line] of text.split(/\r\n|\r|\n/).entries()) {
    const found = HEAD.exec(line)?.groups;
    if (found !== undefined) {
      const by = (found.bold ?? found.name ?? 'Unknown Speaker').trim();
      turns.push({ by, parts: [], time: seconds(clock(found.time!)), at: `line ${i + 1}` });
    } else if (line.trim() !== '' && !FOOTER.test(line.trim())) turns.at(-1)?.parts.push(line.trim());
  }
  return turns.map(({ parts, ...one }) => ({ ...one, text: parts.join('\n') }));
}
