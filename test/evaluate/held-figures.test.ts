/**
 * The figures on the project's own labelled conversations, held: a change of the rules that lowers one of them fails,
 * and one that raises it has to be recorded, so that it cannot be lost again unseen: `UPDATE_FIGURES=1 npx vitest run
 * test/evaluate/held-figures.test.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { world } from '../cli/world.ts';

const SET = 'fixtures/labelled';
const HELD = join(import.meta.dirname, 'held-figures.json');
/** A figure may be this much off before it counts as changed. */
const TOLERANCE = 0.02;
/** Figures that rest on fewer labelled turns jump with every single one, and are not held. */
const LEAST_LABELLED = 10;

interface Held {
  readonly conversations: number;
  /** Labelled turns by subject: where they differ, the set is another one. */
  readonly labelled: Readonly<Record<string, number>>;
  readonly figures: Readonly<Record<string, number>>;
}

async function measured(): Promise<Held> {
  const { io, stdout, stderr } = world();
  const code = await main(['evaluate', SET, '--strict'], io);
  expect({ code, said: stderr.text }).toEqual({ code: 0, said: '' });
  const { conversations, counts, figures } = JSON.parse(stdout.text);
  const labelled = Object.fromEntries(
    Object.entries<{ labelled: number }>(counts)
      .map(([subject, own]) => [subject, own.labelled] as const)
      .filter(([, count]) => count >= LEAST_LABELLED),
  );
  const held = Object.entries<{ value: number | null }>(figures).flatMap(([name, { value }]) => {
    const whole = /^(response|topic|ratings|agents)\./.test(name);
    const subject = /^(.*)\.f1$/.exec(name)?.[1];
    return value !== null && (whole || (subject !== undefined && subject in labelled)) ? [[name, value]] : [];
  });
  return { conversations, labelled, figures: Object.fromEntries(held) };
}

describe('the figures on labelled conversations', async () => {
  const now = await measured();
  if (process.env.UPDATE_FIGURES) writeFileSync(HELD, `${JSON.stringify(now, null, 2)}\n`);
  const held: Held = JSON.parse(readFileSync(HELD, 'utf8'));

  it('are of the same conversations and labels', () => {
    expect(now.conversations).toBeGreaterThanOrEqual(50);
    expect({ conversations: now.conversations, labelled: now.labelled }).toEqual({
      conversations: held.conversations,
      labelled: held.labelled,
    });
  });

  it('hold those that were recorded', () => {
    expect(Object.keys(held.figures).length).toBeGreaterThan(10);
    expect(Object.keys(now.figures)).toEqual(Object.keys(held.figures));
  });

  it.each(Object.entries(held.figures))('hold %s at %d', (name, before) => {
    const after = now.figures[name] ?? Number.NaN;
    const off = Math.round(1000 * (after - before)) / 1000;
    expect(off, `${name} fell from ${before} to ${after}`).toBeGreaterThanOrEqual(-TOLERANCE);
    expect(
      off,
      `${name} rose from ${before} to ${after}: record it with UPDATE_FIGURES=1`,
    ).toBeLessThanOrEqual(TOLERANCE);
  });
});
