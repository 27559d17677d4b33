/** The arithmetic of like-for-like scores, shrunken scores and ranks: all rows of the team, and one among them. */
import type { ScoreName } from '../model/scorecard.ts';
import type { TracedPart, Working } from '../model/trace.ts';
import type { Behind } from '../tally/index.ts';
import { round, t } from '../tally/interval.ts';
import { kindText } from '../tally/mix.ts';
import { leastToRank } from '../tally/rank.ts';
import { num, summed, summedTerms } from './number.ts';

interface Made {
  readonly workings: readonly Working[];
  readonly notes: readonly string[];
}

/** What an agent's contacts would score on the team's average, kind by kind, and the score less that advantage. */
export function adjustedWorkings(
  name: ScoreName,
  parts: readonly TracedPart[],
  { team, alike }: Behind,
): Made {
  const at = `scores.${name}.adjusted`;
  const judged = parts.filter(({ value }) => typeof value === 'number');
  const n = judged.length;
  if (n === 0 || team === null) return { workings: [], notes: ['Nothing was judged.'] };
  const kinds = new Map<string, number[]>();
  for (const { kind = '[]', value } of judged) kinds.set(kind, [...(kinds.get(kind) ?? []), value as number]);
  const cells = [...kinds]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([kind, values]) => {
      const like = alike(kind);
      return like === null ? [] : [{ kind, values, like, mean: like.sum / like.n }];
    });
  const own = judged.map(({ value }) => value as number);
  const sum = own.reduce((a, b) => a + b, 0);
  const expected = cells.reduce((all, { values, mean }) => all + values.length * mean, 0);
  const centre = team.sum / team.n;
  const value = centre + (sum - expected) / n;
  const terms = cells.map(({ values, mean }) => `${values.length} × ${num(mean)}`);
  const away = (sum - expected) / n;
  const rests = cells.flatMap(({ values, mean }) => values.map(one => one - mean - away));
  const squares = rests.reduce((all, one) => all + one * one, 0);
  const within = [0, 100] as const;
  const held = (x: number) => round(Math.min(100, Math.max(0, x)), 1);
  const width = n < 2 ? 0 : t(n - 1) * Math.sqrt(squares / (n - 1) / n);
  const half = `${num(t(Math.max(1, n - 1)))} × √(${num(squares)} / ${n - 1} / ${n})`;
  return {
    notes: ['A contact is held against those of its kind, the finest that more than one agent has had.'],
    workings: [
      ...cells.map(({ kind, values, like, mean }) => ({
        at: null,
        what: `${values.length} × ${kindText(kind)}: own mean ${num(round(values.reduce((a, b) => a + b, 0) / values.length, 1))}; the team’s, over ${like.n} × ${kindText(like.kind)}`,
        expression: `${like.sum} / ${like.n}`,
        value: round(mean, 4),
      })),
      { at: null, what: 'own mean', expression: `${summed(own)} / ${n}`, value: round(sum / n, 4) },
      {
        at: null,
        what: 'what such contacts score in the team',
        expression: `${summedTerms(terms, expected)} / ${n}`,
        value: round(expected / n, 4),
      },
      {
        at: null,
        what: 'what all contacts score in the team',
        expression: `${team.sum} / ${team.n}`,
        value: round(centre, 4),
      },
      {
        at,
        what: 'like for like',
        expression: `${num(centre)} + ${num(sum / n)} − ${num(expected / n)}`,
        value: held(value),
        within,
      },
      ...(n < 2
        ? []
        : [
            {
              at: null,
              what: 'squares of what each contact is away from its kind and this difference',
              expression:
                rests.length > 12 ? null : rests.map(one => `${num(one)} × ${num(one)}`).join(' + '),
              value: round(squares, 4),
            },
            {
              at: `${at}Low`,
              what: '95% interval (Student’s t), from',
              expression: `${num(value)} − ${half}`,
              value: held(value - width),
              within,
            },
            {
              at: `${at}High`,
              what: 'to',
              expression: `${num(value)} + ${half}`,
              value: held(value + width),
              within,
            },
          ]),
    ],
  };
}

