/**
 * A template: words that stand fixed, and slots. Written as text ("Thank you for calling {company}, my name is
 * {name}."), which a person may edit; a slot may go by any name. Numbers and dates in the text are slots too, since
 * sentences are compared with theirs masked.
 */
import { hashWord } from '../text/vocabulary.ts';
import type { Masked } from './masked.ts';
import { Masker } from './masker.ts';
import { EMAIL, kinds, WORD, WORDS } from './slots.ts';
import { wordAt } from './words.ts';

/** One part of a template. */
export type Part =
  | { readonly slot: false; readonly word: string; readonly hash: number }
  /** `value`: only a number, date, amount or address fills it; else any few words do. */
  | { readonly slot: true; readonly value: boolean; readonly name: string };

/** Slots whose name says that a value fills them; the second, an address. */
const values = new Set(['number', 'date', 'amount', 'time', 'reference', 'value']);
const addresses = new Set(['email', 'url', 'handle', 'address']);

/** Names of slots that mean something; any other name is filled by any few words, as these last two are. */
export const slotNames: readonly string[] = [...values, 'name', 'words'];

/** A slot of a name. */
export const slotPart = (name: string): Part => ({
  slot: true,
  value: values.has(name) || addresses.has(name),
  name,
});

/** A fixed word. */
export const wordPart = (word: string): Part => ({ slot: false, word, hash: hashWord(word) });

/** What masks texts: by no words of the language, as a capital makes no name of a word here. */
const masker = new Masker([], null);

/** The parts of a template's text: its units as masking makes them of a sentence, each slot as the tag of its kind. */
export function parseTemplate(text: string): Part[] {
  const names = new Map<number, string>();
  let tagged = '';
  let at = 0;
  for (const { 0: braces, 1: written = '', index } of text.matchAll(/\{([^{}]*)\}/g)) {
    tagged += text.slice(at, index);
    at = index + braces.length;
    const name = written.trim().toLowerCase();
    names.set(tagged.length, name);
    tagged += values.has(name) ? '<number>' : addresses.has(name) ? '<url>' : '<name>';
  }
  tagged += text.slice(at);
  const parts: Part[] = [];
  masker.text(tagged, sentence => {
    for (let unit = 0; unit < sentence.length; unit++) {
      const part = partAt(sentence, unit, names);
      const last = parts.at(-1);
      // slots that take any words are one
      if (!part.slot || part.value || !last?.slot || last.value) parts.push(part);
    }
  });
  return parts;
}

function partAt(sentence: Masked, unit: number, names: ReadonlyMap<number, string>): Part {
  const kind = sentence.kind[unit] as number;
  if (kind === WORD || sentence.said[unit] !== 0) return wordPart(wordAt(sentence, unit));
  const named = names.get(sentence.start[unit] as number);
  if (named !== undefined) return slotPart(named);
  if (kind <= WORDS) return slotPart(kinds[kind] as string);
  return slotPart(kind >= EMAIL ? 'url' : 'value');
}

/** How many words stand fixed. */
export const fixedWords = (parts: readonly Part[]): number => parts.filter(part => !part.slot).length;

/** A template's parts as a plain text that parses to the same parts. */
export const plainText = (parts: readonly Part[]): string =>
  parts.map(part => (part.slot ? `{${part.name}}` : part.word)).join(' ');
