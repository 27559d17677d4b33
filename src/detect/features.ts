/**
 * The features of a sentence that weighed words are summed over: its words and pairs of words, the word classes and
 * rules it touches, and where it stands: what the same side says around it, what the other side had just said, and,
 * for a customer, what the agent answers. Composition is learnt here: "my {kin}" and "{kin} passed" are features.
 * Keys are numbers; names are made only for whoever fits or explains.
 */
import type { Sentence } from '../text/sentences.ts';
import { hashWord } from '../text/vocabulary.ts';
import type { Context } from './context.ts';

/** Called for every feature of a sentence; `name` is asked for only when fitting or explaining. Repeats are possible. */
export type Visit = (key: number, name: () => string) => void;

/** The key of two things in a row. */
export const pair = (left: number, right: number) => Math.imul(left, 0x01000193) ^ (right + 0x9e3779b9);

/** Keys of `(prefix thing)` by thing, made when first asked for: few prefixes, few things. */
class Named {
  readonly #keys = new Map<string, number>();
  readonly #prefix: string;

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  put(visit: Visit, thing: string): void {
    let key = this.#keys.get(thing);
    if (key === undefined) {
      key = pair(hashWord(`(${this.#prefix}${thing})`), 7);
      this.#keys.set(thing, key);
    }
    visit(key, () => `(${this.#prefix}${thing})`);
  }
}

const own = new Named('');
const rule = new Named('rule ');
const near = new Named('near ');
const after = new Named('after ');
const heard = new Named('heard ');
const answered = new Named('answered ');
const later = new Named('later ');
/** What the same side says straight before and straight after. */
const beside = [new Named('before it '), new Named('after it ')] as const;

/** Turns on either side in which a customer's story may go on. */
const NEAR = 4;

/** Calls `visit` for every feature of a sentence. */
export function features(context: Context, turn: number, sentence: Sentence, visit: Visit): void {
  sentenceFeatures(context, turn, sentence, visit);
  turnFeatures(context, turn, visit);
}

/** The features that are the sentence's own: its words, what it touches, and what stands beside it. */
export function sentenceFeatures(context: Context, turn: number, sentence: Sentence, visit: Visit): void {
  const put = (feature: string) => own.put(visit, feature);
  words(context, turn, sentence, visit);
  const length = sentence.last - sentence.first + 1;
  put(length < 4 ? 'short' : length < 9 ? 'middling' : length < 18 ? 'long' : 'very long');
  if (sentence.question) put('question');
  for (const hit of context.allHits(turn))
    if (hit.first <= sentence.last && sentence.first <= hit.last) {
      rule.put(visit, hit.rule.id);
      put(hit.rule.dimension);
    }
  place(context, turn, sentence, visit);
  if (context.turns[turn]?.speaker === 'customer') takenUp(context, turn, sentence, visit);
  else agents(context, turn, sentence, put);
}

/**
 * The features that all sentences of a turn share: where in the conversation it stands, and around a customer's turn
 * the story nearby, what the agent had asked, and what the agent answers. None of them is a sentence's own as well.
 */
export function turnFeatures(context: Context, turn: number, visit: Visit): void {
  around(context, turn, visit);
  if (context.turns[turn]?.speaker !== 'customer') return;
  for (let t = Math.max(0, turn - NEAR); t <= turn + NEAR && t < context.turns.length; t++)
    if (t !== turn)
      for (const hit of context.hits('disclosure', t)) near.put(visit, hit.rule.fields?.topic ?? '');
  const before = context.otherBefore(turn);
  if (before >= 0) {
    for (const hit of context.classHits(before)) heard.put(visit, `{${context.className(hit.name)}}`);
    for (const hit of context.allHits(before)) heard.put(visit, hit.rule.id);
    if (context.sentences(before).at(-1)?.question) heard.put(visit, 'question');
  }
  answers(context, turn).forEach((reply, nth) => {
    for (const hit of context.allHits(reply)) {
      (nth === 0 ? answered : later).put(visit, hit.rule.dimension);
      answered.put(visit, hit.rule.id);
    }
  });
}

/** The agent's turns that may answer a customer's. */
const answers = (context: Context, turn: number) => context.agentTurnsAfter(turn).slice(0, 2);

/** In a customer's sentence: whether the agent takes its words up in answering. */
function takenUp(context: Context, turn: number, { first, last }: Sentence, visit: Visit): void {
  const said = new Set(context.contentBetween(turn, first, last).map(word => word.stem));
  if (said.size === 0) return;
  answers(context, turn).forEach((reply, nth) => {
    const named = nth === 0 ? answered : later;
    const echoed = context.echoes(reply).filter(word => said.has(word.stem)).length;
    if (echoed > 0) named.put(visit, 'echo');
    if (echoed > 1) named.put(visit, 'echo twice');
  });
}

const marks = new Map(['<number>', '<name>', '<url>'].map(mark => [hashWord(mark), mark]));
const start = hashWord('^');

