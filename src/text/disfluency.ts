/**
 * What a listener passes over: a stretch said again ("i was i was going"), a word broken off ("my mo- my mother"), and
 * "you know", "i mean", "like" where they fill a pause. The words stay in the transcript and weigh as they did; phrases
 * are looked for a second time without them. So a wrong guess here adds a reading and takes none away.
 */
import type { Tokens } from './tokens.ts';
import { hashWord } from './vocabulary.ts';

const set = (words: string) => new Set(words.split(/\s+/).map(hashWord));
const pair = (words: string) => words.split(' ').map(hashWord) as [number, number];

/** Fillers of two words, and what they must not stand after or before to be ones. */
const twoWords = new Map<number, number[]>();
for (const [one, two] of ['you know', 'i mean', 'you see', 'sort of', 'kind of'].map(pair))
  twoWords.set(one, [...(twoWords.get(one) ?? []), two]);
const notBefore = set('what how where when who whom why if whether that which a an my the your');
const notAfter = set(
  'do did does if let that as how would dont didnt what when thing things some any to will ill can cant see same this what',
);
/** Fillers of one word, where they neither compare nor are liked. */
const like = hashWord('like');
const likeAfter = set('was were is im its hes shes theyre were been just and but so being really');
const notLikeBefore = set(
  'a an the my your his her their our this that these those i you he she it we they when if',
);
const idle = set('actually basically obviously honestly anyway');
const FILLER_MOST = 3;

/** The longest stretch that is heard when said again. */
const LONGEST_AGAIN = 4;

/** The tokens of one turn that a listener keeps, breaks included; null if that is all of them. */
export function heard(tokens: Tokens, text: string, from: number, to: number): number[] | null {
  const { bare, hash, word } = tokens;
  if (!mayStumble(tokens, text, from, to)) return null;
  const kept: number[] = [];
  const is = (token: number, known: number) => token < to && bare[token] === known;
  for (let token = from; token < to; token++) {
    const own = bare[token] as number;
    if (isBrokenOff(tokens, text, token, to)) continue;
    if (idle.has(own)) continue;
    if (own === like && likeAfter.has(bare[token - 1] as number) && token + 1 < to) {
      if (!notLikeBefore.has(bare[token + 1] as number)) continue;
    }
    const filler = twoWords.get(own)?.some(two => is(token + 1, two));
    if (filler && !notAfter.has(bare[token - 1] as number) && !notBefore.has(bare[token + 2] ?? 0)) {
      token++;
      continue;
    }
    kept.push(token);
  }
  const out: number[] = [];
  for (const token of kept) {
    out.push(token);
    // what was just said again goes: the first of the two
    for (let n = 1; n <= LONGEST_AGAIN && 2 * n <= out.length; n++) {
      let same = true;
      for (let i = 1; same && i <= n; i++) {
        const [a, b] = [out[out.length - i] as number, out[out.length - i - n] as number];
        same = hash[a] === hash[b] && hash[a] !== 0 && (word[a] as number) > -2;
      }
      if (same) {
        out.splice(out.length - 2 * n, n);
        break;
      }
    }
  }
  return out.length === to - from ? null : out;
}

/** Whether there is anything to pass over: asked of every turn, so at the price of a few comparisons a word. */
function mayStumble({ bare, hash, end }: Tokens, text: string, from: number, to: number): boolean {
  for (let token = from; token < to; token++) {
    const own = hash[token] as number;
    if (own === 0) continue;
    for (let n = 2; n <= LONGEST_AGAIN && token - n >= from; n++)
      if (hash[token - n] === own && hash[token - 1] === hash[token - 1 - n]) return true;
    const word = bare[token] as number;
    if (word === like || idle.has(word)) return true;
    const seconds = twoWords.get(word);
    if (seconds?.includes(bare[token + 1] as number)) return true;
    if (isDash(text.charCodeAt(end[token] as number))) return true;
  }
  return false;
}

/** Whether a word stops short with a dash and is then begun again: "mo- mother". */
function isBrokenOff(tokens: Tokens, text: string, token: number, to: number): boolean {
  const end = tokens.end[token] as number;
  if ((tokens.word[token] as number) <= -2 || !isDash(text.charCodeAt(end))) return false;
  if (!/^[-–—]+(?:\s|,)/.test(text.slice(end, end + 4))) return false;
  const said = text.slice(tokens.start[token], end).toLowerCase();
  for (let next = token + 1; next < Math.min(to, token + 1 + FILLER_MOST); next++) {
    const later = text.slice(tokens.start[next], tokens.end[next]).toLowerCase();
    if (later.startsWith(said) || later === said) return true;
  }
  return false;
}
const isDash = (unit: number) => unit === 45 || unit === 0x2013 || unit === 0x2014;
