import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/text/fold.ts';
import { NAME, NUMBER, Tokens } from '../../src/text/tokens.ts';
import { Vocabulary } from '../../src/text/vocabulary.ts';

function tokenise(text: string, vocabulary: string[] = []) {
  const tokens = new Tokens(new Vocabulary(vocabulary));
  tokens.reset(['Dana Wu', 'O’Brien']);
  tokens.add(text);
  return tokens;
}
const shown = (text: string, vocabulary?: string[]) => {
  const tokens = tokenise(text, vocabulary);
  return Array.from({ length: tokens.length }, (_, i) =>
    tokens.isBreak(i) ? '/' : text.slice(tokens.start[i], tokens.end[i]),
  ).join(' ');
};

describe('tokens', () => {
  it.each([
    ['Hello there. How are you?', '/ Hello there / How are you /'],
    ['I lost my mum... last week', '/ I lost my mum last week /'],
    ["it's £1,234.50, ok", "/ it's 1,234.50 ok /"],
    ['Mr. Smith and Dr. Jones came.', '/ Mr Smith and Dr Jones came /'],
    ['see https://a.example/b?c=1 now', '/ see https://a.example/b?c=1 now /'],
    ['my my um mum', '/ my my mum /'],
    ['in the er, er, yes', '/ in the er yes /'],
    ['his [RELATION] died', '/ his [RELATION] died /'],
    ['thank you 😭😭 so much', '/ thank you 😭 so much /'],
    ['line one\nline two', '/ line one / line two /'],
    ['mother-in-law', '/ mother in law /'],
    ['', '/ /'],
    ['really?! yes', '/ really / yes /'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it.each(["O'Brien", 'o’brien', 'DANA'])('knows the names of the file, however written: %s', name => {
    const tokens = tokenise(`then ${name} came`);
    expect([tokens.isOfParty(2), tokens.isName(2)]).toEqual([true, true]);
  });

  it('counts words as a person would', () => {
    expect(tokenise('my my um mum died').turnWords).toEqual([5]);
  });

  it('knows the names of the two parties, numbers and tags', () => {
    const tokens = tokenise('dana paid 40 for [NAME]', ['paid', '<name>']);
    const [paid, tag] = [0, 1];
    expect([...tokens.word.slice(1, 6)]).toEqual([-2 - NAME, paid, -2 - NUMBER, -1, tag]);
  });

  it('keeps offsets inside the text and in order, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), text => {
        const tokens = tokenise(text);
        let last = 0;
        for (let i = 0; i < tokens.length; i++) {
          const [start, end] = [tokens.start[i] as number, tokens.end[i] as number];
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = start;
        }
        expect(tokens.isBreak(tokens.length - 1)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('fold', () => {
  it('keeps every unit in its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(fold(text).length).toBe(text.length);
      }),
    );
    expect(fold('İSTANBUL “Ça” — it’s')).toBe('istanbul "ça" - it\'s');
  });
});
