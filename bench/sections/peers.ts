/**
 * Other tools that read sentiment. Theirs is the time of reading texts alone, already loaded, parsed and warm; ours is
 * the whole command with its start.
 */
import { rounds, seconds, take } from '../measure.ts';
import { peers as all } from '../peers/index.ts';
import { noLessThan, type Section, scoring } from '../section.ts';
import { spreadOf } from '../spread.ts';

export const peers: Section = {
  name: 'peers',
  async measure({ pairs, sizes, corpus }) {
    const count = sizes.peers;
    const file = corpus(count);
    const own = seconds(...scoring(file));
    const taken = await rounds(pairs, {
      own: async () => count / (await own()),
      ...Object.fromEntries(
        all.map(({ name, share }) => [
          name,
          async () => {
            const argv = [
              '--import',
              'tsx',
              'bench/peers/run.ts',
              name,
              file,
              String(Math.ceil(count * share)),
            ];
            return Number((await take(argv, { printed: true })).printed);
          },
        ]),
      ),
    });
    const rate = (name: string) => taken.map(round => round[name as 'own']);
    const rows = all.map(({ name, version, does }) => ({
      peer: `${name} ${version()}`,
      does,
      perSecond: spreadOf(rate(name)),
      times: spreadOf(taken.map((round, i) => round.own / (rate(name)[i] as number))),
    }));
    const wink = rows[0]!;
    const perSecond = (figure: number) => `${Math.round(figure)} conversations a second`;
    return {
      rows: [
        {
          measure: `\`score\`, ${count} conversations, one thread, against ${wink.peer} (${wink.does})`,
          figure: wink.times,
          unit: '×',
          goal: noLessThan(8, 5),
          behind: `${perSecond(spreadOf(rate('own')).median)} / ${perSecond(wink.perSecond.median)}`,
        },
      ],
      peers: rows,
    };
  },
};