/** Words, pairs of words, word classes, and for a customer the words on either side of a class. */
function words(context: Context, turn: number, { first, last }: Sentence, visit: Visit): void {
  const { tokens } = context;
  const text = context.turns[turn]?.text ?? '';
  const word = (token: number) => {
    const mark = marks.get(tokens.bare[token] as number);
    if (mark) return mark;
    const read = tokens.readAs(token);
    if (read !== undefined) return read;
    const said = text
      .slice(tokens.start[token], tokens.end[token])
      .toLowerCase()
      .replace(/['’‘`´]/g, '');
    const tag = /^[[<](.+?)[\\]>]$/.exec(said)?.[1];
    return tag
      ? `<${tag.replace(/[-_ ]?\\d+$/, '').replace(/[_ -]/g, '')}>`
      : (said.split(/\\s/)[0] as string);
  };
  let before = start;
  for (let token = first; token <= last; token++) {
    const key = tokens.bare[token] as number;
    visit(key, () => word(token));
    visit(pair(before, key), () => `${token === first ? '^' : word(token - 1)} ${word(token)}`);
    before = key;
  }
  const life = new Set<number>();
  let task = 0;
  const customer = context.turns[turn]?.speaker === 'customer';
  for (const hit of context.classHits(turn)) {
    if (hit.first < first || hit.first > last) continue;
    const name = context.className(hit.name);
    own.put(visit, `{${name}}`);
    if (name.startsWith('life-')) life.add(hit.name);
    if (name === 'task') task++;
    if (!customer) continue;
    const key = context.classKey(hit.name);
    if (hit.first > first)
      visit(pair(tokens.bare[hit.first - 1] as number, key), () => `${word(hit.first - 1)} {${name}}`);
    if (hit.last < last)
      visit(pair(key, tokens.bare[hit.last + 1] as number), () => `{${name}} ${word(hit.last + 1)}`);
  }
  own.put(visit, `life ${Math.min(life.size, 4)}`);
  own.put(visit, `task ${Math.min(task, 4)}`);
}

/** Where the sentence stands in what its side says without a break, and what stands beside it there. */
function place(context: Context, turn: number, { first, last }: Sentence, visit: Visit): void {
  const own = context.sentences(turn);
  const at = own.findIndex(sentence => sentence.first === first || sentence.last === last);
  here.put(visit, `${Math.min(Math.max(at, 0), 3)} of ${Math.min(own.length, 4)}`);
  const sides = [
    own[at - 1] ? { turn, sentence: own[at - 1] } : neighbour(context, turn, -1),
    at >= 0 && own[at + 1] ? { turn, sentence: own[at + 1] } : neighbour(context, turn, 1),
  ];
  sides.forEach((other, side) => {
    const named = beside[side] as Named;
    if (!other?.sentence) {
      named.put(visit, 'nothing');
      return;
    }
    const { first, last } = other.sentence;
    for (const hit of context.classHits(other.turn))
      if (first <= hit.first && hit.first <= last) named.put(visit, `{${context.className(hit.name)}}`);
    for (const hit of context.allHits(other.turn))
      if (first <= hit.last && hit.first <= last) named.put(visit, hit.rule.dimension);
  });
}

const here = new Named('sentence ');

/** The nearest sentence of the same side in the message before or after, if nobody else speaks between. */
function neighbour(
  context: Context,
  turn: number,
  step: -1 | 1,
): { turn: number; sentence: Sentence | undefined } | undefined {
  const other = turn + step;
  if (context.turns[other]?.speaker !== context.turns[turn]?.speaker) return undefined;
  return { turn: other, sentence: context.sentences(other).at(step < 0 ? -1 : 0) };
}

/** What the other side has just said, and where in the conversation we are. */
function around(context: Context, turn: number, visit: Visit): void {
  const before = context.otherBefore(turn);
  if (before < 0) own.put(visit, 'opens');
  else for (const hit of context.allHits(before)) after.put(visit, hit.rule.dimension);
  if (turn >= context.turns.length - 2) own.put(visit, 'closes');
  const speaker = context.turns[turn]?.speaker;
  let others = 0;
  for (let t = turn - 1; t >= 0 && others < 2; t--) if (context.turns[t]?.speaker === speaker) others++;
  if (others < 2) own.put(visit, 'early');
}

/** In an agent's sentence: the customer's own words, and whether it asks, of whom, and after what. */
function agents(context: Context, turn: number, sentence: Sentence, put: (feature: string) => void): void {
  const { first, last } = sentence;
  const echoed = context.echoes(turn).filter(word => first <= word.token && word.token <= last).length;
  if (echoed > 0) put('echo');
  if (echoed > 1) put('echo twice');
  const told = toldBefore(context, turn);
  put(`told ${told}`);
  if (!sentence.question) return;
  put(`asks, told ${told}`);
  put(echoed > 0 ? 'asks, echo' : 'asks, no echo');
  let them = false;
  let task = false;
  for (const hit of context.classHits(turn)) {
    if (hit.first < first || hit.first > last) continue;
    const name = context.className(hit.name);
    if (name === 'person' || name === 'kin' || name === 'pet' || name === 'theirs') them = true;
    if (name === 'task' || name === 'device') task = true;
  }
  put(`asks${them ? ' about somebody' : ''}${task ? ' for the task' : ''}, told ${told}`);
}

/** From so many kinds of life words on, what a customer said is likely to speak of their life. */
const MUCH_LIFE = 3;

/** What the customer has just told: something of their life, words that speak of it, or the task. */
function toldBefore(context: Context, turn: number): 'life' | 'life words' | 'task' {
  let told: 'life' | 'life words' | 'task' = 'task';
  for (let t = context.otherBefore(turn); t >= 0 && context.turns[t]?.speaker === 'customer'; t--) {
    if (context.hits('disclosure', t).length > 0) return 'life';
    const life = new Set<number>();
    for (const hit of context.classHits(t))
      if (context.className(hit.name).startsWith('life-')) life.add(hit.name);
    if (life.size >= MUCH_LIFE) told = 'life words';
  }
  return told;
}
