/**
 * Weighed words: for what no phrase foresees. Every word, pair of words, word class and rule hit of a sentence
 * carries a weight from a fitted table (detect/weights/*.yaml); their sum, through the logistic function,
 * says how much the sentence resembles those that reviewers marked. A table is plain data: a person can read
 * which words speak for and which against, and `explain` shows those that decided.
 */

import type { Sentence } from '../text/sentences.ts';
import { hashWord } from '../text/vocabulary.ts';
import type { Context } from './context.ts';

/** A fitted table as its file has it. `weights`: features by name, see `features`. */
export interface WeightTable {
  readonly bias: number;
  /** A sentence counts from this probability on. */
  readonly threshold: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** The same built: features by key, weights in hundredths. */
export interface BuiltTable extends Pick<WeightTable, 'bias' | 'threshold'> {
  readonly keys: readonly number[];
  readonly hundredths: readonly number[];
}

/** Builds a table. */
export const buildTable = ({ bias, threshold, weights }: WeightTable): BuiltTable => ({
  bias,
  threshold,
  keys: Object.keys(weights).map(featureKey),
  hundredths: Object.values(weights).map(weight => Math.round(100 * weight)),
});

const pair = (left: number, right: number) => Math.imul(left, 0x01000193) ^ (right + 0x9e3779b9);
const named = new Map<string, number>();
const nameKey = (name: string) => {
  const known = named.get(name);
  if (known !== undefined) return known;
  const key = pair(hashWord(name), 7);
  named.set(name, key);
  return key;
};

/** The key of a feature where it speaks for one topic only; a table writes it `topic: feature`. */
export const topicKey = (topic: string, key: number) => pair(nameKey(topic), key);

/** The key of a feature as a table writes it: `word`, `two words`, `(named feature)`, or one of these after `topic: `. */
export function featureKey(name: string): number {
  const colon = name.indexOf(': ');
  if (colon > 0) return topicKey(name.slice(0, colon), featureKey(name.slice(colon + 2)));
  if (name.startsWith('(')) return nameKey(name);
  const [left, right] = name.split(' ') as [string, string?];
  return right === undefined ? hashWord(left) : pair(hashWord(left), hashWord(right));
}

/** Calls `visit` for every feature of a sentence; `name` is asked for only when fitting. Repeats are possible. */
export function features(
  context: Context,
  turn: number,
  sentence: Sentence,
  visit: (key: number, name: () => string) => void,
): void {
  const { tokens } = context;
  const { first, last } = sentence;
  const text = context.turns[turn]?.text ?? '';
  const word = (token: number) => {
    const mark = marks.get(tokens.bare[token] as number);
    if (mark) return mark;
    const said = text
      .slice(tokens.start[token], tokens.end[token])
      .toLowerCase()
      .replace(/['’‘`´]/g, '');
    const tag = /^[[<](.+?)[\]>]$/.exec(said)?.[1];
    return tag ? `<${tag.replace(/[-_ ]?\d+$/, '').replace(/[_ -]/g, '')}>` : (said.split(/\s/)[0] as string);
  };
  const put = (feature: string) => visit(nameKey(feature), () => feature);
  let before = start;
  for (let token = first; token <= last; token++) {
    const own = tokens.bare[token] as number;
    visit(own, () => word(token));
    visit(pair(before, own), () => `${token === first ? '^' : word(token - 1)} ${word(token)}`);
    before = own;
  }
  const length = last - first + 1;
  put(length < 4 ? '(short)' : length < 9 ? '(middling)' : length < 18 ? '(long)' : '(very long)');
  if (sentence.question) put('(question)');
  for (const hit of context.allHits(turn))
    if (hit.first <= last && first <= hit.last) {
      put(`(rule ${hit.rule.id})`);
      put(`(${hit.rule.dimension})`);
    }
  const life = new Set<number>();
  let task = 0;
  for (const hit of context.classHits(turn)) {
    const inside = first <= hit.first && hit.first <= last;
    const name = context.className(hit.name);
    if (inside) put(`({${name}})`);
    if (!inside) continue;
    if (name.startsWith('life-')) life.add(hit.name);
    if (name === 'task') task++;
  }
  put(`(life ${Math.min(life.size, 4)})`);
  put(`(task ${Math.min(task, 4)})`);
  around(context, turn, put);
  if (context.turns[turn]?.speaker === 'customer') beside(context, turn, put);
  if (context.turns[turn]?.speaker === 'agent') {
    const echoed = context.echoes(turn).filter(w => first <= w.token && w.token <= last).length;
    if (echoed > 0) put('(echo)');
    if (echoed > 1) put('(echo twice)');
  }
}

const marks = new Map(['<number>', '<name>', '<url>'].map(mark => [hashWord(mark), mark]));
const start = hashWord('^');

/** The topics of phrases in the customer's other turns nearby: a story goes on over several of them. */
function beside(context: Context, turn: number, put: (feature: string) => void): void {
  for (let t = Math.max(0, turn - NEAR); t <= turn + NEAR && t < context.turns.length; t++)
    if (t !== turn) for (const hit of context.hits('disclosure', t)) put(`(near ${hit.rule.fields?.topic})`);
}

/** Turns on either side in which a story may go on. */
const NEAR = 4;

/** What the other side has just said, and where in the conversation we are. */
function around(context: Context, turn: number, put: (feature: string) => void): void {
  const own = context.turns[turn]?.speaker;
  let before = turn - 1;
  while (before >= 0 && context.turns[before]?.speaker === own) before--;
  if (before < 0) put('(opens)');
  else
    for (const dimension of new Set(context.allHits(before).map(hit => hit.rule.dimension)))
      put(`(after ${dimension})`);
  if (turn >= context.turns.length - 2) put('(closes)');
  let others = 0;
  for (let t = turn - 1; t >= 0 && others < 4; t--) if (context.turns[t]?.speaker === own) others++;
  if (others < 2) put('(early)');
}

/** A table ready for use. */
export class Scale {
  readonly threshold: number;
  readonly #bias: number;
  readonly #weights: ReadonlyMap<number, number>;

  constructor({ bias, threshold, keys, hundredths }: BuiltTable) {
    this.threshold = threshold;
    this.#bias = bias;
    this.#weights = new Map(keys.map((key, i) => [key, (hundredths[i] as number) / 100]));
  }

  /** The probability, 0 to 1, that reviewers would mark a sentence with these features. */
  weigh(keys: Iterable<number>): number {
    let sum = this.#bias;
    for (const key of keys) sum += this.of(key);
    return 1 / (1 + Math.exp(-sum));
  }

  /** The weight of one feature. */
  of(key: number): number {
    return this.#weights.get(key) ?? 0;
  }

  /** The words and pairs of words that spoke most for a sentence, heaviest first. */
  reasons(context: Context, turn: number, sentence: Sentence, most: number): string[] {
    const found = new Map<string, number>();
    features(context, turn, sentence, (key, name) => {
      const weight = this.#weights.get(key) ?? 0;
      if (weight <= 0) return;
      const words = name().replace(/^\^ /, '');
      if (!words.startsWith('(')) found.set(words, Math.max(weight, found.get(words) ?? 0));
    });
    return [...found]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, most)
      .map(([words]) => words);
  }
}
