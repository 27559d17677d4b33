/**
 * Turns that all stand on one line: `Agent: Hello. Customer: Hi. Agent: …`. Only role words split a line, since
 * any capitalised word may stand before a colon in running text.
 */
import { roleWords } from './role-words.ts';
import { who } from './speakers.ts';

/** A line cut before each role label in it; one piece where there is none. The pieces add up to the line. */
export function inline(line: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (let colon = line.indexOf(':'); colon !== -1; colon = line.indexOf(':', colon + 1)) {
    const start = labelStart(line, from, colon);
    if (start === null || start === from) continue;
    pieces.push(line.slice(from, start));
    from = start;
  }
  pieces.push(line.slice(from));
  return pieces.filter(piece => piece.trim() !== '');
}

/** Where the role label that ends at this colon begins; null when none does. */
function labelStart(line: string, from: number, colon: number): number | null {
  if (!/^:[\s*_]/.test(line.slice(colon, colon + 2))) return null;
  const low = Math.max(from, colon - 60);
  const front = line.slice(low, colon);
  // After the end of a sentence any role label begins a turn: `… day? PA Agent:`.
  const sentence = /(?:^|[.!?…"”')\]]\s+|\s{2,}|\n)((?:\*\*|__)?[\p{Lu}[][^.!?:]*)$/u.exec(front);
  if (
    sentence !== null &&
    (low === from || !sentence[0].startsWith(sentence[1]!)) &&
    who(sentence[1]!) !== null
  ) {
    return colon - sentence[1]!.length;
  }
  // In the middle of one only a plain role word does, as speech recognition often leaves out the full stops.
  const word = /(?:^|\s)((?:\*\*|__)?\p{Lu}\p{L}+(?: \p{Lu}\p{L}+| \d{1,3})?)$/u.exec(front);
  const shorter = word?.[1]?.includes(' ')
    ? [word[1], word[1].slice(word[1].indexOf(' ') + 1)]
    : [word?.[1] ?? ''];
  for (const label of shorter) {
    if (roleWords.has(label.replace(/[*_]/g, '').replace(/ \d+$/, '').toLowerCase()))
      return colon - label.length;
  }
  return null;
}
