/** How words are read that are not written out: table by table, look-alikes included. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reading } from '../../src/compiled/reading.ts';
import { compiled } from '../../src/compiled/rules.ts';
import { Reading } from '../../src/text/reading.ts';
import { Tokens } from '../../src/text/tokens.ts';
import { isSlip } from '../../src/text/typos.ts';
import { Vocabulary } from '../../src/text/vocabulary.ts';

const vocabulary = new Vocabulary(compiled().automaton.words);
const tokens = new Tokens(vocabulary, new Reading(vocabulary, reading()));

/** A text as its words are read. */
function read(text: string): string {
  tokens.reset(['Marlene Dietz']);
  tokens.add(text);
  return Array.from({ length: tokens.length }, (_, token) =>
    tokens.isBreak(token)
      ? '/'
      : (tokens.readAs(token) ?? text.slice(tokens.start[token], tokens.end[token])),
  ).join(' ');
}

describe('shorthand', () => {
  it.each([
    ['u r so kind', '/ you are so kind /'],
    ['thx 4 ur help', '/ thanks 4 your help /'],
    ['my gf is in hosp atm', '/ my girlfriend is in hospital atm /'],
    ['w/ my mum', '/ with my mum /'],
    ['w/o heating b/c of it', '/ without heating because of it /'],
    ['back tmrw, 2 wks from her bday', '/ back tomorrow 2 weeks from her birthday /'],
    ['idk what to do', '/ i dont know what to do /'],
    ['mum & dad', '/ mum and dad /'],
    // what only looks like it
    ['I am an RN', '/ i am an RN /'],
    ['GF bread', '/ GF bread /'],
    ['my bt broadband', '/ my bt broadband /'],
    ['flat b/c or w1', '/ flat because or w1 /'],
    ['ill be there', '/ ill be there /'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));

  it('keeps what was typed', () => {
    const text = 'hey u, idk';
    tokens.reset([]);
    tokens.add(text);
    const spans = Array.from({ length: tokens.length }, (_, t) => text.slice(tokens.start[t], tokens.end[t]));
    expect(spans).toEqual(['', 'hey', 'u', 'idk', 'idk', 'idk', '']);
  });
});

describe('faces', () => {
  it.each([
    ['he died 😭😭', '/ he died <tearful> /'],
    ['thank you ❤️', '/ thank you <heart> /'],
    ['thank you 💕', '/ thank you <heart> /'],
    ['we got engaged 🥳', '/ we got engaged <party> /'],
    ['ok :)', '/ ok <smile> /'],
    ['a 🚗', '/ a 🚗 /'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('mistyped words', () => {
  it.each([
    ['my mum is in hosptial', 'hospital'],
    ['her annivresary', 'anniversary'],
    ['we are preganant', 'pregnant'],
    ['the funneral is friday', 'funeral'],
    ['he was diagnoesd', 'diagnosed'],
    ['such an embarassing thing', 'embarrassing'],
    ['an appoimtment', 'appointment'],
  ])('%s', (text, meant) => expect(read(text).split(' ')).toContain(meant));

  it.each(
    `the thorough agent|a peasant blouse|an external drive|the sturgeon|he was insulated|my sandal|a complaint about
compliant devices|the conformed copy|a casual word|the statue|we were stranded|an impatient man|the courier|a courtier
my barley|the remainder|he retried it|she is startled|the prefect|in widnes|samsung galaxy|our spaniels|her name is marlene
deborah rang|for trevor|to santander|i use klarna|the hermes driver|my husbands|the chopper|splashed out|droning on`
      .split(/[|\n]/)
      .map(text => [text]),
  )('leaves %s', text => {
    const bare = (s: string) => s.replace(/[/ ]/g, '');
    expect(bare(read(text)).replace('<name>', 'marlene')).toBe(bare(text));
  });

  it('leaves capitalised words, short words and what has two neighbours', () => {
    expect(read('so Hosptial it is')).toBe('/ so Hosptial it is /');
    expect(read('my wfie')).toBe('/ my wfie /');
    expect(isSlip('funerak', 'funeral')).toBe(false);
    expect(isSlip('dunreal', 'funeral')).toBe(false);
    expect(isSlip('compassion', 'comparison')).toBe(false);
  });
});

describe('mails', () => {
  it.each([
    ['Hi Ana,\n> my mum died\n> last week\nThe parcel is here', '/ Hi Ana / The parcel is here /'],
    ['> 😭\nok', '/ ok /'],
    [
      'I have looked into this with the team who took your mother\nto the airport and they are sorry.',
      '/ i have looked into this with the team who took your mother to the airport and they are sorry /',
    ],
    ['- call the bank\n- send the form', '/ call the bank / send the form /'],
    ['short line\nand another', '/ short line / and another /'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('offsets', () => {
  const piece = fc.constantFrom(
    ...'u r idk w/ w/o b/c thx hosptial 😭 ❤️ :) > & um my my mo- mother & [NAME] İ hosp. ur? \n . ! RN'.split(
      ' ',
    ),
    '\n> quoted',
    ' ',
  );
  it('stay in the text and in order whatever is read', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 25 }),
        parts => {
          const text = parts.join(' ');
          tokens.reset([]);
          tokens.add(text);
          let last = 0;
          for (let t = 0; t < tokens.length; t++) {
            const [start, end] = [tokens.start[t] as number, tokens.end[t] as number];
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThanOrEqual(start);
            expect(end).toBeLessThanOrEqual(text.length);
            if (!tokens.isBreak(t)) expect(end).toBeGreaterThan(start);
            last = start;
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
