/** Guards and frames together, on sentences of their own: look-alikes tell nothing of a life, disclosures do. */
import { describe, expect, it } from 'vitest';
import { detect } from '../../src/detect/index.ts';
import { disclosures, lookAlikes } from './look-alikes.ts';

/** What a customer's sentence is found to tell, in a call whose agent does not answer it. */
const told = (text: string) =>
  detect({
    id: 'c',
    agent: { id: 'a' },
    turns: [
      { speaker: 'agent', text: 'Good morning, how can I help?' },
      { speaker: 'customer', text },
      { speaker: 'agent', text: 'Can I take your account number please?' },
    ],
  })
    .filter(finding => finding.dimension === 'disclosure' && !finding.confidence)
    .map(({ rule }) => rule);

describe.each(Object.entries(lookAlikes))('%s', (_, sentences) => {
  it.each(sentences)('%s', sentence => expect(told(sentence)).toEqual([]));
});

describe.each(Object.entries(disclosures))('%s', (_, sentences) => {
  it.each(sentences)('%s', sentence => expect(told(sentence)).not.toEqual([]));
});
