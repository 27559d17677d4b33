/** Own words: how much of what the agent said stands outside stock wording. */

import { sum } from './facts.ts';
import type { Scorer } from './scorer.ts';

export const ownWords: Scorer = {
  id: 'ownWords',
  title: 'Own words',
  why: '100, less the share of the agent’s words that stand inside stock wording.',
  of: facts => {
    const scripted = facts.of('scripted');
    return sum([
      { why: 'all words', points: 100, findings: [] },
      ...(scripted.length
        ? [
            {
              why: `${facts.scriptedWords} of ${facts.words} words in stock wording`,
              points: (-100 * Math.min(facts.scriptedWords, facts.words)) / facts.words,
              findings: scripted.map(s => s.number),
            },
          ]
        : []),
    ]);
  },
};
