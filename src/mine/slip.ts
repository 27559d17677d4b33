/** Slips of the pen in the few words that a script file gives a meaning; any other word is a person's own. */

/** The known word that `word` is a slip of: a letter wrong, some left out, or in another order. */
export function slipOf(word: string, known: readonly string[]): string | undefined {
  return known.includes(word) ? undefined : known.find(one => one[0] === word[0] && isSlip(word, one));
}

function isSlip(word: string, known: string): boolean {
  if (word.length < 3) return false;
  return lettersOf(word) === lettersOf(known) || isWithin(word, known) || differsInOne(word, known);
}

const lettersOf = (word: string) => [...word].sort().join('');

/** Whether the letters stand in the known word in this order. */
function isWithin(word: string, known: string): boolean {
  let at = 0;
  for (const letter of known) if (letter === word[at]) at++;
  return at === word.length;
}

function differsInOne(word: string, known: string): boolean {
  let start = 0;
  while (start < word.length && word[start] === known[start]) start++;
  return [
    [1, 0],
    [1, 1],
  ].some(([more = 0, less = 0]) => word.slice(start + more) === known.slice(start + less));
}
