/** Rubrics applied: what the default gives, what not applicable hands on, and every way to feed a criterion. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversation, Turn } from '../../src/model/conversation.ts';
import type { Finding } from '../../src/model/finding.ts';
import { type Measures, measureNames, type ScoreName, type Term } from '../../src/model/scorecard.ts';
import { builtInRubric } from '../../src/rubric/built-in.ts';
import type { CriterionFile, RubricFile } from '../../src/rubric/file.ts';
import { rubricOf } from '../../src/rubric/made.ts';
import type { Rubric } from '../../src/rubric/rubric.ts';
import { facts, type Judgement } from '../../src/score/facts.ts';
import { scorers } from '../../src/score/index.ts';
import { judge } from '../../src/score/judge.ts';
import { measured } from '../../src/score/measures.ts';
import { countWords } from '../../src/text/count.ts';

type Score = Exclude<ScoreName, 'overall'>;
const text = 'one two three four five six seven eight nine ten';
const turnsOf = (count: number): Turn[] =>
  Array.from({ length: count }, (_, i) => ({
    speaker: i % 2 ? ('agent' as const) : ('customer' as const),
    text,
  }));

/** What there is to judge by: a conversation of so many turns (customer first), its findings, scores as they come. */
function source(
  findings: readonly Finding[] = [],
  about: Partial<Conversation> = {},
  values: Partial<Record<Score, number | null>> = {},
) {
  const conversation: Conversation = { id: 'c', agent: { id: 'a1' }, turns: turnsOf(8), ...about };
  const [own] = facts(
    conversation,
    findings,
    conversation.turns.map(turn => countWords(turn.text)),
  );
  if (!own) throw new Error('no agent');
  const scores = new Map(
    scorers.map(({ id }): [ScoreName, Judgement | null] => {
      const value = values[id] ?? null;
      return [id, value === null ? null : { value, terms: [{ why: id, points: value, findings: [] }] }];
    }),
  );
  return { facts: own, scores, measures: measured(own) };
}

const at = (turn: number, rule = 'x/y') => ({
  turn,
  start: 0,
  end: 3,
  quote: text.slice(0, 3),
  rule,
  agent: 'a1',
});
const rushed = (turn: number): Finding => ({ ...at(turn, 'rushed/hurry'), dimension: 'rushed' });
const done = (rule: string, turn: number): Finding => ({
  ...at(turn, `conduct/${rule}`),
  dimension: 'conduct',
});
const opening = (kind: 'complaint' | 'worry' | 'praise', turn: number): Finding => ({
  ...at(turn, `opening/${kind}`),
  dimension: 'opening',
  kind,
});
const shown = (level: 'weak' | 'strong', turn: number): Finding => ({
  ...at(turn, 'empathy/x'),
  dimension: 'empathy',
  kind: 'interpretation',
  level,
});
const told = (response: 'acknowledged' | 'generic' | 'missed', turn: number): Finding => ({
  ...at(turn, 'disclosure/x'),
  ...{
    dimension: 'disclosure',
    topic: 'illness',
    valence: 'negative',
    response,
    responseTurn: null,
    missedBy: null,
  },
});

/** A rubric of one section. */
const rubric = (criteria: CriterionFile[], more: Partial<RubricFile> = {}): Rubric =>
  rubricOf({ name: 'r', version: 1, sections: [{ id: 's', criteria }], ...more });
const whole = (criterion: Omit<CriterionFile, 'id'>) => rubric([{ id: 'a', weight: 100, ...criterion }]);
const total = (terms: readonly Term[]) => terms.reduce((sum, { points }) => sum + points, 0);

