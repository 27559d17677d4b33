/** The parts speech formats share: units of time, stage directions, doubled channels, wrappers and key paths. */
import { expect, test } from 'vitest';
import { doubled } from '../../src/read/doubled.ts';
import { choose } from '../../src/read/index.ts';
import { fits, outline, stands } from '../../src/read/outline.ts';
import { speakerLabel, stated } from '../../src/read/said.ts';
import { millis, seconds, span, ticks } from '../../src/read/span.ts';
import { withoutStage } from '../../src/read/stage.ts';
import { problems, readings, said } from './tools.ts';

test.each([
  [seconds('4.87'), 4.87],
  [seconds(4), 4],
  [seconds(null), undefined],
  [seconds('soon'), undefined],
  [millis(19010), 19.01],
  [millis('500'), 0.5],
  [ticks(700000.0), 0.07],
  [span('0.500s'), 0.5],
  [span('PT1M2.5S'), 62.5],
  [span('PT1H'), 3600],
  [span({ seconds: '12', nanos: 900000000 }), 12.9],
  [span({ seconds: '23' }), 23],
  [span({}), 0],
])('case %#: %o is %s seconds from the start', (moment, wanted) => {
  expect(moment?.seconds).toBe(wanted);
  if (moment !== null) expect(moment.absolute).toBe(false);
});

test('milliseconds too many for a call are a day and time', () => {
  expect(millis(1772445600000)).toEqual({ seconds: 1772445600, absolute: true });
});

test.each([
  ['[hold music]', ''],
  ['(pause)', ''],
  ['[inaudible 00:03:12]', ''],
  ['[BLANK_AUDIO]', ''],
  ['♪ la la ♪', ''],
  ['*coughs* Sorry.', 'Sorry.'],
  ['I was [crosstalk], well, away.', 'I was, well, away.'],
  ['My name is [PII].', 'My name is [PII].'],
  ['It is [PHONE_NUMBER] and ****.', 'It is [PHONE_NUMBER] and ****.'],
  ['I paid (twice) for it', 'I paid (twice) for it'],
  ['  plain ', 'plain'],
])('%j without stage directions is %j', (text, wanted) => {
  expect(withoutStage(text)).toBe(wanted);
});

test.each([
  ['AGENT', 'agent'],
  ['HUMAN_AGENT', 'agent'],
  ['AUTOMATED_AGENT', 'bot'],
  ['END_USER', 'customer'],
  ['CUSTOM_BOT', 'bot'],
  ['SYSTEM', 'system'],
  ['SUPERVISOR', 'system'],
  ['user', undefined],
  ['spk_0', undefined],
])('the role %s is %s', (word, wanted) => {
  expect(stated(word)).toBe(wanted);
});

test('labels as people write them', () => {
  expect([speakerLabel('0'), speakerLabel('A'), speakerLabel('1', 'Channel'), speakerLabel('Dana')]).toEqual([
    'Speaker 0',
    'Speaker A',
    'Channel 1',
    'Dana',
  ]);
  expect(speakerLabel(undefined)).toBe('');
});

const turn = (label: string, secs: number, text: string) => ({ label, seconds: secs, text, at: '' });

test('two channels that say the same are doubled, and agreeing is not', () => {
  const texts = [
    'I would like to return it',
    'When did you buy it please',
    'It was last week on Monday',
    'Thank you for that',
  ];
  const twice = texts.flatMap((text, i) => [turn('0', i * 5, text), turn('1', i * 5 + 0.2, `${text} madam`)]);
  expect(doubled(twice)).toBe(true);
  expect(doubled(texts.map((text, i) => turn(String(i % 2), i * 5, text)))).toBe(false);
  expect(doubled(twice.map(one => ({ ...one, label: '0' })))).toBe(false);
});

test('key paths of broken and cut off JSON', () => {
  const head =
    '{ // a comment with "quotes": {\n "a": [{"b": "x: {\\"c\\": 1}", "d": [1, 2]}, ...], "e": {"f": "cut o';
  expect([...outline(head)]).toEqual(['a', 'a[].b', 'a[].d', 'e', 'e.f']);
  expect([...outline('[{"a":1},{"b":[{"c":2}]}]')]).toEqual(['[].a', '[].b', '[].b[].c']);
  expect([...outline('{"a":1}\n{"b":2}')]).toEqual(['a', 'b']);
  expect(outline('Agent: {"a": 1}').size).toBe(0);
});

