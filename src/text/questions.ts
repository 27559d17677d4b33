/**
 * Whether a stretch without marks asks something: told by its word order, as no voice is left in a transcript.
 * "can you", "is that", "how long", "what's your" at its beginning ask; so do "isn't it" and "have you" at its end.
 * "what I", "when you", "have a nice day" do not. Words as bare hashes: without apostrophes.
 */
import { hashWord } from './vocabulary.ts';

const set = (words: string) => new Set(words.split(/\s+/).map(hashWord));

/** What may stand before the question proper. */
const leadIn = set(
  'so and but or okay ok well oh ah right now then um hi hello hey yeah yes no sorry please just also because lovely great perfect alright thanks <name>',
);
const MOST_LEAD_IN = 4;

const inverted = set(
  `is are was were am do does did can could would will should have has may might isnt arent wasnt werent dont doesnt
  didnt cant couldnt wont wouldnt shouldnt havent hasnt aint shall`,
);
const subjects = set(
  `i you u ye he she it we they that this there these those the my your ur our his her their anyone anybody any someone
  everything everyone anything something`,
);
const asking = set('what where when why who how which whose');
/** Words that make "what", "how" and "which" ask even before a statement's order: "how long", "what time", "what about". */
const measured = set(
  'long much many often old far soon about come time kind sort size colour color day date name number reason happened happens one else type make model is are was were',
);
/** "what's", "where's": a question at the beginning of a clause. */
const askingShort = set('whats wheres whos hows whens whys');
const tags = set('isnt arent wasnt werent dont doesnt didnt cant couldnt wont wouldnt shouldnt havent hasnt');
const tagSubjects = set('it you he she we they i that there');
const innit = hashWord('innit');

/** Whether the words `first` to `last` ask. */
export function asks(bare: ArrayLike<number>, first: number, last: number): boolean {
  let at = first;
  while (at < last && at - first < MOST_LEAD_IN && leadIn.has(bare[at] as number)) at++;
  const word = bare[at] as number;
  const next = at < last ? (bare[at + 1] as number) : 0;
  if (askingShort.has(word)) return true;
  if (inverted.has(word) && subjects.has(next)) return true;
  if (asking.has(word) && (inverted.has(next) || measured.has(next))) return true;
  const end = bare[last] as number;
  if (end === innit) return true;
  return last - first >= 3 && tagSubjects.has(end) && tags.has(bare[last - 1] as number);
}