describe('the default rubric', () => {
  /** The formula that it stands for, with its weights as they were before rubrics. */
  function formula(values: Record<Score, number | null>): number | null {
    const weights = { authenticity: 0.35, empathy: 0.25, ownWords: 0.15, attentiveness: 0.25 };
    const present = scorers.flatMap(({ id }) => {
      const value = values[id];
      return value === null ? [] : [{ weight: weights[id], value: Math.round(value) }];
    });
    if (present.length === 0) return null;
    const all = present.reduce((sum, { weight }) => sum + weight, 0);
    const sum = present.reduce((points, { weight, value }) => points + (value * weight) / all, 0);
    return Math.round(Math.min(100, Math.max(0, sum)));
  }

  it('gives to the bit what the formula gives', () => {
    const value = fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: null });
    const byDefault = builtInRubric('default') as Rubric;
    fc.assert(
      fc.property(
        fc.record({ authenticity: value, empathy: value, ownWords: value, attentiveness: value }),
        values => {
          const { overall, result } = judge(byDefault, source([], {}, values));
          expect(overall === null ? null : Math.round(overall.value)).toBe(formula(values));
          expect(result.base).toBe(formula(values));
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('what is not applicable', () => {
  const score = fc.constantFrom<Score>('authenticity', 'empathy', 'ownWords', 'attentiveness');
  const section = (index: number) =>
    fc.record({
      weight: fc.integer({ min: 1, max: 100 }),
      criteria: fc.array(fc.record({ weight: fc.integer({ min: 1, max: 100 }), score }), {
        minLength: 1,
        maxLength: 4,
      }),
      index: fc.constant(index),
    });
  const sections = fc.tuple(section(0), section(1), section(2));
  const values = fc.record({
    authenticity: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
    empathy: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
    ownWords: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
    attentiveness: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
  });

  it.each(['percent', 'points'] as const)('hands its weight on, keeps 0 to 100, and adds up (%s)', mode => {
    let judged = 0;
    fc.assert(
      fc.property(sections, values, (made, given) => {
        const sum = (list: readonly { weight: number }[]) => list.reduce((n, { weight }) => n + weight, 0);
        const file: RubricFile = {
          name: 'r',
          version: 1,
          mode,
          sections: made.map(({ weight, criteria, index }) => ({
            id: `s${index}`,
            ...(mode === 'percent' ? { weight: (100 * weight) / sum(made) } : {}),
            criteria: criteria.map((one, nth) => ({
              id: `c${index}-${nth}`,
              ...(mode === 'percent'
                ? { weight: (100 * one.weight) / sum(criteria) }
                : { points: one.weight }),
              feed: { score: one.score },
            })),
          })),
        };
        const { overall, result } = judge(rubricOf(file), source([], {}, given));
        const criteria = result.sections.flatMap(one => one.criteria);
        const applicable = criteria.filter(({ value }) => value !== null);
        if (applicable.length === 0) {
          expect(overall).toBeNull();
          expect(result.judged).toBe(0);
          return;
        }
        judged++;
        expect(overall?.value).toBeGreaterThanOrEqual(0);
        expect(overall?.value).toBeLessThanOrEqual(100);
        expect(total(overall?.terms ?? [])).toBeCloseTo(overall?.value ?? -1, 8);
        const of = applicable.reduce((n, one) => n + one.of, 0);
        const points = applicable.reduce((n, one) => n + (one.points ?? 0), 0);
        if (mode === 'percent') expect(of).toBeCloseTo(100, 0);
        expect(Math.abs((100 * points) / of - (overall?.value ?? -1))).toBeLessThan(0.2);
        for (const one of result.sections) {
          expect(one.na === undefined).toBe(one.value !== null);
          if (one.value !== null) expect(Math.round(total(one.terms))).toBe(one.value);
        }
        // all the same gives the same, whatever was left out
        const flat = judge(
          rubricOf(file),
          source(
            [],
            {},
            Object.fromEntries(Object.entries(given).map(([k, v]) => [k, v === null ? null : 70])),
          ),
        );
        expect(flat.overall?.value).toBeCloseTo(70, 8);
      }),
      { numRuns: 500 },
    );
    expect(judged).toBeGreaterThan(300);
  });

  it('goes to the section first, then to the other sections', () => {
    const file: RubricFile = {
      name: 'r',
      version: 1,
      sections: [
        {
          id: 's',
          weight: 60,
          criteria: [
            { id: 'a', weight: 50, feed: { score: 'authenticity' } },
            { id: 'b', weight: 50, feed: { score: 'empathy' } },
          ],
        },
        { id: 't', weight: 40, criteria: [{ id: 'c', weight: 100, feed: { score: 'attentiveness' } }] },
      ],
    };
    const of = (given: Partial<Record<Score, number | null>>) => {
      const { result } = judge(rubricOf(file), source([], {}, given));
      return [...result.sections.flatMap(({ criteria }) => criteria.map(one => one.of)), result.judged];
    };
    expect(of({ authenticity: 1, empathy: 1, attentiveness: 1 })).toEqual([30, 30, 40, 100]);
    expect(of({ authenticity: 1, attentiveness: 1 })).toEqual([60, 0, 40, 70]);
    expect(of({ attentiveness: 1 })).toEqual([0, 0, 100, 40]);
    expect(of({ empathy: 1 })).toEqual([0, 100, 0, 30]);
  });
});

describe('a criterion', () => {
  const cases: [string, Omit<CriterionFile, 'id'>, Finding[], Partial<Conversation>, number | string][] = [
    [
      'present',
      { feed: { findings: { rule: 'conduct/thanks*' } } },
      [done('thanks-for-waiting', 1)],
      {},
      100,
    ],
    [
      'not present',
      { feed: { findings: { rule: 'conduct/thanks' } } },
      [done('thanks-for-waiting', 1)],
      {},
      0,
    ],
    ['absent', { feed: { findings: { dimension: 'rushed' }, atMost: 0 } }, [], {}, 100],
    ['not absent', { feed: { findings: { dimension: 'rushed' }, atMost: 0 } }, [rushed(1)], {}, 0],
    ['too few', { feed: { findings: { dimension: 'rushed' }, atLeast: 2 } }, [rushed(1)], {}, 0],
    [
      'any of several',
      { feed: { findings: [{ dimension: 'rushed' }, { rule: 'conduct/greets' }], atLeast: 2 } },
      [rushed(1), done('greets', 3)],
      {},
      100,
    ],
    [
      'only possible',
      { feed: { findings: { dimension: 'rushed' } } },
      [{ ...rushed(1), confidence: 'possible' }],
      {},
      0,
    ],
    [
      'of another agent',
      { feed: { findings: { dimension: 'rushed' } } },
      [{ ...rushed(1), agent: 'a2' }],
      {},
      0,
    ],
    [
      'per turn',
      { feed: { findings: { dimension: 'rushed' }, per: 'turn', best: 1, worst: 0 } },
      [rushed(1)],
      {},
      25,
    ],
    [
      'per turn, fewer better',
      { feed: { findings: { dimension: 'rushed' }, per: 'turn', best: 0, worst: 0.5 } },
      [rushed(1)],
      {},
      50,
    ],
    [
      'per 100 words',
      { feed: { findings: { dimension: 'rushed' }, per: '100-words', best: 5, worst: 0 } },
      [rushed(1)],
      {},
      50,
    ],
    [
      'per conversation',
      { feed: { findings: { dimension: 'rushed' }, per: 'conversation', best: 4, worst: 0 } },
      [rushed(1)],
      {},
      25,
    ],
    [
      'in the opening',
      { feed: { findings: { rule: 'conduct/greets', place: 'opening' } } },
      [done('greets', 3)],
      {},
      0,
    ],
    [
      'in the closing',
      { feed: { findings: { rule: 'conduct/greets', place: 'closing' } } },
      [done('greets', 7)],
      {},
      100,
    ],
    [
      'in answer to something',
      { feed: { findings: { dimension: 'empathy', answerTo: { dimension: 'opening' } } } },
      [opening('worry', 0), shown('weak', 3)],
      {},
      100,
    ],
    [
      'too late an answer',
      { feed: { findings: { dimension: 'empathy', answerTo: { dimension: 'opening' } } } },
      [opening('worry', 0), shown('weak', 5)],
      {},
      0,
    ],
    [
      'disclosures answered',
      { feed: { opportunities: { dimension: 'disclosure' } } },
      [told('acknowledged', 0), told('generic', 2), told('missed', 4)],
      {},
      42,
    ],
    [
      '… with credits of its own',
      { feed: { opportunities: { dimension: 'disclosure' }, credits: { generic: 0 } } },
      [told('acknowledged', 0), told('generic', 2)],
      {},
      50,
    ],
    ['no opportunity', { feed: { opportunities: { dimension: 'disclosure' } } }, [], {}, 'no-opportunity'],
    [
      'no opportunity, counted full',
      { feed: { opportunities: { dimension: 'disclosure' }, none: 'full' } },
      [],
      {},
      100,
    ],
    [
      'another channel',
      { feed: { findings: { dimension: 'rushed' }, atMost: 0 }, when: { channel: ['chat', 'sms'] } },
      [],
      { channel: 'call' },
      'condition',
    ],
    [
      'its channel',
      { feed: { findings: { dimension: 'rushed' }, atMost: 0 }, when: { channel: 'Call' } },
      [],
      { channel: 'call' },
      100,
    ],
    [
      'its queue',
      { feed: { findings: { dimension: 'rushed' }, atMost: 0 }, when: { queue: 'billing', tier: 2 } },
      [],
      { metadata: { queue: 'billing', tier: '2' } },
      100,
    ],
    [
      'a queue that the source does not tell',
      { feed: { findings: { dimension: 'rushed' }, atMost: 0 }, when: { queue: 'billing' } },
      [],
      {},
      'condition',
    ],
    [
      'unless',
      { feed: { findings: { dimension: 'rushed' }, atMost: 0 }, unless: { channel: 'call' } },
      [],
      { channel: 'call' },
      'condition',
    ],
    [
      'too few words',
      { feed: { findings: { dimension: 'rushed' }, atMost: 0 }, na: { fewerWords: 41 } },
      [],
      {},
      'too-few-words',
    ],
    [
      'too few turns',
      { feed: { findings: { dimension: 'rushed' }, atMost: 0 }, na: { fewerTurns: 5 } },
      [],
      {},
      'too-few-turns',
    ],
    [
      'no name',
      { feed: { findings: { rule: 'conduct/uses-name' } }, na: { noName: true } },
      [],
      {},
      'no-name',
    ],
    [
      'a name on record',
      { feed: { findings: { rule: 'conduct/uses-name' } }, na: { noName: true } },
      [],
      { customer: { name: 'Dana' } },
      0,
    ],
    [
      'a name told',
      { feed: { findings: { rule: 'conduct/uses-name' } }, na: { noName: true } },
      [done('gives-name', 0)],
      {},
      0,
    ],
    [
      'nothing of a kind',
      { feed: { findings: { dimension: 'rushed' }, atMost: 0 }, na: { without: { dimension: 'opening' } } },
      [],
      {},
      'no-opportunity',
    ],
    ['no times', { feed: { measure: 'firstResponse', best: 10, worst: 60 } }, [], {}, 'no-times'],
    ['no score', { feed: { score: 'empathy' } }, [], {}, 'not-judged'],
  ];
  it.each(cases)('%s', (_, criterion, findings, about, expected) => {
    const { result } = judge(whole(criterion), source(findings, about));
    const [one] = result.sections[0]!.criteria;
    expect(typeof expected === 'string' ? one?.na : one?.value).toBe(expected);
    if (one?.value !== null) expect(Math.round(total(one?.terms ?? []))).toBe(one?.value);
  });

  it('tells praise answered personally, by formula and not at all apart', () => {
    const { result } = judge(
      builtInRubric('care') as Rubric,
      source([
        opening('praise', 0),
        shown('strong', 1),
        opening('praise', 2),
        done('praise-formula', 5),
        opening('praise', 6),
      ]),
    );
    const praise = result.sections.flatMap(({ criteria }) => criteria).find(({ id }) => id === 'praise');
    expect(praise).toMatchObject({ value: 42, opportunities: { total: 3, full: 1, part: 1, none: 1 } });
    expect(praise?.terms.map(({ why }) => why)).toEqual([
      'praise answered (personally)',
      'praise answered (by formula)',
      'praise passed over',
    ]);
  });
});

describe('auto-fail', () => {
  const good: CriterionFile = { id: 'good', weight: 50, feed: { score: 'authenticity' } };
  const failing = (
    scope: 'criterion' | 'section' | 'conversation',
    more: Partial<CriterionFile> = {},
  ): RubricFile => ({
    name: 'r',
    version: 1,
    sections: [
      {
        id: 's',
        weight: 50,
        criteria: [
          good,
          {
            id: 'calm',
            weight: 50,
            feed: { score: 'empathy' },
            autoFail: { scope, findings: { dimension: 'rushed' } },
            ...more,
          },
        ],
      },
      { id: 't', weight: 50, criteria: [{ id: 'other', weight: 100, feed: { score: 'ownWords' } }] },
    ],
  });
  const all = { authenticity: 80, empathy: 60, ownWords: 40 };
  const outcome = (file: RubricFile, findings: Finding[]) => {
    const { overall, result } = judge(rubricOf(file), source(findings, {}, all));
    expect(total(overall?.terms ?? [])).toBeCloseTo(overall?.value ?? -1, 8);
    return {
      overall: overall?.value,
      sections: result.sections.map(({ value }) => value),
      failed: result.failed,
    };
  };

  it.each([
    ['criterion', 40, [40, 40]],
    ['section', 20, [0, 40]],
  ] as const)('of a %s counts it nought', (scope, overall, sections) => {
    expect(outcome(failing(scope), [])).toEqual({ overall: 55, sections: [70, 40], failed: undefined });
    expect(outcome(failing(scope), [rushed(1)])).toEqual({ overall, sections, failed: undefined });
  });

  it('of the conversation leaves nothing, and says by what', () => {
    expect(outcome(failing('conversation'), [rushed(1)])).toEqual({
      overall: 0,
      sections: [70, 40],
      failed: 'calm',
    });
  });

  it('may go by the value, and never by what is only possible', () => {
    expect(
      outcome(failing('conversation', { autoFail: { scope: 'conversation', below: 61 } }), []).overall,
    ).toBe(0);
    expect(outcome(failing('conversation'), [{ ...rushed(1), confidence: 'possible' }]).overall).toBe(55);
  });
});

describe('a bonus', () => {
  const file = (cap: number): RubricFile => ({
    name: 'r',
    version: 1,
    bonusCap: cap,
    sections: [
      {
        id: 's',
        criteria: [
          { id: 'a', weight: 100, feed: { score: 'authenticity' } },
          { id: 'b', bonus: 8, feed: { score: 'empathy' } },
          { id: 'c', bonus: 8, feed: { score: 'ownWords' } },
        ],
      },
    ],
  });
  it.each([
    [{ authenticity: 50, empathy: 100 }, 10, 58, { points: 8, of: 10 }],
    [{ authenticity: 50, empathy: 100, ownWords: 50 }, 20, 62, { points: 12, of: 16 }],
    [{ authenticity: 50, empathy: 100, ownWords: 100 }, 10, 60, { points: 10, of: 10 }],
    [{ authenticity: 98, empathy: 100 }, 10, 100, { points: 8, of: 10 }],
    [{ empathy: 100 }, 10, undefined, { points: 0, of: 10 }],
  ])('stands apart and is capped: %o, cap %i', (values, cap, overall, bonus) => {
    const verdict = judge(rubricOf(file(cap)), source([], {}, values));
    expect(verdict.overall?.value).toBe(overall);
    expect(verdict.result).toMatchObject({
      bonus,
      base: 'authenticity' in values ? values.authenticity : null,
    });
  });
});

it('the final box stands beside the checklist, and the gap is a figure', () => {
  const basics = ['greets', 'uses-name', 'courteous', 'thanks'].map(rule => done(rule, 1));
  const all = [...basics, done('takes-leave', 7), done('something-else', 7)];
  const { result, overall } = judge(
    builtInRubric('checklist') as Rubric,
    source(all, { customer: { name: 'Dana' } }, { authenticity: 10, empathy: 10, attentiveness: 10 }),
  );
  expect(overall?.value).toBeCloseTo(100, 8);
  expect(result.sections.map(({ id, value }) => [id, value])).toEqual([
    ['basics', 100],
    ['final-box', 10],
  ]);
  expect(result.gaps).toMatchObject([{ id: 'gap', value: 90 }]);
});

describe('measures', () => {
  const said = (speaker: 'agent' | 'customer', seconds?: number, words = 1): Turn => ({
    speaker,
    text: Array(words).fill('word').join(' '),
    ...(seconds === undefined ? {} : { seconds }),
  });
  const measure = (turns: Turn[], channel?: string, findings: Finding[] = []): Measures =>
    source(findings, { turns, ...(channel ? { channel } : {}) }).measures;

  it('are null without times', () => {
    const { firstResponse, longestSilence, holdsAnnounced, holdsApologised } = measure(turnsOf(4));
    expect([firstResponse, longestSilence, holdsAnnounced, holdsApologised]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(measureNames.length).toBeGreaterThan(5);
  });

  it('take speech for no wait in calls, and for nothing else in chats', () => {
    const turns = [said('customer', 0, 25), said('agent', 15)];
    expect(measure(turns, 'call').firstResponse).toBe(5);
    expect(measure(turns, 'chat').firstResponse).toBe(15);
  });

  it('know the first answer by who gave it, and the longest silence', () => {
    const turns = [
      said('agent', 0),
      said('customer', 5),
      said('agent', 9),
      said('customer', 12),
      said('agent', 80),
    ];
    expect(measure(turns, 'chat')).toMatchObject({ firstResponse: 4, longestSilence: 68 });
  });

  it('tell holds announced and made up for', () => {
    const turns = [
      said('customer', 0),
      said('agent', 3),
      said('agent', 103),
      said('customer', 105),
      said('agent', 205),
    ];
    expect(measure(turns, 'call')).toMatchObject({ holdsAnnounced: 0, holdsApologised: 0 });
    const found = [done('announces-wait', 1), done('thanks-for-waiting', 2)];
    expect(measure(turns, 'call', found)).toMatchObject({ holdsAnnounced: 50, holdsApologised: 50 });
    expect(measure(turns, 'email', found)).toMatchObject({ holdsAnnounced: null });
  });
});
