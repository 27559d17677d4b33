/**
 * The formats we read. They bring half of the tool's code along, so that reading starts without them (read.ts), and
 * JSON Lines, which are told by their first line, never load them.
 */
import type { Problem } from '../model/conversation.ts';
import { abcd } from './abcd.ts';
import { aircall } from './aircall.ts';
import { amazonTranscribe } from './amazon-transcribe.ts';
import { assemblyai } from './assemblyai.ts';
import { azureSpeech } from './azure-speech.ts';
import { bedrockAudio } from './bedrock-audio.ts';
import { callAnalytics } from './call-analytics.ts';
import { canonical } from './canonical.ts';
import { chatModel } from './chat-model.ts';
import { surest } from './choose.ts';
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
import { otter } from './otter.ts';
import { plain } from './plain.ts';
import { podcast } from './podcast.ts';
import type { Input, Reader } from './reader.ts';
import { revai } from './revai.ts';
import { ringcentral } from './ringcentral.ts';
import { salesforceEntries } from './salesforce-entries.ts';
import { salesforceLivechat } from './salesforce-livechat.ts';
import { sbv } from './sbv.ts';
import { signal } from './signal.ts';
import { slackExport } from './slack-export.ts';
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

/** The surest reader for an input, or the problem that there is none. */
export const choose = (
  input: Pick<Input, 'name' | 'head'>,
  among: readonly Reader[] = readers,
): Reader | Problem => surest(input, among);
