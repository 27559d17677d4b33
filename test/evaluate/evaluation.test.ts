/** The whole evaluation: against the plain definitions, by the hundred, and what it says of rules and mistakes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluation.ts';
import { figureKinds, figureNames } from '../../src/evaluate/figures.ts';
import { gatedValue, parseFigureGate } from '../../src/evaluate/gates.ts';
import type { LabelledCase } from '../../src/evaluate/settled.ts';
import { authenticKinds, empathyKinds, topics } from '../../src/model/finding.ts';
import { disclosed, made } from './made.ts';
import { reference } from './reference.ts';

const turn = fc.integer({ min: 0, max: 7 });
const quote = fc.constantFrom('my mum', 'mum died', 'we lost the house', 'the house', 'so very sorry');
const plain = fc.record({ turn, quote });
const maybe: { requiredKeys: ('turn' | 'quote' | 'kind')[] } = { requiredKeys: ['turn', 'quote', 'kind'] };
const kindDisputed = fc.boolean();
const responses = fc.constantFrom('acknowledged', 'generic', 'missed');
const disputes = { responseDisputed: fc.boolean(), topicDisputed: fc.subarray([...topics.slice(0, 3)]) };
const disclosure = { turn, quote, topic: fc.constantFrom(...topics.slice(0, 4)), response: responses };
const few = { maxLength: 4 };
const at = fc.uniqueArray(turn, { maxLength: 2 });
const score = fc.option(fc.integer({ min: 0, max: 10 }));

const anyCase = fc
  .record({
    agent: fc.constantFrom('a', 'b', 'c', 'd'),
    scores: fc.record({ authenticity: score, empathy: score }),
    labels: fc.record({
      disclosures: fc.array(
        fc.record({ ...disclosure, ...disputes }, { requiredKeys: ['turn', 'quote', 'topic', 'response'] }),
        few,
      ),
      empathy: fc.array(
        fc.record({ turn, quote, kind: fc.constantFrom(...empathyKinds), kindDisputed }, maybe),
        few,
      ),
      scripted: fc.array(plain, few),
      authentic: fc.array(
        fc.record({ turn, quote, kind: fc.constantFrom(...authenticKinds), kindDisputed }, maybe),
        few,
      ),
      rushed: fc.array(plain, few),
      disputed: fc.record({ disclosures: at, empathy: at, scripted: at, authentic: at, rushed: at }),
      ratings: fc.record({
        authenticity: fc.integer({ min: 1, max: 5 }),
        empathy: fc.integer({ min: 1, max: 5 }),
      }),
    }),
    findings: fc.array(
      fc.oneof(
        fc.record({ ...disclosure, dimension: fc.constant('disclosure') }),
        fc.record({ turn, quote, dimension: fc.constant('empathy'), kind: fc.constantFrom(...empathyKinds) }),
        fc.record({
          turn,
          quote,
          dimension: fc.constant('authentic'),
          kind: fc.constantFrom(...authenticKinds),
        }),
        fc.record({ turn, quote, dimension: fc.constantFrom('scripted', 'rushed', 'opening') }),
        fc.record({ turn, quote, dimension: fc.constant('scripted'), confidence: fc.constant('possible') }),
      ),
      { maxLength: 8 },
    ),
  })
  .map(one => one as unknown as Parameters<typeof made>[0]);
const anySet = fc
  .array(anyCase, { minLength: 1, maxLength: 20 })
  .map(all => all.map((one, index) => made({ ...one, id: `c${index}` })));

describe('the figures', () => {
  it('are those of the plain definitions', () => {
    let compared = 0;
    fc.assert(
      fc.property(anySet, cases => {
        const { figures } = evaluate(cases);
        for (const [name, value] of Object.entries(reference(cases))) {
          const own = figures[name]?.value;
          if (value === null) expect({ name, own }).toEqual({ name, own: null });
          else
            expect(Math.abs((own as number) - value), `${name}: ${own}, not ${value}`).toBeLessThan(0.00051);
          compared++;
        }
      }),
      { numRuns: 30 },
    );
    expect(compared).toBeGreaterThan(500);
  }, 30_000);

  it('do not depend on the order of the conversations', () => {
    fc.assert(
      fc.property(anySet, cases => {
        expect(evaluate([...cases].reverse())).toEqual(evaluate(cases));
      }),
      { numRuns: 10 },
    );
  }, 30_000);

  it('lie within their intervals, in a set of some size', () => {
    const cases = Array.from({ length: 40 }, (_, index) =>
      made({
        id: `c${index}`,
        labels: { disclosures: index % 2 ? [disclosed(0)] : [] },
        findings: index % 3 ? [disclosed(0)] : [],
      }),
    );
    // labelled in 20, found in 26, both in 13
    const { figures, counts } = evaluate(cases);
    expect(counts.disclosure).toEqual({ labelled: 20, found: 26, right: 13 });
    const { value, low, high } = figures['disclosure.f1'] as { value: number; low: number; high: number };
    expect(value).toBe(0.565);
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(value);
    expect(high - low).toBeGreaterThan(0.2);
    expect(high - low).toBeLessThan(0.5);
    expect(figures['empathy.f1']).toEqual({ value: null, low: null, high: null });
  });

  it('have names of their own, and gates know them all', () => {
    const names = figureKinds.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(90);
    expect(new Set(names).size).toBe(names.length);
    for (const [name, figure] of figureNames)
      expect(parseFigureGate(`${name}=0.5`)).toEqual({ name: figure, least: 0.5, text: `${name}=0.5` });
  });
});

describe('gates', () => {
  const cases = [made({ labels: { scripted: [] }, findings: [{ dimension: 'scripted', turn: 1 }] })];

  it('take the F1 of a subject, any figure by name, and the precision of a rule', () => {
    expect(parseFigureGate('Disclosure = .7')).toMatchObject({ name: 'disclosure.f1', least: 0.7 });
    expect(parseFigureGate('response=0.5')).toMatchObject({ name: 'response.macroF1' });
    expect(parseFigureGate('scripted/some=0.5')).toMatchObject({ name: 'scripted/some' });
    const value = (name: string) => gatedValue(evaluate(cases), { name, least: 0, text: '' });
    expect(['scripted.f1', 'scripted/some', 'scripted/other', 'rushed.f1'].map(value)).toEqual([
      0,
      0,
      null,
      null,
    ]);
  });

  it.each(['kindness=0.5', '0.7', 'disclosure', 'disclosure=70', 'disclosure=', 'disclosure=x', '=0.5'])(
    'refuse %s',
    text => {
      expect(parseFigureGate(text)).toHaveProperty('reason');
    },
  );
});

describe('rules and mistakes', () => {
  const found = (turn: number, rule: string) => ({ dimension: 'scripted' as const, turn, rule });
  const cases: LabelledCase[] = [
    made({
      id: 'b',
      labels: {
        scripted: [1, 3].map(turn => ({ turn, quote: `turn ${turn}` })),
        disputed: { scripted: [7] },
        disclosures: [{ ...disclosed(0, 'generic'), quote: 'of turn 0' }],
      },
      findings: [
        found(1, 'scripted/a'),
        found(1, 'scripted/b'),
        found(5, 'scripted/a'),
        found(7, 'scripted/a'),
        { ...disclosed(0), topic: 'crisis' },
      ],
    }),
    made({
      id: 'a',
      labels: { scripted: [{ turn: 1, quote: 'turn 1' }] },
      findings: [found(1, 'scripted/a')],
    }),
  ];

  it('say how often each rule was right, and alone in it', () => {
    const { rules } = evaluate(cases);
    expect(
      rules.map(({ rule, right, wrong, alone, precision }) => [rule, right, wrong, alone, precision]),
    ).toEqual([
      ['disclosure/some', 1, 0, 1, 1],
      ['scripted/a', 2, 1, 1, 0.667],
      ['scripted/b', 1, 0, 0, 1],
    ]);
  });

  it('list every turn that is judged otherwise', () => {
    const place = { conversation: 'b' };
    expect(evaluate(cases).mistakes).toEqual([
      {
        ...place,
        mistake: 'response',
        dimension: 'disclosure',
        turn: 0,
        quote: 'of turn 0',
        labelled: 'generic',
        found: 'missed',
      },
      {
        ...place,
        mistake: 'topic',
        dimension: 'disclosure',
        turn: 0,
        quote: 'of turn 0',
        labelled: 'illness',
        found: 'crisis',
      },
      { ...place, mistake: 'miss', dimension: 'scripted', turn: 3, quote: 'turn 3' },
      {
        ...place,
        mistake: 'false hit',
        dimension: 'scripted',
        turn: 5,
        quote: 'words',
        rules: ['scripted/a'],
      },
    ]);
  });
});
