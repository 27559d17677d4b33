/** Every figure of a card adds up from what its trace lists, under every built-in rubric, over the fixtures. */
import { beforeAll, describe, expect, it } from 'vitest';
import { builtInNames } from '../scripts/compile-rubrics.ts';
import {
  builtInRubric,
  type ConversationScore,
  cardFigure,
  cardShare,
  figureOf,
  outlineOf,
  type Rubric,
  score,
  shareNames,
  sharePart,
  Tally,
  tracedNames,
} from '../src/index.ts';

describe.each(builtInNames)('%s', name => {
  const rubric = builtInRubric(name) as Rubric;
  const names = tracedNames(outlineOf(rubric));
  const scores: ConversationScore[] = [];
  beforeAll(async () => {
    for await (const step of score(['fixtures/transcripts', 'fixtures/vtt', 'fixtures/srt'], {
      rubric,
      mine: false,
    }))
      if ('score' in step) scores.push(step.score);
  });

  it('has figures for every name', () => {
    expect(scores.length).toBeGreaterThan(40);
    expect(names.length).toBeGreaterThan(10);
  });

  it('adds up: each value from its terms, each figure from its values', () => {
    const tally = new Tally();
    for (const one of scores) tally.add(one);
    let summed = 0;
    for (const card of tally.cards())
      for (const figure of names) {
        const traced = scores
          .flatMap(({ agents }) => agents.filter(({ id }) => id === card.id))
          .map(part => figureOf(part, figure)!);
        for (const { value, terms } of traced) {
          if (value === null || terms.length === 0) continue;
          const sum = terms.reduce((total, { points }) => total + points, 0);
          const limited = terms.some(({ why }) => why.startsWith('less '))
            ? sum
            : Math.min(100, Math.max(0, sum));
          expect(Math.round(limited)).toBe(value);
          summed++;
        }
        const values = traced.flatMap(({ value }) => (value === null ? [] : [value]));
        const mean = values.length
          ? Math.round((10 * values.reduce((a, b) => a + b, 0)) / values.length) / 10
          : null;
        expect({ figure, ...cardFigure(card, figure) }).toMatchObject({
          figure,
          value: mean,
          conversations: values.length,
        });
      }
    expect(summed).toBeGreaterThan(200);
  });

  it('adds up: each share from its counts', () => {
    const tally = new Tally();
    for (const one of scores) tally.add(one);
    let judged = 0;
    for (const card of tally.cards())
      for (const share of shareNames) {
        const parts = scores.flatMap(({ agents, findings }) =>
          agents.flatMap(part => (part.id === card.id ? (sharePart(part, findings, share) ?? []) : [])),
        );
        const sum = (of: 'count' | 'of') => parts.reduce((total, part) => total + part[of], 0);
        const value = sum('of') === 0 ? null : Math.round((1000 * sum('count')) / sum('of')) / 1000;
        expect({ share, value: cardShare(card, share) }).toEqual({ share, value });
        if (share === 'missedRate') for (const part of parts) expect(part.findings.length).toBe(part.count);
        if (value !== null) judged++;
      }
    expect(judged).toBeGreaterThan(10);
  });

  it('names the rubric in every part, card and run, and counts what was not applicable', async () => {
    const identity = { name, version: rubric.version, hash: rubric.hash };
    const tally = new Tally();
    for (const one of scores) {
      tally.add(one);
      for (const part of one.agents) expect(part.rubric).toMatchObject(identity);
    }
    for (const card of tally.cards()) {
      expect(card.rubric).toMatchObject(identity);
      for (const part of card.rubric!.sections.flatMap(section => [section, ...section.criteria])) {
        const left = Object.values(part.na).reduce((sum, count) => sum + count, 0);
        expect(part.value.conversations + left).toBe(card.conversations);
      }
    }
    const run = score(['fixtures/vtt'], { rubric });
    for await (const _ of run);
    expect(run.run().rubric).toEqual(identity);
  });
});

it('never puts results of two rubrics together', async () => {
  const tally = new Tally();
  const add = async (name: string) => {
    for await (const step of score(['fixtures/vtt'], { rubric: builtInRubric(name), mine: false }))
      if ('score' in step) tally.add(step.score);
  };
  await add('care');
  await expect(add('needs')).rejects.toThrow('results of two rubrics');
});
