import { describe, expect, it } from 'vitest';
import { columns } from '../../src/report/cells.ts';
import { table } from '../../src/report/table.ts';
import { awkward, card, empty, loud, measured, quiet, run, score, style } from './made.ts';

const cards = (width: number, agents = awkward, paint = style().paint) =>
  table.scorecard?.({ agents, run }, style(width, paint)) ?? '';

describe('table', () => {
  it('shows cards, lowest overall first', () => {
    expect(cards(110)).toMatchSnapshot();
  });

  it('gives up margins before names', () => {
    expect(cards(80)).toMatchSnapshot();
  });

  it('fits 80 columns and more', () => {
    for (const width of [80, 90, 100, 120])
      for (const text of [cards(width), rows(width)])
        for (const line of text.split('\n')) expect(columns(line)).toBeLessThanOrEqual(width);
  });

  it('keeps its columns under their headings', () => {
    const lines = cards(110).split('\n');
    const end = (lines[2] as string).length;
    for (const line of lines.slice(3, 3 + awkward.length)) expect(columns(line)).toBe(end);
  });

  it('names by id agents who share a name', () => {
    const both = [
      card('a1', 'Maeve', measured(50)),
      card('a2', 'Maeve', measured(60)),
      card('a3', 'Ngozi', measured(70)),
    ];
    const text = cards(90, both);
    expect(text).toContain('Maeve (a1)');
    expect(text).toContain('Maeve (a2)');
  });

  it('says so when there is nobody', () => {
    expect(cards(80, [])).toMatch(
      /^No agent was scored.\n\n12 conversations scored · 1 without an agent · 1 too short · 2 unreadable/,
    );
  });

  it('never shows what was not judged as a figure', () => {
    expect(cards(80, [empty])).toMatch(/\n+a0 +0( +–){7}\n/);
  });

  it('is the same without its colours', () => {
    expect(quiet(cards(110, awkward, loud))).toBe(cards(110));
  });

  it('shows conversations row by row', () => {
    expect(rows(80)).toMatchSnapshot();
  });
});

function rows(width: number): string {
  const look = style(width);
  return `${table.begin?.(look)}${table.row?.(score, 0, look)}${table.end?.(run, look)}`;
}
