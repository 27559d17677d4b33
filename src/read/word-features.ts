/** The words of a speaker as the fitted weights count them: single ones, and two in a row, each at most twice. */
const MOST = 2;
/** What stands for web addresses, handles and the like, and tells the channel rather than the speaker. */
const ignored = new Set([
  'http',
  'https',
  'www',
  'com',
  'web',
  'archive',
  'org',
  'customer',
  'someone',
  'agent',
]);

/** A word as it counts: `0` for any number, null for what does not count. Words come again and again. */
function counted(word: string): string | null {
  const first = word.charCodeAt(0);
  if (first >= 48 && first <= 57) return '0';
  if (first === 64 || first === 35) return null;
  return ignored.has(word) ? null : word;
}

/** Counts of words and pairs in what one speaker says. */
export function features(said: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const words of said) {
    const once = new Set<string>();
    let before: string | null = null;
    for (const raw of words) {
      const word = counted(raw);
      if (word === null) continue;
      if (word !== '^' && word !== '$') once.add(word);
      if (before !== null) once.add(`${before}_${word}`);
      before = word;
    }
    for (const one of once) {
      const count = counts.get(one) ?? 0;
      if (count < MOST) counts.set(one, count + 1);
    }
  }
  return counts;
}