test('keys are found at the top and inside wrappers, and nowhere else', () => {
  const at = (text: string) => stands(outline(text), ['monologues[].elements', 'id']);
  expect(at('{"id":1,"monologues":[{"elements":[]}]}')).toBe(true);
  expect(at('[{"id":1,"monologues":[{"elements":[]}]}]')).toBe(true);
  expect(at('{"data":{"transcripts":[{"id":1,"monologues":[{"elements":[]}]}]}}')).toBe(true);
  expect(at('{"id":1,"data":{"monologues":[{"elements":[]}]}}')).toBe(false);
  expect(at('{"properties":{"id":1,"monologues":[{"elements":[]}]}}')).toBe(false);
  expect(fits({ a: [1, { b: null }] }, ['a[].b'])).toBe(true);
  expect(fits([{ a: 1 }], ['[].a'])).toBe(true);
  expect(fits({ a: { b: 1 } }, ['a[].b'])).toBe(false);
});

const job = (name: string, turns: unknown) => ({ JobName: name, Transcript: turns });
const hello = [
  { ParticipantRole: 'AGENT', Content: 'Hello.', BeginOffsetMillis: 0 },
  { ParticipantRole: 'CUSTOMER', Content: 'Hi.', BeginOffsetMillis: 900 },
];

test.each([
  ['a list', JSON.stringify([job('a', hello), job('b', hello)])],
  ['a wrapper', JSON.stringify({ results: { transcripts: [job('a', hello), job('b', hello)] } })],
  ['lines', `${JSON.stringify(job('a', hello))}\n${JSON.stringify(job('b', hello))}\n`],
])('records in %s are read', async (_, text) => {
  const ids = (await readings(text)).map(one => ('conversation' in one ? one.conversation.id : ''));
  expect(ids).toEqual(['a', 'b']);
});

test('a broken record costs itself alone, and all that is wrong with it is told', async () => {
  const bad = job('b', [{ ParticipantRole: 'AGENT', Content: 7, BeginOffsetMillis: 0 }, { Content: [] }]);
  const list = await readings(JSON.stringify([job('a', hello), bad, 'lost', job('d', hello)]));
  expect(said(list)).toEqual(['agent: Hello.', 'customer: Hi.', 'agent: Hello.', 'customer: Hi.']);
  expect(problems(list)).toEqual([
    'record 2: Transcript[0].Content: expected a text, found 7; Transcript[1].Content: expected a text, found a list',
    expect.stringMatching(/^record 3: expected a record of Amazon Transcribe Call Analytics, found a string/),
  ]);
});

test('a format that is named and does not fit is one problem', async () => {
  expect(problems(await readings('{"a":1}', 'deepgram'))).toEqual([
    expect.stringMatching(/expected a record of Deepgram/),
  ]);
  expect(problems(await readings('[]', 'gong'))).toEqual([expect.stringMatching(/holds no conversation/)]);
  expect(problems(await readings('Agent: Hi.', 'whisper'))).toEqual([
    expect.stringMatching(/line 1, column 1: not valid JSON/),
  ]);
});

test.each([
  [
    '{"$schema":"https://json-schema.org/draft/2020-12/schema","properties":{"recognizedPhrases":{}}}',
    'a JSON Schema',
  ],
  ['{"evaluationId":"1","questions":[{"answer":{}}]}', 'evaluation form'],
  ['{"conversationId":"1","participants":[{"purpose":"agent","sessions":[]}]}', 'details of a conversation'],
  ['{"sid":"GT1","service_sid":"GA1","links":{"sentences":"https://x.example"}}', 'without its sentences'],
  ['<?xml version="1.0"?>\n<recording><session id="1"/></recording>', 'SIPREC'],
])('%s holds no transcript', (head, what) => {
  const chosen = choose({ name: 'x.json', head });
  expect('reason' in chosen && chosen.reason).toContain(what);
});

