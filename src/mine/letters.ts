/** Small questions about the characters of a turn, asked while masking. */
import { foldUnit } from '../text/fold.ts';
import { isLetter } from '../text/tokens.ts';

/** A capital, ASCII or with an accent. */
export const isUpper = (unit: number): boolean =>
  (unit >= 65 && unit <= 90) || (unit >= 0xc0 && unit <= 0xde && unit !== 0xd7);

/** Whether capitals tell names in this turn: not where (nearly) all is in capitals, or every word begins with one. */
export function capitalsSay(text: string): boolean {
  let [upper, letters, words, begun] = [0, 0, 0, 0];
  let inside = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (!isLetter(foldUnit(unit))) {
      if (unit !== 39 && unit !== 0x2019) inside = false;
      continue;
    }
    letters++;
    const capital = isUpper(unit);
    if (capital) upper++;
    if (!inside) {
      words++;
      if (capital) begun++;
    }
    inside = true;
  }
  if (letters >= 8 && upper > 0.6 * letters) return false;
  return words < 4 || begun < 0.8 * words;
}

/** Whether what follows a word is the rest of a web address: `.com/help`. */
export const isAddressTail = (text: string, end: number): boolean =>
  /^\.(?:com|org|net|co|io|gov|edu|uk|ca|de|us|info|example)\b/i.test(text.slice(end, end + 10)) ||
  /^\.[a-z]+\.(?:com|org|net|co|uk|example)\b/i.test(text.slice(end, end + 24));

/** Where an address that has begun ends: at the next space, its closing mark left off. */
export function emailEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && text.charCodeAt(end) > 32) end++;
  while (end > from && /[.,;:!?)"'\]]/.test(text[end - 1] as string)) end--;
  return end;
}
