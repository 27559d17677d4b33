/**
 * Every number on a card can be traced, and adds up from what its trace lists, under every built-in rubric, over the
 * fixtures: the terms make each conversation's value, the printed calculations make the printed results, and those are
 * what stands on the card.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { builtInNames } from '../scripts/compile-rubrics.ts';
import {
  type AgentScorecard,
  builtInRubric,
  type Conversation,
  type ConversationScore,
  type Figure,
  figureAt,
  figureNamed,
  figures,
  outlineOf,
  partText,
  type Rubric,
  SaidBy,
  score,
  Tally,
  type Trace,
  type TracedPart,
  Tracer,
  traceText,
  valueAt,
} from '../src/index.ts';
import { plain } from '../src/report/reporter.ts';
import { calculate } from './calculate.ts';

const inputs = ['fixtures/transcripts', 'fixtures/vtt', 'fixtures/srt'];

/** Every number inside a card, by where it stands; parts of a rubric by their id. */
function numbersOf(value: unknown, place = ''): [place: string, value: number][] {
  if (typeof value === 'number') return [[place, value]];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inside]) => {
    const id = Array.isArray(value) ? (inside as { id?: string }).id : undefined;
    return numbersOf(inside, [place, id ?? key].filter(Boolean).join('.'));
  });
}

interface Traced {
  readonly parts: readonly TracedPart[];
  readonly trace: Trace;
}

