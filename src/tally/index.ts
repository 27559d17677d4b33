/**
 * Conversation scores → cards, as a running fold. All sums are of whole numbers, so the cards do not depend
 * on the order in which conversations come.
 */
import { UsageError } from '../errors.ts';
import { keysOf, valuesOf } from '../filed/field.ts';
import type {
  AgentPart,
  AgentScorecard,
  ConversationScore,
  Measured,
  ScoreName,
  Share,
} from '../model/scorecard.ts';
import { meanInterval, share, wordShare } from './interval.ts';
import { type Adjusted, adjustedFigures, Mix, stratumOf } from './mix.ts';
import { type Standing, standings, type Variances, variances } from './rank.ts';
import { type ScoreMoments, Sums } from './sums.ts';

type Value = string | number | null;

/** The arithmetic behind like-for-like figures and ranks. */
export interface Behind {
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly adjusted: Adjusted | null;
    readonly place: Standing;
  }[];
  readonly variances: Variances | null;
  /** All contacts that were judged. */
  readonly team: Contacts | null;
  /** The contacts that one of a kind is held against. */
  readonly alike: (stratum: string) => Contacts | null;
}

type Contacts = NonNullable<ReturnType<Mix['alike']>>;

interface Row {
  readonly values: readonly Value[];
  readonly sums: Sums;
}

const MOST_KEYS = 60;
/** Times are no rivals. */
const unrivalled = /^(?:week|month|day|date)$/i;

/** Adds up conversations, by agent or by whatever else they are filed under. */
export class Tally {
  readonly #by: readonly string[];
  readonly #rows = new Map<string, Row>();
  readonly #known = new Set<string>();
  readonly #keys = new Set<string>();

  /** `by`: what a row is: `agent`, `team`, `week` and any other key of the metadata. */
  constructor(by: readonly string[] = ['agent']) {
    this.#by = by;
  }

  /** Takes in one conversation. */
  add(score: ConversationScore): void {
    if (this.#keys.size < MOST_KEYS) for (const key of keysOf(filed(score))) this.#keys.add(key);
    const counted = new Set<Row>();
    for (const part of score.agents) {
      const row = this.#row(this.#by.map(key => this.#value(score, part, key)));
      row.sums.add(score.conversation, part, stratumOf(score, part));
      if (counted.has(row)) continue;
      counted.add(row);
      row.sums.conversations++;
    }
  }

  #value(score: ConversationScore, part: AgentPart, key: string): Value {
    if (key === 'agent') {
      this.#known.add(key);
      return part.id;
    }
    const [value = null] = valuesOf(filed(score, part), key);
    if (value !== null) this.#known.add(key);
    return value;
  }

