/** vader-sentiment: rules and word weights for short texts. */
import { type Peer, packages, versionOf } from './peer.ts';

interface Vader {
  readonly SentimentIntensityAnalyzer: { polarity_scores(text: string): { readonly compound: number } };
}

export const vader: Peer = {
  name: 'vader-sentiment',
  does: 'rules and word weights, sentiment',
  share: 0.05,
  version: () => versionOf('vader-sentiment'),
  load() {
    const { SentimentIntensityAnalyzer } = packages('vader-sentiment') as Vader;
    return text => SentimentIntensityAnalyzer.polarity_scores(text).compound;
  },
};
