/** The coaching digest: what is kept, in what order, and that examples name nobody. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Conversation, Digest, type Scored, score } from '../../src/index.ts';
import { anonymous } from '../../src/tally/anonymous.ts';
import { excerpt } from '../../src/tally/moments.ts';

const page = (id: string) => ({ id, title: `Title of ${id}`, why: `Why of ${id}.` });
const pages = [
  'disclosure/bereavement',
  'disclosure/personal-life-pets',
  'scripted/patience',
  'scripted/weighed',
].map(page);
type Steps = Extract<Scored, { score: unknown }>[];

const scored = async (paths: readonly string[]): Promise<Steps> => {
  const steps: Steps = [];
  for await (const step of score(paths)) if ('score' in step) steps.push(step);
  return steps;
};
const digested = (steps: Steps) => {
  const digest = new Digest();
  for (const { score, conversation } of steps) digest.add(score, conversation);
  return digest.coaching(pages);
};
const files = readdirSync('fixtures/transcripts', { recursive: true, encoding: 'utf8' })
  .filter(name => /\.\w+$/.test(name))
  .map(name => join('fixtures/transcripts', name));
const steps = await scored(files);

/** A conversation of one disclosure, answered or not, by an agent. */
const made = (
  agent: string,
  id: string,
  response: 'acknowledged' | 'missed',
  more: object = {},
): Steps[number] => {
  const texts = [
    'My mum passed away last week.',
    response === 'missed' ? 'Account number?' : 'I am so sorry about your mum, Dana.',
  ];
  const turns = texts.map((text, i) => ({ speaker: i ? ('agent' as const) : ('customer' as const), text }));
  const conversation: Conversation = {
    id,
    agent: { id: agent, name: `Name ${agent}` },
    customer: { name: 'Dana Wu' },
    turns,
    ...more,
  };
  const base = { agent, start: 0, end: 6 };
  const score = {
    conversation: id,
    channel: null,
    findings: [
      {
        ...base,
        rule: 'disclosure/bereavement',
        dimension: 'disclosure',
        turn: 0,
        quote: 'My mum',
        topic: 'bereavement',
        valence: 'negative',
        response,
        responseTurn: response === 'missed' ? null : 1,
        missedBy: null,
      },
      ...(response === 'missed'
        ? []
        : [
            {
              ...base,
              rule: 'empathy/sorry-for-them',
              dimension: 'empathy',
              turn: 1,
              quote: 'I am s',
              kind: 'emotional-reaction',
              level: 'strong',
            },
          ]),
    ],
    agents: [
      {
        id: agent,
        name: `Name ${agent}`,
        scores: { overall: 50 },
        disclosures: { missed: Number(response === 'missed'), total: 1 },
      },
    ],
  };
  return { conversation, score } as unknown as Steps[number];
};

