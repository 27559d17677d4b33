/** Which hits stand, against the same said plainly: every phrase tried everywhere, every guard held against every hit. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileRules, type RuleSource } from '../../src/detect/compile.ts';
import { Engine } from '../../src/detect/engine.ts';
import { parseGuard } from '../../src/detect/guard.ts';
import { PhraseParser } from '../../src/match/phrase.ts';
import type { Conversation } from '../../src/model/conversation.ts';
import { heard } from '../../src/text/disfluency.ts';
import { reference } from '../match/reference.ts';

const classes = new Map([
  ['kin', ['mum', 'dad']],
  ...['stop', 'task', 'number', 'vague', 'deed', 'calendar'].map(
    name => [name, ['xyz']] as [string, string[]],
  ),
]);
const parser = new PhraseParser(classes);

interface Plain {
  readonly phrases: readonly string[];
  readonly unless: readonly string[];
}

const sourceOf = ({ phrases, unless }: Plain, number: number): RuleSource =>
  ({
    id: `opening/r${number}`,
    dimension: 'opening',
    file: { phrases, unless, guards: [], fields: { kind: 'worry' } },
  }) as unknown as RuleSource;

const word = fc.constantFrom('apple', 'brick', 'cloud', 'mum');
function parses(phrase: string): boolean {
  try {
    return parser.parse(phrase).length > 0;
  } catch {
    return false;
  }
}

const phrase = fc
  .array(fc.oneof(word, fc.constantFrom('{kin}', '(apple|brick)')), { minLength: 1, maxLength: 3 })
  .map(words => words.filter((one, i) => one !== words[i - 1]).join(' '))
  .filter(parses);
const guard = fc.oneof(
  fc.constantFrom('yarn', 'yarn zebra', 'zebra'),
  fc.constantFrom('yarn @', '@ zebra', 'yarn *2 @', '@ *2 zebra', '@ *3 yarn zebra'),
);
const rule = fc.record({
  phrases: fc.array(phrase, { minLength: 1, maxLength: 3 }),
  unless: fc.array(guard, { maxLength: 3 }),
});
// every sentence has its mark
const text = fc
  .array(fc.constantFrom('apple', 'brick', 'cloud', 'mum', 'dad', 'yarn', 'zebra', 'green', '.', '?'), {
    minLength: 4,
    maxLength: 25,
  })
  .map(
    words =>
      `${words
        .filter((one, i) => one !== words[i - 1])
        .join(' ')
        .replace(/ ([.?])/g, '$1')}.`,
  );

it('keeps the hits that no guard cancels, those inside another of the same rule left out', () => {
  let [kept, cancelled] = [0, 0];
  fc.assert(
    fc.property(fc.array(rule, { minLength: 1, maxLength: 4 }), text, (rules, said) => {
      const compiled = compileRules(rules.map(sourceOf), classes, new Map());
      const engine = new Engine(compiled);
      const context = engine.read({
        id: '1',
        agent: { id: 'a' },
        turns: [{ speaker: 'customer', text: said }],
      } as Conversation);
      const { tokens } = engine;
      fc.pre(heard(tokens, said, 0, tokens.length) === null); // nothing said again
      const find = (phrases: readonly string[]) =>
        reference([phrases.flatMap(one => parser.parse(one))], tokens, 0, tokens.length);
      const apart = (from: number, to: number) => {
        for (let token = from + 1; token <= to; token++) if (tokens.isBreak(token)) return true;
        return false;
      };
      const expected = rules.flatMap(({ phrases, unless }, index) => {
        const standing = find(phrases).filter(hit => {
          const stopped = unless.some(one => {
            const { side, within, phrase } = parseGuard(one);
            return find([phrase]).some(at => {
              if (side === 'before')
                return at.last < hit.first && hit.first - at.last - 1 <= within && !apart(at.last, hit.first);
              if (side === 'after')
                return at.first > hit.last && at.first - hit.last - 1 <= within && !apart(hit.last, at.first);
              return at.last < hit.first
                ? !apart(at.last, hit.first)
                : at.first <= hit.last || !apart(hit.last, at.first);
            });
          });
          if (stopped) cancelled++;
          return !stopped;
        });
        return standing
          .filter(hit => !standing.some(o => o !== hit && o.first <= hit.first && hit.last <= o.last))
          .map(({ first, last }) => `r${index} ${first} ${last}`);
      });
      kept += expected.length;
      const found = context.allHits(0).map(({ index, first, last }) => `r${index} ${first} ${last}`);
      expect(found.sort()).toEqual(expected.sort());
    }),
    { numRuns: 800 },
  );
  expect(kept).toBeGreaterThan(300);
  expect(cancelled).toBeGreaterThan(100);
});
