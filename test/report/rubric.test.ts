/** What a rubric of its own brings to every output: columns, its name, and a table by its sections. */
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  builtInRubric,
  type ConversationScore,
  outlineOf,
  type Rubric,
  reporters,
  type Scorecard,
  score,
  scorecard,
} from '../../src/index.ts';
import { plain, type Reporter } from '../../src/report/reporter.ts';

const named = (name: string) => reporters.find(({ id }) => id === name) as Required<Reporter>;
const rubric = builtInRubric('checklist') as Rubric;
const style = { width: 120, paint: plain, rubric: outlineOf(rubric) };
const usual = { ...style, rubric: outlineOf(builtInRubric('default') as Rubric) };
const input = ['fixtures/transcripts/chats'];

describe('under a rubric of its own', () => {
  let card: Scorecard;
  const rows: ConversationScore[] = [];
  beforeAll(async () => {
    card = await scorecard(input, { rubric, mine: false });
    for await (const step of score(input, { rubric, mine: false }))
      if ('score' in step) rows.push(step.score);
  });
  const table = (text: string) => parse(text, { columns: true }) as Record<string, string>[];

  it('CSV has a column for every section, criterion and gap, and names the rubric in every row', () => {
    const agents = table(named('csv').scorecard(card, style));
    expect(agents.length).toBe(card.agents.length);
    expect(agents.length).toBeGreaterThan(1);
    for (const [index, row] of agents.entries()) {
      expect(row).toMatchObject({
        rubric: 'checklist',
        rubric_version: '1',
        rubric_hash: rubric.hash,
        rubric_failed: '0',
      });
      const own = card.agents[index]?.rubric;
      expect(row.section_final_box).toBe(String(own?.sections[1]?.value.value ?? ''));
      expect(row.criterion_something_else_n).toBe(
        String(own?.sections[0]?.criteria.at(-1)?.value.conversations),
      );
      expect(row.gap_gap).toBe(String(own?.gaps[0]?.value.value ?? ''));
    }
    const csv = named('csv');
    const single = table(
      csv.begin(style) +
        rows.map((row, index) => csv.row(row, index, style)).join('') +
        csv.end(card.run, style),
    );
    expect(single.length).toBe(rows.flatMap(({ agents }) => agents).length);
    for (const row of single)
      expect(row).toMatchObject({ rubric_hash: rubric.hash, section_basics: expect.stringMatching(/^\d+$/) });
    expect(single.some(row => row.criterion_holds_na === 'no-opportunity')).toBe(true);
  });

  it('CSV has none of them where the four scores say it all', async () => {
    const header = named('csv')
      .scorecard(await scorecard(input, { mine: false }), usual)
      .split('\n')[0];
    expect(header).toMatch(/,rubric,rubric_version,rubric_hash,rubric_failed,scripted_rate_low,/);
    expect(header).not.toContain('criterion_');
  });

  it('JSON names it in every row and in the run, and leaves the arithmetic out', () => {
    const identity = { name: 'checklist', version: '1', hash: rubric.hash };
    const whole = JSON.parse(named('json').scorecard(card, style));
    expect(whole.run.rubric).toEqual(identity);
    for (const agent of whole.agents) expect(agent.rubric).toMatchObject(identity);
    const line = named('jsonl').row(rows[0] as ConversationScore, 0, style);
    expect(JSON.parse(line).agents[0].rubric).toMatchObject({ ...identity, gaps: [{ id: 'gap' }] });
    expect(line).not.toContain('"terms"');
  });

  it('the digest has its sections and criteria, each with what it rests on, and where points were lost', () => {
    const text = named('markdown').scorecard(card, style);
    for (const agent of card.agents) {
      const own = text.slice(text.indexOf(`## ${agent.name}`)).split('\n## ')[0] ?? '';
      const outline = style.rubric.sections.flatMap(section => [section, ...section.criteria]);
      const parts = agent.rubric!.sections.flatMap(section => [section, ...section.criteria]);
      for (const [i, { title }] of outline.entries()) {
        const { value } = parts[i]!;
        const score = value.value === null ? '–' : String(Math.round(value.value));
        expect(own.replaceAll('*', '')).toContain(`| ${title} | ${score} | ${value.conversations} | `);
      }
    }
    expect(text).toMatch(/Most points were lost at: .+ \(`[a-z-]+`\), \d+\.\d of \d+\.\d/);
    expect(text).toContain(`rubric checklist 1 (${rubric.hash})`);
  });

  it('points of a part are given of what could be had', () => {
    for (const { rubric } of card.agents)
      for (const section of rubric!.sections)
        for (const { points, value } of [section, ...section.criteria]) {
          expect(points.given).toBeGreaterThanOrEqual(0);
          expect(points.given).toBeLessThanOrEqual(points.of + 0.01);
          if (value.conversations === 0) expect(points.of).toBe(0);
        }
  });

  it('the table has its sections and gaps for columns, and says by what', () => {
    const text = named('table').scorecard(card, style);
    for (const part of ['overall', 'checklist', 'final box', 'gap', `rubric checklist 1 (${rubric.hash})`])
      expect(text).toContain(part);
    expect(text).not.toContain('empathy');
    expect(named('table').begin(style)).toContain('final box');
  });
});
