/** Which turns are compared: what is disputed, only possible, or not labelled, is not judged. */
import { describe, expect, it } from 'vitest';
import { marksOf } from '../../src/evaluate/marks.ts';
import { overlaps } from '../../src/evaluate/overlap.ts';
import { pairsOf } from '../../src/evaluate/pairs.ts';
import { disclosed, type Made, made } from './made.ts';

const turns = (one: Made, subject: string) => {
  const marks = marksOf(made(one)).get(subject);
  return marks && { labelled: [...marks.labelled], found: [...marks.found], turns: marks.turns };
};
const scripted = (...at: number[]) =>
  at.map(turn => ({ dimension: 'scripted' as const, turn, quote: 'words' }));

describe('marks', () => {
  it('are turns, however often they are marked', () => {
    const one = { labels: { scripted: scripted(1, 1, 3) }, findings: scripted(1, 5, 5) };
    expect(turns(one, 'scripted')).toEqual({ labelled: [1, 3], found: [1, 5], turns: 4 });
  });

  it('leave disputed turns out, either way', () => {
    const one = {
      labels: { scripted: scripted(1), disputed: { scripted: [5, 7] } },
      findings: scripted(1, 5),
    };
    expect(turns(one, 'scripted')).toEqual({ labelled: [1], found: [1], turns: 2 });
  });

  it('leave out what is only possible, and dimensions that were not labelled', () => {
    const findings = [...scripted(1), { ...scripted(3)[0], confidence: 'possible' as const }];
    expect(turns({ labels: { scripted: [] }, findings }, 'scripted')?.found).toEqual([1]);
    expect(turns({ labels: { rushed: [] }, findings }, 'scripted')).toBeUndefined();
  });

  it('hold a missed disclosure against one that the tool calls missed', () => {
    const one = {
      labels: {
        disclosures: [disclosed(0), disclosed(2, 'generic'), { ...disclosed(4), responseDisputed: true }],
      },
      findings: [disclosed(0, 'acknowledged'), disclosed(2), disclosed(4), disclosed(6, null)],
    };
    expect(turns(one, 'disclosure')).toEqual({ labelled: [0, 2, 4], found: [0, 2, 4, 6], turns: 4 });
    expect(turns(one, 'missed')).toEqual({ labelled: [0], found: [2], turns: 3 });
  });

  it('judge no kind where labellers differed in it', () => {
    const kind = 'exploration' as const;
    const label = (turn: number) => ({ turn, quote: 'words', kind });
    const one = {
      labels: { empathy: [label(1), { ...label(3), kindDisputed: true }] },
      findings: [1, 3, 5].map(turn => ({ dimension: 'empathy' as const, turn, kind })),
    };
    expect(turns(one, 'empathy')).toEqual({ labelled: [1, 3], found: [1, 3, 5], turns: 4 });
    expect(turns(one, 'empathy:exploration')).toEqual({ labelled: [1], found: [1, 5], turns: 3 });
    expect(turns(one, 'empathy:interpretation')).toEqual({ labelled: [], found: [], turns: 3 });
  });

  it('judge topics likewise', () => {
    const labels = { disclosures: [disclosed(0), { ...disclosed(2), topicDisputed: ['distress' as const] }] };
    const findings = [disclosed(0), { ...disclosed(2), topic: 'distress' as const }];
    expect(turns({ labels, findings }, 'topic:illness')).toMatchObject({ labelled: [0], found: [0] });
    expect(turns({ labels, findings }, 'topic:distress')).toMatchObject({ labelled: [], found: [] });
  });
});

describe('pairs', () => {
  const label = { ...disclosed(0, 'generic'), quote: 'words of' };
  const pair = (labels: object[], findings: object[]) => {
    const { response, topic } = pairsOf(made({ labels: { disclosures: labels as [] }, findings }));
    const short = ({ labelled, found }: { labelled: string; found: string }) => `${labelled} > ${found}`;
    return { response: response.map(short), topic: topic.map(short) };
  };

  it('take the finding whose words overlap, else the first of the turn', () => {
    const other = { ...disclosed(0), quote: 'turn', topic: 'distress' };
    expect(pair([label], [other, disclosed(0, 'generic')])).toEqual({
      response: ['generic > generic'],
      topic: ['illness > illness'],
    });
    expect(pair([label], [other])).toEqual({ response: ['generic > missed'], topic: ['illness > distress'] });
    expect(pair([label], [disclosed(2)])).toEqual({
      response: ['generic > not found'],
      topic: ['illness > not found'],
    });
    expect(pair([label], [disclosed(0, null)]).response).toEqual(['generic > nobody to answer']);
  });

  it('are none where the response or topic is disputed; any disputed topic is right', () => {
    const found = { ...disclosed(0), topic: 'distress' };
    expect(pair([{ ...label, responseDisputed: true }], [found]).response).toEqual([]);
    expect(pair([{ ...label, topicDisputed: true }], [found]).topic).toEqual([]);
    expect(pair([{ ...label, topicDisputed: ['distress'] }], [found]).topic).toEqual(['illness > illness']);
    expect(pair([{ ...label, topicDisputed: ['crisis'] }], [found]).topic).toEqual(['illness > distress']);
  });
});

it.each([
  ['my mum died', 'mum died last week', true], // two of three words
  ['My Mum', 'since my mum passed', true], // one holds the other
  ['my dog is ill', 'we lost the house', false],
  ['it is my mum', 'it was a car', false], // one shared word of four; two are needed
  ['mum', 'dad', false],
])('"%s" and "%s" overlap: %s', (a, b, expected) => {
  expect(overlaps(a, b)).toBe(expected);
  expect(overlaps(b, a)).toBe(expected);
});
