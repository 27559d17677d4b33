/**
 * Chats in the notation of language models: `messages` with roles `user` and `assistant`, or ShareGPT's `human` and
 * `gpt`. The assistant stands where the agent does; system and tool texts were said by nobody.
 */
import { z } from 'zod';
import type { Reading, Speaker } from '../model/conversation.ts';
import { id, isFields, list, named, text } from './fields.ts';
import { checked, jsonReader, type Place } from './json-reader.ts';
import { besides } from './renamed.ts';
import { holds } from './shape.ts';
import { asAgent, type Message, thread } from './thread.ts';

const Chat = z.object({ id, conversation_id: id, messages: list, conversations: list, conversation: list });
const content = z.union([z.string(), z.array(z.unknown())]).nullish();
const Entry = z.object({ role: text, from: text, content, value: content, name: text });
type Entry = z.infer<typeof Entry>;

const roots = ['', '[].', 'data[].', 'conversations[].'];

/** Chats in the notation of language models. */
export const chatModel = jsonReader({
  id: 'chat-model',
  title: 'Chat-model messages',
  about:
    'Conversations as "messages" with roles user and assistant (OpenAI style), or ShareGPT with human and gpt.',
  endings: ['.json', '.jsonl'],
  sniff: (shape, head) =>
    (holds(shape, ['messages[].role', 'messages[].content'], roots) &&
      /"role"\s*:\s*"assistant"/.test(head)) ||
    (holds(shape, ['[].role', '[].content'], ['']) && /"role"\s*:\s*"assistant"/.test(head)) ||
    holds(shape, ['conversations[].from', 'conversations[].value'], ['', '[].'])
      ? 0.95
      : 0,
  records(value) {
    if (isFields(value)) {
      const inner = value.data ?? value.conversations;
      return Array.isArray(inner) && inner.some(one => isFields(one) && 'messages' in one) ? inner : [value];
    }
    const all = [value].flat();
    return all.every(one => isFields(one) && 'role' in one && !('messages' in one))
      ? [{ messages: all }]
      : all;
  },
  read,
});

function* read(record: unknown, place: Place): Generator<Reading> {
  const found = checked(Chat, record, place);
  if ('problem' in found) {
    yield found;
    return;
  }
  const { value: chat } = found;
  const entries = [chat.messages, chat.conversations, chat.conversation].find(one => one.length > 0) ?? [];
  const { outcome } = besides(record as Record<string, unknown>);
  yield* thread(entries, Entry, 'message', place, sorted, {
    id: chat.id ?? chat.conversation_id ?? place.id(),
    channel: 'chat',
    ...(outcome !== undefined && { outcome }),
  });
}

const roles: Readonly<Record<string, Speaker>> = {
  user: 'customer',
  human: 'customer',
  customer: 'customer',
  assistant: 'agent',
  gpt: 'agent',
  chatgpt: 'agent',
  model: 'agent',
  bing: 'agent',
  bard: 'agent',
  agent: 'agent',
};

function sorted(entry: Entry): Message | string {
  const side = (entry.role ?? entry.from ?? '').toLowerCase();
  if (side === 'system' || side === 'developer') return 'system message';
  if (/^(?:tool|function|observation|function_call|tool_call)/.test(side)) return 'tool message';
  const role = roles[side];
  const message = { label: side, text: plain(entry.content ?? entry.value), time: null };
  if (role === undefined) return message;
  return { ...message, ...(role === 'agent' ? asAgent(named(entry.name)) : { role }) };
}

function plain(words: z.infer<typeof content>): string {
  if (typeof words === 'string') return words;
  return (words ?? [])
    .map(piece => (isFields(piece) ? piece.text : piece))
    .filter(piece => typeof piece === 'string')
    .join('\n');
}
