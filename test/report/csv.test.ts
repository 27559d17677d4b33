import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from '../../src/report/csv.ts';
import { awkward, card, measured, run, score, style } from './made.ts';

const rows = (text: string) => parse(text, { columns: true }) as Record<string, string>[];
const sheet = (agents: Parameters<NonNullable<typeof csv.scorecard>>[0]['agents']) =>
  csv.scorecard?.({ agents, run }, style()) ?? '';

describe('csv', () => {
  it('guards text that a spreadsheet would run, and figures never', () => {
    const [first, formula, sign] = rows(sheet(awkward));
    expect(first).toMatchObject({
      agent_id: 'a1',
      agent_name: 'O’Neil, "Mae"',
      overall: '61',
      overall_low: '52',
      overall_n: '9',
    });
    expect(formula).toMatchObject({ agent_id: "'=1+1", agent_name: "'@SUM(A1)" });
    expect(sign).toMatchObject({ agent_id: "'-7", agent_name: "'+44 20", overall: '88', overall_low: '' });
    expect(rows(sheet([card('a', '\tx', measured(-5))]))[0]).toMatchObject({
      agent_name: "'\tx",
      overall: '-5',
    });
  });

  it('leaves empty what could not be judged', () => {
    expect(rows(sheet(awkward)).at(-1)).toMatchObject({
      overall: '',
      overall_n: '0',
      missed_rate: '',
      scripted_rate: '',
      disclosures_total: '0',
    });
  });

  it('keeps an agent a row, with their most repeated lines side by side', () => {
    const [row] = rows(sheet([card('a1', 'Mae')]));
    expect(row).toMatchObject({
      mined_rate: '0.12',
      individuality_own_past: '0.615',
      individuality_own_past_n: '1',
      individuality_own_past_low: '',
      individuality_team: '',
      individuality_team_n: '0',
      top_line_1: '\'=Tea first, "then" kettles.',
      top_line_1_conversations: '6',
      top_line_1_agents: '1',
      top_line_2: 'Was there anything\nelse?',
      top_line_2_agents: '2',
      top_line_5: '',
      top_line_5_conversations: '',
    });
    const [part] = rows((csv.begin?.(style()) ?? '') + csv.row?.(score, 0, style()));
    expect(part).toMatchObject({
      individuality_own_past: '0.615',
      individuality_own_past_n: '26',
      individuality_team: '',
      individuality_team_n: '26',
      mined_words: '0',
    });
  });

  it('has a header even without rows', () => {
    const header = sheet([]);
    expect(header).toMatch(
      /^agent_id,agent_name,conversations,turns,words,overall,overall_n,overall_low,overall_high,/,
    );
    expect(header).toMatch(
      /,disclosures_total,acknowledged,generic,missed,missed_rate,missed_rate_low,missed_rate_high,scripted_rate,missed_by_silence,missed_by_bare_thanks,missed_by_process_talk,missed_by_problem_solving,missed_by_deflection,taken_up,taken_up_n,concrete,.*,scripted_rate_low,scripted_rate_high,rank,unranked,shrunk,overall_adjusted,.*,attentiveness_adjusted_high,praise_total,praise_personally,praise_by_formula,praise_not_at_all,praise_personal_rate,.*,follow_ups_high\n$/,
    );
    expect((csv.begin?.(style()) ?? '') + (csv.end?.(run, style()) ?? '')).toMatch(
      /^conversation,channel,.*\n$/,
    );
  });

  it('counts the findings of an agent, the merely possible ones left out', () => {
    const [row] = rows((csv.begin?.(style()) ?? '') + csv.row?.(score, 0, style()));
    expect(row).toMatchObject({
      conversation: 'c1',
      agent_id: 'a1',
      empathy: '',
      own_words: '100',
      disclosure_findings: '1',
      opening_findings: '0',
    });
  });

  it('gives any text back as it was, but for the guard', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (name, id) => {
        const [row] = rows(sheet([card(id, name)]));
        const guarded = (text: string) => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text);
        expect([row?.agent_id, row?.agent_name]).toEqual([guarded(id), guarded(name)]);
      }),
    );
  });
});
