/** Attentiveness: what became of the things customers said about their lives. */
import { sum } from './facts.ts';
import type { Scorer } from './scorer.ts';
import { weights } from './weights.ts';

const words = { acknowledged: 'acknowledged', generic: 'answered with a formula', missed: 'passed over' };

export const attentiveness: Scorer = {
  id: 'attentiveness',
  title: 'Attentiveness',
  why: 'The share of personal disclosures that were acknowledged; a formula earns a quarter. Nothing to judge without a disclosure.',
  of: facts => {
    const { total } = facts.disclosures;
    if (total === 0) return null;
    return sum(
      facts.of('disclosure').flatMap(({ finding, number }) =>
        finding.response === null
          ? []
          : [
              {
                why: `${finding.topic} ${words[finding.response]}`,
                points: (100 * weights.attentiveness[finding.response]) / total,
                findings: [number],
              },
            ],
      ),
    );
  },
};
