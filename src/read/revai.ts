/** Rev.ai: monologues of speakers by number, made of words, punctuation and blanks that are put together as they are. */
import { z } from 'zod';
import { clock } from './clock.ts';
import { type Format, readerOf } from './declared.ts';
import { id, listOf, part, raw, text, words } from './fields.ts';
import { speakerLabel } from './said.ts';
import { seconds, span } from './span.ts';

const Element = z.object({ type: text, value: words, ts: raw });
type Element = z.infer<typeof Element>;
const Monologue = z.object({
  speaker: id,
  speaker_name: text,
  speaker_info: part({ id, display_name: text }),
  start_time: raw,
  timestamp: text,
  elements: listOf(Element),
});
const Transcript = z.object({
  monologues: listOf(Monologue),
  speakers: listOf(z.object({ id, name: text })),
});
type Transcript = z.infer<typeof Transcript>;

/** How Rev.ai answers, for transcripts inside other formats too. */
export const revaiFormat: Format<Transcript> = {
  id: 'revai',
  title: 'Rev.ai',
  about: 'Transcripts of Rev.ai and Rev: monologues by speaker.',
  signs: [['monologues[].elements[].value'], ['monologues[].elements']],
  schema: Transcript,
  told: ({ monologues, speakers }) => ({
    said: monologues.map((one, i) => {
      const number = one.speaker ?? one.speaker_info?.id;
      const known = speakers.find(speaker => speaker.id === number)?.name;
      const by = one.speaker_info?.display_name ?? one.speaker_name ?? known ?? speakerLabel(number);
      const first = one.elements.find(element => element.ts != null);
      const stamp = one.timestamp == null ? null : clock(one.timestamp);
      return {
        by,
        text: put(one.elements),
        time: seconds(first?.ts) ?? span(one.start_time) ?? seconds(stamp),
        at: `monologues[${i}]`,
      };
    }),
    pieces: true,
  }),
};

/** Transcripts of Rev.ai. */
export const revai = readerOf(revaiFormat);

/** Real files have blanks as elements of their own; some converters leave them out. */
function put(elements: readonly Element[]): string {
  const heard = elements.filter(one => one.type !== 'unknown' && one.value != null);
  if (heard.some(one => /\s/.test(one.value!))) return heard.map(one => one.value).join('');
  return heard.map((one, i) => (i === 0 || one.type === 'punct' ? one.value : ` ${one.value}`)).join('');
}
