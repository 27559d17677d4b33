/**
 * What stands in a slot, and the closed lists of words that masking knows. Slots of one class hash alike: "by
 * Tuesday", "by 12 May" and "by [DATE]" are one wording, and a redaction tag is what it hides.
 */
import { hashWord } from '../text/vocabulary.ts';

/** Kinds of slots, by the name a template shows. `word` is no slot. */
export const kinds = [
  'word',
  'name',
  'words',
  'number',
  'date',
  'amount',
  'time',
  'reference',
  'email',
  'url',
  'handle',
] as const;
export type Kind = (typeof kinds)[number];
export const [WORD, NAME, WORDS, NUMBER, DATE, AMOUNT, TIME, REFERENCE, EMAIL, URL, HANDLE] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
] as const;

/** What a slot of each kind hashes as: a name or words, a value, an address. */
const classes = ['', '{name}', '{name}', ...Array(5).fill('{value}'), ...Array(3).fill('{address}')];
export const slotHash: readonly number[] = classes.map(hashWord);

/** What masking does with a word it knows: expand it, take it as a value, or drop it. */
export type Special =
  | { readonly expand: readonly number[]; readonly words: readonly string[] }
  | { readonly kind: number; readonly alone: boolean }
  | { readonly drop: true };

const list = (words: string) => words.split(' ');
const contractions: Readonly<Record<string, string>> = {
  "i'm": 'i am',
  im: 'i am',
  "i'll": 'i will',
  "i've": 'i have',
  ive: 'i have',
  "i'd": 'i would',
  "we're": 'we are',
  "we'll": 'we will',
  "we've": 'we have',
  weve: 'we have',
  "we'd": 'we would',
  "you're": 'you are',
  youre: 'you are',
  "you'll": 'you will',
  youll: 'you will',
  "you've": 'you have',
  youve: 'you have',
  "that's": 'that is',
  thats: 'that is',
  "it's": 'it is',
  "there's": 'there is',
  theres: 'there is',
  "what's": 'what is',
  "let's": 'let us',
  "don't": 'do not',
  dont: 'do not',
  "can't": 'can not',
  cant: 'can not',
  cannot: 'can not',
  "won't": 'will not',
  "didn't": 'did not',
  didnt: 'did not',
  "doesn't": 'does not',
  "isn't": 'is not',
  "couldn't": 'could not',
  thankyou: 'thank you',
};

/** Words that masking treats by themselves, by their hash as said. */
export const specials: ReadonlyMap<number, Special> = new Map<number, Special>([
  ...Object.entries(contractions).map(
    ([word, parts]) => [hashWord(word), { expand: list(parts).map(hashWord), words: list(parts) }] as const,
  ),
  // "one" alone is seldom a number ("the one", "one-on-one"), and stays a word unless numbers stand beside it
  ...list('one zero oh').map(word => [hashWord(word), { kind: NUMBER, alone: false }] as const),
  ...list(
    `two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand`.replaceAll(
      '\n',
      ' ',
    ),
  ).map(word => [hashWord(word), { kind: NUMBER, alone: true }] as const),
  ...list(
    `monday tuesday wednesday thursday friday saturday sunday january february april june july august september
october november december`.replaceAll('\n', ' '),
  ).map(word => [hashWord(word), { kind: DATE, alone: true }] as const),
  ...list('may march st nd rd th').map(word => [hashWord(word), { kind: DATE, alone: false }] as const),
  ...list('am pm').map(word => [hashWord(word), { kind: TIME, alone: false }] as const),
  ...list('pounds dollars euros pence cents quid gbp usd eur').map(
    word => [hashWord(word), { kind: AMOUNT, alone: false }] as const,
  ),
  ...list("sir madam ma'am maam mam").map(word => [hashWord(word), { drop: true }] as const),
]);

/** The parts of contractions by their hash. */
export const expansions: ReadonlyMap<number, string> = new Map(
  Object.values(contractions)
    .flatMap(list)
    .map(word => [hashWord(word), word]),
);

/** Words at a sentence's head that say nothing: "okay so let me check" is "let me check". */
export const openers: ReadonlySet<number> = new Set(
  list('okay ok so well alright and but oh ah hmm then').map(hashWord),
);

/** The kind of slot that a redaction tag such as `[CUSTOMER_NAME]` hides. */
export function tagKind(tag: string): number {
  if (/name|person|agent|customer/i.test(tag)) return NAME;
  if (/e-?mail/i.test(tag)) return EMAIL;
  if (/url|link|web/i.test(tag)) return URL;
  if (/date|day|month|birth|dob/i.test(tag)) return DATE;
  if (/money|amount|price/i.test(tag)) return AMOUNT;
  if (/time/i.test(tag)) return TIME;
  if (/num|phone|card|account|order|code|zip|post|pin|id|ref|ssn|cvv|digit/i.test(tag)) return NUMBER;
  return WORDS;
}
