/**
 * Empathy, judged against the openings the customer gave: disclosures, complaints with feeling, worries.
 * Counting phrases would reward one stock "I understand your frustration" in a cold call; here it is worth a
 * quarter of one opening.
 */
import type { Empathy, Finding } from '../model/finding.ts';
import type { Term } from '../model/scorecard.ts';
import { type Facts, type Numbered, sum } from './facts.ts';
import type { Scorer } from './scorer.ts';
import { weights } from './weights.ts';

const w = weights.empathy;

interface Answered {
  readonly what: string;
  readonly weight: number;
  readonly credit: number;
  readonly findings: readonly number[];
}

/** The agent's two turns after a customer's turn: where an answer is looked for. */
const nearTurns = (facts: Facts, turn: number) => facts.turns.filter(t => t > turn).slice(0, 2);

function openings(facts: Facts): Answered[] {
  const shown = facts.of('empathy');
  const apologies = facts.of('authentic').filter(({ finding }) => finding.kind === 'specific-apology');
  const disclosed = facts.of('disclosure').filter(({ finding }) => finding.response !== null);
  const out: Answered[] = disclosed.map(({ finding, number }) => ({
    what: `${finding.topic} ${finding.response === 'acknowledged' ? 'acknowledged' : finding.response === 'generic' ? 'answered with a formula' : 'passed over'}`,
    weight: w.disclosure,
    credit: finding.response === 'acknowledged' ? 1 : finding.response === 'generic' ? w.formula : 0,
    findings: [number],
  }));
  const taken = new Set(disclosed.map(({ finding }) => finding.turn));
  for (const { finding, number } of facts.of('opening')) {
    if (finding.kind === 'praise' || taken.has(finding.turn)) continue;
    taken.add(finding.turn);
    const near = nearTurns(facts, finding.turn);
    if (near.length === 0) continue;
    const within = <F extends Finding>(list: readonly Numbered<F>[]) =>
      list.filter(item => near.includes(item.finding.turn));
    const specific = [
      ...within(shown.filter(({ finding: f }) => f.level === 'strong')),
      ...within(apologies),
    ];
    const formula = within(shown);
    const answer = specific.length ? specific : formula;
    out.push({
      what: `${finding.kind} ${specific.length ? 'answered' : formula.length ? 'answered with a formula' : 'passed over'}`,
      weight: 1,
      credit: specific.length ? 1 : formula.length ? w.formula : 0,
      findings: [number, ...answer.map(item => item.number)],
    });
  }
  return out;
}

export const empathy: Scorer = {
  id: 'empathy',
  title: 'Empathy',
  why: 'How the customer’s openings were answered (50), and how often the agent said something specific to this customer (50). Nothing to judge without an opening.',
  of: facts => {
    const specific = facts
      .of('empathy')
      .filter(({ finding }: { finding: Empathy }) => finding.level === 'strong');
    const given = openings(facts);
    // where the agent answered something that no rule heard, there was an opening
    if (given.length === 0 && specific.length)
      given.push({
        what: 'an opening taken up',
        weight: 1,
        credit: 1,
        findings: specific.map(item => item.number),
      });
    if (given.length === 0) return null;
    const total = given.reduce((weight, opening) => weight + opening.weight, 0);
    const rushed = facts.of('rushed');
    const terms: Term[] = given.map(opening => ({
      why: opening.what,
      points: (w.openings * opening.weight * opening.credit) / total,
      findings: opening.findings,
    }));
    if (specific.length)
      terms.push({
        why: `${specific.length} of ${facts.turns.length} turns specific to this customer`,
        points: w.specific * Math.min(1, (w.every * specific.length) / facts.turns.length),
        findings: specific.map(item => item.number),
      });
    if (rushed.length)
      terms.push({ why: 'hurry', points: -w.rushed, findings: rushed.map(item => item.number) });
    return sum(terms);
  },
};
