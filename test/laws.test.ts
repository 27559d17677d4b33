/** The three laws of findings and scores, as properties over made-up conversations. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { usualSpeaker } from '../src/detect/compile.ts';
import { createDetect } from '../src/detect/index.ts';
import { ruleSources } from '../src/detect/sources.ts';
import type { Conversation, Turn } from '../src/model/conversation.ts';
import { type Moment, moments } from '../src/model/finding.ts';
import type { ConversationScore } from '../src/model/scorecard.ts';
import { scoreConversation } from '../src/score/index.ts';
import { Tally } from '../src/tally/index.ts';

const rules = ruleSources('src').rules.filter(({ file }) => file.phrases.length > 0);
const said = (side: 'agent' | 'customer') =>
  fc.constantFrom(
    ...rules
      .filter(({ dimension }) => usualSpeaker[dimension] === side)
      .flatMap(({ file }) => [...file.hits, ...file.misses])
      .filter(text => !/^[AC]: /.test(text))
      .map(text => text.replace(/[[\]]/g, '')),
  );
const noise = fc.oneof(
  fc.constantFrom('ok', 'my order number is 4471', 'um um yes', '…', '', '😭', 'İ'),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);
const by = (speaker: Turn['speaker'], words: fc.Arbitrary<string>) =>
  fc
    .array(fc.oneof({ arbitrary: words, weight: 3 }, noise), { maxLength: 3 })
    .map((parts): Turn => ({ speaker, text: parts.join(' ') }));
const turn = fc.oneof(
  { arbitrary: by('agent', said('agent')), weight: 3 },
  { arbitrary: by('customer', said('customer')), weight: 3 },
  by('bot', said('agent')),
  by('system', noise),
);
const conversation = fc
  .record({ turns: fc.array(turn, { maxLength: 12, size: 'max' }), other: fc.boolean() })
  .map(
    ({ turns, other }): Conversation => ({
      id: 'c',
      agent: { id: 'a1', name: 'Ada' },
      turns: turns.map((t, i) => (other && t.speaker === 'agent' && i > 5 ? { ...t, agent: 'a2' } : t)),
    }),
  );

let score: (c: Conversation) => ConversationScore;
beforeAll(() => {
  const detect = createDetect();
  score = c => scoreConversation(c, detect(c));
});

describe('laws', () => {
  it('a finding’s quote is exactly its slice, and findings are sorted', () => {
    let seen = 0;
    fc.assert(
      fc.property(conversation, c => {
        const { findings } = score(c);
        seen += findings.length;
        for (const f of findings) {
          expect(c.turns[f.turn]?.text.slice(f.start, f.end)).toBe(f.quote);
          expect(f.quote).not.toBe('');
          if (f.dimension === 'disclosure') expect(f.missedBy !== null).toBe(f.response === 'missed');
        }
        const keys = findings.map(f => [f.turn, f.start, f.end, f.rule] as const);
        const sorted = [...keys].sort(
          (a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || (a[3] < b[3] ? -1 : 1),
        );
        expect(keys).toEqual(sorted);
      }),
      { numRuns: 400 },
    );
    expect(seen).toBeGreaterThan(400);
  });

  it('a score is null when nothing could be judged, and rests on evidence when it is not', () => {
    fc.assert(
      fc.property(conversation, c => {
        const { agents, findings } = score(c);
        for (const part of agents) {
          if (part.disclosures.total === 0) expect(part.scores.attentiveness).toBeNull();
          if (part.words < 10) expect(Object.values(part.scores).every(v => v === null)).toBe(true);
          for (const { value, count, of } of Object.values(part.signals)) {
            expect(count).toBeGreaterThanOrEqual(0);
            expect(count).toBeLessThanOrEqual(of);
            if (value !== null) expect(value).toBeCloseTo(count / of, 2);
          }
          for (const [name, value] of Object.entries(part.scores)) {
            if (value === null) continue;
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(100);
            const terms = part.terms[name as keyof typeof part.scores] ?? [];
            const total = terms.reduce((sum, term) => sum + term.points, 0);
            expect(Math.round(Math.min(100, Math.max(0, total)))).toBe(value);
            for (const n of terms.flatMap(t => t.findings)) {
              expect(findings[n]).toBeDefined();
              expect(findings[n]?.confidence).toBeUndefined();
            }
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('every scripted finding, and no other, stands in a moment', () => {
    fc.assert(
      fc.property(conversation, c => {
        for (const finding of score(c).findings)
          expect('moment' in finding && moments.includes(finding.moment as Moment)).toBe(
            finding.dimension === 'scripted',
          );
      }),
      { numRuns: 200 },
    );
  });

  it('cards do not depend on the order of conversations', () => {
    fc.assert(
      fc.property(fc.array(conversation, { maxLength: 8 }), conversations => {
        const scores = conversations.map(score);
        const cards = (list: readonly ConversationScore[]) => {
          const tally = new Tally();
          for (const s of list) tally.add(s);
          return JSON.stringify(tally.cards());
        };
        expect(cards([...scores].reverse())).toBe(cards(scores));
      }),
      { numRuns: 100 },
    );
  });
});
