/**
 * IETF vCon: messages as text dialogs, or a transcript of recordings among the analyses, told by the roles of the
 * parties. Signed and encrypted ones are opaque.
 */
import { z } from 'zod';
import { readerOf } from './declared.ts';
import { id, listOf, part, raw, text } from './fields.ts';
import type { Said, Told } from './said.ts';
import { instant } from './span.ts';
import { bodyOf, transcriptOf } from './vcon-body.ts';
import { Party, partiesOf } from './vcon-party.ts';

const Dialog = z.object({
  type: text,
  start: raw,
  parties: raw,
  originator: raw,
  body: raw,
  encoding: text,
  mimetype: text,
  mediatype: text,
});
type Dialog = z.infer<typeof Dialog>;
const Analysis = z.object({ type: text, dialog: raw, body: raw, encoding: text });
const Vcon = z.object({
  uuid: id,
  parties: listOf(Party),
  dialog: listOf(Dialog),
  analysis: listOf(Analysis),
  redacted: part({ uuid: id }),
  payload: raw,
  ciphertext: raw,
});
type Vcon = z.infer<typeof Vcon>;

/** vCon containers. */
export const vcon = readerOf<Vcon>({
  id: 'vcon',
  title: 'vCon (IETF)',
  about:
    'Conversations as vCon of any version, with text dialogs or with transcripts of recordings in the analysis.',
  signs: [
    ['vcon', 'parties'],
    ['vcon', 'uuid'],
    ['vcon', 'dialog'],
    ['parties', 'dialog', 'uuid'],
    ['parties', 'dialog', 'analysis'],
    ['payload', 'signatures'],
    ['ciphertext', 'recipients'],
  ],
  schema: Vcon,
  told(vcon) {
    if (vcon.payload !== undefined)
      return 'the vCon is signed, so its content is packed away; export it unsigned';
    if (vcon.ciphertext !== undefined) return 'the vCon is encrypted; decrypt it first';
    const said = messages(vcon);
    return { ...frame(vcon), said: said.length > 0 ? said : transcripts(vcon) };
  },
});

function frame({ uuid, parties, dialog }: Vcon): Omit<Told, 'said'> {
  const { customer } = partiesOf(parties);
  const starts = dialog.map(one => instant(one.start)).filter(one => one !== null);
  const start = starts.sort((a, b) => a.seconds - b.seconds)[0];
  return { id: uuid, ...(customer === undefined ? {} : { customer }), ...(start && { start }) };
}

/** Text dialogs: one message each, by the originator or the first of its parties. */
function messages({ parties, dialog }: Vcon): Said[] {
  const people = partiesOf(parties);
  return dialog.flatMap((one, i): Said[] => {
    if (one.type != null && one.type !== 'text') return [];
    const body = bodyOf(one);
    if (typeof body !== 'string' || body.trim() === '') return [];
    const html = /html/i.test(one.mimetype ?? one.mediatype ?? '');
    const said = html ? body.replace(/<[^<>]*>/g, ' ').replace(/\s+/g, ' ') : body;
    return [{ ...people.at(speaker(one)), text: said, time: instant(one.start), at: `dialog[${i}]` }];
  });
}

function speaker({ originator, parties }: Dialog): number | undefined {
  if (typeof originator === 'number') return originator;
  const first = Array.isArray(parties) ? parties[0] : parties;
  return typeof first === 'number' ? first : undefined;
}

/** How well an analysis suits: made as a transcript first, then as a diarized one. */
const kinds = ['transcript', 'transcription', 'wtf_transcription', 'wtf', 'diarized', 'diarization'];

/** One transcript of each recording: of several of the same one, the first that tells speakers apart. */
function transcripts({ parties, analysis, dialog }: Vcon): Said[] {
  const people = partiesOf(parties);
  const best = new Map<string, Said[]>();
  const suited = analysis
    .map((one, i) => ({ ...one, at: `analysis[${i}]`, rank: kinds.indexOf(one.type?.toLowerCase() ?? '') }))
    .filter(one => one.rank !== -1)
    .sort((a, b) => a.rank - b.rank);
  for (const one of suited) {
    const key = JSON.stringify(one.dialog ?? 0);
    const said = transcriptOf(bodyOf(one), people, one.at);
    const before = best.get(key);
    const better =
      before === undefined || (before.every(turn => turn.by === '') && said.some(turn => turn.by !== ''));
    if (better && said.length > 0) best.set(key, said);
  }
  const inOrder = [...best].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
  if (inOrder.length === 1) return inOrder[0]![1];
  return inOrder.flatMap(([key, said]) =>
    said.map(one => ({ ...one, time: within(one.time, dialog[Number(key)]) })),
  );
}

/** A time in one of several recordings, on the clock they share; none where its own start is not known. */
function within(time: Said['time'], recording: Dialog | undefined): Said['time'] {
  const start = instant(recording?.start);
  if (time == null || time.absolute || start === null) return time?.absolute === true ? time : null;
  return { seconds: start.seconds + time.seconds, absolute: true };
}
