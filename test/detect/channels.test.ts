/**
 * The same conversation through different channels: unpunctuated speech, speech with repeats and pauses, chat in short
 * messages, mail. What is said must be found however it is written down, and what is not said must not be.
 */
import { describe, expect, it } from 'vitest';
import { compiled } from '../../src/compiled/rules.ts';
import { Engine } from '../../src/detect/engine.ts';
import { detect } from '../../src/detect/index.ts';
import type { Conversation } from '../../src/model/conversation.ts';

const engine = new Engine(compiled());
const talk = (...lines: string[]): Conversation => ({
  id: 'c',
  agent: { id: 'a', name: 'Ines' },
  turns: lines.map(line => ({ speaker: line.startsWith('A:') ? 'agent' : 'customer', text: line.slice(3) })),
});
/** Topics that phrases find in the customer's turns, with the words they stand on. */
const told = (...lines: string[]) => {
  const conversation = talk(...lines);
  const context = engine.read(conversation);
  return conversation.turns.flatMap((_, turn) =>
    context.hits('disclosure', turn).map(hit => ({
      topic: hit.rule.fields?.topic,
      turn,
      quote: context.span(turn, hit.first, hit.last).quote,
    })),
  );
};
const topics = (...lines: string[]) => [...new Set(told(...lines).map(({ topic }) => topic))];

describe('sentences of unpunctuated speech', () => {
  const cut = (text: string) => {
    const context = engine.read(talk(`A: ${text}`));
    return context.sentences(0).map(s => context.span(0, s.first, s.last).quote + (s.question ? ' ?' : ''));
  };
  it.each([
    [
      'okay thank you for that i have found your account is there anything else i can help you with today',
      'is there anything else i can help you with today ?',
    ],
    [
      'i am so sorry to hear that that must be really hard for you how are you holding up',
      'how are you holding up ?',
    ],
    ['have a nice day', 'have a nice day'],
    ['can you read me the number', 'can you read me the number ?'],
    ['what i can do is send a new one', 'what i can do is send a new one'],
    ['it gets dark early now doesnt it', 'it gets dark early now doesnt it ?'],
    ["so what's your postcode", "so what's your postcode ?"],
    ['Do sit down.', 'Do sit down'],
    ['when you are ready press the button', 'when you are ready press the button'],
  ])('%s', (text, expected) => expect(cut(text)).toContain(expected));

  it('leaves short stretches and marked sentences whole', () => {
    expect(cut('i rang on monday and nobody rang me back')).toHaveLength(1);
    expect(
      cut(
        'I rang on Monday because the box was broken and nobody has rung me back since then, so I am cross.',
      ),
    ).toHaveLength(1);
  });

  it('leaves out names and addresses under a mail', () => {
    const mail =
      'Hi Dana,\nI have sent it today.\nKind regards,\nInes Sorel\nCustomer Care Team\nBrightwater Ltd';
    expect(cut(mail)).toEqual(['Hi Dana', 'I have sent it today', 'Kind regards']);
  });
});

describe('disfluencies', () => {
  it.each([
    ['C: my my uh mother passed away in march', 'bereavement'],
    ['C: my mo- my mother passed away in march', 'bereavement'],
    ['C: my mother she you know passed away in march', 'bereavement'],
    ['C: i lost i lost my husband in march', 'bereavement'],
    ['C: i was i was made i was made redundant', 'work-loss'],
    ["C: i've actually been made basically redundant", 'work-loss'],
  ])('%s', (line, topic) => expect(topics(line)).toContain(topic));

  it.each([
    ['C: do you know my password'],
    ['C: i like my new phone i mean it'],
    ['C: i lost i lost my password'],
    ['C: my phone my phone died you know'],
  ])('%s: nothing', line => expect(topics(line)).toEqual([]));

  it('quotes what was said, repeats included', () => {
    const [first] = told('C: well i lost i mean lost my husband');
    expect(first?.quote).toMatch(/lost my husband$/);
  });
});

