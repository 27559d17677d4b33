/** The words of a speaker as the fitted weights count them: single ones, and two in a row, each at most twice. */
import { wordsOf } from './wording.ts';

const MOST = 2;
/** What stands for web addresses, handles and the like, and tells the channel rather than the speaker. */
const IGNORED = /^(?:https?|www|com|web|archive|org|@.*|#.*|customer|someone|agent)$/;

/** Counts of words and pairs in what one speaker says. */
export function features(said: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (word: string): void => {
    const before = counts.get(word) ?? 0;
    if (before < MOST) counts.set(word, before + 1);
  };
  for (const text of said) {
    const words = wordsOf(text).filter(word => !IGNORED.test(word));
    const once = new Set<string>();
    for (const [i, raw] of words.entries()) {
      const word = /^\d/.test(raw) ? '0' : raw;
      if (word !== '^' && word !== '$') once.add(word);
      const next = words[i + 1];
      if (next !== undefined) once.add(`${word}_${/^\d/.test(next) ? '0' : next}`);
    }
    for (const one of once) count(one);
  }
  return counts;
}
