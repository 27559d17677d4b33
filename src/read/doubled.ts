/**
 * A recording whose channels were mixed comes out twice: both "speakers" say everything, at the same times. Who said
 * what cannot be told from that, and scoring it would score the customer as an agent.
 */
import type { Spoken } from './compose.ts';

const SECONDS_APART = 3;
const SAME_WORDS = 0.6;
const FEWEST_WORDS = 4;
const FEWEST_DOUBLES = 3;

/** Whether most of what one speaker says stands a second time, at about that time, under another. */
export function doubled(turns: readonly Spoken[]): boolean {
  const long = turns.flatMap(({ label, text, seconds }) => {
    const words = new Set(text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []);
    return seconds === undefined || words.size < FEWEST_WORDS
      ? []
      : [{ label, words, seconds, twice: false }];
  });
  long.sort((a, b) => a.seconds - b.seconds);
  for (const [i, one] of long.entries()) {
    for (let j = i + 1; j < long.length && long[j]!.seconds - one.seconds <= SECONDS_APART; j++) {
      const other = long[j]!;
      if (other.label === one.label || shared(one.words, other.words) < SAME_WORDS) continue;
      one.twice = other.twice = true;
    }
  }
  const twice = long.filter(one => one.twice).length / 2;
  return twice >= FEWEST_DOUBLES && twice * 2 > long.length / 2;
}

/** How many of the words of the shorter text are in the other, as a share. */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let same = 0;
  for (const word of few) if (many.has(word)) same++;
  return same / few.size;
}
