/** Cases that broke, or would break, a careless reader; each too small for a folder of its own. */
import { expect, test } from 'vitest';
import { rows } from '../../src/read/csv-rows.ts';
import { inline } from '../../src/read/inline.ts';
import { labelled, nameLike } from '../../src/read/labels.ts';
import { all, problems, readings, said } from './tools.ts';

test.each([
  ['Agent: Hi', 'Agent|Hi'],
  ['Agent:Hi', 'Agent|Hi'],
  ['**Agent:** Hi', 'Agent|Hi'],
  ['**Agent**: Hi', 'Agent|Hi'],
  ['- Agent: Hi', 'Agent|Hi'],
  ['[00:01:23] Agent: Hi', 'Agent|Hi|83'],
  ['00:01:23 Agent: Hi', 'Agent|Hi|83'],
  ['(0:21) Agent: Hi', 'Agent|Hi|21'],
  ['Agent (0:21): Hi', 'Agent|Hi|21'],
  ['Agent [00:00:21]: Hi', 'Agent|Hi|21'],
  ['Agent: [0:21] Hi', 'Agent|Hi|21'],
  ['Dana Wu 00:00:12', 'Dana Wu||12'],
  ['**Dana** [0:20 ]', 'Dana||20'],
  ['Agent (Priya): at 12:30', 'Agent (Priya)|at 12:30'],
  ['https://example.com', '-'],
  ['12:30', '-'],
  ['no colon here', '-'],
  [`${'x'.repeat(61)}: too long`, '-'],
])('%j is the label %s', (line, told) => {
  const one = labelled(line);
  const shown =
    one === null
      ? '-'
      : [one.label, one.text, one.time?.seconds].filter(part => part !== undefined).join('|');
  expect(shown).toBe(told);
});

test.each([
  ['Dana Wu', true],
  ['Ana (Acme)', true],
  ['Shah, Priya', true],
  ['José de la Cruz', true],
  ['王芳', true],
  ['Note', false],
  ['So here is the thing', false],
  ['Order number', false],
  ['first of all', false],
])('%s is like a name: %s', (label, like) => {
  expect(nameLike(label)).toBe(like);
});

test.each([
  ['Agent: Hi. Customer: Hello.', ['Agent: Hi. ', 'Customer: Hello.']],
  ['Agent: ok Customer 2: no Agent: bye', ['Agent: ok ', 'Customer 2: no ', 'Agent: bye']],
  ['well Hello Agent: I am here', ['well Hello ', 'Agent: I am here']],
  ['Agent: call me at 12:30 or https://a.example', ['Agent: call me at 12:30 or https://a.example']],
  ['Rep: the other rep: he lied.', ['Rep: the other rep: he lied.']],
])('%j is cut before its labels', (line, pieces) => {
  expect(inline(line)).toEqual(pieces);
});

const MEGABYTE = 1 << 20;
const long = (megabytes: number) => 'word and another: '.repeat((megabytes * MEGABYTE) / 18);

test('a line of 50 MB is one problem, and the lines around it are read', async () => {
  const turn = (text: string) =>
    `{"id":"c","agent":{"id":"a"},"turns":[{"speaker":"agent","text":"${text}"}]}`;
  const list = await readings(`${turn('one')}\n${turn(long(50))}\n${turn('two')}\n`, undefined, MEGABYTE);
  expect(problems(list)).toEqual([expect.stringMatching(/^line 2: the line is longer than 32 MB/)]);
  expect(said(list)).toEqual(['agent: one', 'agent: two']);
  const cut = await readings(
    `id,speaker,text\nc1,agent,Hi.\nc1,customer,"${long(50)}"\n`,
    undefined,
    MEGABYTE,
  );
  expect(problems(cut)).toEqual([expect.stringMatching(/^row 3: this row is longer than 32 MB/)]);
  expect(said(cut)).toEqual(['agent: Hi.']);
}, 30_000);

test('no reader slows down on a long line', async () => {
  const read = (text: string) => readings(text, undefined, MEGABYTE);
  const words = long(5);
  expect(said(await read(`Agent: Hi.\nCustomer: ${words}\nAgent: Bye.`))).toHaveLength(3);
  expect(said(await read(`Agent: Hi. Customer: ${words} Agent: Bye.`))).toHaveLength(3);
  expect(said(await read(`WEBVTT\n\n00:00.000 --> 00:01.000\nAgent: ${words}`))).toHaveLength(1);
  const json = await read(`{\n"id": "c", "turns": [{"speaker": "agent", "text": "${words}"},]}`);
  expect(problems(json)).toEqual([
    expect.stringMatching(/^line 2, column \d+: not valid JSON: a value is missing/),
  ]);
}, 30_000);

