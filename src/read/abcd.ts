/** ABCD, the corpus of customer service chats: `original` holds pairs of speaker and text; actions are clicks. */
import { z } from 'zod';
import type { Reading } from '../model/conversation.ts';
import { id, isFields, list, text } from './fields.ts';
import { checked, jsonReader, type Place } from './json-reader.ts';
import { holds } from './shape.ts';
import { type Message, thread } from './thread.ts';

const Dialogue = z.object({
  convo_id: id,
  original: list,
  scenario: z
    .object({
      personal: z.object({ customer_name: text }).nullish().catch(undefined),
      flow: text,
      subflow: text,
    })
    .nullish()
    .catch(undefined),
});
const Pair = z.tuple([z.string(), z.string()]).rest(z.unknown());

/** Dialogues of the ABCD corpus. */
export const abcd = jsonReader({
  id: 'abcd',
  title: 'ABCD corpus',
  about: 'Dialogues of the Action-Based Conversations Dataset, a list of them or the whole file by split.',
  sniff: shape =>
    holds(shape, ['convo_id', 'original'], ['[].', '', 'train[].', 'dev[].', 'test[].']) ? 0.98 : 0,
  records(value) {
    if (!isFields(value) || 'convo_id' in value) return [value].flat();
    return Object.values(value).flatMap(split => (Array.isArray(split) ? split : []));
  },
  read,
});

function* read(record: unknown, place: Place): Generator<Reading> {
  const found = checked(Dialogue, record, place);
  if ('problem' in found) {
    yield found;
    return;
  }
  const { convo_id, original, scenario } = found.value;
  yield* thread(original, Pair, 'turn', place, sorted, {
    id: convo_id ?? place.id(),
    channel: 'chat',
    customer: scenario?.personal?.customer_name ?? undefined,
    metadata: { flow: scenario?.flow ?? undefined, subflow: scenario?.subflow ?? undefined },
  });
}

function sorted([speaker, words]: z.infer<typeof Pair>): Message | string {
  if (speaker === 'action') return 'action';
  const message = { label: speaker, text: words, time: null };
  return speaker === 'agent' || speaker === 'customer' ? { ...message, role: speaker } : message;
}
