import { describe, expect, it } from 'vitest';
import { PhraseError, PhraseParser } from '../../src/match/phrase.ts';

const parser = new PhraseParser(
  new Map([
    ['kin', ['mum|mom', 'mother in law']],
    ['self', ['{self}']],
    ['wide', ['{kin}', 'gran']],
  ]),
);

describe('phrase notation', () => {
  it('puts single words of a class in one place, and longer entries apart', () => {
    expect(parser.parse('my {kin}')).toEqual([
      [['my'], ['mum', 'mom']],
      [['my'], ['mother'], ['in'], ['law']],
    ]);
  });

  it('lets a class name another', () => {
    expect(parser.parse('{wide}')[0]).toEqual([['mum', 'mom', 'gran']]);
  });

  it('expands gaps and options', () => {
    expect(parser.parse('a [b] c').map(s => s.length)).toEqual([3, 2]);
    expect(parser.parse('a *3 c').map(s => s.length)).toEqual([2, 3, 4, 5]);
  });

  it.each([
    ['my {kind}', 'there is no word class {kind}'],
    ['{self}', 'holds itself'],
    ['(a|b', 'is missing'],
    ['a)', 'closes nothing'],
    ['*', 'holds no word of its own'],
    ['sorry, mum', 'leave punctuation out'],
    ['there there', 'heard once'],
  ])('says what is wrong with %s', (phrase, message) => {
    expect(() => parser.parse(phrase)).toThrow(PhraseError);
    expect(() => parser.parse(phrase)).toThrow(message);
  });
});
