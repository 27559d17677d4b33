/** Authenticity of wording: own and specific to this customer, against template and hurry. Never a claim about sincerity. */

import type { Finding } from '../model/finding.ts';
import type { Term } from '../model/scorecard.ts';
import { type Numbered, sum } from './facts.ts';
import type { Scorer } from './scorer.ts';
import { stockTerms } from './stock.ts';
import { weights } from './weights.ts';

const w = weights.authenticity;
const numbers = (list: readonly Numbered<Finding>[]) => list.map(item => item.number);
const plural = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`;

export const authenticity: Scorer = {
  id: 'authenticity',
  title: 'Authenticity',
  why: 'From 50: less for stock wording, by the moment it stands in, disclosures passed over and hurry; more for what only a person attending to this customer would say.',
  of: facts => {
    const personal = facts.of('authentic');
    const specific = facts.of('empathy').filter(({ finding }) => finding.level === 'strong');
    const missed = facts.of('disclosure').filter(({ finding }) => finding.response === 'missed');
    const rushed = facts.of('rushed');
    const rate = (n: number) => Math.min(1, (w.every * n) / facts.turns.length);
    const some = (list: readonly Numbered<Finding>[], why: string, points: number): Term[] =>
      list.length ? [{ why, points, findings: numbers(list) }] : [];
    return sum([
      { why: 'starting point', points: w.base, findings: [] },
      ...stockTerms(facts),
      ...some(
        personal,
        `${plural(personal.length, 'personal moment')} in ${plural(facts.turns.length, 'turn')}`,
        w.personal * rate(personal.length),
      ),
      ...some(
        specific,
        `${plural(specific.length, 'answer')} specific to this customer`,
        w.specific * rate(specific.length),
      ),
      ...some(
        missed,
        `${plural(missed.length, 'disclosure')} passed over`,
        -w.missed * Math.min(w.most, missed.length),
      ),
      ...some(
        rushed,
        `${plural(rushed.length, 'moment')} of hurry`,
        -w.rushed * Math.min(w.most, rushed.length),
      ),
    ]);
  },
};
