/**
 * Like for like: what a row's contacts would score on the team's average, and its score less that advantage. Who
 * gets the calls with bereavements in them, or the long ones, is not to be held against them. Indirect
 * standardisation (Breslow and Day 1987, ch. 2): see `fair-rationale.md`.
 */
import type { AgentPart, ConversationScore, ScoreName } from '../model/scorecard.ts';
import { round, t } from './interval.ts';
import { join, noScores, type ScoreMoments, type Sums } from './sums.ts';

/** A call of up to so many agent turns is short, of up to so many of middle length; any other is long. */
const bands = { short: 5, middle: 12 } as const;
/** A kind of contact tells something only where it was met by at least so many rows. */
const leastRows = 2;

/** The kind of a contact, the finest first: channel, queue, length, whether the customer gave an opening. */
export function stratumOf(score: ConversationScore, part: AgentPart): string {
  const { channel, metadata, findings } = score;
  const length = part.turns <= bands.short ? 'short' : part.turns <= bands.middle ? 'middle' : 'long';
  const open = findings.some(
    ({ dimension, agent, confidence }) =>
      agent === part.id &&
      confidence !== 'possible' &&
      (dimension === 'disclosure' || dimension === 'opening'),
  );
  return JSON.stringify([channel ?? '', open ? 'open' : '', length, String(metadata?.queue ?? '')]);
}

/** A kind of contact in words: `chat, with an opening, short`. */
export function kindText(stratum: string): string {
  const [channel, open, length, queue] = JSON.parse(stratum) as string[];
  if (channel === undefined) return 'any contact';
  return [
    channel || 'no channel',
    ...(open === undefined ? [] : [open ? 'with an opening' : 'without an opening']),
    ...(length ? [length] : []),
    ...(queue ? [queue] : []),
  ].join(', ');
}

/** The same kind, told by fewer and fewer of its signs. */
const coarser = (stratum: string): string[] => {
  const signs = JSON.parse(stratum) as string[];
  return [4, 3, 2, 0].map(kept => JSON.stringify(signs.slice(0, kept)));
};

/** A row's score, less what its contacts made of it. */
export interface Adjusted {
  readonly n: number;
  readonly value: number;
  /** Sum of squares of the row's scores about what was expected of each contact, less their mean. */
  readonly residual: number;
}

/** The team's average by kind of contact. */
export class Mix {
  readonly #all = new Map<string, { scores: ScoreMoments; rows: number }>();

  /** Rows in any order: they are added up in whole numbers. */
  constructor(rows: readonly Sums[]) {
    for (const { strata } of rows) {
      const seen = new Set<string>();
      for (const [stratum, scores] of strata) {
        for (const kind of coarser(stratum)) {
          const known = this.#all.get(kind) ?? { scores: noScores(), rows: 0 };
          this.#all.set(kind, known);
          join(known.scores, scores);
          if (!seen.has(kind)) known.rows++;
          seen.add(kind);
        }
      }
    }
  }

  /** What a contact of this kind scores on average. */
  expected(stratum: string, name: ScoreName): number | null {
    const found = this.alike(stratum, name);
    return found && found.sum / found.n;
  }

  /** The contacts that one of this kind is held against: the finest kind that more than one row has met. */
  alike(stratum: string, name: ScoreName): { kind: string; n: number; sum: number } | null {
    for (const kind of coarser(stratum)) {
      const known = this.#all.get(kind);
      if (known === undefined || known.scores[name].n === 0) continue;
      const { n, sum } = known.scores[name];
      if (known.rows >= leastRows || kind === '[]') return { kind, n, sum };
    }
    return null;
  }

  /** A row's score like for like; null where nothing was judged. */
  adjusted({ strata }: Sums, name: ScoreName): Adjusted | null {
    const team = this.expected('[]', name);
    if (team === null) return null;
    let [n, sum, expected, squares] = [0, 0, 0, 0];
    for (const stratum of [...strata.keys()].sort()) {
      const own = strata.get(stratum)![name];
      if (own.n === 0) continue;
      const mean = this.expected(stratum, name) as number;
      n += own.n;
      sum += own.sum;
      expected += own.n * mean;
      squares += own.squares - 2 * mean * own.sum + own.n * mean * mean;
    }
    if (n === 0) return null;
    const away = (sum - expected) / n;
    return { n, value: team + away, residual: Math.max(0, squares - n * away * away) };
  }
}

/** An adjusted score with its interval, kept within 0 to 100. */
export function adjustedFigures(adjusted: Adjusted | null): {
  adjusted: number | null;
  adjustedLow: number | null;
  adjustedHigh: number | null;
} {
  if (adjusted === null) return { adjusted: null, adjustedLow: null, adjustedHigh: null };
  const { n, value, residual } = adjusted;
  const within = (x: number) => round(Math.min(100, Math.max(0, x)), 1);
  if (n < 2) return { adjusted: within(value), adjustedLow: null, adjustedHigh: null };
  const half = t(n - 1) * Math.sqrt(residual / (n - 1) / n);
  return { adjusted: within(value), adjustedLow: within(value - half), adjustedHigh: within(value + half) };
}
