/**
 * ElevenLabs: conversations with its voice agents, where "agent" is a bot and nobody can be scored, and transcripts of
 * its speech-to-text.
 */
import { z } from 'zod';
import { readerOf } from './declared.ts';
import { id, listOf, part, raw, text, words } from './fields.ts';
import { outcomeFrom } from './outcome.ts';
import { speakerLabel, type Told } from './said.ts';
import { seconds } from './span.ts';
import { carried } from './talkers.ts';

const Turn = z.object({ role: text, message: words, time_in_call_secs: raw });
const Word = z.object({ text: words, type: text, start: raw, speaker_id: id });
const Conversation = z.object({
  conversation_id: id,
  agent_name: text,
  metadata: part({ main_language: text, feedback: part({ rating: raw, overall_score: raw }) }),
  transcript: listOf(Turn),
  transcription_id: id,
  language_code: text,
  words: listOf(Word),
});
type Conversation = z.infer<typeof Conversation>;

/** Conversations and transcripts of ElevenLabs. */
export const elevenlabs = readerOf<Conversation>({
  id: 'elevenlabs',
  title: 'ElevenLabs',
  about:
    'Conversations of ElevenLabs voice agents (bots, so nobody is scored) and speech-to-text with speakers.',
  signs: [
    ['agent_id', 'transcript[].message'],
    ['conversation_id', 'transcript[].time_in_call_secs'],
    ['transcript[].time_in_call_secs', 'transcript[].role'],
    ['agent_id', 'conversation_initiation_client_data'],
    ['language_probability', 'words[].type'],
    ['language_probability', 'language_code', 'text'],
  ],
  schema: Conversation,
  told: one => (one.transcript.length > 0 || one.conversation_id !== undefined ? talked(one) : heard(one)),
});

function talked(one: Conversation): Told {
  const { rating, overall_score: score } = one.metadata?.feedback ?? {};
  return {
    id: one.conversation_id,
    channel: 'call',
    outcome: outcomeFrom('rating', rating) ?? outcomeFrom('overall_score', score),
    metadata: { language: one.metadata?.main_language ?? undefined, bot: one.agent_name ?? undefined },
    said: one.transcript.map((turn, i) => ({
      by: turn.role ?? '',
      role: turn.role === 'user' ? 'customer' : turn.role === 'agent' ? 'bot' : undefined,
      text: turn.message,
      time: seconds(turn.time_in_call_secs),
      at: `transcript[${i}]`,
    })),
  };
}

function heard(one: Conversation): Told {
  const said = one.words
    .filter(word => word.type === 'word' || word.type == null)
    .map((word, i) => ({
      by: speakerLabel(word.speaker_id),
      text: word.text,
      time: seconds(word.start),
      at: `words[${i}]`,
    }));
  return {
    id: one.transcription_id,
    metadata: { language: one.language_code ?? undefined },
    said: carried(said),
    pieces: true,
  };
}
