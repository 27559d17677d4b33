import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Conversation } from '../../src/model/schemas.ts';
import { jsonFault } from '../../src/read/json-fault.ts';
import { canonical } from '../../src/read/record.ts';
import { check } from '../../src/read/record-check.ts';

const odd = fc.oneof(
  fc.constant(null),
  fc.integer(),
  fc.double(),
  fc.string(),
  fc.boolean(),
  fc.constant([]),
  fc.constant({}),
);
const mostly = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 30, arbitrary }, { weight: 1, arbitrary: odd });
const id = mostly(fc.oneof(fc.string({ minLength: 1 }), fc.integer()));
const name = mostly(fc.string());
const turn = mostly(
  fc.record(
    {
      speaker: mostly(fc.constantFrom('agent', 'customer', 'bot', 'system')),
      text: mostly(fc.string()),
      seconds: mostly(fc.double({ noNaN: true, noDefaultInfinity: true })),
      agent: id,
      mood: odd,
    },
    { requiredKeys: ['speaker', 'text'] },
  ),
);
const record = mostly(
  fc.record(
    {
      id,
      channel: name,
      agent: mostly(fc.record({ id, name, team: odd }, { requiredKeys: ['id'] })),
      customer: mostly(fc.record({ name }, { requiredKeys: [] })),
      turns: mostly(fc.array(turn, { maxLength: 4 })),
      extra: odd,
    },
    { requiredKeys: ['id', 'agent', 'turns'] },
  ),
);
/** As it would come out of a file: no undefined, no NaN. */
const parsed = record.map(value => JSON.parse(JSON.stringify(value)));

test('the quick check and the schema give one answer', () => {
  let read = 0;
  fc.assert(
    fc.property(parsed, value => {
      const quick = canonical(value);
      const schema = Conversation.safeParse(value);
      expect(quick !== null).toBe(schema.success);
      if (quick !== null) {
        read++;
        const { metadata, ...rest } = quick; // the schema knows it under its own key alone
        expect(metadata === undefined || Object.keys(metadata).join() === 'extra').toBe(true);
        expect(JSON.stringify(rest)).toBe(JSON.stringify(schema.data));
      }
    }),
    { numRuns: 2000 },
  );
  expect(read).toBeGreaterThan(500);
});

test('a number beyond all numbers is refused by both', () => {
  const value = JSON.parse(
    '{"id":"c","agent":{"id":"a"},"turns":[{"speaker":"agent","text":"x","seconds":1e999}]}',
  );
  expect(canonical(value)).toBeNull();
  expect(check(value, () => 'x')).toMatchObject({ reason: expect.stringContaining('turns[0].seconds') });
});

test('any JSON value is a conversation that fits the schema, or a reason', () => {
  fc.assert(
    fc.property(fc.oneof(parsed, fc.jsonValue()), value => {
      const checked = check(value, () => 'given');
      if ('reason' in checked) expect(checked.reason).toMatch(/expected/);
      else expect(Conversation.parse(checked.conversation)).toEqual(checked.conversation);
    }),
  );
});

test('a fault is found exactly where JSON.parse refuses', () => {
  const text = fc.oneof(
    fc.string(),
    fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', ']', '\\', '1', ':'))
      .map(([json, at, bit]) => {
        const cut = at % (json.length + 1);
        return json.slice(0, cut) + bit + json.slice(cut + (bit === '' ? 1 : 0));
      }),
  );
  fc.assert(
    fc.property(text, body => {
      let valid = true;
      try {
        JSON.parse(body);
      } catch {
        valid = false;
      }
      expect(jsonFault(body) === null).toBe(valid);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['{"a":1,}', 1, 8],
  ['{\n  "a": tru\n}', 2, 8],
  ['[1 2]', 1, 4],
  ['{"a":"b', 1, 6],
  ['[1]]', 1, 4],
  ['{"a" 1}', 1, 6],
  ['', 1, 1],
  ['{"a":"b\nc"}', 1, 6],
  ['{"a":"b\\x"}', 1, 6],
])('%j breaks at line %i, column %i', (text, line, column) => {
  expect(jsonFault(text)).toMatchObject({ line, column });
});
