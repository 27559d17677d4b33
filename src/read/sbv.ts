/** SubViewer captions (`.sbv`), as YouTube and Google Meet write them; Meet puts `(Name)` above the words. */
import { conversationOf } from './captions.ts';
import type { Cue } from './cues.ts';
import type { Reader } from './reader.ts';
import { whole } from './whole.ts';

const TIMING = /^\s*(\d{1,3}):(\d{2}):(\d{2})\.(\d{1,3}),\d{1,3}:\d{2}:\d{2}\.\d{1,3}\s*$/;

/** SubViewer: one conversation a file. */
export const sbv: Reader = {
  id: 'sbv',
  title: 'SubViewer captions',
  about: 'Captions with "0:00:01.000,0:00:04.000" above the words and "(Name)" where the speaker changes.',
  endings: ['.sbv'],
  sniff: head => (TIMING.test(head.trimStart().split(/\r\n|\r|\n/, 1)[0]!) ? 0.97 : 0),
  async *read(input) {
    const text = await whole(input, 'cut it into one file a conversation');
    if (typeof text === 'string') yield* conversationOf({ cues: cuesOf(text), broken: [] }, input);
    else yield { problem: text };
  },
};

function cuesOf(text: string): Cue[] {
  const cues: Cue[] = [];
  for (const [i, line] of text.split(/\r\n|\r|\n/).entries()) {
    const timing = TIMING.exec(line);
    if (timing !== null) {
      const [hours, minutes, seconds] = timing.slice(1, 4).map(Number);
      const fraction = Number(timing[4]!.padEnd(3, '0')) / 1000;
      cues.push({ seconds: hours! * 3600 + minutes! * 60 + seconds! + fraction, lines: [], line: i + 1 });
    } else if (line.trim() !== '') cues.at(-1)?.lines.push(line.trim());
  }
  return cues.map(cue => ({ ...cue, lines: named(cue.lines) }));
}

/** `(Name)` on a line of its own as the voice tag it means. */
function named(lines: readonly string[]): string[] {
  const [first = '', ...rest] = lines;
  const name = /^\((\p{L}[^()<>]{0,60})\)$/u.exec(first)?.[1];
  return name === undefined || rest.length === 0 ? [...lines] : [`<v ${name}>${rest.join(' ')}`];
}
