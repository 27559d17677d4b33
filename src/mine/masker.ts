/**
 * Conversation → the agent's sentences, masked: case, punctuation, fillers and forms of address gone; numbers,
 * dates, amounts, addresses, tags and names turned into slots. No string is made per word.
 *
 * A name is told by its capital inside a sentence, or by the conversation's own names. A turn in capitals throughout,
 * or with A Capital On Every Word, gives no such sign, so there only the known names count.
 */
import type { Conversation } from '../model/conversation.ts';
import type { Boundaries } from '../text/boundaries.ts';
import { closedEnd } from '../text/closing.ts';
import { foldUnit } from '../text/fold.ts';
import { partyNames } from '../text/parties.ts';
import { type Sentence, sentences } from '../text/sentences.ts';
import { isLetter, NUMBER as NUMBER_MARK, Tokens, URL as URL_MARK } from '../text/tokens.ts';
import { hashWord, Vocabulary } from '../text/vocabulary.ts';
import { capitalsSay, emailEnd, isAddressTail, isUpper } from './letters.ts';
import { Masked } from './masked.ts';
import {
  AMOUNT,
  EMAIL,
  HANDLE,
  NAME,
  NUMBER,
  openers,
  REFERENCE,
  slotHash,
  specials,
  TIME,
  tagKind,
  URL,
  WORD,
} from './slots.ts';

/** Fewer words than this are never wording of their own: "okay thank you", "one moment". */
export const LEAST_UNITS = 3;
/** Words that begin a question. */
export const questionStarts: ReadonlySet<number> = new Set(
  'can could would may might shall what which who whose where when why how is are do does did have has'
    .split(' ')
    .map(hashWord),
);
/** Signatures end with the turn: `*SR`, `-Sam`. */
const MOST_SIGNATURE = 12;

/** Masks conversations one by one, reusing its memory. */
export class Masker {
  readonly #tokens: Tokens;
  readonly #masked = new Masked();
  readonly #cut: Boundaries | null;

  /** With `cut`, for counting: long stretches are cut as detection cuts them, and names called at the ends left out.
   * Without, for templates: all stays as it is. `known` are the words of the language, so that a capital on one of them makes no name of it. */
  constructor(known: readonly string[], cut: Boundaries | null) {
    this.#cut = cut;
    this.#masked.apart = cut === null;
    this.#tokens = new Tokens(Vocabulary.of(known));
  }

  /** Hands over every sentence of every agent's turn, in order. What is handed over is good during the call only. */
  read(conversation: Conversation, visit: (sentence: Masked) => void): void {
    const tokens = this.#tokens;
    const { agent, turns } = conversation;
    tokens.reset(partyNames(conversation));
    const masked = this.#masked;
    let index = 0;
    for (let turn = 0; turn < turns.length; turn++) {
      const { speaker, text, agent: own } = turns[turn] as (typeof turns)[number];
      if (speaker !== 'agent') continue;
      tokens.add(text);
      const capitals = capitalsSay(text);
      for (const sentence of this.#sentences(index)) {
        masked.clear();
        masked.turn = turn;
        masked.agent = own ?? agent.id;
        masked.text = text;
        this.#mask(text, sentence, capitals);
        if (masked.length < LEAST_UNITS) continue;
        masked.from = tokens.start[Math.max(sentence.first, masked.lead)] as number;
        masked.to = closedEnd(text, tokens.end[sentence.last] as number);
        masked.question = sentence.question || questionStarts.has(masked.unit[0] as number);
        masked.close();
        visit(masked);
      }
      index++;
    }
  }

