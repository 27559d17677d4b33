/**
 * RingCentral: RingSense (ACE) insights with named speakers, interaction analytics, and bare lists of utterances. A
 * speaker with an extension is somebody of the company, one without is the other side.
 */
import { z } from 'zod';
import { readerOf } from './declared.ts';
import { id, listOf, part, raw, text, words } from './fields.ts';
import { type Said, speakerLabel, stated, type Told } from './said.ts';
import { seconds } from './span.ts';

const Utterance = z.object({ start: raw, text: words, speakerId: id, speakerName: text });
const Speaker = z.object({ speakerId: id, name: text, extensionId: id });
const Insights = z.object({
  sourceRecordId: id,
  sourceSessionId: id,
  callDirection: text,
  speakerInfo: listOf(Speaker),
  insights: part({ Transcript: listOf(Utterance) }),
  utteranceInsights: listOf(Utterance),
  utterances: listOf(Utterance),
});
type Insights = z.infer<typeof Insights>;
const Record = z.preprocess(value => (Array.isArray(value) ? { utterances: value } : value), Insights);

/** Transcripts of RingCentral. */
export const ringcentral = readerOf<Insights>({
  id: 'ringcentral',
  title: 'RingCentral',
  about: 'RingSense (ACE) insights, interaction analytics and lists of utterances with speaker ids.',
  signs: [
    ['insights.Transcript[].speakerId'],
    ['insights.Transcript', 'speakerInfo'],
    ['utteranceInsights[].speakerId'],
    ['utterances[].speakerId', 'utterances[].start'],
    ['[].speakerId', '[].start', '[].text'],
  ],
  schema: Record,
  told,
});

function told(record: Insights): Told {
  const { speakerInfo: speakers } = record;
  const all = [...(record.insights?.Transcript ?? []), ...record.utteranceInsights, ...record.utterances];
  const inside = speakers.filter(one => one.extensionId !== undefined);
  // Colleagues among themselves: then an extension tells nothing.
  const mixed = inside.length > 0 && inside.length < speakers.length;
  const said = all.map((one, i): Said => {
    const known = speakers.find(speaker => speaker.speakerId === one.speakerId);
    const name = known?.name ?? one.speakerName ?? undefined;
    const role =
      known === undefined || !mixed ? stated(name) : known.extensionId === undefined ? 'customer' : 'agent';
    return {
      by: name ?? speakerLabel(one.speakerId),
      role,
      agent: { id: known?.extensionId, name },
      text: one.text,
      time: seconds(one.start),
      at: `utterance ${i + 1}`,
    };
  });
  const customer = mixed ? speakers.find(one => one.extensionId === undefined)?.name : undefined;
  return {
    id: record.sourceRecordId ?? record.sourceSessionId,
    customer: customer == null || stated(customer) !== undefined ? undefined : customer,
    metadata: { direction: record.callDirection ?? undefined },
    said,
    pieces: true,
  };
}
