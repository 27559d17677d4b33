/** What varies in a sentence is taken out, and nothing else. */
import { describe, expect, it } from 'vitest';
import { masked } from './said.ts';

const key = (text: string) => masked(text)[0]?.key;

describe('one wording', () => {
  it.each([
    ['case and marks', 'Let me walk you over to billing!', 'let me walk you over to billing'],
    ['curly quotes', "I'll put that right for you.", 'I’ll put that right for you.'],
    ['contractions', "I'll put that right for you.", 'I will put that right for you.'],
    ['fillers', 'Let me um walk you over to uh billing.', 'Let me walk you over to billing.'],
    [
      'words at the head that say nothing',
      'Okay, so let me walk you over to billing.',
      'Let me walk you over to billing.',
    ],
    ['forms of address', 'Let me walk you over to billing, sir.', 'Let me walk you over to billing.'],
    ['numbers', 'It takes 3 days to reach your door.', 'It takes 14 days to reach your door.'],
    ['number words', 'It takes three days to reach your door.', 'It takes 14 days to reach your door.'],
    ['dates', 'It will be there by Tuesday at noon.', 'It will be there by 12 May at noon.'],
    ['amounts', 'We have sent you £12.50 this morning.', 'We have sent you 99 pounds this morning.'],
    ['redaction tags', 'Your case is [CASE_NUMBER] with the team.', 'Your case is 4471 with the team.'],
    ['addresses', 'Write to us at help@example.com about it.', 'Write to us at team@example.org about it.'],
    ['links', 'Please look at https://a.example/x?y=1 first.', 'Please look at www.b.example first.'],
    ['names by their capital', 'Then Zbigniew will walk you over.', 'Then Ulrike will walk you over.'],
    ["the customer's name in lower case", 'then dana will walk you over', 'Then Ulrike will walk you over.'],
    ['a name called at the end', 'Thanks for holding on there, Dana.', 'Thanks for holding on there.'],
    ['a name called at the head', 'Dana, thanks for holding on there.', 'Thanks for holding on there.'],
    [
      'handles and signatures',
      '@customer Please create a ticket here. ^JR',
      'Please create a ticket here. *SR',
    ],
    ['capitals throughout', 'LET ME WALK YOU OVER TO BILLING', 'Let me walk you over to billing.'],
    ['faces', 'Let me walk you over to billing 😀👍 today.', 'Let me walk you over to billing today.'],
    ['the name of a turn', 'then priya-jo o’hara will walk you over', 'Then Ulrike will walk you over.'],
    ['a capital on every word', 'Let Me Walk You Over To Bromsgrove', 'let me walk you over to bromsgrove'],
  ])('%s', (_, a, b) => {
    expect(key(a)).toBeDefined();
    expect(key(a)).toBe(key(b));
  });
});

describe('two wordings', () => {
  it.each([
    ['another word', 'Let me walk you over to billing.', 'Let me walk you over to returns.'],
    ['a "not"', 'You will be charged for this today.', 'You will not be charged for this today.'],
    ['another order', 'Let me walk you over to billing.', 'Let me over walk you to billing.'],
    ['a word more', 'Let me walk you over to billing.', 'Let me walk you over to billing upstairs.'],
    ['an acronym is no name', 'Send us a DM about it.', 'Send us a PIN about it.'],
    ['"one" that counts nothing', 'This one is for you to keep.', 'This cup is for you to keep.'],
  ])('%s', (_, a, b) => {
    expect(key(a)).toBeDefined();
    expect(key(a)).not.toBe(key(b));
  });
});

it('gives the whole sentence, its mark and no handle with it', () => {
  const text = '@customer Please create a ticket here! We wait for it.';
  expect(masked(text).map(({ quote }) => quote)).toEqual(['Please create a ticket here!', 'We wait for it.']);
});

it('tells a question with and without its mark', () => {
  expect(masked('You would like that, yes?')[0]?.question).toBe(true);
  expect(masked('could you tell me the order number')[0]?.question).toBe(true);
  expect(masked('Tell me the order number.')[0]?.question).toBe(false);
});

it('cuts a long breath as detection does, or leaves it whole', () => {
  const breath =
    'i see the order here and it left the depot on monday so it should be with you soon can you look behind the bins for me and tell me';
  expect(masked(breath).length).toBeGreaterThan(1);
  expect(masked(breath, false)).toHaveLength(1);
});

it('leaves out what is too short to be wording', () => {
  expect(masked('Okay. Thank you. One moment. Yes!')).toEqual([]);
});

it('takes sentences of any length', () => {
  expect(masked(`${'the kettle and a fence '.repeat(300)}end`, false)[0]?.units.split(' ')).toHaveLength(
    1501,
  );
});
