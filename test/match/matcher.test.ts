import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileAutomaton } from '../../src/match/compile.ts';
import { type Hit, Matcher } from '../../src/match/matcher.ts';
import { PhraseParser } from '../../src/match/phrase.ts';
import { Tokens } from '../../src/text/tokens.ts';
import { Vocabulary } from '../../src/text/vocabulary.ts';
import { reference, sorted } from './reference.ts';

const classes = new Map([
  ['kin', ['mum', 'dad', 'mother in law']],
  ['number', ['<number>', 'two']],
]);

function parses(phrase: string): boolean {
  try {
    return new PhraseParser(classes).parse(phrase).length > 0;
  } catch {
    return false;
  }
}

function search(phrases: readonly string[], text: string) {
  const parser = new PhraseParser(classes);
  const slots = phrases.map(phrase => parser.parse(phrase));
  const automaton = compileAutomaton(slots);
  const tokens = new Tokens(new Vocabulary(automaton.words));
  tokens.reset([]);
  tokens.add(text);
  const hits: Hit[] = [];
  new Matcher(automaton).scan(tokens, 0, tokens.length, (slot, first, last) =>
    hits.push({ slot, first, last }),
  );
  const quote = ({ first, last }: Hit) => text.slice(tokens.start[first], tokens.end[last]);
  return { slots, tokens, hits: sorted(hits), quotes: sorted(hits).map(quote) };
}

describe('matcher', () => {
  it.each([
    ['lost my {kin}', 'I LOST my Mum last week', ['LOST my Mum']],
    ['lost my {kin}', 'lost my mother-in-law', ['lost my mother-in-law']],
    ['lost my {kin}', 'lost. my mum', []],
    ['lost * {kin}', 'lost our poor mum', ['lost our poor mum']],
    ['lost * {kin}', 'lost our very poor old mum', []],
    ['lost *4 {kin}', 'lost, in the end, our mum', ['lost, in the end, our mum']],
    ['pass+ away', 'she was passing away', ['passing away']],
    ["i'm ill", 'im ill and I am ill and I’m ill', ['im ill', 'I am ill', 'I’m ill']],
    ['my {kin} died', 'my my um mum died', ['my my um mum died']],
    ['^sorry', 'Sorry. So sorry', ['Sorry']],
    ['how are you ?', 'How are you? how are you', ['How are you']],
    ['{number} years', 'for 44 years or two years or three years', ['44 years', 'two years']],
    ['dad|mum gone', 'dad gone', ['dad gone']],
    ["{kin}'s funeral", "mum's funeral, mums funeral", ["mum's funeral", 'mums funeral']],
    ['(at the|in) hospital', 'at the hospital in hospital', ['at the hospital', 'in hospital']],
  ])('%s in "%s"', (phrase, text, expected) => {
    expect(search([phrase], text).quotes).toEqual(expected);
  });

  const word = fc.constantFrom('a', 'b', 'mum', 'two', '7');
  const item = fc.oneof(
    word,
    fc.constantFrom('{kin}', '{number}', '*', '*1', '_', '[a]', '[b c]', '(a|b c)', "i'm"),
    fc.tuple(word, word).map(([l, r]) => `${l}|${r}`),
  );
  const phrase = fc
    .tuple(
      fc.nat(3).map(n => n === 0),
      word,
      fc.array(item, { maxLength: 2 }),
      word,
      fc.nat(3).map(n => n === 0),
    )
    .map(
      ([head, first, rest, last, tail]) =>
        `${head ? '^' : ''}${first} ${rest.join(' ')} ${last}${tail ? ' $' : ''}`,
    )
    .filter(parses);
  const text = fc
    .array(
      fc.oneof(
        { arbitrary: word, weight: 4 },
        fc.constantFrom('mother in law', '.', '?', '!', 'um', 'I am', "I'm", '12'),
      ),
      { minLength: 8, maxLength: 30 },
    )
    .map(words => words.join(' '));

  it('finds what the plain reference finds', () => {
    let found = 0;
    fc.assert(
      fc.property(fc.array(phrase, { minLength: 1, maxLength: 6 }), text, (phrases, transcript) => {
        const { slots, tokens, hits } = search(phrases, transcript);
        found += hits.length;
        expect(hits).toEqual(reference(slots, tokens, 0, tokens.length));
      }),
      { numRuns: 1500 },
    );
    expect(found).toBeGreaterThan(500);
  });
});
