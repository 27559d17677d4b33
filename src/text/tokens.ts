/**
 * Characters → words, with their offsets kept. One pass per turn over the character codes, into arrays
 * that are reused from conversation to conversation; no string is made per word.
 *
 * The words of a turn are what a listener keeps of it: fillers ("um") and a word said twice in a row
 * ("my my mother") are counted and then passed over, so that a phrase matches across them (what is passed over only in
 * a second look: disfluency.ts). Shorthand is read as its words, several of them standing in one place. Full stops,
 * question and exclamation marks and line ends become break tokens, which no gap in a phrase crosses.
 */
import { fold, foldUnit } from './fold.ts';
import type { Reading } from './reading.ts';
import { HASH_SEED, hashUnit, hashWord, type Vocabulary } from './vocabulary.ts';

/** What stands at a place that is no word of the vocabulary. Breaks end a sentence. */
export const marks = ['.', '!', '?', '<number>', '<name>', '<url>', '<tag>'] as const;
export const [STOP, SHOUT, QUESTION, NUMBER, NAME, URL, TAG] = [0, 1, 2, 3, 4, 5, 6] as const;

const er = hashWord('er');
const the = hashWord('the');
/** "ER" and "the er" are the emergency room; any other "er" is a filler. */
const isEmergencyRoom = (raw: number, hash: number, before: number | undefined) =>
  hash === er && (raw === 69 || before === the);
const and = hashWord('and');
const bareNumber = hashWord('<number>');
const bareName = hashWord('<name>');
const bareUrl = hashWord('<url>');
const fillers = new Set(['um', 'umm', 'uh', 'uhh', 'uhm', 'er', 'erm'].map(hashWord));
/** Words whose full stop does not end a sentence. */
const abbreviations = new Set(
  [
    'mr',
    'mrs',
    'ms',
    'dr',
    'st',
    'no',
    'nr',
    'prof',
    'vs',
    'etc',
    'e.g',
    'i.e',
    'approx',
    'ref',
    'tel',
    'ext',
  ].map(hashWord),
);

const isDigit = (u: number) => u >= 48 && u <= 57;
/** Whether a folded unit is a letter. */
export const isLetter = (u: number): boolean =>
  (u >= 97 && u <= 122) ||
  (u >= 0xc0 && u < 0x2000 && u !== 0xd7 && u !== 0xf7) ||
  (u >= 0x2c00 && u < 0x2e00) ||
  (u >= 0x3040 && u < 0xd800);
const isSpace = (u: number) => u === 32 || u === 9 || u === 10 || u === 13 || Number.isNaN(u);

/** The tokens of one conversation, turn after turn in flat arrays. */
export class Tokens {
  /** Vocabulary number of each token; for other tokens -1 (unknown word) or -2 - mark. */
  word = new Int32Array(1024);
  /** Offsets into the turn's text. */
  start = new Int32Array(1024);
  end = new Int32Array(1024);
  /** Hash of the folded word: two tokens with the same letters have the same. */
  hash = new Int32Array(1024);
  /** The same without apostrophes, so that "i'm" and "im" are one; `<number>`, `<name>` and `<url>` for what they are. */
  bare = new Int32Array(1024);
  length = 0;
  /** First token of each turn, and one more entry for the end. */
  readonly turnStart: number[] = [0];
  /** Words of each turn as a person would count them: fillers and repeats included. */
  readonly turnWords: number[] = [];
  readonly #names = new Set<number>();

  readonly vocabulary: Vocabulary;
  readonly #reading: Reading | undefined;

  /** `reading`: how shorthand, faces and mistyped words are read; as they stand where it is left out. */
  constructor(vocabulary: Vocabulary, reading?: Reading) {
    this.vocabulary = vocabulary;
    this.#reading = reading;
  }

