/** The moments that stock wording stands in. Rules alone, without fitted weights: what they mark is not at issue here. */
import { describe, expect, it } from 'vitest';
import { compileRules } from '../../src/detect/compile.ts';
import { Engine } from '../../src/detect/engine.ts';
import { createDetect } from '../../src/detect/index.ts';
import { withMoments } from '../../src/detect/moment.ts';
import { ruleSources } from '../../src/detect/sources.ts';
import type { Scripted } from '../../src/model/finding.ts';

const { rules, classes, guards } = ruleSources('src');
const table = compileRules(rules, classes, guards);
const detect = createDetect(table);

/** The moments of the scripted findings that hold `words`, from lines beginning with C: and A:. */
function moments(lines: string, words: string) {
  const turns = lines.split('\n').map(line => ({
    speaker: line.startsWith('A') ? ('agent' as const) : ('customer' as const),
    text: line.slice(3),
  }));
  const { findings } = detect({ id: 'c', agent: { id: 'a1', name: 'Ada' }, turns });
  return findings
    .filter((f): f is Scripted => f.dimension === 'scripted' && f.quote.toLowerCase().includes(words))
    .map(f => f.moment);
}

const apology = 'We apologise for the inconvenience.';
const mum = 'C: My mum passed away last week and her bills still come.';
const fury = "C: I'm absolutely furious, this is the third time.";
const no = "A: I'm afraid we can't refund that.";

describe('moments', () => {
  it.each([
    // routine first: these must not cost
    [
      'a greeting opens',
      `A: Thank you for calling Brightwater.\n${mum}\nA: I see.`,
      'thank you for calling',
      'routine',
    ],
    [
      'a question closes',
      `${mum}\nA: I see.\nC: ok\nA: It is done.\nC: ok\nA: Is there anything else I can help you with today?`,
      'anything else',
      'routine',
    ],
    [
      'an identity check, even after a disclosure',
      `${mum}\nA: For security purposes please confirm your date of birth.`,
      'security',
      'routine',
    ],
    [
      'thanks for choosing us as a goodbye',
      `${mum}\nA: I see.\nC: ok\nA: It is done.\nC: ok\nA: Done. Thank you for choosing Brightwater.`,
      'thank you',
      'routine',
    ],
    [
      'a password reset',
      `C: I need a new password.\nA: ${apology}\nC: ok\nA: Sent.\nC: got it`,
      'apologise',
      'routine',
    ],
    [
      'a goodbye once the customer has said theirs, though the news was bad',
      `C: I want it back.\n${no}\nC: ok thanks, bye\nA: Thank you for choosing Brightwater.`,
      'thank you',
      'routine',
    ],
    // the same words where more is at stake
    [
      'a goodbye that answers bad news for them',
      `C: I want it back.\n${no}\nC: but I need it\nA: Thank you for choosing Brightwater.`,
      'thank you',
      'bad-news',
    ],
    [
      'a goodbye that answers a disclosure, though the customer leaves',
      `C: I want it back.\n${no}\n${mum}\nC: bye\nA: Thank you for choosing Brightwater.`,
      'thank you',
      'disclosure',
    ],
    ['in answer to a disclosure', `${mum}\nA: ${apology}`, 'apologise', 'disclosure'],
    ['in the second message of the answer', `${mum}\nA: Hold on.\nA: ${apology}`, 'apologise', 'disclosure'],
    [
      'a greeting that answers a disclosure',
      `${mum}\nA: Thank you for calling Brightwater.`,
      'thank you',
      'disclosure',
    ],
    ['after a complaint with feeling', `${fury}\nA: ${apology}`, 'apologise', 'feeling'],
    ['beside bad news', `C: I want it back.\n${no} ${apology}`, 'apologise', 'bad-news'],
    ['in the message after bad news', `C: I want it back.\n${no}\nA: ${apology}`, 'apologise', 'bad-news'],
    ['bad news weighs more than a complaint', `${fury}\n${no} ${apology}`, 'apologise', 'bad-news'],
    [
      'long after a disclosure',
      `${mum}\nA: Oh I am sorry.\nC: Thanks.\nA: The name is changed.\nC: And the bill?\nA: ${apology}`,
      'apologise',
      'ordinary',
    ],
    [
      'a closing question in the middle',
      `${mum}\nA: Oh no.\nC: ok\nA: I see.\nC: ok\nA: Is there anything else I can help you with today?\nC: yes\nA: Tell me.\nC: this\nA: Done.\nC: good\nA: Right.`,
      'anything else',
      'ordinary',
    ],
    [
      'praise asks for nothing',
      `${mum}\nA: I see.\nC: Thank you so much, you are wonderful.\nA: ${apology}`,
      'apologise',
      'ordinary',
    ],
  ])('%s', (_, lines, words, moment) => expect(moments(lines, words)).toEqual([moment]));

  it('are on scripted findings alone', () => {
    const turns = [{ speaker: 'customer' as const, text: 'My mum passed away last week.' }];
    const { findings } = detect({ id: 'c', agent: { id: 'a1' }, turns });
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.some(finding => 'moment' in finding)).toBe(false);
  });

  it('a number read back is routine', () => {
    const lines = `${mum}\nA: Thank you for providing account number 33019465.`;
    expect(moments(lines, 'thank you')).toEqual(['disclosure']);
    const given = `${mum}\nC: It is 33019465.\nA: Thank you for providing account number 33019465.`;
    expect(moments(given, 'thank you')).toEqual(['routine']);
    const own = `A: Your number is 33019465.\n${mum}\nA: Thank you for providing account number 33019465.`;
    expect(moments(own, 'thank you')).toEqual(['disclosure']);
    const later = `${mum}\nA: Thank you for providing account number 33019465.\nC: Yes, 33019465.`;
    expect(moments(later, 'thank you')).toEqual(['disclosure']);
  });

  it('take no longer than the conversation is', () => {
    const asked = (size: number) => {
      const turns = [
        { speaker: 'customer' as const, text: 'I want it back.' },
        ...Array.from({ length: size }, () => ({
          speaker: 'agent' as const,
          text: `${no.slice(3)} ${apology}`,
        })),
      ];
      const { findings } = detect({ id: 'c', agent: { id: 'a1' }, turns });
      const context = new Engine(table).read({ id: 'c', agent: { id: 'a1' }, turns });
      let times = 0;
      const counting = new Proxy(turns, {
        get: (list, key) => {
          times++;
          return Reflect.get(list, key);
        },
      });
      Object.defineProperty(context, 'turns', { value: counting });
      expect(withMoments(context, findings).length).toBeGreaterThan(size);
      return times;
    };
    expect(asked(40)).toBeLessThan(10 * 40);
  });
});