  #row(values: readonly Value[]): Row {
    const key = JSON.stringify(values);
    let row = this.#rows.get(key);
    if (row === undefined) {
      row = { values, sums: new Sums() };
      this.#rows.set(key, row);
    }
    return row;
  }

  /** The rows in order. */
  #sorted(): Row[] {
    return [...this.#rows.values()].sort(byValues);
  }

  /** What the like-for-like figures and the ranks of the rows are made from. */
  behind(name: ScoreName): Behind {
    const rows = this.#sorted();
    const mix = new Mix(rows.map(({ sums }) => sums));
    const all = rows.map(({ sums }) => mix.adjusted(sums, name));
    const places = standings(all);
    return {
      rows: rows.map(({ values, sums }, i) => ({
        id: String(values[0]),
        name: nameOf(sums),
        adjusted: all[i] ?? null,
        place: places[i] as Standing,
      })),
      variances: variances(all.filter(row => row !== null)),
      team: mix.alike('[]', name),
      alike: stratum => mix.alike(stratum, name),
    };
  }

  /** One card per row so far, in order of what they are by. Throws `UsageError` for a key that nobody has. */
  cards(): AgentScorecard[] {
    const unknown = this.#by.find(key => !this.#known.has(key));
    if (this.#rows.size > 0 && unknown !== undefined)
      throw new UsageError(
        `--by ${unknown}: no conversation has "${unknown}"; there are: ${[...this.#keys].sort().join(', ')}`,
      );
    const rows = this.#sorted();
    const mix = new Mix(rows.map(({ sums }) => sums));
    const overall = rows.map(({ sums }) => mix.adjusted(sums, 'overall'));
    const rivals = this.#by.length === 1 && !unrivalled.test(this.#by[0] as string);
    const places: Standing[] = rivals
      ? standings(overall)
      : rows.map(() => ({ rank: null, unranked: 'not ranked by this', shrunk: null }));
    return rows.map((row, index) => card(row, this.#by, mix, places[index] as Standing));
  }
}

const intervalOf = ({ of, low, high }: Share) => ({ of, low, high });

const filed = ({ conversation, channel, metadata }: ConversationScore, part?: AgentPart) => ({
  id: conversation,
  ...(channel === null ? {} : { channel }),
  agent: part ?? { id: '' },
  ...(metadata === undefined ? {} : { metadata }),
});

/** The name that comes most often. */
function nameOf({ names }: Sums): string {
  const [most] = [...names]
    .filter(([name]) => name !== '')
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return most?.[0] ?? '';
}

/** Numbers by size, texts as texts, and what is not known last. */
function byValues({ values: a }: Row, { values: b }: Row): number {
  for (const [i, one] of a.entries()) {
    const other = b[i] as Value;
    if (one === other) continue;
    if (one === null || other === null) return one === null ? 1 : -1;
    if (typeof one === 'number' && typeof other === 'number') return one - other;
    return String(one) < String(other) ? -1 : 1;
  }
  return 0;
}

function card({ values, sums }: Row, by: readonly string[], mix: Mix, place: Standing): AgentScorecard {
  const scores: ScoreMoments = sums.scores();
  const measured = (name: ScoreName): Measured => {
    const { n, sum, squares } = scores[name];
    return {
      value: n ? Math.round((10 * sum) / n) / 10 : null,
      conversations: n,
      ...meanInterval(n, sum, squares),
      ...adjustedFigures(mix.adjusted(sums, name)),
    };
  };
  const words = (some: number, spread: Sums['spread']): Share =>
    wordShare(sums.parts, sums.words, some, spread);
  const scripted = words(sums.scriptedWords, sums.spread);
  const mined = sums.minedWords === null ? null : words(sums.minedWords, sums.minedSpread);
  const byAgent = by.includes('agent');
  const alone = byAgent && by.length === 1;
  const group = by.flatMap((key, i) => (key === 'agent' ? [] : [[key, values[i] as Value] as const]));
  return {
    id: String(byAgent ? values[by.indexOf('agent')] : values.map(value => value ?? '–').join(' · ')),
    name: byAgent ? nameOf(sums) : '',
    ...(alone ? {} : { group: Object.fromEntries(group) }),
    ...(byAgent ? {} : { agents: sums.agents.size }),
    conversations: sums.conversations,
    turns: sums.turns,
    words: sums.words,
    scores: {
      overall: measured('overall'),
      authenticity: measured('authenticity'),
      empathy: measured('empathy'),
      ownWords: measured('ownWords'),
      attentiveness: measured('attentiveness'),
    },
    disclosures: {
      ...sums.disclosures,
      missedBy: { ...sums.missedBy },
      missedRate: share(sums.disclosures.missed, sums.disclosures.total),
    },
    scriptedRate: scripted.value,
    scriptedRateInterval: intervalOf(scripted),
    minedRate: mined?.value ?? null,
    minedRateInterval: mined && intervalOf(mined),
    praise: { ...sums.praise, personalRate: share(sums.praise.personally, sums.praise.total) },
    signals: sums.signals.pooled(),
    topLines: sums.lines.top(),
    ...(sums.measures ? { measures: sums.measures.card() } : {}),
    ...(sums.rubric ? { rubric: sums.rubric.card() } : {}),
    rank: place.rank,
    ranked: place.rank !== null,
    unranked: place.unranked,
    shrunk: place.shrunk,
  };
}
