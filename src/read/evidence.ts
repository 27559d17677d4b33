/**
 * What the words of each speaker say about who serves and who is served. Every wording counts once in full and once
 * more by half; the sum over a table a person can read is all there is to it.
 */

import { roles } from '../compiled/roles.ts';
import { mannerOf } from './manner.ts';
import { tradeWords } from './trade-words.ts';
import { features } from './word-features.ts';
import { Wordings, wordsOf } from './wording.ts';

/** What speaks for one speaker being the agent, and against. */
export interface Evidence {
  readonly agent: number;
  readonly customer: number;
  /** What single words and pairs say, above 0 for the agent: fitted, where the wordings are written by hand. */
  readonly fitted: number;
  /** What of both is hardly said outside of service. */
  readonly service: number;
  readonly bot: number;
  /** What speaks for this being no service at all. */
  readonly meeting: number;
  /** Words looked at. */
  readonly words: number;
}

/** A turn, as far as it is needed here. */
export interface Uttered {
  readonly label: string;
  readonly text: string;
  readonly seconds?: number | undefined;
}

/** Turns of each speaker that are looked at, from the start and from the end, and the length of each. */
const TURNS = { first: 30, last: 6, characters: 600 };
/** A wording counts in full, then by half; a third time tells nothing new. */
const COUNTS = [1, 0.5] as const;
/** How much pronouns tell: "your", "we" and "our" against "my" and "me". Few words tell less. */
const PRONOUNS = { weight: 4, shrink: 6 };

/** What a word of trade counts for this being service, and how many count for one speaker. */
const TRADE = 1;
const MOST_TRADE = 4;

/** The tables ready for use. */
class Known {
  readonly wordings = roles().wordings;
  readonly phrases = new Wordings(roles().phrases);
  readonly weights: ReadonlyMap<string, number>;

  constructor() {
    const { words, weights } = roles().fitted;
    this.weights = new Map(words.map((word, i) => [word, weights[i] as number]));
  }
}

let made: Known | null = null;
const known = (): Known => (made ??= new Known());

const serving = new Set(['your', 'yours', 'our', 'we', 'us', 'well', 'weve', 'wed']);
const served = new Set(['my', 'me', 'mine', 'ive']);

/** Sums the evidence for each speaker; `channel` where the source names it. */
export function evidence(turns: readonly Uttered[], channel = ''): Map<string, Evidence> {
  const bySpeaker = new Map<string, string[]>();
  for (const { label, text } of turns) {
    const said = bySpeaker.get(label);
    if (said === undefined) bySpeaker.set(label, [text]);
    else said.push(text);
  }
  const manner = mannerOf(turns, bySpeaker, channel);
  return new Map(
    [...bySpeaker].map(([label, said]) => {
      const found = weighed(said);
      const more = manner.get(label) ?? 0;
      const [agent, customer] = [found.agent + Math.max(0, more), found.customer + Math.max(0, -more)];
      return [label, { ...found, agent, customer }];
    }),
  );
}

function weighed(said: readonly string[]): Evidence {
  const { wordings, phrases } = known();
  const counts = new Uint8Array(wordings.length);
  const heard: string[][] = [];
  const trade = new Set<string>();
  const balance = { serving: 0, served: 0, words: 0 };
  const looked = said.map((text, i) =>
    i >= TURNS.first && i < said.length - TURNS.last ? null : text.slice(0, TURNS.characters),
  );
  for (const [i, text] of looked.entries()) {
    if (text === null) continue;
    const words = wordsOf(text);
    heard.push(words);
    balance.words += words.length - 2;
    for (const word of words) {
      if (serving.has(word)) balance.serving++;
      else if (served.has(word)) balance.served++;
      if (tradeWords.has(word)) trade.add(word);
    }
    phrases.scan(words, number => {
      const { where } = wordings[number]!;
      const here = where === undefined || (where === 'opening' ? i < 2 : i >= said.length - 2);
      if (here && counts[number]! < COUNTS.length) counts[number]!++;
    });
  }
  const sums = [0, 0, 0, 0];
  let service = 0;
  for (const [number, count] of counts.entries()) {
    const { weight, side, general } = wordings[number]!;
    for (let i = 0; i < count; i++) sums[side]! += weight * COUNTS[i]!;
    if (side < 2 && general !== true && count > 0) service += weight;
  }
  const { serving: ours, served: own, words } = balance;
  const pronouns = (PRONOUNS.weight * (ours - own)) / (ours + own + PRONOUNS.shrink);
  return {
    agent: sums[0]! + Math.max(0, pronouns),
    customer: sums[1]! + Math.max(0, -pronouns),
    fitted: fittedOf(heard),
    service: service + TRADE * Math.min(trade.size, MOST_TRADE),
    bot: sums[2]!,
    meeting: sums[3]!,
    words,
  };
}

function fittedOf(said: readonly (readonly string[])[]): number {
  const { weights } = known();
  let sum = 0;
  for (const [word, count] of features(said)) sum += (weights.get(word) ?? 0) * count;
  return sum;
}

/** What each wording counted for, for measuring the table. */
export function wordingsIn(said: readonly string[]): string[] {
  return said.flatMap(text => {
    const found: string[] = [];
    known().phrases.scan(wordsOf(text), number => found.push(known().wordings[number]!.id));
    return found;
  });
}
