/** Who the agent is, told from the words: right, or not at all. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compose, type Spoken } from '../../src/read/compose.ts';
import { mappingFrom, mappingOf } from '../../src/read/mapping.ts';
import { read } from '../../src/read/read.ts';
import { inputs } from '../../src/read/source.ts';
import { noService } from './no-service.ts';
import { all, bytes, problems, said } from './tools.ts';

const frame = { source: 'x', id: 'x', at: '' };

/** `A: hello` lines as utterances of SPEAKER_A and so on. */
function talk(text: string): Spoken[] {
  return text.split('\n').map((line, i) => {
    const [label = '', ...words] = line.split(': ');
    return {
      label: label.length === 1 ? `SPEAKER_${label}` : label,
      text: words.join(': '),
      at: `line ${i + 1}`,
    };
  });
}

function speakers(text: string): string[] | string {
  const list = compose(talk(text), frame);
  const last = list.at(-1)!;
  return 'problem' in last ? last.problem.reason : last.conversation.turns.map(turn => turn.speaker);
}

const call = `A: thank you for calling harbour bank this is ines how can i help
B: hi my card was charged twice for the same order
A: i'm sorry about that can i take your account number please
B: yes it's four four one two
A: thank you i can see the payment i've refunded it to your account
B: great thanks for your help`;

test('two speakers without names', () => {
  expect(speakers(call)).toEqual(['agent', 'customer', 'agent', 'customer', 'agent', 'customer']);
  const swapped = call.replace(/^[AB]/gm, label => (label === 'A' ? 'B' : 'A'));
  expect(speakers(swapped)).toEqual(['agent', 'customer', 'agent', 'customer', 'agent', 'customer']);
  const made = compose(talk(call), frame).at(-1)!;
  if ('problem' in made) throw new Error(made.problem.reason);
  expect(made.conversation.agent).toEqual({ id: 'unknown' });
  expect(made.conversation.inferred!.confidence).toBeGreaterThan(0.9);
  expect(made.conversation.inferred!.confidence).toBeLessThan(1);
});

test('names go along with the roles they are told to have', () => {
  const made = compose(talk(call.replace(/^A/gm, 'Ines Prado').replace(/^B/gm, 'Tom')), frame).at(-1)!;
  if ('problem' in made) throw new Error(made.problem.reason);
  expect([made.conversation.agent.name, made.conversation.customer?.name]).toEqual(['Ines Prado', 'Tom']);
});

test('a bot is a bot, and its customer has no agent', () => {
  const bot = `A: Hi, I'm your virtual assistant. Choose one of the following options.\nB: billing\nA: I didn't get that.\nB: speak to a person`;
  expect(speakers(bot)).toContain('--roles');
  expect(speakers(`C: Hi, I'm your virtual assistant. How can I help?\nB: my bill\n${call}`)).toEqual([
    'bot',
    'customer',
    ...['agent', 'customer', 'agent', 'customer', 'agent', 'customer'],
  ]);
});

test.each(noService.map((text, i) => [i + 1, text] as const))(
  'talk %i among friends has no agent',
  (_, text) => {
    expect(speakers(text)).toContain('neither the labels nor the words tell who the agent is');
  },
);

test('of this project’s own conversations hardly any comes out the wrong way round', () => {
  const files = ['calls', 'chats', 'mails', 'social'].map(name => `fixtures/labelled/${name}.jsonl`);
  const list = files
    .flatMap(file => readFileSync(file, 'utf8').split('\n').filter(Boolean))
    .map(line => JSON.parse(line));
  let [right, wrong] = [0, 0];
  for (const { turns } of list as { turns: { speaker: string; text: string }[] }[]) {
    const spoken = turns
      .filter(({ speaker }) => speaker === 'agent' || speaker === 'customer')
      .map(({ speaker, text }) => ({
        label: speaker === 'agent' ? 'spk_1' : 'spk_0',
        text,
        at: '',
        as: speaker,
      }));
    const made = compose(spoken, frame).at(-1)!;
    if ('problem' in made) continue;
    if (made.conversation.turns[0]?.speaker === spoken[0]?.as) right++;
    else wrong++;
  }
  expect(list.length).toBeGreaterThan(50);
  expect(wrong / list.length).toBeLessThanOrEqual(0.02);
  expect(right / list.length).toBeGreaterThanOrEqual(0.85);
});

