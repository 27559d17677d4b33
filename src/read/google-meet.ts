/**
 * Google Meet transcripts saved as text: a title, the attendees, then `Name: words`, with a time alone on a line every
 * few minutes. Those times are the minute's, not a turn's.
 */
import { counter } from './ids.ts';
import { labelled, nameLike } from './labels.ts';
import type { Reader } from './reader.ts';
import { readingsOf, type Said, stated } from './said.ts';
import { whole } from './whole.ts';

const MARK = /^\s*\d{1,2}:\d{2}:\d{2}\s*$/;
const ATTENDEES = /^[\s#*_]*(?:attendees|participants|invited)\s*[*_:]*\s*$/i;
const END = /^\s*(?:meeting|transcription|transcript) ended (?:after|at)\b|^\s*this editable transcript\b/i;

/** Google Meet: one conversation a file. */
export const googleMeet: Reader = {
  id: 'google-meet',
  title: 'Google Meet transcript',
  about:
    'Transcripts of Google Meet as text: attendees, time marks on lines of their own, and "Name: words".',
  endings: ['.txt', '.md'],
  sniff(head) {
    const lines = head.split(/\r\n|\r|\n/);
    const marks = lines.filter(line => MARK.test(line)).length;
    const turns = lines.filter(line => turnOf(line) !== null).length;
    return marks > 0 && turns > 1 && lines.some(line => ATTENDEES.test(line)) ? 0.95 : 0;
  },
  async *read(input) {
    const text = await whole(input, 'cut it into one file a conversation');
    if (typeof text !== 'string') yield { problem: text };
    else yield* readingsOf({ said: said(text) }, { source: input.name, at: '', id: counter(input.stem) });
  },
};

function turnOf(line: string): { by: string; text: string } | null {
  const found = labelled(line);
  if (found === null || found.text === '' || found.time !== null) return null;
  return nameLike(found.label) || stated(found.label) !== undefined
    ? { by: found.label, text: found.text }
    : null;
}

function said(text: string): Said[] {
  const turns: { by: string; text: string; at: string }[] = [];
  const lines = text.split(/\r\n|\r|\n/);
  // Turns stand below the first mark; above it are the title and the people.
  const first = Math.max(
    0,
    lines.findIndex(line => MARK.test(line)),
  );
  for (const [i, line] of lines.entries()) {
    if (i < first || MARK.test(line) || line.trim() === '') continue;
    if (END.test(line)) break;
    const turn = turnOf(line);
    if (turn !== null) turns.push({ ...turn, at: `line ${i + 1}` });
    else if (turns.length > 0) turns.at(-1)!.text += `\n${line.trim()}`;
  }
  return turns;
}
