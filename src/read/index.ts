/**
 * The formats we read, and choosing one. The surest reader takes a file; an ending only lifts a doubtful one. Two
 * equally sure, or none sure enough, is a problem that names them: a format is never guessed in silence.
 */
import { UsageError } from '../errors.ts';
import type { Problem, Reading, Speaker } from '../model/conversation.ts';
import { abcd } from './abcd.ts';
import { aircall } from './aircall.ts';
import { amazonTranscribe } from './amazon-transcribe.ts';
import { assemblyai } from './assemblyai.ts';
import { azureSpeech } from './azure-speech.ts';
import { bedrockAudio } from './bedrock-audio.ts';
import { callAnalytics } from './call-analytics.ts';
import { canonical } from './canonical.ts';
import { chatModel } from './chat-model.ts';
import { contactLens } from './contact-lens.ts';
import { convokit } from './convokit.ts';
import { csvConversation } from './csv-conversation.ts';
import { csvUtterance } from './csv-utterance.ts';
import { deepgram } from './deepgram.ts';
import { dialpad } from './dialpad.ts';
import { elevenlabs } from './elevenlabs.ts';
import { fireflies } from './fireflies.ts';
import { flatTickets } from './flat-tickets.ts';
import { freshdesk } from './freshdesk.ts';
import { front } from './front.ts';
import { genesysCloud } from './genesys-cloud.ts';
import { giosg } from './giosg.ts';
import { gong } from './gong.ts';
import { googleCcai } from './google-ccai.ts';
import { googleMeet } from './google-meet.ts';
import { googleStt } from './google-stt.ts';
import { helpscout } from './helpscout.ts';
import { htmlTranscript } from './html-transcript.ts';
import { hubspot } from './hubspot.ts';
import { intercom } from './intercom.ts';
import { json } from './json.ts';
import { livechat } from './livechat.ts';
import { mail } from './mail.ts';
import { guessedMap } from './map-guess.ts';
import { readMapped } from './mapped.ts';
import type { Mapping } from './mapping.ts';
import { noTranscript } from './no-transcript.ts';
import { otter } from './otter.ts';
import { plain } from './plain.ts';
import { podcast } from './podcast.ts';
import { unreadable } from './problem.ts';
import type { Input, Reader } from './reader.ts';
import { revai } from './revai.ts';
import { ringcentral } from './ringcentral.ts';
import { salesforceEntries } from './salesforce-entries.ts';
import { salesforceLivechat } from './salesforce-livechat.ts';
import { sbv } from './sbv.ts';
import { settler } from './settle.ts';
import { signal } from './signal.ts';
import { slackExport } from './slack-export.ts';
import { why } from './source.ts';
import { speechmatics } from './speechmatics.ts';
import { srt } from './srt.ts';
import { teamsJson } from './teams-json.ts';
import { telegram } from './telegram.ts';
import { twilioConversations } from './twilio-conversations.ts';
import { twilioVoiceIntelligence } from './twilio-voice-intelligence.ts';
import { vcon } from './vcon.ts';
import { verint } from './verint.ts';
import { vtt } from './vtt.ts';
import { whatsapp } from './whatsapp.ts';
import { whisper } from './whisper.ts';
import { zendeskChat } from './zendesk-chat.ts';
import { zendeskTicket } from './zendesk-ticket.ts';
import { zohoDesk } from './zoho-desk.ts';

/** Every format, in the order `unscripted formats` lists them: the plainest to produce first. */
export const readers: readonly Reader[] = [
  canonical,
  json,
  csvUtterance,
  csvConversation,
  vtt,
  srt,
  plain,
  zendeskTicket,
  zendeskChat,
  intercom,
  livechat,
  freshdesk,
  front,
  helpscout,
  zohoDesk,
  hubspot,
  giosg,
  twilioConversations,
  contactLens,
  callAnalytics,
  amazonTranscribe,
  bedrockAudio,
  genesysCloud,
  googleCcai,
  googleStt,
  twilioVoiceIntelligence,
  ringcentral,
  dialpad,
  aircall,
  gong,
  verint,
  vcon,
  deepgram,
  assemblyai,
  revai,
  azureSpeech,
  speechmatics,
  whisper,
  elevenlabs,
  fireflies,
  otter,
  googleMeet,
  sbv,
  podcast,
  flatTickets,
  salesforceLivechat,
  salesforceEntries,
  slackExport,
  teamsJson,
  whatsapp,
  telegram,
  signal,
  mail,
  chatModel,
  convokit,
  abcd,
  htmlTranscript,
];

