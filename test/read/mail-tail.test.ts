/** What a mail quotes is not what it says. */
import { expect, test } from 'vitest';
import { isHtml, textOf } from '../../src/read/html-text.ts';
import { ownWords, unquoted } from '../../src/read/mail-tail.ts';

test.each([
  ['Fine.\n\nOn Mon, 3 Nov 2025 at 09:00, Dana <d@mail.example> wrote:\n> Old\n> words', 'Fine.'],
  ['Fine.\n\nOn Mon, 3 Nov 2025 at 09:00, Dana Okafor\n<d@mail.example> wrote:\n\nOld words', 'Fine.'],
  ['Gut.\n\nAm 03.11.2025 um 09:00 schrieb Dana <d@mail.example>:\n> Alt', 'Gut.'],
  ['Bien.\n\nLe lun. 3 nov. 2025 à 09:00, Dana <d@mail.example> a écrit :\n> Vieux', 'Bien.'],
  ['Fine.\n\nDana Okafor <d@mail.example> wrote:\n\nOld words', 'Fine.'],
  ['Fine.\n-----Original Message-----\nFrom: Dana\nOld', 'Fine.'],
  [
    'Fine.\n\n________________________________\nFrom: Dana\nSent: Monday\nTo: us\nSubject: Wheel\n\nOld',
    'Fine.',
  ],
  ['Fine.\n\n##- Please type your reply above this line -##\nOld', 'Fine.'],
  ['##- Please type your reply above this line -##\nFine.', 'Fine.'],
  [
    'On Mon 3 Nov 2025 Dana wrote:\n> Old\n\nFine, below it.\n> More\nAnd between.',
    'Fine, below it.\nAnd between.',
  ],
  ['From: London\nTo: Paris\nOn the 3rd, please.', 'From: London\nTo: Paris\nOn the 3rd, please.'],
  ['On the phone your colleague wrote:\nno such thing', 'On the phone your colleague wrote:\nno such thing'],
  ['It costs 5 > 3, no?\r\n\r\n\r\n\r\nBye', 'It costs 5 > 3, no?\n\nBye'],
  ['> only a quote', ''],
])('%j says %j', (mail, own) => {
  expect(unquoted(mail)).toBe(own);
});

test('HTML bodies lose the quote by its marks', () => {
  const body =
    '<div>Fine.</div><br><div class="gmail_quote"><div>On Monday wrote:</div><blockquote>Old</blockquote></div>';
  expect(ownWords(body)).toBe('Fine.');
  expect(ownWords('<p>Fine.</p><hr><div id="divRplyFwdMsg">From: x</div><p>Old</p>')).toBe('Fine.');
  expect(ownWords('<p>Before</p><blockquote>Old</blockquote><p>after</p>')).toBe('Before\n\nafter');
});

test('HTML is told from text, and reads as people see it', () => {
  expect(isHtml('a < b and b > c')).toBe(false);
  expect(isHtml('Hello<br/>there')).toBe(true);
  const html =
    '<style>p{}</style><h2>List</h2>\n<ul>\n<li>Tea &amp;&nbsp;cake</li><li>Milk</li></ul><p>a\n  b<br>c</p>';
  expect(textOf(html)).toBe('List\n\nTea & cake\n\nMilk\n\na b\nc');
  expect(textOf('<p>one <img src="x" alt="smile"> two')).toBe('one smile two');
});

test('endless lines and unclosed tags take no time', () => {
  const long = 'On 3 November wrote '.repeat(100_000);
  expect(unquoted(long)).toBe(long.trim());
  expect(textOf('<div>'.repeat(50_000))).toBe('');
});
