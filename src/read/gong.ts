/**
 * Gong: monologues of speakers known by id, their sentences in milliseconds. Names and sides stand in another answer
 * (`calls` with `parties`); they are believed where a file has both.
 */
import { z } from 'zod';
import { readerOf } from './declared.ts';
import { id, listOf, part, raw, text, words } from './fields.ts';
import { explained } from './record.ts';
import { type Said, speakerLabel, type Told } from './said.ts';
import { millis } from './span.ts';

const Party = z.object({ speakerId: id, userId: id, name: text, affiliation: text });
type Party = z.infer<typeof Party>;
const Monologue = z.object({ speakerId: id, sentences: listOf(z.object({ start: raw, text: words })) });
const Call = z.object({ callId: id, parties: listOf(Party), transcript: listOf(Monologue) });
type Call = z.infer<typeof Call>;
const Meta = z.object({ id, language: text, system: text, scope: text });
const Answer = z.object({
  callTranscripts: listOf(z.unknown()),
  calls: listOf(z.object({ metaData: Meta.nullish(), id, parties: listOf(Party) })),
  callId: id,
  parties: listOf(Party),
  metaData: part({ id }),
  transcript: listOf(Monologue),
});
type Answer = z.infer<typeof Answer>;

/** Call transcripts of Gong. */
export const gong = readerOf<Answer>({
  id: 'gong',
  title: 'Gong',
  about:
    'Call transcripts of Gong (callTranscripts), with the calls and their parties beside them for the roles.',
  signs: [
    ['callTranscripts[].transcript'],
    ['transcript[].sentences[].text', 'transcript[].speakerId'],
    ['callTranscripts', 'records'],
  ],
  schema: Answer,
  told(answer) {
    if (answer.transcript.length > 0) {
      return call({ ...answer, callId: answer.callId ?? answer.metaData?.id }, answer.parties);
    }
    return answer.callTranscripts.map(item => {
      const checked = Call.safeParse(item);
      if (!checked.success) return explained(checked.error, item);
      const one = checked.data;
      const meta = answer.calls.find(other => (other.metaData?.id ?? other.id) === one.callId);
      const language = meta?.metaData?.language ?? undefined;
      const parties = one.parties.length > 0 ? one.parties : (meta?.parties ?? answer.parties);
      return { ...call(one, parties), metadata: { language } };
    });
  },
});

function call({ callId, transcript }: Pick<Call, 'callId' | 'transcript'>, parties: readonly Party[]): Told {
  const said = transcript.flatMap((one, i): Said[] => {
    const party = parties.find(other => other.speakerId !== undefined && other.speakerId === one.speakerId);
    const side = party?.affiliation?.toLowerCase();
    const name = party?.name ?? undefined;
    const agentId = party?.userId ?? (side === 'internal' ? party?.speakerId : undefined);
    return one.sentences.map(sentence => ({
      by: name ?? speakerLabel(one.speakerId),
      role: side === 'internal' ? 'agent' : side === 'external' ? 'customer' : undefined,
      agent: { id: agentId, name },
      text: sentence.text,
      time: millis(sentence.start),
      at: `transcript[${i}]`,
    }));
  });
  const customer = parties.find(one => one.affiliation?.toLowerCase() === 'external')?.name;
  return { id: callId, channel: 'call', customer: customer ?? undefined, said, pieces: true };
}
