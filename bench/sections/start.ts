/** Starting up, against node that does nothing. */
import { rounds, seconds } from '../measure.ts';
import { atMost, type Section, unscripted } from '../section.ts';
import { ratioOf, spreadOf } from '../spread.ts';

const goals = {
  '`--version`': atMost(1.2, 1.4),
  '`--help`': atMost(1.35, 1.7),
  '`score` of one conversation': atMost(2.2, 3),
};

export const start: Section = {
  name: 'start',
  async measure({ pairs, corpus }) {
    // short, so that there can be more of them
    const all = await rounds(pairs === 1 ? 1 : 4 * pairs, {
      node: seconds('-e', '0'),
      '`--version`': seconds(unscripted, '--version'),
      '`--help`': seconds(unscripted, '--help'),
      '`score` of one conversation': seconds(unscripted, 'score', corpus(1)),
    });
    const ms = (name: keyof (typeof all)[0]) =>
      `${Math.round(1000 * spreadOf(all.map(round => round[name])).median)} ms`;
    return {
      rows: (Object.keys(goals) as (keyof typeof goals)[]).map(name => ({
        measure: `${name} / \`node -e 0\``,
        figure: ratioOf(all, name, 'node'),
        unit: '×',
        goal: goals[name],
        behind: `${ms(name)} / ${ms('node')}`,
      })),
    };
  },
};
