/**
 * Laying a template over a sentence, with what may vary: a slip of the keys, a function word that came, went or
 * changed, a slot left empty. Nothing else: a content word that differs makes it another sentence.
 */
import { hashWord } from '../text/vocabulary.ts';
import type { Masked } from './masked.ts';
import { NAME, WORD, WORDS } from './slots.ts';
import type { Part } from './template.ts';
import { isFunctionWord, isTypo, wordAt } from './words.ts';

/** How many units a slot takes at most; one for a name, fewer. */
const MOST_FILL = 6;
const MOST_NAME = 3;
/** What no slot swallows, as it would turn the wording round. */
const denials: ReadonlySet<number> = new Set(['not', 'never', 'no', 'without'].map(hashWord));
const FAR = 99;

/** How many such variations a template of so many fixed words bears. */
export const bears = (fixed: number): number => (fixed < 4 ? 0 : fixed < 8 ? 1 : 2);

/** Where a template lies: the units from `first` to `last`, and for each part where it begins (-1: left out). */
export interface Laid {
  readonly cost: number;
  readonly first: number;
  readonly last: number;
  readonly at: readonly number[];
}

// used again and again: this is asked for every sentence and template that may fit
let cost = new Uint8Array(4096);
// how many units the last step took: 0 left out, n filled; 255 an extra function word in the sentence
let step = new Uint8Array(4096);

/** The best place of a template in a sentence, wherever in it; null where it does not fit. */
export function align(parts: readonly Part[], sentence: Masked, most: number): Laid | null {
  const [rows, width] = [parts.length + 1, sentence.length + 1];
  if (cost.length < rows * width) {
    cost = new Uint8Array(2 * rows * width);
    step = new Uint8Array(2 * rows * width);
  }
  cost.fill(0, 0, width);
  for (let p = 1; p < rows; p++) {
    const part = parts[p - 1] as Part;
    const least = part.slot ? slotRow(part, sentence, p, most) : wordRow(part, sentence, p, most);
    if (least > most) return null;
  }
  const end = (rows - 1) * width;
  let best = 0;
  for (let i = 1; i < width; i++) if ((cost[end + i] as number) < (cost[end + best] as number)) best = i;
  if ((cost[end + best] as number) > most) return null;
  const at = new Array<number>(parts.length).fill(-1);
  let i = best;
  for (let p = rows - 1; p > 0; ) {
    const took = step[p * width + i] as number;
    if (took === 255) {
      i--;
      continue;
    }
    i -= took;
    p--;
    if (took > 0) at[p] = i;
  }
  return i < best ? { cost: cost[end + best] as number, first: i, last: best - 1, at } : null;
}

/** The costs up to a slot, at each place of the sentence; gives the least of them. */
function slotRow(part: Part & { slot: true }, sentence: Masked, p: number, most: number): number {
  const width = sentence.length + 1;
  let least = FAR;
  for (let i = 0; i < width; i++) {
    const here = p * width + i;
    let value = part.value ? FAR : (cost[here - width] as number) + 1;
    let took = 0;
    for (let n = Math.min(i, part.name === 'name' ? MOST_NAME : MOST_FILL); n > 0; n--) {
      const before = cost[here - width - n] as number;
      if (before <= most && before < value && fills(part, sentence, i - n, i)) [value, took] = [before, n];
    }
    least = Math.min(least, put(here, i, value, took, sentence, most));
  }
  return least;
}

/** The same up to a word. */
function wordRow(part: Part & { slot: false }, sentence: Masked, p: number, most: number): number {
  const width = sentence.length + 1;
  const loose = isFunctionWord(part.hash);
  let least = FAR;
  for (let i = 0; i < width; i++) {
    const here = p * width + i;
    let value = loose ? (cost[here - width] as number) + 1 : FAR;
    let took = 0;
    const before = i > 0 ? (cost[here - width - 1] as number) : FAR;
    if (before <= most) {
      const changed = before + differs(part, sentence, i - 1);
      if (changed <= value) [value, took] = [changed, 1];
    }
    least = Math.min(least, put(here, i, value, took, sentence, most));
  }
  return least;
}

/** Notes a cost and how it came about, unless an extra word in the sentence comes cheaper. */
function put(here: number, i: number, value: number, took: number, sentence: Masked, most: number): number {
  const before = i > 0 ? (cost[here - 1] as number) + 1 : FAR;
  const extra = before < value && before <= most && isExtra(sentence, i - 1);
  cost[here] = extra ? before : Math.min(value, FAR);
  step[here] = extra ? 255 : took;
  return cost[here] as number;
}

/** What it costs that a unit stands where a word is expected. */
function differs(part: Part & { slot: false }, sentence: Masked, i: number): number {
  if (sentence.unit[i] === part.hash || sentence.said[i] === part.hash) return 0;
  if (sentence.kind[i] !== WORD)
    return sentence.said[i] !== 0 && isTypo(part.word, wordAt(sentence, i)) ? 1 : FAR;
  if (isFunctionWord(part.hash) && isFunctionWord(sentence.unit[i] as number)) return 1;
  return isTypo(part.word, wordAt(sentence, i)) ? 1 : FAR;
}

/** Whether units may fill a slot: that of a value takes one value, and none takes a denial. */
function fills(part: Part & { slot: true }, { kind, unit }: Masked, from: number, to: number): boolean {
  if (part.value) return to - from === 1 && (kind[from] as number) > WORDS;
  for (let i = from; i < to; i++) if (denials.has(unit[i] as number)) return false;
  return true;
}

/** Whether a unit may stand in the sentence though the template has none there. */
const isExtra = ({ kind, unit }: Masked, i: number): boolean =>
  kind[i] === NAME || (kind[i] === WORD && isFunctionWord(unit[i] as number));