test('a name that was taken out is no name', async () => {
  const item = (role: string, text: string) => ({
    AbsoluteTime: '2026-03-02T10:00:00Z',
    Content: text,
    DisplayName: '[PII]',
    ParticipantId: role,
    ParticipantRole: role,
    Type: 'MESSAGE',
  });
  const [one] = await readings(
    JSON.stringify({ Channel: 'CHAT', Transcript: [item('AGENT', 'a'), item('CUSTOMER', 'b')] }),
  );
  expect(one).toMatchObject({ conversation: { agent: { id: 'unknown' } } });
  expect(JSON.stringify(one)).not.toContain('[PII]');
});

test('two recordings in one vCon follow one another', async () => {
  const spoken = (who: string, text: string, start: number) => ({
    start,
    end: start + 1,
    text,
    speaker: who,
  });
  const recording = (start: string) => ({ type: 'recording', start, parties: [0, 1] });
  const analysis = (dialog: number, text: string) => ({
    type: 'transcript',
    dialog,
    body: { segments: [spoken('Agent', text, 0), spoken('Customer', 'Yes.', 5)] },
  });
  const vcon = {
    vcon: '0.3.0',
    uuid: 'v',
    parties: [{ name: 'Dana' }, { name: 'Noor' }],
    dialog: [recording('2026-03-02T10:00:00Z'), recording('2026-03-02T10:10:00Z')],
    analysis: [analysis(1, 'Back again.'), analysis(0, 'One moment.')],
  };
  const [one] = await readings(JSON.stringify(vcon));
  expect(one).toMatchObject({
    conversation: {
      turns: [
        { text: 'One moment.', seconds: 0 },
        { text: 'Yes.', seconds: 5 },
        { text: 'Back again.', seconds: 600 },
        { text: 'Yes.', seconds: 605 },
      ],
    },
  });
});

test.each([
  [
    'chunks',
    {
      chunks: [
        { timestamp: [0, 2], text: ' Hello.', speaker: 'Agent' },
        { timestamp: [2, 3], text: ' Hi.', speaker: 'Customer' },
      ],
    },
  ],
  [
    'whisper.cpp',
    {
      result: { language: 'en' },
      transcription: [
        { timestamps: { from: '00:00:00,000' }, offsets: { from: 0 }, text: ' Hello.', speaker: 'Agent' },
        { timestamps: { from: '00:00:02,000' }, offsets: { from: 2000 }, text: ' Hi.', speaker: 'Customer' },
      ],
    },
  ],
])('relatives of Whisper: %s', async (_, transcript) => {
  const [one] = await readings(JSON.stringify(transcript));
  expect(one).toMatchObject({
    conversation: {
      turns: [
        { text: 'Hello.', seconds: 0 },
        { text: 'Hi.', seconds: 2 },
      ],
    },
  });
});

test('long documents are recognised by the keys before their text', () => {
  const long = 'word '.repeat(20_000);
  const idOf = (text: string) => {
    const chosen = choose({ name: 'x', head: text.slice(0, 65_536) });
    return 'reason' in chosen ? chosen.reason : chosen.id;
  };
  expect(idOf(`{"text":"${long}","segments":[]}`)).toBe('whisper');
  expect(idOf(`{"jobName":"a","accountId":"1","results":{"transcripts":[{"transcript":"${long}"}]}}`)).toBe(
    'amazon-transcribe',
  );
  expect(
    idOf(
      `{"metadata":{"request_id":"1"},"results":{"channels":[{"alternatives":[{"transcript":"${long}"}]}]}}`,
    ),
  ).toBe('deepgram');
  expect(idOf(`{"id":"1","status":"completed","audio_url":"x","text":"${long}","words":[]}`)).toBe(
    'assemblyai',
  );
  expect(idOf(`{"combinedRecognizedPhrases":[{"display":"${long}"}]}`)).toBe('azure-speech');
  expect(
    idOf(`{"metadata":{"asset_id":"0"},"audio":{"transcript":{"representation":{"text":"${long}"}}}}`),
  ).toBe('bedrock-audio');
});
