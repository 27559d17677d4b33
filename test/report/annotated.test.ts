import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotated } from '../../src/report/annotated.ts';
import { columns } from '../../src/report/cells.ts';
import { wrap } from '../../src/report/wrap.ts';
import { conversation, loud, quiet, score, style } from './made.ts';

const titles = (rule: string) =>
  rule === 'disclosure/bereavement' ? 'The customer speaks of a death' : undefined;
const shown = (width: number, paint = style().paint) =>
  annotated.explain?.(score, conversation, titles, style(width, paint)) ?? '';

describe('annotated', () => {
  it('draws findings under their words, and the sums', () => {
    expect(shown(80)).toMatchSnapshot();
  });

  it('goes on in the next line where the words do', () => {
    expect(shown(52)).toMatchSnapshot();
  });

  it('is the same without its colours', () => {
    expect(quiet(shown(80, loud))).toBe(shown(80));
  });

  it('lets no transcript command the terminal', () => {
    expect(shown(80)).not.toContain('\x1b');
    expect(shown(80)).not.toContain('\t');
  });

  it('puts carets as wide as the words, at their place', () => {
    const lines = shown(100).split('\n');
    const said = lines.findIndex(line => line.includes('my mum passed away'));
    const [before, words] = (lines[said] as string).split(/(?=my mum)/) as [string, string];
    expect(lines[said + 1]?.indexOf('a^')).toBe(columns(before));
    expect(lines[said + 1]?.trim()).toBe('a'.padEnd(columns(words), '^'));
  });

  it('says what became of every disclosure', () => {
    const finding = score.findings[0] as Extract<(typeof score.findings)[0], { dimension: 'disclosure' }>;
    const says = (change: object) =>
      annotated.explain?.(
        { ...score, findings: [{ ...finding, ...change }] },
        conversation,
        titles,
        style(140),
      );
    expect(says({})).toContain('(disclosure/bereavement): passed over, went straight to the fix\n');
    expect(says({ response: 'acknowledged', responseTurn: 2 })).toContain(': acknowledged in turn 2\n');
    expect(says({ response: 'generic', responseTurn: 2 })).toContain(': answered with a formula in turn 2\n');
    expect(says({ response: null })).toContain(': nobody could answer: no agent turn follows\n');
  });

  it('says where there were too few words', () => {
    const [part] = score.agents;
    const none = { overall: null, authenticity: null, empathy: null, ownWords: null, attentiveness: null };
    const short = { ...score, agents: [{ ...part!, words: 7, leastWords: 10, scores: none, terms: {} }] };
    const text = annotated.explain?.(short, conversation, titles, style());
    expect(text).toContain('\n  empathy           –  too few words (7 of 10)\n');
    expect(text).not.toContain('nothing to judge');
  });

  it('shows a conversation without an agent', () => {
    const text = annotated.explain?.({ ...score, agents: [], findings: [] }, conversation, titles, style());
    expect(text).toMatch(
      /^c1 · call · no agent\n[\s\S]*\n\nNothing is scored, as no turn is an agent’s\.\n$/,
    );
  });
});

describe('wrap', () => {
  it('loses nothing but spaces, and keeps within the width', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'word', ' ', '  ', '\n', '母', '👋🏽', 'é', 'longerthanthewidth')),
        fc.integer({ min: 4, max: 30 }),
        (parts, width) => {
          const text = parts.join('');
          const lines = wrap(text, width);
          let at = 0;
          for (const { start, end } of lines) {
            expect(text.slice(at, start).trim()).toBe('');
            expect(columns(text.slice(start, end))).toBeLessThanOrEqual(width);
            at = end;
          }
          expect(text.slice(at).trim()).toBe('');
        },
      ),
      // broke once: the word after the last space is wider than a line by itself
      { examples: [[[' ', '母', 'a', '母'], 4]] },
    );
  });
});
