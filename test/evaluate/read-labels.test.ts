/** Labels that cannot be used are told with their path, all of a record at once. */
import { describe, expect, it } from 'vitest';
import { readLabels } from '../../src/evaluate/read-labels.ts';
import type { Conversation } from '../../src/model/conversation.ts';

const conversation: Conversation = {
  id: 'c1',
  agent: { id: 'a1' },
  turns: [
    { speaker: 'agent', text: 'Hello there.' },
    { speaker: 'customer', text: 'My mum died last week.' },
    { speaker: 'agent', text: 'I am so sorry.' },
  ],
};
const disclosure = { turn: 1, quote: 'My mum died', topic: 'bereavement', response: 'acknowledged' };
const read = (labels: unknown) => readLabels({ labels }, conversation);
const reason = (labels: unknown) => (read(labels) as { reason: string }).reason;

describe('labels', () => {
  it('are read as they are, without what is not known', () => {
    const labels = {
      disclosures: [{ ...disclosure, responseTurn: 2, topicDisputed: ['distress'] }],
      empathy: [{ turn: 2, quote: 'so sorry', kind: 'emotional-reaction', level: 'strong' }],
      scripted: [],
      disputed: { scripted: [0] },
      ratings: { authenticity: 4.5 },
    };
    expect(read({ ...labels, reviewer: 'Ann' })).toEqual({ labels });
  });

  it('may be as few as a team has', () => {
    expect(read({ rushed: [] })).toEqual({ labels: { rushed: [] } });
    expect(read({ ratings: null })).toEqual({ labels: { ratings: null } });
  });

  it.each([undefined, null])('have to be there (%s)', labels => {
    expect(reason(labels)).toBe('conversation "c1" is left out: it has no labels; add them under "labels"');
  });

  it.each([
    [{ scripted: [{ turn: 2, quote: 'so Sorry' }] }, 'labels.scripted[0].quote is not in turn 2: "so Sorry"'],
    [{ scripted: [{ turn: 3, quote: 'so' }] }, 'labels.scripted[0].turn is 3, but turns go from 0 to 2'],
    [
      { rushed: [{ turn: 1, quote: 'mum' }] },
      'labels.rushed[0].turn is 1, a turn of the customer, not the agent',
    ],
    [
      { disclosures: [{ ...disclosure, turn: 0 }] },
      'labels.disclosures[0].turn is 0, a turn of the agent, not the customer',
    ],
    [
      { disclosures: [{ ...disclosure, responseTurn: 1 }] },
      'labels.disclosures[0].responseTurn is 1, a turn of the customer, not the agent',
    ],
    [{ disputed: { empathy: [9] } }, 'labels.disputed.empathy[0] is 9, but turns go from 0 to 2'],
    [
      { authentic: [{ turn: 2, quote: 'so', kind: 'kindness' }] },
      'labels.authentic[0].kind must be one of personal-reference, specific-apology,',
    ],
    [{ rushed: [{ turn: 1.5, quote: 'mum' }] }, 'labels.rushed[0].turn must be a whole number'],
    [{ rushed: [{ turn: -1, quote: 'mum' }] }, 'labels.rushed[0].turn must be 0 or more'],
    [{ rushed: [{ turn: 2, quote: '' }] }, 'labels.rushed[0].quote must not be empty'],
    [{ rushed: [{ turn: 2 }] }, 'labels.rushed[0].quote must be the words of the turn'],
    [{ rushed: 'none' }, 'labels.rushed must be a list'],
    [{ ratings: { empathy: 'high' } }, 'labels.ratings.empathy must be a number'],
    [[], 'labels must be an object'],
    ['good', 'labels must be an object'],
  ])('are told where they are wrong: %j', (labels, told) => {
    expect(reason(labels)).toContain(`left out: ${told}`);
  });

  it('are told all at once, up to five', () => {
    const wrong = (count: number) => Array.from({ length: count }, () => ({ turn: 7, quote: 'x' }));
    expect(reason({ rushed: wrong(2), scripted: wrong(1) }).match(/is 7/g)).toHaveLength(3);
    expect(reason({ rushed: wrong(8) })).toMatch(/labels\.rushed\[4\][^;]*; and 3 more$/);
  });
});
