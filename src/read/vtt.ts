/** WebVTT captions, as meeting tools and speech recognisers write them. */
import { conversationOf } from './captions.ts';
import { cues } from './cues.ts';
import type { Reader } from './reader.ts';
import { whole } from './whole.ts';

/** WebVTT: one conversation a file. */
export const vtt: Reader = {
  id: 'vtt',
  title: 'WebVTT captions',
  about:
    'Captions with voice tags (Teams), "Name: words" (Zoom) or names on their own line; one conversation a file.',
  endings: ['.vtt'],
  sniff(head) {
    if (/^\s*WEBVTT(?:\s|$)/.test(head)) return 1;
    // Some tools forget the first line.
    return /^\s*(?:\S+\s*\n)?(?:\d+:)?\d{1,2}:\d{2}\.\d{1,3}\s*-->/.test(head) ? 0.7 : 0;
  },
  async *read(input) {
    const text = await whole(input, 'cut it into one file a conversation');
    if (typeof text === 'string') yield* conversationOf(cues(text, 'dropped'), input, notes(text));
    else yield { problem: text };
  },
};

/** The words of NOTE blocks, line by line. */
const notes = (text: string): string[] =>
  [...text.matchAll(/^NOTE[ \t\n]+(.+(?:\n.+)*)$/gm)].flatMap(note => (note[1] as string).split('\n'));
