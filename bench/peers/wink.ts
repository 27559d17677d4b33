/** wink-nlp: sentences, negation and sentiment. */
import { type Peer, packages, versionOf } from './peer.ts';

interface Doc {
  out(what: unknown): number;
}
type Wink = (
  model: unknown,
  pipe: readonly string[],
) => {
  readDoc(text: string): Doc;
  readonly its: { readonly sentiment: unknown };
};

export const wink: Peer = {
  name: 'wink-nlp',
  does: 'sentences, negation, sentiment',
  share: 1,
  version: () => versionOf('wink-nlp'),
  load() {
    const nlp = (packages('wink-nlp') as Wink)(packages('wink-eng-lite-web-model'), [
      'sbd',
      'negation',
      'sentiment',
    ]);
    return text => nlp.readDoc(text).out(nlp.its.sentiment);
  },
};