describe.each(builtInNames)('%s', name => {
  const rubric = builtInRubric(name) as Rubric;
  const all = figures(outlineOf(rubric));
  const scores: ConversationScore[] = [];
  const conversations: Conversation[] = [];
  const tally = new Tally();
  let cards: AgentScorecard[] = [];
  const known = new Map<string, Traced>();
  let said: SaidBy;
  beforeAll(async () => {
    for await (const step of score(inputs, { rubric, mine: true }))
      if ('score' in step) {
        scores.push(step.score);
        conversations.push(step.conversation);
        tally.add(step.score);
      }
    cards = tally.cards();
    said = new SaidBy(
      scores.flatMap(({ agents }) => agents.flatMap(({ lines }) => lines.map(one => one.line))),
    );
    for (const one of conversations) said.add(one);
  });
  const traced = (figure: Figure, agent: string): Traced => {
    const key = `${agent} ${figure.name} ${figure.at}`;
    let found = known.get(key);
    if (found === undefined) {
      const tracer = new Tracer(figure, agent);
      const parts = scores.flatMap(one => tracer.add(one) ?? []);
      found = { parts, trace: tracer.end(tally, said) as Trace };
      known.set(key, found);
    }
    return found;
  };

  it('traces every number on every card, by its place', () => {
    let seen = 0;
    for (const card of cards)
      for (const [place, value] of numbersOf(card)) {
        const figure = figureAt(place, all);
        expect(figure, place).toBeDefined();
        const { trace, parts } = traced(figure as Figure, card.id);
        const [working, ...more] = trace.workings.filter(({ at }) => at === place);
        expect({ place, value: working?.value, more }).toEqual({ place, value, more: [] });
        expect(parts.length, place).toBeGreaterThan(0);
        seen++;
      }
    expect(cards.length).toBeGreaterThan(5);
    expect(seen).toBeGreaterThan(1000);
  });

  it('counts lines over everybody from who says them where', () => {
    let lines = 0;
    for (const card of cards)
      card.topLines.forEach(({ agents, teamConversations }, i) => {
        const { trace } = traced(figureAt('topLines.0.of', all) as Figure, card.id);
        const working = (key: string) => trace.workings.find(({ at }) => at === `topLines.${i}.${key}`);
        expect(calculate(working('agents')?.expression ?? '')).toBe(agents);
        const named = /\(([^()]*)\)$/.exec(working('teamConversations')?.what ?? '')?.[1]?.split(', ');
        expect(new Set(named).size).toBe(teamConversations);
        lines++;
      });
    expect(lines).toBeGreaterThan(3);
  });

  it('says of a figure what the card says', () => {
    for (const card of cards)
      for (const figure of all) {
        const { trace } = traced(figure, card.id);
        if (figure.kind !== 'lines')
          expect({ at: figure.at, value: trace.value }).toEqual({
            at: figure.at,
            value: simple(valueAt(card, figure.at)),
          });
      }
  });

  it('calculates what it prints: every result from its expression', () => {
    let worked = 0;
    for (const card of cards)
      for (const figure of all)
        for (const { at, what, expression, value, within } of traced(figure, card.id).trace.workings) {
          if (expression === null) continue;
          const [least, most] = within ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
          const result = Math.min(most, Math.max(least, calculate(expression)));
          const share = figure.at.startsWith('signals') || /^(?:ratio|proportion)$/.test(figure.kind);
          // half of the last decimal, and what steps shown to four decimals may come to
          const error = at === null ? 1e-3 + 2e-4 * Math.abs(result) : share ? 6e-4 : 0.051;
          expect({
            figure: figure.at,
            what,
            expression,
            value,
            off: Math.abs(result - (value as number)) > error,
          }).toMatchObject({ off: false });
          worked++;
        }
    expect(worked).toBeGreaterThan(1000);
  });

  it('rests on what it lists: means on values, counts on counts, values on terms', () => {
    let summed = 0;
    for (const card of cards)
      for (const figure of all) {
        const { parts, trace } = traced(figure, card.id);
        for (const { value, terms } of parts) {
          if (value === null || value === undefined || terms.length === 0) continue;
          const sum = terms.reduce((total, { points }) => total + points, 0);
          const limited = terms.some(({ why }) => why.startsWith('less '))
            ? sum
            : Math.min(100, Math.max(0, sum));
          expect(Math.round(limited)).toBe(value);
          summed++;
        }
        const values = parts.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
        const own = trace.workings.find(({ what }) => what === 'mean' || what === 'own mean');
        const mean = values.reduce((a, b) => a + b, 0) / values.length;
        const half = figure.at.startsWith('signals') ? 0.000501 : 0.0501;
        if (own) expect(Math.abs((own.value as number) - mean)).toBeLessThan(half);
        for (const place of new Set(parts.flatMap(({ counts }) => Object.keys(counts)))) {
          const sum = parts.reduce((total, { counts }) => total + (counts[place] ?? 0), 0);
          const working = trace.workings.find(({ at }) => at === place);
          expect({ place, value: working?.value }).toEqual({ place, value: Math.round(100 * sum) / 100 });
        }
      }
    expect(summed).toBeGreaterThan(200);
  });

  it('shows the findings behind a section and a result as behind their criteria', () => {
    for (const one of scores)
      for (const { terms, rubric } of one.agents) {
        const among = (list: readonly { findings: readonly number[] }[]) =>
          new Set(list.flatMap(({ findings }) => findings));
        for (const { terms, criteria } of rubric!.sections)
          if (terms.length > 0)
            expect(among(terms)).toEqual(among(criteria.filter(({ value, of }) => value !== null && of > 0)));
        for (const { findings } of terms.overall ?? [])
          for (const number of findings) expect(one.findings[number]).toBeDefined();
      }
  });

  it('names as many findings as it counts', () => {
    let found = 0;
    for (const card of cards)
      for (const figure of all) {
        if (!/^(?:disclosures\.|praise\.)/.test(figure.at) || figure.kind !== 'count') continue;
        for (const { counts, findings, terms } of traced(figure, card.id).parts) {
          expect((figure.at.startsWith('praise') ? terms : findings).length).toBe(counts[figure.at]);
          found += findings.length + terms.length;
        }
      }
    expect(found).toBeGreaterThan(50);
  });

  it('lists every number of a card in what it prints', () => {
    const style = { width: 100, paint: plain };
    for (const card of cards.slice(0, 2))
      for (const figure of all) {
        const { parts, trace } = traced(figure, card.id);
        const text = traceText(card.id, trace, style);
        expect(text).toContain(`, ${figure.name}: `);
        for (const part of parts) {
          const { findings } = scores.find(
            one => one.conversation === part.conversation,
          ) as ConversationScore;
          expect(partText(part, findings, style)).toContain(part.conversation);
        }
        if (!text.includes('undefined') && !text.includes('NaN')) continue;
        throw new Error(text);
      }
  });

  it('has every name that it offers', () => {
    for (const figure of all) {
      expect(figureNamed(figure.at, all)).toBeDefined();
      expect(figureNamed(figure.name.toUpperCase(), all)).toBeDefined();
    }
    expect(figureNamed('overall_low', all)?.name).toBe('overall');
    expect(figureNamed('missed_by_silence', all)?.at).toBe('disclosures.missedBy.silence');
    expect(figureNamed('taken_up_high', all)?.at).toBe('signals.takenUp');
    expect(figureNamed('nothing_low', all)).toBeUndefined();
    expect(figureNamed('scores.overall.low', all)?.name).toBe('overall');
    expect(figureNamed('OwnWords', all)?.name).toBe('ownWords');
    expect(figureNamed('overall_adjusted', all)?.at).toBe('scores.overall.adjusted');
  });

  it('names the rubric in every part, card and run, and counts what was not applicable', async () => {
    const identity = { name, version: rubric.version, hash: rubric.hash };
    for (const one of scores) for (const part of one.agents) expect(part.rubric).toMatchObject(identity);
    for (const card of cards) {
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

const simple = (value: unknown): unknown =>
  value !== null && typeof value === 'object' ? simple((value as { value?: unknown }).value ?? null) : value;

it('never puts results of two rubrics together', async () => {
  const tally = new Tally();
  const add = async (name: string) => {
    for await (const step of score(['fixtures/vtt'], { rubric: builtInRubric(name), mine: false }))
      if ('score' in step) tally.add(step.score);
  };
  await add('care');
  await expect(add('needs')).rejects.toThrow('results of two rubrics');
});