const text = call.replace(/^([AB])/gm, 'SPEAKER_$1');
const readText = (content: string, options: object = {}) =>
  all(read(inputs(['-'], { stdin: bytes(content) }), options));

test('--roles goes before words and labels, --agent-names before nothing else', async () => {
  const roles = new Map([
    ['speaker_a', 'customer'],
    ['SPEAKER_B', 'agent'],
  ] as const);
  expect((await readText(text, { roles })).flatMap(one => said([one]))[0]).toMatch(/^customer: thank you/);
  const friends = noService[0]!.replace(/^A/gm, 'Ana').replace(/^B/gm, 'Bea');
  const named = await readText(friends, { agentNames: ['Bea'] });
  expect(said(named)[0]).toMatch(/^customer: hey/);
  expect(problems(named)).toEqual([]);
  const labelled = 'Agent: One moment.\nCustomer: Sure.\n';
  const swap = new Map([
    ['agent', 'customer'],
    ['customer', 'agent'],
  ] as const);
  expect(said(await readText(labelled, { roles: swap }))).toEqual(['customer: One moment.', 'agent: Sure.']);
});

test.each([
  ['nothing is said', undefined, "--roles 'SPEAKER_A=agent,SPEAKER_B=customer'"],
  ['one is said', [['speaker_b', 'agent']], "--roles 'SPEAKER_A=customer'"],
  ['the other is said', [['SPEAKER_A', 'customer']], "--roles 'SPEAKER_B=agent'"],
] as const)('where %s, the proposal fills what is open', async (_, roles, proposal) => {
  const [reason, ...more] = problems(
    await readText(noService[0]!.replace(/^([A-Z])/gm, 'SPEAKER_$1'), { roles: roles && new Map(roles) }),
  );
  expect(reason).toContain('labels seen: "SPEAKER_A", "SPEAKER_B"');
  expect(reason?.endsWith(proposal)).toBe(true);
  expect(more).toEqual([]);
});

test('of one speaker alone nobody is proposed to be the agent', () => {
  expect(speakers('A: Hello there.\nA: It is about my bill.')).toBe(
    'all turns are of one speaker, "SPEAKER_A", so agent and customer cannot be told apart; export it with both speakers',
  );
});

test('what the user says of speakers that are not there is named', async () => {
  const roles = new Map([
    ['SPEAKER_A', 'agent'],
    ['SPEAKER_7', 'customer'],
  ] as const);
  const told = await readText(text, { roles, agentNames: ['Zoe'] });
  const there = 'no speaker of the input is called so; there are: "SPEAKER_A", "SPEAKER_B"';
  expect(
    told.flatMap(one => ('problem' in one ? [`${one.problem.source}: ${one.problem.reason}`] : [])),
  ).toEqual([`--roles SPEAKER_7: ${there}`, `--agent-names Zoe: ${there}`]);
});

test('roles that the words strongly contradict are named, and kept', async () => {
  const wrong = call.replace(/^A/gm, 'Customer').replace(/^B/gm, 'Agent');
  const list = await readText(wrong);
  expect(said(list)[0]).toMatch(/^customer: thank you/);
  expect(problems(list)[0]).toContain('the other way round');
  expect(problems(await readText(call.replace(/^A/gm, 'Agent').replace(/^B/gm, 'Customer')))).toEqual([]);
});

test('stage directions and doubled turns are left out and counted, redaction marks stay', () => {
  const spoken = talk(
    'Agent: [hold music]\nAgent: Thank you [laughs] for holding, [NAME].\nCustomer: My number is ****, thank you.\nCustomer: My number is ****, thank you.\nAgent: (pause) Bye.',
  );
  const made = compose(spoken, { ...frame, leftOut: { 'internal note': 2 } }).at(-1)!;
  if ('problem' in made) throw new Error(made.problem.reason);
  expect(made.leftOut).toEqual({ 'internal note': 2, 'stage direction': 1, 'doubled turn': 1 });
  expect(made.conversation.turns.map(turn => turn.text)).toEqual([
    'Thank you for holding, [NAME].',
    'My number is ****, thank you.',
    'Bye.',
  ]);
});

