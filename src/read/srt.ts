/** SubRip captions: numbered, with a comma in their times, and often a name only where the speaker changes. */
import { conversationOf } from './captions.ts';
import { cues } from './cues.ts';
import type { Reader } from './reader.ts';
import { whole } from './whole.ts';

/** SubRip: one conversation a file. */
export const srt: Reader = {
  id: 'srt',
  title: 'SubRip captions',
  about: 'Numbered captions with "Name: words" where the speaker changes; one conversation a file.',
  endings: ['.srt'],
  sniff(head) {
    if (/^\s*\d+\s*\r?\n\s*\d{1,4}:\d{1,2}:\d{1,2},\d{1,3}\s*-->/.test(head)) return 1;
    return /^\s*\d{1,4}:\d{1,2}:\d{1,2},\d{1,3}\s*-->/m.test(head) && !/^\s*WEBVTT/.test(head) ? 0.7 : 0;
  },
  async *read(input) {
    const text = await whole(input, 'cut it into one file a conversation');
    if (typeof text === 'string') yield* conversationOf(cues(text, 'kept'), input);
    else yield { problem: text };
  },
};
