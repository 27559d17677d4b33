/**
 * Content words: what a turn is about, apart from closed-class words and the words of the business at hand.
 * An agent who takes up a customer's content words is talking about this customer (evidence: concrete words
 * make customers feel heard, Packard and Berger 2021; follow-up questions, Huang et al. 2017).
 */
import { fold, foldUnit } from '../text/fold.ts';
import { stem } from '../text/stem.ts';
import { isLetter, type Tokens } from '../text/tokens.ts';
import { hashWord } from '../text/vocabulary.ts';

/** A content word: its token, and the hash of its stem. */
export interface ContentWord {
  readonly token: number;
  readonly stem: number;
}

/** Tells content words; remembers stems from conversation to conversation. */
export class ContentWords {
  readonly #plain: ReadonlySet<number>;
  readonly #task: ReadonlySet<number>;
  readonly #stems = new Map<number, number>();

  /** `stopWords`: their hashes. `taskStems`: the hashes of the stems of words of the business at hand. */
  constructor(stopWords: Int32Array, taskStems: Int32Array) {
    this.#plain = new Set(stopWords);
    this.#task = new Set(taskStems);
  }

  /** The content words among tokens `first` to `last` of a turn's text, in order. */
  of(tokens: Tokens, text: string, first: number, last: number): ContentWord[] {
    const out: ContentWord[] = [];
    for (let token = first; token <= last; token++) {
      const start = tokens.start[token] as number;
      const end = tokens.end[token] as number;
      const hash = tokens.hash[token] as number;
      if (hash === 0 || end - start < 3 || this.#plain.has(hash)) continue;
      if (!isLetter(foldUnit(text.charCodeAt(start)))) continue;
      const stemmed = this.#stemOf(hash, tokens.readAs(token) ?? text.slice(start, end));
      if (!this.#task.has(stemmed)) out.push({ token, stem: stemmed });
    }
    return out;
  }

  #stemOf(hash: number, said: string): number {
    const known = this.#stems.get(hash);
    if (known !== undefined) return known;
    const word = fold(said).replace(/'.*$/, '');
    const stemmed = hashWord(stem(word.split(' ').at(-1) ?? word));
    if (this.#stems.size > 200_000) this.#stems.clear();
    this.#stems.set(hash, stemmed);
    return stemmed;
  }
}
