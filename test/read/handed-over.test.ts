/**
 * What speech formats hand over before roles are told: the same call, exported by every vendor, comes out with the
 * same words at the same times under one label a speaker. `compose` is replaced, so no role has to be known.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { Spoken } from '../../src/read/compose.ts';
import { read } from '../../src/read/read.ts';
import { inputs } from '../../src/read/source.ts';

const heard = vi.hoisted((): Spoken[] => []);
vi.mock('../../src/read/compose.ts', () => ({
  compose: (spoken: readonly Spoken[]) => {
    heard.push(...spoken);
    return [];
  },
}));

const call = [
  [0.5, 'Thank you for calling Larkfield Energy, my name is Priya. How can I help you today?'],
  [5.4, 'Hi, my mother passed away last week and I need to close her account.'],
  [10.2, "I'm so sorry for your loss. Can I take the account number, please?"],
  [14.5, "Yes, it's four four seven one."],
  [17, 'Thank you. I have closed it for you. Is there anything else I can help with?'],
  [21.9, "No, that's all. Goodbye."],
] as const;
const overlapping = [
  [0.5, 'Thank you for calling Larkfield Energy, how can I help you today?'],
  [4.2, 'Hi. My mother passed away last week.'],
  [7.2, "I'm so sorry to hear that."],
  [9.4, 'Thank you.'],
] as const;

async function handed(name: string): Promise<Spoken[]> {
  heard.length = 0;
  const folder = join(import.meta.dirname, '../../fixtures', name);
  const file = readdirSync(folder).find(entry => entry.startsWith('input.'))!;
  const problems = [];
  for await (const reading of read(inputs([join(folder, file)]))) problems.push(reading);
  expect(problems).toEqual([]);
  return heard;
}

test.each([
  ['call-analytics/job', 'AGENT', 'CUSTOMER', 6],
  ['amazon-transcribe/speakers', 'spk_0', 'spk_1', 4],
  ['amazon-transcribe/audio-segments', 'spk_0', 'spk_1', 4],
  ['bedrock-audio/channels', 'ch_0', 'ch_1', 6],
  ['google-stt/repeated-words', 'Speaker 1', 'Speaker 2', 3],
  ['google-stt/channels', 'Channel 1', 'Channel 2', 4],
  ['genesys-cloud/relative-times', 'internal', 'external', 4],
  ['ringcentral/interaction-analytics', 'Speaker 0', 'Speaker 1', 6],
  ['ringcentral/ringsense', 'Tomas Reyes', 'Ines Okafor', 6],
  ['aircall/call', '42', '+44 20 0000', 6],
  ['verint/words', 'Agent', 'Customer', 3],
  ['vcon/packed-deepgram', 'Speaker 0', 'Speaker 1', 3],
  ['deepgram/words', 'Speaker 0', 'Speaker 1', 3],
  ['deepgram/streamed', 'Channel 0', 'Channel 1', 3],
  ['assemblyai/utterances', 'Speaker A', 'Speaker B', 6],
  ['assemblyai/words-only', 'Speaker A', 'Speaker B', 3],
  ['revai/monologues', 'Speaker 0', 'Speaker 1', 4],
  ['revai/without-blanks', 'Speaker 0', 'Speaker 1', 4],
  ['azure-speech/two-channels', 'Channel 0', 'Channel 1', 6],
  ['azure-speech/fast', 'Speaker 1', 'Speaker 2', 6],
  ['azure-speech/version-2', 'Speaker 1', 'Speaker 2', 4],
  ['speechmatics/version-1', 'M1', 'F1', 4],
  ['speechmatics/version-2', 'S1', 'S2', 4],
  ['whisper/bare-list', 'SPEAKER_00', 'SPEAKER_01', 6],
  ['whisper/whisperx-words', 'SPEAKER_00', 'SPEAKER_01', 4],
  ['elevenlabs/speech-to-text', 'speaker_0', 'speaker_1', 3],
  ['otter/segments', 'Agent', 'Customer', 6],
])('%s tells the call', async (name, agent, customer, turns) => {
  const wanted = call.slice(0, turns).map(([at, text], i) => [at, i % 2 === 0 ? agent : customer, text]);
  expect((await handed(name)).map(one => [one.seconds, one.label, one.text])).toEqual(wanted);
});

test.each([
  ['amazon-transcribe/channels-overlap', 'ch_0', 'ch_1'],
  ['deepgram/multichannel', 'Channel 0', 'Channel 1'],
  ['speechmatics/channels', 'Agent', 'Customer'],
])('%s keeps overlapping sentences whole', async (name, agent, customer) => {
  const wanted = overlapping.map(([at, text], i) => [at, i % 2 === 0 ? agent : customer, text]);
  expect((await handed(name)).map(one => [one.seconds, one.label, one.text])).toEqual(wanted);
});