test('an agent known by column or header is not a second agent', async () => {
  const csv = 'call_id,speaker,agent_name,text\nc1,Priya,Priya Shah,Hi.\nc1,caller,Priya Shah,Hello.';
  const [one] = await readings(csv);
  expect(one).toMatchObject({
    conversation: { agent: { id: 'Priya Shah' }, turns: [{ speaker: 'agent' }, {}] },
  });
  expect(JSON.stringify(one)).not.toContain('"agent":"Priya');
});

test('two agents by name are kept apart', async () => {
  const [one] = await readings('Agent (Ada): Hi.\nCustomer: Hello.\nAgent (Bo): Bo here.\n');
  expect(one).toMatchObject({
    conversation: { agent: { id: 'Ada' }, turns: [{ text: 'Hi.' }, {}, { speaker: 'agent', agent: 'Bo' }] },
  });
});

test('rows out of order are sorted by time, equal times stay as they stand', async () => {
  const rows = ['c1,agent,0:05,b', 'c1,agent,0:01,a', 'c1,caller,0:05,c'];
  expect(said(await readings(`call_id,speaker,time,text\n${rows.join('\n')}`))).toEqual([
    'agent: a',
    'agent: b',
    'customer: c',
  ]);
});

test('texts are trimmed and otherwise as they stand', async () => {
  const text = 'It’s  “so” — odd,\u00a0é & <b>';
  expect(said(await readings(`Agent:  ${text}  \nCustomer: ok`))[0]).toBe(`agent: ${text}`);
  expect(said(await readings(`id,speaker,text\n1,agent, ${text} \n1,caller,x`))[0]).toBe(`agent: ${text}`);
});

test('wide tables: UTF-16 with tabs, as spreadsheets save them', async () => {
  const tabs = Buffer.from('\ufeffConversation ID\tSpeaker\tText\r\nc1\tAgent\tHëllo\r\n', 'utf16le');
  expect(said(await readings(tabs))).toEqual(['agent: Hëllo']);
});

test('a delimiter in words nobody quoted: put together in the last column, told in any other', async () => {
  expect(said(await readings('id,speaker,text\n1,agent,Well, yes, sure\n1,caller,x,,'))).toEqual([
    'agent: Well, yes, sure',
    'customer: x',
  ]);
  const slipped = await readings('id,text,speaker\n1,Well, yes,agent\n1,Fine,caller');
  expect(problems(slipped)).toEqual([
    expect.stringMatching(/^row 2: the row has more cells than the header/),
  ]);
  const cell = await readings('id,transcript\n1,Agent: Well, yes. Customer: Oh, no.');
  expect(said(cell)).toEqual(['agent: Well, yes.', 'customer: Oh, no.']);
});

test('words before the first label on one line belong to nobody when the labels do not take turns', async () => {
  const cell = 'Hello there? Patient: Hi. Patient: Me again. Receptionist: Yes. Patient: Good.';
  expect(said(await readings(`transcript\n"${cell}"`))).not.toContain('agent: Hello there?');
});

test('a header that comes again begins a conversation, with the fields above its id', async () => {
  const call = (id: number, agent: string) =>
    `Agent ID: ${agent}\nCall ID: ${id}\n\nAgent: Hello.\nCaller: Hi.\n`;
  const list = await readings(call(1, 'a1') + call(2, 'a2'));
  expect(list.map(one => 'conversation' in one && [one.conversation.id, one.conversation.agent.id])).toEqual([
    ['1', 'a1'],
    ['2', 'a2'],
  ]);
});

test('a quote that swallows the file costs the rows from there, and not those before', async () => {
  const text = (async function* () {
    yield `id,x\n1,a\n2,b\n3,"${'c'.repeat(200)}`;
    yield 'c'.repeat(200);
  })();
  const list = (await all(rows(text, ',', 300))).flat();
  expect(list.map(one => one.row)).toEqual([1, 2, 3, 4]);
  expect(list.at(-1)).toMatchObject({ row: 4, fault: expect.stringMatching(/longer than/) });
});