describe('mis-heard words', () => {
  it.each([
    ['C: my mum passed a way last week', 'bereavement'],
    ['C: he starts key mow on monday and i cannot drive', 'illness'],
    ['C: i was made re dundant in may', 'work-loss'],
    ['C: she had a miss carriage in june', 'bereavement'],
  ])('%s', (line, topic) => expect(topics(line)).toContain(topic));

  it.each([
    ['C: there must be a way past the login'],
    ['C: i see you have sent the wrong order'],
    ['C: i need a diagnose of the line fault'],
  ])('%s: nothing', line => expect(topics(line)).toEqual([]));
});

describe('messages in a row', () => {
  it.each([
    [['C: my mum', 'C: passed away in march'], 1, 'passed away'],
    [['C: hi', 'C: i have lost', 'C: my husband'], 2, 'my husband'],
  ])('%j', (lines, turn, quote) => {
    const found = told(...(lines as string[]));
    expect(found.map(f => f.topic)).toContain('bereavement');
    expect(found.some(f => f.turn === turn && f.quote.startsWith(quote as string))).toBe(true);
  });

  it.each([
    [['C: i have lost.', 'C: my husband']],
    [['C: i have lost', 'A: yes?', 'C: my husband']],
    [['C: what if i', 'C: have lost', 'C: my husband']],
    [['C: i have lost', 'C: my password']],
    [
      [
        'C: i would like to change the delivery address for the order that i placed with my mum',
        'C: passed it',
      ],
    ],
  ])('%j: nothing', lines => expect(topics(...(lines as string[]))).toEqual([]));
});

/** Ten short conversations as a person would write them. */
const pairs: readonly string[][] = [
  [
    'C: Hello. My husband passed away last week. I need to close his account.',
    "A: I'm so sorry for your loss. I will close it for you today. Is there anything else I can help you with?",
  ],
  [
    'C: I was made redundant in May. I cannot pay the bill this month.',
    "A: That must be a real worry. Let's see what we can do. Would a payment plan help?",
  ],
  [
    'C: We are getting married on Saturday! The suit has not come.',
    'A: Congratulations! I will find it for you. What is the order number?',
  ],
  [
    'C: My daughter is in hospital. I missed the engineer.',
    "A: Oh no, I'm sorry to hear that. How is she doing? I can book a new visit.",
  ],
  [
    'C: The router is broken. I have called three times. Nobody rings back.',
    'A: I apologise for the inconvenience. Can you confirm your postcode? Thank you for your patience.',
  ],
  [
    "C: I'm pregnant. We are moving house next month. Can you move the line?",
    'A: Congratulations! When are you due? I can move it for you.',
  ],
  [
    'C: We were burgled last night. They took my laptop.',
    "A: That's awful. Are you okay? I will send the claim form now.",
  ],
  [
    'C: I lost my password. The site is slow.',
    'A: Thank you for calling. May I take your full name please? Your call is important to us.',
  ],
  [
    "C: I'm caring for my mother. She has dementia. The letters confuse her.",
    "A: That sounds exhausting. How are you coping? I'll send the letters to you instead.",
  ],
  [
    'C: My flight is cancelled. My exam is tomorrow morning. I am stranded here.',
    'A: I understand how stressful that is. Let me look at the next flight. Good luck with your exam!',
  ],
];
const unmarked = (line: string) =>
  line.slice(0, 3) +
  line
    .slice(3)
    .toLowerCase()
    .replace(/[.,!?]/g, '');
const found = (lines: readonly string[]) =>
  detect(talk(...lines))
    .filter(f => !f.confidence)
    .map(f => `${f.turn} ${f.dimension} ${f.dimension === 'disclosure' ? f.topic : ''}`);

describe('fairness', () => {
  it('finds nearly the same with and without marks and capitals', () => {
    let [both, all] = [0, 0];
    for (const lines of pairs) {
      const [marked, plain] = [new Set(found(lines)), new Set(found(lines.map(unmarked)))];
      both += [...marked].filter(f => plain.has(f)).length;
      all += new Set([...marked, ...plain]).size;
    }
    expect(all).toBeGreaterThan(20);
    // Jaccard overlap of findings by turn, dimension and topic
    expect(both / all).toBeGreaterThanOrEqual(SAME);
  });
});

/** How much of what is found in either form must be found in both. */
const SAME = 0.85;
