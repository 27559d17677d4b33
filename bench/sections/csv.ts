/** The same conversations as CSV. */
import { rounds, seconds } from '../measure.ts';
import { atMost, type Section, scoring } from '../section.ts';
import { ratioOf, spreadOf } from '../spread.ts';

export const csv: Section = {
  name: 'csv',
  async measure({ pairs, sizes, corpus }) {
    const all = await rounds(pairs, {
      jsonl: seconds(...scoring(corpus(sizes.peers))),
      csv: seconds(...scoring(corpus(sizes.peers, 'csv'))),
    });
    const said = (name: 'jsonl' | 'csv') => `${spreadOf(all.map(round => round[name])).median.toFixed(2)} s`;
    return {
      rows: [
        {
          measure: `${sizes.peers} conversations of CSV / of JSON Lines`,
          figure: ratioOf(all, 'csv', 'jsonl'),
          unit: '×',
          goal: atMost(2, 3),
          behind: `${said('csv')} / ${said('jsonl')}`,
        },
      ],
    };
  },
};