  /** Forgets the conversation before, and takes the names that count as names in the next. */
  reset(names: readonly string[]): void {
    this.length = 0;
    this.turnStart.length = 1;
    this.turnWords.length = 0;
    this.#names.clear();
    for (const name of names)
      for (const part of fold(name).split(/[^\p{L}']+/u))
        if (part.length > 1) this.#names.add(hashWord(part));
  }

  /** The letters of the word that a token was read as, where these may not be the ones in the text. */
  readAs(token: number): string | undefined {
    return this.#reading?.letters(this.bare[token] as number);
  }

  /** Whether this token ends a sentence. */
  isBreak(token: number): boolean {
    const word = this.word[token] as number;
    return word <= -2 && word >= -2 - QUESTION;
  }

  /** Whether a break was written as a mark, not only as the end of a line or turn. */
  isMark(token: number): boolean {
    return (this.end[token] as number) > (this.start[token] as number);
  }

  /** Whether this token is a question mark. */
  isQuestion(token: number): boolean {
    return this.word[token] === -2 - QUESTION;
  }

  /** Whether this token is known for a name by its capital or from the file. */
  isName(token: number): boolean {
    return this.bare[token] === bareName;
  }

  /** Whether this token is part of the agent's or the customer's name, as the file has it. */
  isOfParty(token: number): boolean {
    return this.#names.has(this.hash[token] as number);
  }

  /** Whether this token is a number in digits. */
  isNumber(token: number): boolean {
    return this.bare[token] === bareNumber;
  }

  #push(word: number, start: number, end: number, hash: number, bare = hash): void {
    if (this.length === this.word.length) {
      for (const key of ['word', 'start', 'end', 'hash', 'bare'] as const) {
        const larger = new Int32Array(this[key].length * 2);
        larger.set(this[key]);
        this[key] = larger;
      }
    }
    this.word[this.length] = word;
    this.start[this.length] = start;
    this.end[this.length] = end;
    this.hash[this.length] = hash;
    this.bare[this.length++] = bare;
  }

  #break(mark: number, at: number, end = at + 1): void {
    const last = this.length - 1;
    if (last < (this.turnStart.at(-1) as number) + 1) return;
    if (!this.isBreak(last)) this.#push(-2 - mark, at, end, 0);
    else if (mark === QUESTION) this.word[last] = -2 - QUESTION;
  }

  /** Adds a turn. It begins and ends with a break token, so that phrases can be tied to a sentence's edge. */
  add(text: string): void {
    this.#push(-2 - STOP, 0, 0, 0);
    let words = 0;
    const from = this.length;
    for (let i = 0; i < text.length; ) {
      const raw = text.charCodeAt(i);
      const unit = foldUnit(raw);
      if (isLetter(unit) || isDigit(unit)) {
        const start = i;
        const number = isDigit(unit);
        let hash = HASH_SEED;
        let bare = HASH_SEED;
        for (; i < text.length; i++) {
          const u = foldUnit(text.charCodeAt(i));
          if (!isLetter(u) && !isDigit(u)) {
            const next = foldUnit(text.charCodeAt(i + 1));
            // an apostrophe stays between letters, a point or comma between digits
            const inside = u === 39 ? isLetter(next) : (u === 46 || u === 44) && number && isDigit(next);
            if (!inside) break;
          }
          hash = hashUnit(hash, u);
          if (u !== 39) bare = hashUnit(bare, u);
        }
        words++;
        if (i - start >= 4 && isUrl(text, start, i)) {
          while (!isSpace(text.charCodeAt(i))) i++;
          this.#push(-2 - URL, start, i, 0, bareUrl);
          continue;
        }
        const slash = i - start === 1 && text.charCodeAt(i) === 47 ? slashed(text, start) : 0;
        if (slash > i) {
          i = slash;
          for (let k = start + 1; k < i; k++) hash = hashUnit(hash, foldUnit(text.charCodeAt(k)));
        }
        const short = this.#reading?.shorthand(hash);
        if (short && !isCapitals(text, start, i) && !this.#names.has(hash)) {
          for (const { word, hash: read, bare: letters } of short)
            if (this.length === from || this.hash[this.length - 1] !== read)
              this.#push(word, start, i, read, letters);
            else this.end[this.length - 1] = i;
          continue;
        }
        if (fillers.has(hash) && !isEmergencyRoom(raw, hash, this.hash[this.length - 1])) continue;
        if (this.length > from && this.hash[this.length - 1] === hash && hash !== 0 && !number) {
          this.end[this.length - 1] = i;
          continue;
        }
        let word = this.vocabulary.find(hash, text, start, i);
        if (word === -1) {
          if (number) word = -2 - NUMBER;
          else if (
            this.#names.has(hash) ||
            (raw !== unit && this.length > from && !this.isBreak(this.length - 1))
          )
            word = -2 - NAME;
          else if (i - start >= LONG && raw === unit) {
            const end = i;
            const meant = this.#reading?.slip(hash, () => fold(text.slice(start, end)));
            if (meant) {
              this.#push(meant.word, start, i, meant.hash, meant.bare);
              continue;
            }
          }
        }
        this.#push(word, start, i, hash, number ? bareNumber : word === -2 - NAME ? bareName : bare);
        continue;
      }
      if (unit === 38 && isSpace(text.charCodeAt(i - 1)) && isSpace(text.charCodeAt(i + 1))) {
        this.#push(this.vocabulary.numberOf('and'), i, i + 1, and);
        i++;
        continue;
      }
      if (unit === 91 || unit === 60) {
        const end = tagEnd(text, i);
        if (end > 0) {
          const name = `<${text
            .slice(i + 1, end - 1)
            .toLowerCase()
            .replace(/[-_ ]?\d+$/, '')
            .replace(/[_ -]/g, '')}>`;
          const word = this.vocabulary.numberOf(name);
          words++;
          this.#push(word === -1 ? -2 - TAG : word, i, end, hashWord(name));
          i = end;
          continue;
        }
      }
      const face = faceEnd(text, i, unit);
      if (face > 0) {
        let hash = HASH_SEED;
        for (let k = i; k < face; k++) hash = hashUnit(hash, foldUnit(text.charCodeAt(k)));
        if (this.length === from || this.hash[this.length - 1] !== hash) {
          const read = this.#reading?.face(hash);
          if (read) this.#push(read.word, i, face, hash, read.bare);
          else this.#push(this.vocabulary.find(hash, text, i, face), i, face, hash);
        }
        i = face;
        continue;
      }
      if (unit === 62 && (i === 0 || text.charCodeAt(i - 1) === 10) && isQuoted(text, i)) {
        // somebody else's words, quoted in a mail
        while (i < text.length && text.charCodeAt(i) !== 10) i++;
        continue;
      }
      if (unit === 63) this.#break(QUESTION, i);
      else if (unit === 33) this.#break(SHOUT, i);
      else if (unit === 10) {
        if (!isWrapped(text, i)) this.#break(STOP, i, i);
      } else if (unit === 46) {
        const next = text.charCodeAt(i + 1);
        const last = this.length - 1;
        const initial =
          last >= from &&
          (this.end[last] as number) - (this.start[last] as number) === 1 &&
          this.word[last] === -2 - NAME;
        const dots = next === 46 || text.charCodeAt(i - 1) === 46;
        if (
          !dots &&
          !initial &&
          (isSpace(next) || next === 34 || next === 41 || next === 0x201d) &&
          !abbreviations.has(this.hash[last] ?? 0)
        )
          this.#break(STOP, i);
      }
      i++;
    }
    if (this.length === from || !this.isBreak(this.length - 1))
      this.#push(-2 - STOP, text.length, text.length, 0);
    this.turnStart.push(this.length);
    this.turnWords.push(words);
  }
}

/** Words of fewer letters are never taken for mistyped ones. */
const LONG = 6;

/** Where `w/`, `w/o` or `b/c` ends that begins here; 0 if none does. */
function slashed(text: string, start: number): number {
  const found = /^(?:w\/o?|b\/c)(?![\p{L}\p{N}])/iu.exec(text.slice(start, start + 4))?.[0];
  if (found) return start + found.length;
  // "w/my mum": the word after it stands close
  return /^w\/(?=\p{Ll}{2})/u.test(text.slice(start, start + 4)) ? start + 2 : 0;
}

/** Whether a word of several letters is in capitals: an abbreviation, no shorthand. */
const isCapitals = (text: string, start: number, end: number): boolean =>
  end - start > 1 && isCapital(text.charCodeAt(start)) && isCapital(text.charCodeAt(end - 1));
const isCapital = (unit: number) => unit >= 65 && unit <= 90;

/** A line of a mail that was broken because it was full is at least so long. */
const FULL_LINE = 55;

/** Whether a line ends only because it was full: it is long, has no mark at its end, and goes on in lower case. */
function isWrapped(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  if (!(next >= 97 && next <= 122)) return false;
  if (at - text.lastIndexOf('\n', at - 1) <= FULL_LINE) return false;
  const last = foldUnit(text.charCodeAt(at - 1));
  return isLetter(last) || isDigit(last) || last === 44;
}

/** Whether `>` at the beginning of a line quotes it: "> text", ">> text", or nothing but marks. */
const isQuoted = (text: string, at: number): boolean =>
  /^(?:>\s?)+(?:\s|\S*\p{L}|$)/u.test(text.slice(at, at + 40));

/** Whether the word is the head of an address: `https://…`, `www.…`. */
function isUrl(text: string, start: number, end: number): boolean {
  const after = text.charCodeAt(end);
  if (after === 58) return text.charCodeAt(end + 1) === 47 && text.charCodeAt(end + 2) === 47;
  return after === 46 && end - start === 3 && /^www$/i.test(text.slice(start, end));
}

/** Where a redaction mark such as `[NAME]`, `[PHONE_NUMBER-2]` or `<redacted>` ends; 0 if none begins here. */
function tagEnd(text: string, at: number): number {
  const close = text.charCodeAt(at) === 91 ? 93 : 62;
  let i = at + 1;
  for (; i < text.length && i - at < 32; i++) {
    const unit = text.charCodeAt(i);
    if (unit === close) return i > at + 2 ? i + 1 : 0;
    const capital = (unit >= 65 && unit <= 90) || unit === 95 || unit === 45 || unit === 32 || isDigit(unit);
    if (!capital && !(close === 62 && unit >= 97 && unit <= 122)) return 0;
  }
  return 0;
}

/** Where an emoji or a typed face such as `:)` ends; 0 if none begins here. Skin tones and joiners are part of it. */
function faceEnd(text: string, at: number, unit: number): number {
  if (unit === 58 || unit === 59) {
    const nose = text.charCodeAt(at + 1) === 45 || text.charCodeAt(at + 1) === 39 ? 2 : 1;
    const mouth = text[at + nose];
    return mouth !== undefined &&
      '()D/P'.includes(mouth) &&
      !isLetter(foldUnit(text.charCodeAt(at + nose + 1))) &&
      text[at + nose + 1] !== '/'
      ? at + nose + 1
      : 0;
  }
  const pair = unit >= 0xd800 && unit < 0xdc00;
  if (!pair && !(unit >= 0x2600 && unit < 0x27c0)) return 0;
  let end = at + (pair ? 2 : 1);
  while (
    text.charCodeAt(end) === 0xfe0f ||
    (text.charCodeAt(end) === 0xd83c && text.charCodeAt(end + 1) >= 0xdffb)
  )
    end += text.charCodeAt(end) === 0xfe0f ? 1 : 2;
  return end;
}