/** What `read` may be told. */
export interface ReadOptions {
  /** The id of a reader (`--input-format`); without it the content decides. */
  readonly format?: string | undefined;
  /** Who speaks, by the source's own label, whatever its case; goes before what the source and the words say. */
  readonly roles?: ReadonlyMap<string, Speaker> | undefined;
  /** Names of agents, as labels or fields have them. */
  readonly agentNames?: readonly string[] | undefined;
  /** What columns or keys mean (`--map`); every input is then read as a table or JSON by it. */
  readonly map?: Mapping | undefined;
  /** Leaves out problems that keep no conversation from being scored and take time to find: for a pass that counts. */
  readonly unchecked?: boolean | undefined;
  /** Told once for each file, when its format is chosen. */
  readonly onFormat?: ((chosen: Chosen) => void) | undefined;
}

/** A file, what it was taken for, and how surely (1 where the user said so). */
export interface Chosen {
  readonly source: string;
  readonly format: string;
  readonly sure: number;
}

/** Reads inputs one after the other; what could not be read is a problem in its place. */
export function read(
  inputs: AsyncIterable<Input | Problem> | Iterable<Input | Problem>,
  options: ReadOptions = {},
): AsyncGenerator<Reading> {
  return all(inputs, options.format === undefined ? null : named(options.format), options);
}

async function* all(
  inputs: AsyncIterable<Input | Problem> | Iterable<Input | Problem>,
  forced: Reader | null,
  options: ReadOptions,
): AsyncGenerator<Reading> {
  const settle = settler(options);
  for await (const input of inputs) {
    if ('reason' in input) {
      yield { problem: input };
      continue;
    }
    const reader = options.map === undefined ? (forced ?? choose(input)) : byMap(options.map);
    if ('reason' in reader) {
      yield { problem: reader };
      continue;
    }
    const sure =
      forced === null && options.map === undefined ? lifted(reader.sniff(input.head), reader, input.name) : 1;
    options.onFormat?.({ source: input.name, format: reader.id, sure });
    try {
      for await (const reading of reader.read(input)) yield* settle.each(reading);
    } catch (error) {
      // The system gave up in the middle of a file: the others can still be read. `why` throws what is a bug.
      yield { problem: unreadable(input.name, '', `reading broke off: ${why(error)}`) };
    }
  }
  yield* settle.end();
}

/** A reader that does as the user's mapping says. */
function byMap(map: Mapping): Pick<Reader, 'id' | 'sniff' | 'read' | 'endings'> {
  return { id: 'mapped', endings: [], sniff: () => 1, read: input => readMapped(input, map) };
}

function named(format: string): Reader {
  const reader = readers.find(one => one.id === format);
  if (reader !== undefined) return reader;
  throw new UsageError(`There is no input format "${format}". Choose one of: ${ids(readers)}.`);
}

const SURE = 0.5;
/** So sure is only a reader that knows a format by signs of its own. */
const CERTAIN = 0.85;
const DOUBTFUL = { from: 0.3, to: 0.7, lift: 0.1 };

/** The surest reader for an input, or the problem that there is none. */
export function choose(
  input: Pick<Input, 'name' | 'head'>,
  among: readonly Reader[] = readers,
): Reader | Problem {
  const sure = among.map(reader => ({ reader, sure: lifted(reader.sniff(input.head), reader, input.name) }));
  const most = Math.max(...sure.map(one => one.sure));
  const best = sure.filter(one => one.sure === most).map(one => one.reader);
  const known = most < CERTAIN ? noTranscript(input.head) : null;
  if (known !== null) return unreadable(input.name, '', `this is ${known}`);
  if (most < SURE) {
    const map = guessedMap(input.head);
    const example = map === null ? '' : `, or say what its columns are, such as --map '${map}'`;
    const reason = `the format is not recognised; name it with --input-format (see: unscripted formats)${example}`;
    return unreadable(input.name, '', reason);
  }
  if (best.length === 1) return best[0]!;
  return unreadable(
    input.name,
    '',
    `the format could be ${best.map(one => one.id).join(' or ')}; say which with --input-format`,
  );
}

function lifted(sure: number, reader: Pick<Reader, 'endings'>, name: string): number {
  const plain = name.toLowerCase().replace(/\.gz$/, '');
  const fits = reader.endings.some(ending => plain.endsWith(ending));
  return fits && sure >= DOUBTFUL.from && sure <= DOUBTFUL.to ? sure + DOUBTFUL.lift : sure;
}

function ids(list: readonly Reader[]): string {
  return list.map(reader => reader.id).join(', ');
}
