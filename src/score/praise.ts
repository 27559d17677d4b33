/**
 * Praise from a happy customer is an opening too: answered personally, by formula, or not at all. Counted whatever the
 * rubric; no score rests on it unless a rubric asks. One turn of the customer's counts once, and none to which the agent
 * had no turn to answer.
 */
import type { PraiseAnswer, PraisePart } from '../model/scorecard.ts';
import type { Feed } from '../rubric/file.ts';
import type { Facts } from './facts.ts';
import { ofOpportunities } from './feeds.ts';

/** As the criterion of the `care` rubric has it; a test holds the two together. */
const feed: Feed = {
  opportunities: { dimension: 'opening', kind: 'praise' },
  answers: [
    { findings: [{ dimension: 'authentic' }, { dimension: 'empathy', level: 'strong' }] },
    {
      credit: 0.25,
      findings: [
        { rule: ['conduct/praise-formula', 'conduct/courteous', 'conduct/thanks', 'conduct/takes-leave'] },
        { dimension: ['empathy', 'scripted'] },
      ],
    },
  ],
};

/** What became of the praise that one agent got in one conversation. */
export function praised(facts: Facts): PraisePart {
  const outcome = ofOpportunities(feed, facts);
  if ('na' in outcome || outcome.opportunities === undefined)
    return { total: 0, personally: 0, byFormula: 0, notAtAll: 0, answers: [] };
  const { total, full, part, none } = outcome.opportunities;
  const answers = outcome.terms.map(({ points, findings }): PraiseAnswer => {
    const credit = (points * total) / 100;
    return { how: credit > 0.99 ? 'personally' : credit > 0 ? 'byFormula' : 'notAtAll', findings };
  });
  return { total, personally: full, byFormula: part, notAtAll: none, answers };
}