/** The score drawn toward the team's, by how little it rests on. */
export function shrunkWorkings(agent: string, { rows, variances }: Behind): Made {
  const own = rows.find(({ id }) => id === agent)?.adjusted ?? null;
  if (own === null) return { workings: [], notes: ['Nothing was judged.'] };
  const all = rows.flatMap(({ adjusted }) => (adjusted === null ? [] : [adjusted]));
  if (variances === null)
    return { workings: [], notes: ['Too few agents or conversations to tell how much people differ.'] };
  const { within, between, centre } = variances;
  const total = all.reduce((sum, { n }) => sum + n, 0);
  const mean = all.reduce((sum, { n, value }) => sum + n * value, 0) / total;
  const among = all.reduce((sum, { n, value }) => sum + n * (value - mean) ** 2, 0) / (all.length - 1);
  const size = (total - all.reduce((sum, { n }) => sum + n * n, 0) / total) / (all.length - 1);
  const listed = rows.flatMap(({ id, name, adjusted }) =>
    adjusted === null
      ? []
      : [`${label(id, name)}: ${num(adjusted.value)} like for like, ${adjusted.n} conversations`],
  );
  const weight = within === 0 ? 1 : (own.n * between) / (own.n * between + within);
  const weights = all.map(({ n }) => (between + within === 0 ? n : 1 / (between + within / n)));
  const heft = weights.reduce((a, b) => a + b, 0);
  const shrunk = within === 0 ? own.value : centre + weight * (own.value - centre);
  const steps: Working[] = [
    {
      at: null,
      what: 'variance within agents: squares of contacts about their agent’s, less one an agent',
      expression: `${summed(all.map(({ residual }) => residual))} / (${total} − ${all.length})`,
      value: round(within, 4),
    },
    {
      at: null,
      what: 'mean of all agents, by their conversations',
      expression: `${summedTerms(
        all.map(({ n, value }) => `${n} × ${num(value)}`),
        mean * total,
      )} / ${total}`,
      value: round(mean, 4),
    },
    {
      at: null,
      what: 'squares of agents about it, by their conversations',
      expression: `${summedTerms(
        all.map(({ n, value }) => `${n} × ${num(value - mean)} × ${num(value - mean)}`),
        among * (all.length - 1),
      )} / (${all.length} − 1)`,
      value: round(among, 4),
    },
    {
      at: null,
      what: 'conversations that tell of an agent, on average',
      expression: `(${total} − ${summedTerms(
        all.map(({ n }) => `${n} × ${n}`),
        total * total - size * total * (all.length - 1),
      )} / ${total}) / (${all.length} − 1)`,
      value: round(size, 4),
    },
    {
      at: null,
      what: 'variance between agents, beyond that',
      expression: `(${num(among)} − ${num(within)}) / ${num(size)}`,
      value: round(between, 4),
      within: [0, Number.POSITIVE_INFINITY],
    },
    {
      at: null,
      what: 'the team’s score, each agent weighed by how much they tell',
      expression: `${summedTerms(
        all.map(({ value }, i) => `${precise(weights[i]! / heft)} × ${num(value)}`),
        centre,
      )}`,
      value: round(centre, 4),
    },
    {
      at: null,
      what: 'weight of the agent’s own score',
      expression:
        within === 0 ? null : `${own.n} × ${num(between)} / (${own.n} × ${num(between)} + ${num(within)})`,
      value: round(weight, 6),
    },
  ];
  return {
    notes: listed,
    workings: [
      ...steps,
      {
        at: 'shrunk',
        what: 'drawn toward the team',
        expression: `${num(centre)} + ${precise(weight)} × (${num(own.value)} − ${num(centre)})`,
        value: round(shrunk, 1),
      },
    ],
  };
}

/** The ranked, the highest first, and the rest with the reason. */
export function rankWorkings(agent: string, { rows }: Behind): Made {
  const places = [...rows].sort(
    (a, b) =>
      (a.place.rank ?? Number.MAX_SAFE_INTEGER) - (b.place.rank ?? Number.MAX_SAFE_INTEGER) ||
      (b.place.shrunk ?? 0) - (a.place.shrunk ?? 0) ||
      (a.id < b.id ? -1 : 1),
  );
  const notes = places.map(({ id, name, adjusted, place: { rank, unranked, shrunk } }) => {
    const n = adjusted?.n ?? 0;
    const few = unranked === 'too few to rank' ? ` (${n} of at least ${leastToRank} conversations)` : '';
    return `${rank ?? '–'}  ${label(id, name)}  ${shrunk ?? '–'}${unranked === null ? '' : `  ${unranked}${few}`}`;
  });
  const own = rows.find(({ id }) => id === agent)?.place;
  const better = rows.filter(
    ({ place }) => place.rank !== null && (place.shrunk as number) > (own?.shrunk as number),
  ).length;
  return {
    notes: [
      'Ranked by the overall score like for like, drawn toward the team (explain --criterion shrunk).',
      ...notes,
    ],
    workings:
      own === undefined || own.rank === null
        ? []
        : [
            {
              at: 'rank',
              what: 'one, and those with a higher score',
              expression: `1 + ${better}`,
              value: own.rank,
            },
          ],
  };
}

const label = (id: string, name: string) => (name === '' || name === id ? id : `${name} (${id})`);
/** Weights take more decimals: they multiply. */
const precise = (weight: number) => String(Math.round(weight * 1e6) / 1e6);
