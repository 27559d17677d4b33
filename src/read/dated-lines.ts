/**
 * Messengers' own text exports: each message begins with a date and time, `12/29/25, 10:30 PM - Name: text` or
 * `[29.12.25, 22:30:05] Name: text`, and may go on over lines without one. A dated line without a name is the app's.
 */
import type { Reading } from '../model/conversation.ts';
import { inDayOrder, type Stamp } from './day-order.ts';
import type { Input } from './reader.ts';
import { readingsOf, type Said } from './said.ts';
import { whole } from './whole.ts';

/** Marks of writing direction and odd spaces that phones put around dates and names. */
const MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const DATE = String.raw`(\d{1,4})[./-](\d{1,2})[./-](\d{1,4}),?\s+(?:at\s+|às\s+|um\s+)?`;
const TIME = String.raw`(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\s*([aApP])\s?\.?\s?[mM]\.?)?`;
const LINE = new RegExp(String.raw`^(?:\[${DATE}${TIME}\]\s?|${DATE}${TIME}\s+-\s)(.*)$`, 's');

/** A dated line taken apart; null for any other. */
export function dated(line: string): { readonly stamp: Stamp; readonly rest: string } | null {
  const found = LINE.exec(
    line
      .slice(0, 400)
      .replace(MARKS, '')
      .replace(/[\u00a0\u202f]/g, ' '),
  );
  if (found === null) return null;
  const from = found[1] === undefined ? 8 : 1;
  const [a, b, c, hour, minute, second] = found.slice(from, from + 6).map(part => Number(part ?? 0));
  const half = found[from + 6]?.toLowerCase();
  const hours = half === undefined ? hour! : (hour! % 12) + (half === 'p' ? 12 : 0);
  const stamp: Stamp = { parts: [a!, b!, c!], clock: hours * 3600 + minute! * 60 + second! };
  const rest = line.length > 400 ? found[15]! + line.slice(400) : found[15]!;
  return { stamp, rest };
}

/** Files and the like that the export left out, and messages taken back. */
const GONE =
  /^<?(?:media|image|video|audio|sticker|gif|document|contact card|voice message) omitted>?$|^<attached: .*>$|^.{1,80} \(file attached\)$|^(?:this message was deleted|you deleted this message|null|missed (?:voice|video) call.*)\.?$/i;

/** The conversation of such a file. */
export async function* readDatedLines(input: Input): AsyncGenerator<Reading> {
  const text = await whole(input, 'cut it into several files');
  if (typeof text !== 'string') {
    yield { problem: text };
    return;
  }
  const leftOut: Record<string, number> = {};
  const drop = (kind: string) => {
    leftOut[kind] = (leftOut[kind] ?? 0) + 1;
  };
  const found: { label: string; parts: string[]; stamp: Stamp; at: string }[] = [];
  let open: string[] | null = null;
  for (const [i, line] of text.split(/\r\n|\r|\n/).entries()) {
    const one = dated(line);
    if (one === null) {
      open?.push(line.replace(MARKS, ''));
      continue;
    }
    const name = /^([^:]{1,80}?):(?=\s|[^\w\s/]|$)\s*/.exec(one.rest);
    open = [];
    if (name === null) {
      drop('system message');
      continue;
    }
    open.push(one.rest.slice(name[0].length));
    found.push({ label: name[1]!.trim(), parts: open, stamp: one.stamp, at: `line ${i + 1}` });
  }
  const times = inDayOrder(found.map(one => one.stamp));
  const said = found.flatMap(({ label, parts, at }, i): Said[] => {
    const words = parts
      .join('\n')
      .replace(/<This message was edited>\s*$/i, '')
      .trim();
    if (words === '' || GONE.test(words)) {
      drop(words === '' ? 'message without text' : 'attachment');
      return [];
    }
    const seconds = times[i];
    return [
      {
        by: label,
        text: words,
        time: seconds === undefined || seconds === null ? null : { seconds, absolute: true },
        at,
      },
    ];
  });
  yield* readingsOf({ said, leftOut, channel: 'chat' }, { source: input.name, at: '', id: () => input.stem });
}