  /** A text's units, sentence after sentence, however short: what a template holds. Good until the next call. */
  text(text: string, visit: (sentence: Masked) => void): void {
    this.#tokens.reset([]);
    this.#tokens.add(text);
    for (const sentence of this.#sentences(0)) {
      this.#masked.clear();
      this.#masked.text = text;
      this.#mask(text, sentence, capitalsSay(text));
      visit(this.#masked);
    }
  }

  #sentences(turn: number): readonly Sentence[] {
    const tokens = this.#tokens;
    if (this.#cut) return sentences(tokens, turn, this.#cut);
    const out: Sentence[] = [];
    let first = (tokens.turnStart[turn] as number) + 1;
    for (let token = first; token < (tokens.turnStart[turn + 1] as number); token++) {
      if (!tokens.isBreak(token)) continue;
      if (token > first) out.push({ first, last: token - 1, question: tokens.isQuestion(token) });
      first = token + 1;
    }
    return out;
  }

  #mask(text: string, { first, last }: Sentence, capitals: boolean): void {
    const tokens = this.#tokens;
    const masked = this.#masked;
    for (let token = first; token <= last; token++) {
      const start = tokens.start[token] as number;
      const end = tokens.end[token] as number;
      const word = tokens.word[token] as number;
      const raw = text.charCodeAt(start);
      const before = text.charCodeAt(start - 1);
      const after = text.charCodeAt(end);
      if (word === -2 - URL_MARK) {
        masked.slot(URL, start, end);
      } else if (raw === 91 || raw === 60) {
        masked.slot(tagKind(text.slice(start + 1, end - 1)), start, end);
      } else if (before === 64) {
        if (masked.length > 0) masked.slot(HANDLE, start, end);
        else masked.lead = token + 1;
      } else if (
        before === 94 ||
        ((before === 42 || before === 45 || before === 126) && this.#signs(text, start, end, token, last))
      ) {
        // a signature
      } else if (after === 64 || (after === 46 && isAddressTail(text, end))) {
        const stop = emailEnd(text, end);
        masked.slot(after === 64 ? EMAIL : URL, start, stop);
        while (token < last && (tokens.start[token + 1] as number) < stop) token++;
      } else if (word === -2 - NUMBER_MARK || (raw >= 48 && raw <= 57)) {
        const money = before === 36 || before === 163 || before === 8364;
        masked.slot(money ? AMOUNT : after === 58 ? TIME : NUMBER, start, end);
      } else if (isLetter(foldUnit(raw))) this.#word(text, token, first, last, capitals);
    }
    if (this.#cut) this.#trim(text);
  }

  /** Whether a mark and a short word end the turn. */
  #signs(text: string, start: number, end: number, token: number, last: number): boolean {
    if (token !== last || end - start > MOST_SIGNATURE || text.slice(end).trim() !== '') return false;
    const space = text.charCodeAt(start - 2);
    return space === 32 || space === 10 || Number.isNaN(space);
  }

  #word(text: string, token: number, first: number, last: number, capitals: boolean): void {
    const tokens = this.#tokens;
    const masked = this.#masked;
    const start = tokens.start[token] as number;
    const end = tokens.end[token] as number;
    const hash = tokens.hash[token] as number;
    const special = specials.get(hash);
    if (special !== undefined) {
      if ('drop' in special) return;
      if ('expand' in special) {
        for (const part of special.expand) masked.push(part, WORD, start, end);
        return;
      }
      const value = slotHash[NUMBER] as number;
      const beside =
        (masked.length > 0 &&
          masked.kind[masked.length - 1] !== WORD &&
          masked.unit[masked.length - 1] === value) ||
        (token < last && this.#isNumber(text, token + 1));
      if (special.alone || beside) {
        masked.slot(special.kind, start, end);
        return;
      }
    }
    if (masked.length === 0 && openers.has(hash) && token < last) return;
    const upper = isUpper(text.charCodeAt(start));
    const known = (tokens.word[token] as number) >= 0;
    if (tokens.isOfParty(token) && (!known || (upper && capitals))) {
      masked.name(hash, start, end);
      return;
    }
    for (let i = start + 1; i < end; i++) {
      const unit = text.charCodeAt(i);
      if (unit >= 48 && unit <= 57) {
        masked.slot(REFERENCE, start, end);
        return;
      }
    }
    if (!known) {
      const acronym = end - start > 1 && isUpper(text.charCodeAt(start + 1));
      if (capitals && upper && !acronym && (token > first || text.charCodeAt(end) === 44)) {
        masked.name(hash, start, end);
        return;
      }
    }
    masked.push(tokens.bare[token] === 0 ? hash : this.#bare(token, hash), WORD, start, end);
  }

  /** The hash without apostrophes, but of the word itself where `Tokens` took it for a name. */
  #bare(token: number, hash: number): number {
    return this.#tokens.word[token] === -1 || (this.#tokens.word[token] as number) >= 0
      ? (this.#tokens.bare[token] as number)
      : hash;
  }

  #isNumber(text: string, token: number): boolean {
    const unit = text.charCodeAt(this.#tokens.start[token] as number);
    if (unit >= 48 && unit <= 57) return true;
    const special = specials.get(this.#tokens.hash[token] as number);
    return special !== undefined && 'kind' in special && special.kind === NUMBER;
  }

  /** A name called at either end, set off by a comma, is no part of the wording. */
  #trim(text: string): void {
    const masked = this.#masked;
    const last = masked.length - 1;
    if (last < LEAST_UNITS) return;
    if (masked.kind[last] === NAME && /,\s*$/.test(text.slice(masked.end[last - 1], masked.start[last])))
      masked.length--;
    if (masked.kind[0] === NAME && text.charCodeAt(masked.end[0] as number) === 44) masked.drop(1);
  }
}
