/** The whole command on JSON Lines: one thread against parsing alone, and two workers against one thread. */
import { rounds, seconds } from '../measure.ts';
import { atMost, type Section, scoring, unscripted } from '../section.ts';
import { ratioOf, spreadOf } from '../spread.ts';

export const whole: Section = {
  name: 'whole',
  async measure({ pairs, sizes, corpus }) {
    const file = corpus(sizes.usual);
    const all = await rounds(pairs, {
      floor: seconds('bench/floor.mjs', file),
      one: seconds(...scoring(file)),
      two: seconds(unscripted, 'score', file, '--workers', '2'),
    });
    const time = (name: 'floor' | 'one' | 'two') => spreadOf(all.map(round => round[name])).median;
    const said = (name: 'floor' | 'one' | 'two') => `${time(name).toFixed(2)} s`;
    return {
      rows: [
        {
          measure: `\`score\`, ${sizes.usual} conversations of JSON Lines, one thread / \`JSON.parse\` of every line`,
          figure: ratioOf(all, 'one', 'floor'),
          unit: '×',
          goal: atMost(3.5, 6),
          behind: `${said('one')} / ${said('floor')}; ${Math.round(sizes.usual / time('one'))} conversations a second`,
        },
        {
          measure: 'the same with two workers / one thread',
          figure: ratioOf(all, 'two', 'one'),
          unit: '×',
          goal: atMost(0.6, 0.7),
          behind: `${said('two')} / ${said('one')}`,
        },
      ],
    };
  },
};
