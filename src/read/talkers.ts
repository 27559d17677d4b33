/**
 * Words of a recogniser to utterances. On one channel words follow one another; on two they overlap, and putting
 * them in plain order of time would shred both speakers' sentences.
 */
import type { Said } from './said.ts';

/** A word with its end, where the vendor gives one. */
export interface Word extends Said {
  readonly end?: number | undefined;
}

/** A pause after which the same speaker begins anew, in seconds. */
const PAUSE = 1.2;
/** A shorter one does when somebody else spoke in it. */
const BREATH = 0.2;

/** Gives words without a speaker the one of the word before them (of the first known one, at the start). */
export function carried<T extends { readonly by: string }>(words: readonly T[]): T[] {
  let last = words.find(word => word.by !== '')?.by ?? '';
  return words.map(word => {
    if (word.by !== '') last = word.by;
    return word.by === last ? word : { ...word, by: last };
  });
}

/** The utterances of each speaker, in the order they began; for words of overlapping channels. */
export function utterances(words: readonly Word[]): Said[] {
  interface Open {
    readonly first: Word;
    readonly parts: string[];
    end: number;
  }
  const done: Open[] = [];
  const open = new Map<string, Open>();
  let last = '';
  const sorted = words
    .map((word, i) => ({ word, i, start: word.time?.seconds ?? startBefore(words, i) }))
    .sort((a, b) => a.start - b.start || a.i - b.i);
  for (const { word, start } of sorted) {
    const mine = open.get(word.by);
    const gap = mine === undefined ? Infinity : start - mine.end;
    const text = word.text ?? '';
    if (mine === undefined || gap > PAUSE || (gap > BREATH && last !== word.by)) {
      const fresh: Open = { first: word, parts: [text], end: word.end ?? start };
      open.set(word.by, fresh);
      done.push(fresh);
    } else {
      mine.parts.push(/^[.,!?;:…%]+$/.test(text) ? text : ` ${text}`);
      mine.end = Math.max(mine.end, word.end ?? start);
    }
    last = word.by;
  }
  return done.map(({ first, parts }) => ({ ...first, text: parts.join('') }));
}

/** Punctuation has no time of its own: it goes with the word before it. */
function startBefore(words: readonly Word[], at: number): number {
  for (let i = at - 1; i >= 0; i--) {
    const time = words[i]!.time;
    if (time != null && words[i]!.by === words[at]!.by) return time.seconds;
  }
  return 0;
}
