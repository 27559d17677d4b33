import { describe, expect, it } from 'vitest';
import { json } from '../../src/report/json.ts';
import { jsonl } from '../../src/report/jsonl.ts';
import { awkward, run, score, style } from './made.ts';

const any = style();

describe('json', () => {
  it('gives the scorecard back', () => {
    expect(JSON.parse(json.scorecard?.({ agents: awkward, run }, any) ?? '')).toEqual({
      agents: awkward,
      run,
    });
  });

  it.each([0, 1, 3])('is one document of %i conversations', count => {
    const rows = Array.from({ length: count }, (_, index) => json.row?.(score, index, any)).join('');
    const whole = JSON.parse(`${json.begin?.(any)}${rows}${json.end?.(run, any)}`);
    expect(whole.conversations).toHaveLength(count);
    expect(whole.run).toEqual(run);
  });
});

describe('jsonl', () => {
  it('is one line per conversation with the keys that scripts rely on', () => {
    const line = jsonl.row?.(score, 0, any) ?? '';
    expect(line.indexOf('\n')).toBe(line.length - 1);
    const { agents, findings, ...rest } = JSON.parse(line);
    expect(rest).toEqual({ conversation: 'c1', channel: 'call' });
    expect(Object.keys(agents[0])).toEqual([
      'id',
      'name',
      'turns',
      'words',
      'scriptedWords',
      'scores',
      'disclosures',
      'signals',
    ]);
    expect(Object.keys(findings[0])).toEqual([
      ...['rule', 'dimension', 'agent', 'turn', 'start', 'end', 'quote'],
      ...['topic', 'valence', 'response', 'responseTurn', 'missedBy'],
    ]);
    expect(findings).toEqual(score.findings);
  });

  it('is one line per agent', () => {
    const lines = (jsonl.scorecard?.({ agents: awkward, run }, any) ?? '').trimEnd().split('\n');
    expect(lines.map(line => JSON.parse(line))).toEqual(awkward);
  });
});
