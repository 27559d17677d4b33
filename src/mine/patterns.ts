/**
 * A sentence's patterns: the words that its neighbours foretell stay, everything else becomes a slot (the idea of
 * log-template mining: SLCT, LogCluster, Drain). A long slot parts the sentence in two, and what hangs loose at the
 * ends falls off, so that a routine is found inside a stretch of unpunctuated speech too.
 */
import { AFTER, BEFORE, type Contexts } from './contexts.ts';
import { mining } from './limits.ts';
import { hash64, type Masked } from './masked.ts';
import { questionStarts } from './masker.ts';
import { kinds, slotHash, WORD, WORDS } from './slots.ts';
import { isFunctionWord, wordAt } from './words.ts';

/** A slot's mark in the units of a pattern. */
const SLOT = slotHash[WORDS] as number;

/** Hands over each pattern of a sentence: its hash, and its text, made only where asked for. */
export type VisitPattern = (hi: number, lo: number, text: () => string) => void;

/** Finds patterns; reuses its memory. */
export class Patterns {
  readonly #contexts: Contexts;
  readonly #least: number;
  #fixed = new Uint8Array(256);
  #units = new Int32Array(256);
  #places = new Int32Array(256);

  /** `least` is how often a word must have stood in its place to count as fixed. */
  constructor(contexts: Contexts, least: number) {
    this.#contexts = contexts;
    this.#least = least;
  }

  /** The patterns of a sentence, from left to right. */
  of(sentence: Masked, agent: number, visit: VisitPattern): void {
    if (this.#fixed.length < sentence.length) {
      this.#fixed = new Uint8Array(sentence.unit.length);
      this.#units = new Int32Array(sentence.unit.length);
      this.#places = new Int32Array(sentence.unit.length);
    }
    const fixed = this.#fixed;
    this.#contexts.foretold(sentence, agent, this.#least, mining.foretold, fixed);
    for (let i = 0; i < sentence.length; i++) if (sentence.kind[i] !== WORD) fixed[i] = 0;
    let from = -1;
    let last = -1;
    for (let i = 0; i < sentence.length; i++) {
      if (fixed[i] === 0) continue;
      // two words side by side of which neither foretells the other: one sentence ends here in a breath of several
      const parted =
        i - last === 1 && ((fixed[last] as number) & ~BEFORE) === 0 && ((fixed[i] as number) & ~AFTER) === 0;
      if (from >= 0 && (parted || i - last - 1 > mining.gap)) {
        this.#piece(sentence, from, last, visit);
        from = -1;
      }
      if (from < 0) from = i;
      last = i;
    }
    if (from >= 0) this.#piece(sentence, from, last, visit);
  }

  /** One pattern, from its first fixed word to its last; after "my name is" the slot belongs to it. */
  #piece(sentence: Masked, from: number, last: number, visit: VisitPattern): void {
    const open =
      last + 1 < sentence.length &&
      this.#fixed[last + 1] === 0 &&
      isFunctionWord(sentence.unit[last] as number);
    const to = open ? last + 1 : last;
    let length = 0;
    let words = 0;
    for (let i = from; i <= to; i++) {
      const fixed = this.#fixed[i] !== 0;
      if (!fixed && length > 0 && this.#units[length - 1] === SLOT) continue;
      if (fixed) words++;
      this.#places[length] = i;
      this.#units[length++] = fixed ? (sentence.unit[i] as number) : SLOT;
    }
    const slots = this.#units.subarray(0, length).reduce((sum, unit) => sum + (unit === SLOT ? 1 : 0), 0);
    const least = questionStarts.has(this.#units[0] as number) ? mining.questionWords : mining.words;
    if (words < Math.max(least, mining.wordsForSlot * (slots - 1))) return;
    const [hi, lo] = hash64(this.#units, 0, length);
    visit(hi, lo, () =>
      Array.from(this.#places.subarray(0, length), i =>
        this.#fixed[i] !== 0 ? wordAt(sentence, i) : '{words}',
      ).join(' '),
    );
  }
}

/** The name of a slot that a masked unit would fill. */
export const slotName = (kind: number): string => (kind === WORD ? 'words' : (kinds[kind] as string));
