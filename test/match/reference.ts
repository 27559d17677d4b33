/** The matcher as plainly as it can be written: every sequence tried at every token. Slow, and obviously right. */
import type { Hit } from '../../src/match/matcher.ts';
import type { Sequence } from '../../src/match/phrase.ts';
import { marks, type Tokens } from '../../src/text/tokens.ts';

const isBreak = (word: string) => word === '.' || word === '!' || word === '?';

/** What a token is called in a sequence: its word, or its mark; '' for an unknown word. */
function names(tokens: Tokens, token: number): string[] {
  const word = tokens.word[token] as number;
  if (word <= -2) return [marks[-2 - word] as string];
  if (word === -1) return [''];
  const text = tokens.vocabulary.words[word] as string;
  return /^\d/.test(text) ? [text, '<number>'] : [text];
}

/** All hits of all slots among tokens `from` to `to`, sorted. */
export function reference(
  slots: readonly (readonly Sequence[])[],
  tokens: Tokens,
  from: number,
  to: number,
): Hit[] {
  const out = new Map<string, Hit>();
  slots.forEach((sequences, slot) => {
    for (const sequence of sequences)
      for (let at = from; at + sequence.length <= to; at++) {
        const fits = sequence.every((place, i) => {
          const own = names(tokens, at + i);
          return place === '*' ? !isBreak(own[0] as string) : own.some(name => place.includes(name));
        });
        if (!fits) continue;
        const edge = (place: Sequence[number] | undefined) =>
          place !== undefined && place !== '*' && place.every(isBreak) ? 1 : 0;
        const hit = {
          slot,
          first: at + edge(sequence[0]),
          last: at + sequence.length - 1 - edge(sequence.at(-1)),
        };
        out.set(JSON.stringify(hit), hit);
      }
  });
  return sorted([...out.values()]);
}

/** Hits in a fixed order, doubles dropped. */
export function sorted(hits: readonly Hit[]): Hit[] {
  const unique = new Map(hits.map(hit => [`${hit.slot} ${hit.first} ${hit.last}`, hit]));
  return [...unique.values()].sort((a, b) => a.slot - b.slot || a.first - b.first || a.last - b.last);
}
