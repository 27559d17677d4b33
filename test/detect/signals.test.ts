/** The signals of specificity, on examples of their own. Rules alone, without fitted weights. */
import { describe, expect, it } from 'vitest';
import { compileRules } from '../../src/detect/compile.ts';
import type { Context } from '../../src/detect/context.ts';
import { createDetect } from '../../src/detect/index.ts';
import { tells } from '../../src/detect/signals/numbers.ts';
import { ruleSources } from '../../src/detect/sources.ts';
import type { CountedName } from '../../src/model/signals.ts';

const { rules, classes, guards } = ruleSources('src');
const detect = createDetect(compileRules(rules, classes, guards));

function counted(lines: string, agent = 'a1') {
  const turns = lines.split('\n').map(line => ({
    speaker: line.startsWith('C') ? ('customer' as const) : ('agent' as const),
    text: line.slice(3),
    ...(line.startsWith('A') ? { agentName: 'Rosalind' } : {}),
    ...(line.startsWith('B') ? { agent: 'a2' } : {}),
  }));
  const conversation = { id: 'c', agent: { id: 'a1', name: 'Ada' }, customer: { name: 'Dana Wu' }, turns };
  return detect(conversation).signals.get(agent)!;
}
const pair = (name: CountedName, lines: string) => {
  const { count, of } = counted(lines)[name];
  return [count, of];
};

describe('taken up', () => {
  const words = (lines: string) => counted(lines).takenUp.words ?? [];
  it.each([
    ['an order number read back', 'C: It is 99120345.\nA: Thanks, 99120345.', []],
    [
      'data that was asked for',
      'A: What is your date of birth?\nC: 14 June 1980\nA: 14 June 1980, thanks.',
      [],
    ],
    ['words of the task', 'C: The payment on my account is wrong.\nA: The payment on your account.', []],
    ['the customer’s name', 'C: Dana Wu here.\nA: Hello Dana.', []],
    ['the name of the turn’s agent', 'C: Rosalind again?\nA: Rosalind, yes.', []],
    ['a name given as one', 'C: My name is Oyelaran.\nA: Thanks, Oyelaran.', []],
    ['what the agent said first', 'A: The boiler in Leeds?\nC: Leeds, yes.\nA: Leeds it is.', []],
    [
      'words inside stock wording',
      'C: The piano is wet.\nA: We apologise for the inconvenience with the piano.',
      [],
    ],
    ['said before the customer said it', 'A: Is it the kitchen?\nC: yes\nA: ok', []],
    ['a number said digit by digit', 'C: it is nine two four one\nA: nine two four one', []],
    ['a number in words', 'C: It took forty minutes.\nA: Forty minutes!', ['Forty']],
    ['a noun', 'C: It leaks over the piano.\nA: Move the piano away first.', ['piano']],
    ['another form of it', 'C: The twins were crying.\nA: Will the twin cry if it beeps?', ['twin', 'cry']],
    ['a person’s name', 'C: Oliver needs it.\nA: How old is Oliver?', ['Oliver']],
    ['a day', 'C: We fly on Friday.\nA: Before Friday, then.', ['Friday']],
    ['a short number that was not asked for', 'C: I waited 40 minutes.\nA: 40 minutes is too long.', ['40']],
  ])('%s', (_, lines, taken) => expect(words(lines)).toEqual(taken));

  it('counts each word once, against those that stood open to this agent', () => {
    const lines = 'C: The piano and the carpet.\nA: The piano? The piano!\nC: And my violin.';
    expect(counted(lines).takenUp).toEqual({ count: 1, of: 2, words: ['piano'] });
  });
  it('is told agent by agent', () => {
    const lines = 'C: The piano.\nA: Right.\nB: The piano, I see.';
    expect([counted(lines).takenUp.count, counted(lines, 'a2').takenUp.count]).toEqual([0, 1]);
  });
});

describe('concrete', () => {
  it.each([
    ['"no problem" points at nothing', 'C: hi\nA: No problem at all.', [0, 0]],
    ['one moment is no number', 'C: hi\nA: Give me one moment.', [0, 0]],
    ['the issue, your recent query', 'C: hi\nA: I see the issue with your recent query.', [0, 2]],
    ['a span in stock wording is not concrete', 'C: hi\nA: Please allow 3 to 5 business days.', [0, 0]],
    ['an account number in speech', 'C: hi\nA: So that is nine two four four.', [0, 0]],
    ['a number taken up is one', 'C: I waited 40 minutes.\nA: 40 minutes is too long.', [1, 1]],
    ['vague over the end of a sentence', 'C: hi\nA: Sorry about that. Issues happen.', [0, 0]],
    [
      'numbers, days, the customer’s nouns',
      'C: My piano!\nA: Two men come for the piano on Tuesday.',
      [3, 3],
    ],
  ])('%s', (_, lines, expected) => expect(pair('concrete', lines)).toEqual(expected));
});

describe('first person', () => {
  it.each([
    ['a question of two', 'C: hi\nA: Where were we?', [0, 0]],
    ['neither acts nor feels', 'C: hi\nA: I am Ada. We are Brightwater.', [0, 0]],
    ['a written-out "I will"', 'C: hi\nA: I will check.', [1, 1]],
    ['a contraction counts the same', "C: hi\nA: I'll check.", [1, 1]],
    ['so it does without its apostrophe', 'C: hi\nA: ill check', [1, 1]],
    ['and with the letter of a phone', 'C: hi\nA: I’ll check.', [1, 1]],
    ['let me', 'C: hi\nA: Let me check.', [1, 1]],
    ['we apologise, we will look into it', 'C: hi\nA: We apologise. We will look into it.', [0, 2]],
    ['both', "C: hi\nA: I'm sorry, we sent it late.", [1, 2]],
  ])('%s', (_, lines, expected) => expect(pair('firstPerson', lines)).toEqual(expected));
});

describe('follow-ups', () => {
  it.each([
    ['a question for data', 'C: My dad fell.\nA: What is your postcode?', [0, 1]],
    ['a question about something else', 'C: My dad fell.\nA: Is the green light on?', [0, 1]],
    ['about words said long before', 'C: The piano!\nA: ok\nC: it is wet\nA: Is the piano old?', [0, 1]],
    ['no question', 'C: My dad fell.\nA: Your dad fell.', [0, 0]],
    ['about a word just said', 'C: It smells of burning.\nA: Where is the burning?', [1, 1]],
    ['after somebody spoken of', 'C: My dad fell.\nA: Can he manage the stairs?', [1, 1]],
  ])('%s', (_, lines, expected) => expect(pair('followUps', lines)).toEqual(expected));
});

it('a run of numbers is walked no further than it takes to know it', () => {
  const asked = { times: 0 };
  const tokens = {
    hash: [],
    start: [],
    end: [],
    length: 1000,
    isNumber: () => ++asked.times > 0,
  };
  expect(tells({ tokens } as unknown as Context, 500)).toBe(false);
  expect(asked.times).toBeLessThan(10);
});
