/** Names like one that was mistyped, to suggest in a message. */

/** The names most like `word`, at most `most`, best first; none where nothing is like it. */
export function nearest(word: string, names: readonly string[], most: number): string[] {
  const wanted = word.toLowerCase();
  return names
    .map(name => ({ name, away: away(wanted, name.toLowerCase()) }))
    .filter(({ away }) => away < 0.5)
    .sort((a, b) => a.away - b.away || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name);
}

/** 0 for the same, 1 for nothing in common; a name that holds the word is near, however long it is. */
function away(word: string, name: string): number {
  if (word === '' || name === '') return 1;
  if (word === name) return 0;
  const parts = Math.min(
    ...name.split('/').map(part => edits(word, part) / Math.max(word.length, part.length)),
  );
  const whole = edits(word, name) / Math.max(word.length, name.length);
  const held = name.includes(word) && word.length > 2 ? 0.3 : 1;
  return Math.min(parts + 0.01, whole, held);
}

/** Levenshtein's distance: letters put in, left out or changed. */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
