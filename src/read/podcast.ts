/** Podcasting 2.0 transcripts: segments, often single words, with `body` and `startTime`. */
import { z } from 'zod';
import { readerOf } from './declared.ts';
import { id, listOf, raw, words } from './fields.ts';
import { speakerLabel } from './said.ts';
import { seconds } from './span.ts';
import { carried } from './talkers.ts';

const Transcript = z.object({ segments: listOf(z.object({ speaker: id, startTime: raw, body: words })) });

/** Podcast transcripts in JSON. */
export const podcast = readerOf<z.infer<typeof Transcript>>({
  id: 'podcast',
  title: 'Podcast transcript (JSON)',
  about: 'Segments with speaker, startTime and body, as the podcast namespace defines them.',
  signs: [['segments[].body', 'segments[].startTime']],
  schema: Transcript,
  told: ({ segments }) => ({
    said: carried(
      segments.map((one, i) => ({
        by: speakerLabel(one.speaker),
        text: one.body,
        time: seconds(one.startTime),
        at: `segments[${i}]`,
      })),
    ),
    pieces: true,
  }),
});
