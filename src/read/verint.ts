/**
 * Verint interaction export: the call three times over, of which the detailed words (`w`, said by `sp`, from `s` to
 * `e` milliseconds) are read, as only they have both speakers and times.
 */
import { z } from 'zod';
import { readerOf } from './declared.ts';
import { id, listOf, part, raw, words } from './fields.ts';
import { type Said, stated, type Told } from './said.ts';
import { millis } from './span.ts';
import { carried } from './talkers.ts';

const Word = z.object({ p: raw, s: raw, w: words, sp: id });
const Holder = part({ words: listOf(Word) });
const Call = z.object({
  interactionId: id,
  contactId: id,
  id,
  words: listOf(Word),
  transcript: Holder,
  detailed: Holder,
});
type Call = z.infer<typeof Call>;

/** Interactions exported from Verint. */
export const verint = readerOf<Call>({
  id: 'verint',
  title: 'Verint interaction export',
  about:
    'Interactions with detailed words by Agent and Customer; the same text in plain form beside them is not read again.',
  signs: [
    ['words[].w', 'words[].sp'],
    ['plainText', 'plainTextTime'],
    ['transcript.words[].w', 'transcript.words[].sp'],
    ['detailed.words[].w', 'detailed.words[].sp'],
  ],
  schema: Call,
  told,
});

function told(call: Call): Told {
  const all = [...call.words, ...(call.transcript?.words ?? []), ...(call.detailed?.words ?? [])];
  const said = all.map((word, i): Said => {
    const role = stated(word.sp);
    return {
      by: role === undefined ? '' : (word.sp ?? ''),
      role,
      text: word.w,
      time: millis(word.s),
      at: `word ${i + 1}`,
    };
  });
  // Words said by both at once go with whoever spoke before.
  const whole = carried(said).map(one => ({ ...one, role: stated(one.by) }));
  return { id: call.interactionId ?? call.contactId ?? call.id, channel: 'call', said: whole, pieces: true };
}