describe('the digest', () => {
  it('is the same whatever the order of the conversations', () => {
    expect(steps.length).toBeGreaterThan(30);
    const whole = digested(steps);
    expect(whole.agents.some(({ missed }) => missed.some(({ elsewhere }) => elsewhere !== null))).toBe(true);
    fc.assert(
      fc.property(fc.infiniteStream(fc.integer()), keys => {
        const mixed = steps
          .map(step => [keys.next().value as number, step] as const)
          .sort((a, b) => a[0] - b[0]);
        expect(digested(mixed.map(([, step]) => step))).toEqual(whole);
      }),
      { numRuns: 20 },
    );
  });

  it('shows at most three moments a heading, the gravest first, and quotes what was said', () => {
    const { agents, best, missed } = digested(steps);
    for (const list of [best, missed, ...agents.flatMap(one => [one.best, one.missed])]) {
      expect(list.length).toBeLessThanOrEqual(3);
      expect(list.map(({ weight }) => weight)).toEqual(
        list.map(({ weight }) => weight).sort((a, b) => b - a),
      );
    }
    const texts = new Map(steps.map(({ conversation }) => [conversation.id, conversation.turns]));
    for (const { conversation, customer, agent } of agents.flatMap(one => [...one.best, ...one.missed]))
      for (const quote of [customer, agent]) {
        if (quote === null) continue;
        const said = texts.get(conversation)?.[quote.turn]?.text.replace(/\s+/g, ' ');
        expect(said).toContain(quote.text.replace(/^… | …$/g, ''));
      }
  });

  it('keeps no more for many conversations than for a few', () => {
    const many = Array.from({ length: 300 }, (_, i) =>
      made(`a${i % 2}`, `c${String(i).padStart(3, '0')}`, i % 3 ? 'missed' : 'acknowledged'),
    );
    const digest = new Digest();
    for (const { score, conversation } of many) digest.add(score, conversation);
    const { agents } = digest.coaching(pages);
    expect(agents.map(({ best, missed }) => [best.length, missed.length])).toEqual([
      [3, 3],
      [3, 3],
    ]);
  });

  it('shows how others answered, without a name, and never one’s own answer', () => {
    const one = digested([made('a', 'c1', 'missed'), made('a', 'c2', 'acknowledged')]);
    expect(one.agents[0]?.missed[0]?.elsewhere).toBeNull();
    const { agents } = digested([made('a', 'c1', 'missed'), made('b', 'c2', 'acknowledged')]);
    expect(agents[0]?.missed[0]?.elsewhere).toEqual({
      topic: 'bereavement',
      customer: 'My mum passed away last week.',
      agent: 'I am so sorry about your mum, [name].',
    });
  });

  it('suggests the page of what weighs most', () => {
    const { agents } = digested([made('a', 'c1', 'missed')]);
    expect(agents[0]?.suggestion).toEqual({
      ...page('disclosure/bereavement'),
      id: undefined,
      rule: 'disclosure/bereavement',
      times: 1,
    });
  });

  it('follows the weeks where there are dates', () => {
    const dated = (date: string) => ({ metadata: { date } });
    const { weeks } = digested([
      made('a', 'c1', 'missed', dated('2026-03-02')),
      made('a', 'c2', 'acknowledged', dated('2026-03-10')),
      made('b', 'c3', 'acknowledged', dated('2026-03-11')),
      made('b', 'c4', 'acknowledged'),
    ]);
    expect(weeks.map(({ week, conversations, missed }) => [week, conversations, missed.value])).toEqual([
      ['2026-W10', 1, 1],
      ['2026-W11', 2, 0],
    ]);
  });
});

describe('examples', () => {
  it.each([
    ["I'm so sorry, Mrs Wu.", ['Dana Wu'], "I'm so sorry, Mrs [name]."],
    ['We, Wu and all, are sorry.', ['Dana Wu'], 'We, Wu and all, are sorry.'], // two letters alone are a word as well
    ['I am sorry, Dana.', ['Dana Wu'], 'I am sorry, [name].'],
    ['oh dana love', ['Dana Wu'], 'oh [name] love'],
    ['This is Priya from billing.', [], 'This is [name] from billing.'],
    ["I'm Sorry to hear that.", [], "I'm Sorry to hear that."],
    ["I'm so sorry.", [], "I'm so sorry."],
    ['Thank you, Mr Pettifer.', [], 'Thank you, Mr [name].'],
    ['Your account 4012 2398 is open since 2019.', [], 'Your account … is open since 2019.'],
    ['A dana is not a Danaan.', ['Dana'], 'A [name] is not a Danaan.'],
  ])('%s', (text, names, expected) => expect(anonymous(text, names)).toBe(expected));
});

describe('excerpts', () => {
  const long = `${'I was told to wait again. '.repeat(12)}My mum passed away. ${'And so on it goes. '.repeat(12)}`;
  const at = long.indexOf('mum');
  it.each([
    ['Hello.\nMy mum died. Bye.', [{ start: 10, end: 13 }], '… My mum died.'],
    ['my mum died', [], 'my mum died'],
    [long, [{ start: at, end: at + 3 }], 'My mum passed away.'],
    ['', [], ''],
  ])('%#', (text, spans, expected) =>
    expect(excerpt(text, spans).replace(/^… /, '')).toBe(expected.replace(/^… /, '')),
  );

  it('are never much longer than they may be, and cut between words', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('word', 'longer', 'a', 'end.', 'why?', 'so\n'), { maxLength: 200 }),
        fc.nat(),
        fc.nat(40),
        (words, at, size) => {
          const text = words.join(' ');
          const start = text.length ? at % text.length : 0;
          for (const spans of [[], [{ start, end: Math.min(text.length, start + size) }]]) {
            const found = excerpt(text, spans).replace(/^… | …$/g, '');
            expect(found.length).toBeLessThan(340);
            expect(text.replace(/\s+/g, ' ')).toContain(found);
          }
        },
      ),
    );
  });
});
