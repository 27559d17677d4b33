/**
 * How one written word also appears: contractions written out or without their apostrophe ("i'm", "im",
 * "i am"), British and American endings. Used when phrases are compiled, so that nobody has to write
 * `(i'm|im|i am)` in a rule, and nothing is looked up while scoring.
 */
import { misheard, misheardInPhrase, misheardTogether } from './misheard.ts';

const endings: Record<string, readonly string[]> = {
  "n't": ['not'],
  "'m": ['am'],
  "'re": ['are'],
  "'ve": ['have'],
  "'ll": ['will', 'shall'],
  "'d": ['would', 'had'],
};
const isWords = new Set(
  'it he she that there what who how where when everything here this which something nothing everyone'.split(
    ' ',
  ),
);
const whole: Record<string, readonly string[]> = {
  "can't": ['cannot', 'can not'],
  "won't": ['will not'],
  "shan't": ['shall not'],
  "let's": ['let us'],
  gonna: ['going to'],
  wanna: ['want to'],
  gotta: ['got to', 'have to'],
  you: ['u', 'ye'],
  your: ['ur', 'yer'],
  "you're": ['your', 'you are', 'ur', 'u r'],
  are: ['r'],
  okay: ['ok', 'k', 'okey'],
  please: ['pls', 'plz'],
  because: ['cause', 'cos', 'coz', 'cuz', "'cause"],
  thanks: ['thx', 'tks', 'ty'],
  people: ['ppl'],
  birthday: ['bday', 'birthdays'],
  appointment: ['appt'],
  about: ['bout', 'abt'],
  to: ['2'],
  for: ['4'],
};
const american = new Set([
  'color',
  'favor',
  'honor',
  'labor',
  'behavior',
  'neighbor',
  'humor',
  'harbor',
  'rumor',
  'flavor',
]);

/** Letters that are chat shorthand are read as its words before phrases are looked for, in speech too. */
const letters: Record<string, string> = { k: 'okay', n: 'and', r: 'are', u: 'you' };
const variants = (list: string) =>
  list.split('|').map(heard =>
    heard
      .split(' ')
      .map(word => letters[word] ?? word)
      .join(' '),
  );
const heardAs = new Map(Object.entries(misheard).map(([word, list]) => [word, variants(list)]));

/** A row of words that is misheard as another. */
export interface Mishearing {
  readonly words: readonly string[];
  readonly heard: readonly (readonly string[])[];
  /** Whether it counts only where the phrase holds more than the row. */
  readonly within: boolean;
}
const mishearings = new Map<string, Mishearing[]>();
for (const [table, within] of [
  [misheardTogether, false],
  [misheardInPhrase, true],
] as const)
  for (const [row, list] of Object.entries(table)) {
    const words = row.split(' ');
    const first = words[0] as string;
    const heard = variants(list).map(variant => variant.split(' '));
    mishearings.set(first, [...(mishearings.get(first) ?? []), { words, heard, within }]);
  }

/** The rows of words misheard that begin with a word. */
export const mishearingsFrom = (word: string): readonly Mishearing[] => mishearings.get(word) ?? [];

/** Every way a phrase's word may appear, each as one or more words; the word itself first. */
export function spellings(word: string): string[][] {
  const out = [word];
  const apostrophe = word.indexOf("'");
  if (apostrophe > 0) {
    out.push(word.replaceAll("'", ''));
    for (const [ending, fulls] of Object.entries(endings)) {
      if (!word.endsWith(ending)) continue;
      for (const full of fulls) out.push(`${word.slice(0, -ending.length)} ${full}`);
    }
    if (word.endsWith("'s") && isWords.has(word.slice(0, -2)))
      out.push(`${word.slice(0, -2)} is`, `${word.slice(0, -2)} has`);
  }
  out.push(...(whole[word] ?? []), ...(heardAs.get(word) ?? []));
  const ise = /^(.{3,})(is|iz)(e|es|ed|er|ing|ation|ations)$/.exec(word);
  if (ise) out.push(`${ise[1]}${ise[2] === 'is' ? 'iz' : 'is'}${ise[3]}`);
  const or = word.replace(/s$/, '');
  if (american.has(or)) out.push(word.replace(or, `${or.slice(0, -2)}our`));
  else if (or.endsWith('our') && american.has(`${or.slice(0, -3)}or`))
    out.push(word.replace(or, `${or.slice(0, -3)}or`));
  return [...new Set(out)].map(form => form.split(' '));
}
