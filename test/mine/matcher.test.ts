/** Which sentences follow a template: slips and small words are borne, anything else makes it another sentence. */
import { describe, expect, it } from 'vitest';
import { TemplateMatcher } from '../../src/mine/matcher.ts';
import { fixedWords, parseTemplate, plainText } from '../../src/mine/template.ts';
import { isTypo } from '../../src/mine/words.ts';
import { withSentence } from './said.ts';

const template =
  'Thank you for calling Larkmere Living, my name is {name} and I will fix your {words} by {date}.';

function follows(text: string, written = template): boolean {
  const matcher = new TemplateMatcher([parseTemplate(written)]);
  return withSentence(text, sentence => matcher.find(sentence).length > 0) ?? false;
}

describe('follows', () => {
  it.each([
    [
      'as it is',
      'Thank you for calling Larkmere Living, my name is Omar and I will fix your kettle by Monday.',
    ],
    [
      'in lower case',
      'thank you for calling larkmere living my name is omar and i will fix your kettle by monday',
    ],
    [
      'contracted',
      'Thank you for calling Larkmere Living, my name is Omar and I’ll fix your kettle by 12 May.',
    ],
    [
      'with slips',
      'Thnak you for caling Larkmere Living, my name is Omar and I will fix your kettle by Monday.',
    ],
    [
      'with a small word more',
      'Thank you so for calling Larkmere Living, my name is Omar and I will fix your kettle by Monday.',
    ],
    [
      'with a small word less',
      'Thank you for calling Larkmere Living, my name is Omar and will fix your kettle by Monday.',
    ],
    [
      'with a longer slot',
      'Thank you for calling Larkmere Living, my name is Omar and I will fix your old red kettle by Monday.',
    ],
    [
      'redacted',
      'Thank you for calling Larkmere Living, my name is [NAME] and I will fix your [ITEM] by [DATE].',
    ],
    [
      'within a breath',
      'yeah so hello there thank you for calling larkmere living my name is omar and i will fix your kettle by monday did it spit',
    ],
  ])('%s', (_, text) => expect(follows(text)).toBe(true));
});

describe('does not follow', () => {
  it.each([
    [
      'another word',
      'Thank you for calling Larkmere Living, my name is Omar and I will burn your kettle by Monday.',
    ],
    [
      'a "not"',
      'Thank you for calling Larkmere Living, my name is Omar and I will not fix your kettle by Monday.',
    ],
    [
      'no value in the slot of one',
      'Thank you for calling Larkmere Living, my name is Omar and I will fix your kettle by magic.',
    ],
    ['half of it', 'Thank you for calling Larkmere Living, my name is Omar.'],
    [
      'too many slips',
      'Thnak you for caling Larkmere Livign, my nmae is Omar and I will fix yuor kettle by Monday.',
    ],
  ])('%s', (_, text) => expect(follows(text)).toBe(false));

  it('a "not" in a slot', () => {
    const written = 'We will {words} charge you for the kettle that you sent back.';
    expect(follows('We will of course charge you for the kettle that you sent back.', written)).toBe(true);
    expect(follows('We will not charge you for the kettle that you sent back.', written)).toBe(false);
  });

  it('a short one inside a longer sentence', () => {
    expect(follows('We can help with that.', 'We can help with that.')).toBe(true);
    expect(
      follows(
        'Somebody in Leeds told me that we can help with that second pallet of yours.',
        'We can help with that.',
      ),
    ).toBe(false);
  });
});

it('holds a name of several words that is no word of the language', () => {
  const text = 'You are through to Brightwater Energo Norsk, how may I be of use?';
  expect(follows(text, text)).toBe(true);
  expect(follows(text, text.replace('Brightwater', 'Larkmere'))).toBe(false);
});

it.each([
  'You can call us back on oh eight hundred one one one.',
  'Press one two three and then tell me what it does.',
  'Write to help@example.com or look at www.a.example first, please.',
  'Please tell O’Brien that the the PS5 is on its way 😀 today.',
  'We charge $12 one day and 13 pounds on another day.',
  'We call at 9:30 am on May 3rd, sir, um, as agreed.',
  'Your [ACCOUNT_NUMBER] is safe with the Larkmere team.',
])('holds of a sentence what masking does: %s', text => expect(follows(text, text)).toBe(true));

it('takes the one that explains more where two compete', () => {
  const matcher = new TemplateMatcher(
    ['fix your kettle by {date} at the latest', 'I will fix your kettle by {date} at the latest'].map(
      parseTemplate,
    ),
  );
  expect(
    withSentence('I will fix your kettle by Monday at the latest.', s =>
      matcher.find(s).map(f => f.template),
    ),
  ).toEqual([1]);
});

describe('template', () => {
  it('parses words, slots and values', () => {
    expect(plainText(parseTemplate("Okay, I'll send {Name} 12 kettles, sir!"))).toBe(
      'i will send {name} {value} kettles',
    );
    expect(fixedWords(parseTemplate('{a} {b} kettle two'))).toBe(1);
  });

  it('is the same when written plainly and read again', () => {
    const parts = parseTemplate(template);
    expect(parseTemplate(plainText(parts))).toEqual(parts);
  });
});

it('tells slips from other words', () => {
  expect(
    [
      ['calling', 'caling'],
      ['thank', 'thnak'],
      ['appreciate', 'aprecciate'],
    ].every(([a, b]) => isTypo(a!, b!)),
  ).toBe(true);
  expect(
    [
      ['now', 'not'],
      ['kettle', 'settee'],
      ['refund', 'return'],
    ].some(([a, b]) => isTypo(a!, b!)),
  ).toBe(false);
});
