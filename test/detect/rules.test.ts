/** Tests over all rules: every example holds, and the rule files are what they say. */
import { describe, expect, it } from 'vitest';
import { compileRules } from '../../src/detect/compile.ts';
import { Engine } from '../../src/detect/engine.ts';
import { parseExample } from '../../src/detect/examples.ts';
import { createDetect } from '../../src/detect/index.ts';
import { ruleSources } from '../../src/detect/sources.ts';
import { dimensions, topics } from '../../src/model/finding.ts';

const { rules, classes, guards, weights } = ruleSources('src');
const compiled = compileRules(rules, classes, guards, weights);
const engine = new Engine(compiled);
const knownAs: Record<string, object> = {
  'scripted/repeated': { repeats: { conversations: 4, of: 9, agents: 1, teamConversations: 4 } },
  'scripted/mined': { script: { template: 'Let me walk you over', share: null } },
};
const phraseRules = rules.filter(rule => rule.file.phrases.length > 0);

/** Spans of one rule's hits in an example. */
function spans(id: string, dimension: (typeof dimensions)[number], text: string) {
  const { conversation, marked } = parseExample(dimension, text);
  const context = engine.read(conversation);
  const found = conversation.turns.flatMap((_, turn) =>
    context
      .hits(dimension, turn)
      .filter(hit => hit.rule.id === id)
      .map(hit => context.span(turn, hit.first, hit.last)),
  );
  return { found, marked };
}

describe('rules', () => {
  it('are there, in every dimension and topic', () => {
    expect(rules.length).toBeGreaterThan(40);
    expect(dimensions.filter(d => !rules.some(rule => rule.dimension === d))).toEqual([]);
    const seen = new Set(
      rules.flatMap(({ file }) =>
        'fields' in file && file.fields && 'topic' in file.fields ? [file.fields.topic] : [],
      ),
    );
    expect(topics.filter(topic => !seen.has(topic))).toEqual([]);
  });

  it('hold no phrase twice within a dimension', () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const { id, dimension, file } of rules)
      for (const phrase of file.phrases) {
        const key = `${dimension} ${phrase}`;
        if (seen.has(key)) twice.push(`"${phrase}" in ${seen.get(key)} and ${id}`);
        seen.set(key, id);
      }
    expect(twice).toEqual([]);
  });

  it('use every word class and guard list', () => {
    const used = new Set<string>();
    const text = [
      ...rules.flatMap(r => [...r.file.phrases, ...r.file.unless]),
      ...[...guards.values()].flat(),
      ...[...classes.values()].flat(),
    ];
    for (const phrase of text) for (const m of phrase.matchAll(/\{([\w-]+)\}/g)) used.add(m[1] as string);
    for (const table of Object.values(weights))
      for (const name of classes.keys()) if (`({${name}})` in table.weights) used.add(name);
    // those that code reads by name: disclosure/topic-features.ts and disclosure/valence.ts
    for (const name of classes.keys()) if (/^(topic|sounds)-/.test(name)) used.add(name);
    expect([...classes.keys()].filter(name => !used.has(name) && !(name in compiled.wordSets))).toEqual([]);
  });

  it.each(phraseRules.map(rule => [rule.id, rule] as const))('%s', (id, { dimension, file }) => {
    for (const text of file.hits) {
      const { found, marked } = spans(id, dimension, text);
      expect({ text, found: found.map(({ turn, start, end }) => ({ turn, start, end })) }).toEqual({
        text,
        found: expect.arrayContaining([marked]),
      });
    }
    for (const text of file.misses)
      expect({ text, found: spans(id, dimension, text).found }).toEqual({ text, found: [] });
  });

  const codeRules = rules.filter(rule => rule.file.phrases.length === 0);
  if (codeRules.length)
    it.each(codeRules.map(rule => [rule.id, rule] as const))(
      '%s (detected by code)',
      (id, { dimension, file }) => {
        const found = (text: string) => {
          const { conversation, marked } = parseExample(dimension, text);
          // what other conversations would tell, where the rule rests on them
          const known = file.known === true && marked !== null ? [{ ...marked, ...knownAs[id] }] : [];
          const detect = createDetect(compiled, () => known);
          return { marked, own: detect(conversation).findings.filter(f => f.rule === id) };
        };
        for (const text of file.hits) {
          const { marked, own } = found(text);
          const overlaps = own.some(
            f => marked && f.turn === marked.turn && f.start < marked.end && marked.start < f.end,
          );
          expect({ text, overlaps }).toEqual({ text, overlaps: true });
        }
        for (const text of file.misses) expect({ text, own: found(text).own }).toEqual({ text, own: [] });
      },
    );
});
