/** Memory and time as the input grows to 1 GB. These runs are long, and are made once. */
import { take } from '../measure.ts';
import { atMost, type Section, scoring } from '../section.ts';
import { spreadOf } from '../spread.ts';

export const memory: Section = {
  name: 'memory',
  async measure({ sizes, corpus }) {
    const run = async (count: number) => {
      const { seconds, peak } = await take(scoring(corpus(count)), { peak: true });
      return { peak: peak as number, each: (1e6 * seconds) / count };
    };
    const small = await run(sizes.small);
    // the usual size before and after the long run: the machine may have changed meanwhile
    const before = await run(sizes.usual);
    const large = await run(sizes.large);
    const after = await run(sizes.usual);
    const usual = (before.each + after.each) / 2;
    const [few, many] = [small.peak, large.peak].map(mb => `${Math.round(mb)} MB`) as [string, string];
    return {
      rows: [
        {
          measure: `peak memory, one thread, ${sizes.small} and ${sizes.large} conversations`,
          figure: spreadOf([Math.max(small.peak, before.peak, after.peak, large.peak)]),
          unit: 'MB',
          goal: atMost(130, 220),
          behind: `${few}, ${many}`,
        },
        {
          measure: `peak memory, ${sizes.large} / ${sizes.small} conversations`,
          figure: spreadOf([large.peak / small.peak]),
          unit: '×',
          goal: atMost(1.2, null),
          behind: `${many} / ${few}`,
        },
        {
          measure: `time for each conversation, of ${sizes.large} / of ${sizes.usual}`,
          figure: spreadOf([large.each / usual]),
          unit: '×',
          goal: atMost(1.1, 1.25),
          behind: `${Math.round(large.each)} µs / ${Math.round(usual)} µs`,
        },
      ],
    };
  },
};
