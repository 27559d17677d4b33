/** Twice the rules that find the same: what a larger rule set costs. */
import { take } from '../measure.ts';
import { atMost, type Section } from '../section.ts';
import { ratioOf, spreadOf } from '../spread.ts';

export const rules: Section = {
  name: 'rules',
  async measure({ quick, pairs, sizes, corpus }) {
    const argv = [
      '--import',
      'tsx',
      'bench/rules/compare.ts',
      corpus(sizes.rules),
      String(pairs),
      String(quick),
    ];
    const { printed } = await take(argv, { printed: true });
    const { once, twice, rounds } = JSON.parse(printed) as {
      once: number;
      twice: number;
      rounds: { once: number; twice: number }[];
    };
    const said = (name: 'once' | 'twice') =>
      `${spreadOf(rounds.map(round => round[name])).median.toFixed(2)} s`;
    return {
      rows: [
        {
          measure: `detection with ${twice} rules / with ${once}, the same found`,
          figure: ratioOf(rounds, 'twice', 'once'),
          unit: '×',
          goal: atMost(1.15, 1.3),
          behind: `${said('twice')} / ${said('once')} for ${sizes.rules} conversations`,
        },
      ],
    };
  },
};
