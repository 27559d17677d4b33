/** Conversations and masked sentences for the tests of mining. */
import { reading } from '../../src/compiled/reading.ts';
import { compiled } from '../../src/compiled/rules.ts';
import type { Masked } from '../../src/mine/masked.ts';
import { Masker } from '../../src/mine/masker.ts';
import type { Conversation } from '../../src/model/conversation.ts';
import { Boundaries } from '../../src/text/boundaries.ts';

export const known = compiled().automaton.words;
export const boundaries = new Boundaries(reading().boundaries);

/** A conversation in which an agent says something. */
export const said = (id: string, text: string, agent = 'a1', name = 'Priya'): Conversation => ({
  id,
  agent: { id: agent, name },
  customer: { name: 'Dana Wu' },
  turns: [
    { speaker: 'customer', text: 'Hi' },
    { speaker: 'agent', text, agentName: 'Jo O’Hara' },
  ],
});

/** What masking makes of each sentence of a text: its key, its units with slots as `{}`, its span. */
export function masked(
  text: string,
  cut = true,
): { key: string; units: string; quote: string; question: boolean }[] {
  const out: { key: string; units: string; quote: string; question: boolean }[] = [];
  new Masker(known, cut ? boundaries : null).read(said('c', text), sentence => {
    const units = Array.from({ length: sentence.length }, (_, i) =>
      sentence.kind[i] === 0 ? sentence.text.slice(sentence.start[i], sentence.end[i]).toLowerCase() : '{}',
    ).join(' ');
    const quote = sentence.text.slice(sentence.from, sentence.to);
    out.push({ key: `${sentence.hi} ${sentence.lo}`, units, quote, question: sentence.question });
  });
  return out;
}

/** Does something with the first sentence of a text, whole. */
export function withSentence<T>(text: string, use: (sentence: Masked) => T): T | undefined {
  let result: { value: T } | undefined;
  new Masker(known, null).read(said('c', text), sentence => {
    result ??= { value: use(sentence) };
  });
  return result?.value;
}