const table = `Case Ref,Sent At,Direction,Rep Name,Body
C1,2026-01-02 10:00:00,in,,My parcel never came.
C1,2026-01-02 10:01:00,out,Priya,"Sorry about that, Dana."
C2,2026-01-02 11:00:00,in,,My bill is wrong.
C2,2026-01-02 11:01:00,out,Sam,I can see it.
`;

test('a table is read by a mapping, which the refusal proposes', async () => {
  const [refusal = ''] = problems(await readText(table, { format: 'csv-utterance' }));
  const proposed = /--map '([^']+)'/.exec(refusal)![1]!;
  expect(proposed).toBe(
    'text=Body,speaker=Direction:in>customer|out>agent,id=Case Ref,time=Sent At,agent=Rep Name',
  );
  const list = await readText(table, { map: mappingFrom(`${proposed},channel='chat'`) });
  expect(list).toHaveLength(2);
  expect(list[1]).toMatchObject({
    conversation: {
      id: 'C2',
      channel: 'chat',
      agent: { id: 'Sam', name: 'Sam' },
      turns: [
        { speaker: 'customer', seconds: 0 },
        { speaker: 'agent', seconds: 60 },
      ],
    },
  });
});

test('JSON is read by paths through lists', async () => {
  const map = mappingOf({
    id: 'calls[].ref',
    text: 'calls[].lines[].msg.body',
    time: 'calls[].lines[].t',
    speaker: { from: 'calls[].lines[].dir', values: { o: 'agent', i: 'customer' } },
    channel: { value: 'call' },
  });
  const calls = ['K1', 'K2'].map(ref => ({
    ref,
    lines: [
      { dir: 'o', t: 1, msg: { body: 'Hello.' } },
      { dir: 'i', t: 2.5, msg: { body: 'Hi.' } },
    ],
  }));
  const list = await readText(JSON.stringify({ calls }), { map });
  expect(said(list)).toEqual(['agent: Hello.', 'customer: Hi.', 'agent: Hello.', 'customer: Hi.']);
});

test('a mapping that does not fit says what is missing and what there is', async () => {
  const list = await readText(table, { map: mappingFrom('text=Bdy,speaker=Direction,agent=Rep') });
  expect(problems(list)[0]).toContain('the columns "Bdy", "Rep", which are not there; there are: "Case Ref"');
  expect(() => mappingFrom('txt=Body,speaker=')).toThrow(/there is no "txt"; speaker: name a column/);
  expect(() => mappingOf({ text: 4 })).toThrow(/text: expected a column/);
});

test('whatever the bytes and the mapping, the answer is conversations or problems', async () => {
  const piece = fc.constantFrom(
    table,
    '{"a":[{"b":"x","c":1}]}\n',
    '[',
    '"',
    ',',
    '\n',
    '{}',
    'text,speaker\n',
    'null',
  );
  const name = fc.constantFrom('Body', 'Direction', 'a[].b', 'a[].c', 'a', 'b.c', 'text', 'Case Ref');
  const target = fc.constantFrom(
    'text',
    'speaker',
    'id',
    'transcript',
    'time',
    'agent',
    'outcome',
    'metadata.queue',
  );
  const map = fc.dictionary(target, name, { minKeys: 1, maxKeys: 5 });
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 6 }), map, async (parts, mapping) => {
      for (const one of await readText(parts.join(''), { map: mappingOf(mapping) }))
        expect('problem' in one || one.conversation.turns.length > 0).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('whatever is said, roles are told surely or not at all', () => {
  const label = fc.constantFrom(
    'SPEAKER_00',
    'SPEAKER_01',
    'A',
    '',
    'Agent',
    'Priya',
    '@Acme',
    '+44 1234 567890',
  );
  const words = fc.oneof(
    fc.string(),
    fc.constantFrom('thanks', 'how can I help', 'my order', '[pause]', '🙂'),
  );
  const turn = fc.record({ label, text: words, at: fc.constant('line 1') });
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 12 }), spoken => {
      for (const one of compose(spoken, frame)) {
        if ('problem' in one) continue;
        const { inferred, turns } = one.conversation;
        if (inferred === undefined) continue;
        expect(inferred.confidence).toBeGreaterThan(0.5);
        for (const speaker of ['agent', 'customer'])
          expect(turns.some(turn => turn.speaker === speaker)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});
