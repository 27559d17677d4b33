/** Aircall: utterances of a call; internal participants are agents, external ones customers. */
import { z } from 'zod';
import { readerOf } from './declared.ts';
import { id, listOf, part, raw, text, words } from './fields.ts';
import { type Said, stated } from './said.ts';
import { seconds } from './span.ts';

const Utterance = z.object({
  start_time: raw,
  text: words,
  participant_type: text,
  user_id: id,
  user_name: text,
  phone_number: text,
});
const Call = z.object({ id, call_id: id, content: part({ language: text, utterances: listOf(Utterance) }) });

/** Call transcriptions of Aircall. */
export const aircall = readerOf<z.infer<typeof Call>>({
  id: 'aircall',
  title: 'Aircall',
  about: 'Call transcriptions of Aircall: utterances of internal and external participants.',
  signs: [['content.utterances[].participant_type'], ['content.utterances[].text', 'call_id']],
  schema: Call,
  told: call => ({
    id: call.call_id ?? call.id,
    channel: 'call',
    metadata: { language: call.content?.language ?? undefined },
    said: (call.content?.utterances ?? []).map((one, i): Said => {
      const type = one.participant_type?.toLowerCase();
      const role = type === 'internal' ? 'agent' : type === 'external' ? 'customer' : stated(type);
      const name = one.user_name ?? undefined;
      return {
        by: name ?? one.user_id ?? one.phone_number ?? type ?? '',
        role,
        agent: { id: one.user_id, name },
        text: one.text,
        time: seconds(one.start_time),
        at: `utterance ${i + 1}`,
      };
    }),
  }),
});
