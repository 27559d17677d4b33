/** natural: word weights by Porter stem. By its deep files, as its root loads database drivers and prints. */
import { type Peer, packages, versionOf } from './peer.ts';

interface Tokenizer {
  tokenize(text: string): string[];
}
interface Analyzer {
  getSentiment(words: readonly string[]): number;
}

export const natural: Peer = {
  name: 'natural',
  does: 'words, Porter stems, sentiment',
  share: 0.2,
  version: () => versionOf('natural'),
  load() {
    const { WordTokenizer } = packages('natural/lib/natural/tokenizers/regexp_tokenizer.js') as {
      WordTokenizer: new () => Tokenizer;
    };
    const SentimentAnalyzer = packages('natural/lib/natural/sentiment/SentimentAnalyzer.js') as new (
      language: string,
      stemmer: unknown,
      vocabulary: string,
    ) => Analyzer;
    const stemmer: unknown = packages('natural/lib/natural/stemmers/porter_stemmer.js');
    const tokenizer = new WordTokenizer();
    const analyzer = new SentimentAnalyzer('English', stemmer, 'afinn');
    return text => analyzer.getSentiment(tokenizer.tokenize(text));
  },
};
