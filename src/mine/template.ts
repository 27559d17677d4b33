/**
 * A template: words that stand fixed, and slots. Written as text ("Thank you for calling {company}, my name is
 * {name}."), which a person may edit; a slot may go by any name. Numbers and dates in the text are slots too, since
 * sentences are compared with theirs masked.
 */
import { hashWord } from '../text/vocabulary.ts';
import { openers, specials } from './slots.ts';
import { bare } from './words.ts';

/** One part of a template. */
export type Part =
  | { readonly slot: false; readonly word: string; readonly hash: number }
  /** `value`: only a number, date, amount or address fills it; else any few words do. */
  | { readonly slot: true; readonly value: boolean; readonly name: string };

/** Slots whose name says that a value fills them. */
const values = new Set([
  'number',
  'date',
  'amount',
  'time',
  'reference',
  'email',
  'url',
  'handle',
  'value',
  'address',
]);

/** Names of slots that mean something; any other name is filled by any few words, as these last two are. */
export const slotNames: readonly string[] = [...values, 'name', 'words'];

/** A slot of a name. */
export const slotPart = (name: string): Part => ({ slot: true, value: values.has(name), name });

/** A fixed word. */
export const wordPart = (word: string): Part => ({ slot: false, word, hash: hashWord(word) });

/** The parts of a template's text. */
export function parseTemplate(text: string): Part[] {
  const parts: Part[] = [];
  const slot = (part: Part & { slot: true }) => {
    const last = parts.at(-1);
    if (!last?.slot || last.value !== part.value) parts.push(part);
  };
  for (const [, name, url, word] of text.matchAll(
    /\{([^{}]*)\}|(https?:\/\/\S+|www\.\S+|\S+@\S+\.\S+)|([\p{L}\p{N}][\p{L}\p{N}'’]*(?:[.,:]\p{N}+)*)/gu,
  )) {
    if (name !== undefined) slot(slotPart(name.trim().toLowerCase()) as Part & { slot: true });
    else if (url !== undefined) slot(slotPart('url') as Part & { slot: true });
    else for (const part of wordParts(word as string, parts)) part.slot ? slot(part) : parts.push(part);
  }
  return parts;
}

function wordParts(written: string, before: readonly Part[]): Part[] {
  const folded = written.toLowerCase().replaceAll('’', "'");
  const hash = hashWord(folded);
  const special = specials.get(hash);
  if (special !== undefined) {
    if ('drop' in special) return [];
    if ('expand' in special) return special.words.map(wordPart);
    const last = before.at(-1);
    if (special.alone || (last?.slot && last.value)) return [slotPart('value')];
  }
  if (/\p{N}/u.test(written)) return [slotPart('value')];
  if (before.length === 0 && openers.has(hash)) return [];
  return [wordPart(bare(folded))];
}

/** How many words stand fixed. */
export const fixedWords = (parts: readonly Part[]): number => parts.filter(part => !part.slot).length;

/** A template's parts as a plain text that parses to the same parts. */
export const plainText = (parts: readonly Part[]): string =>
  parts.map(part => (part.slot ? `{${part.name}}` : part.word)).join(' ');
