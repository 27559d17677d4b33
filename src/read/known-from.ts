/** From what each format is known: how far its reader can be trusted with a file nobody here has seen. */

/** Real files; the vendor's documentation; a public specification; or hearsay, for want of anything better. */
export type KnownFrom = 'recorded files' | 'documentation' | 'specification' | 'descriptions only';

const ids: Readonly<Record<KnownFrom, string>> = {
  'recorded files': `csv-utterance csv-conversation json plain vtt srt zendesk-ticket intercom front zoho-desk
    twilio-conversations contact-lens call-analytics amazon-transcribe google-ccai google-stt
    twilio-voice-intelligence ringcentral vcon deepgram assemblyai revai azure-speech speechmatics whisper
    elevenlabs fireflies otter podcast flat-tickets salesforce-livechat slack-export teams-json whatsapp telegram
    signal abcd html-transcript`,
  documentation: `zendesk-chat livechat freshdesk helpscout hubspot giosg genesys-cloud dialpad aircall gong
    salesforce-entries convokit`,
  specification: 'canonical sbv mail chat-model',
  'descriptions only': 'bedrock-audio verint google-meet',
};

/** By reader id. */
export const knownFrom: ReadonlyMap<string, KnownFrom> = new Map(
  (Object.keys(ids) as KnownFrom[]).flatMap(from => ids[from].split(/\s+/).map(id => [id, from] as const)),
);
