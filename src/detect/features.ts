/**
 * The features of a sentence that weighed words are summed over: its words and pairs of words, the word classes and
 * rules it touches, and where it stands: what the same side says around it, what the other side had just said, and,
 * for a customer, what the agent answers. Composition is learnt here: "my {kin}" and "{kin} passed" are features.
 *
 * This runs over every sentence of every conversation, so features are numbers, and nothing is made for them: whoever
 * fits or explains asks `naming` for their names.
 */
import type { Sentence } from '../text/sentences.ts';
import { hashWord } from '../text/vocabulary.ts';
import type { Context } from './context.ts';
import { keyOf, nameOf, numbersOf, pair } from './feature-names.ts';
import { tellings } from './told.ts';

/** Takes the features of a sentence, in no set order; repeats are possible. */
export interface Sink {
  /** A word, or two words in a row; `left` is the token before, `ALONE` for one word, `START` for the sentence's first. */
  words(key: number, left: number, token: number): void;
  /** A word and the class of the one beside it, which stands first where `classFirst` says so. */
  beside(key: number, token: number, class_: number, classFirst: boolean): void;
  /** A feature with a name of its own, by its number: see feature-names.ts. */
  named(feature: number): void;
}

const ALONE = -2;
const START = -1;

/** Turns on either side in which a customer's story may go on. */
const NEAR = 4;
/** So many of the agent's turns may answer a customer's. */
const ANSWERS = 2;

/** Gives every feature of a sentence. */
export function features(context: Context, turn: number, sentence: Sentence, sink: Sink): void {
  sentenceFeatures(context, turn, sentence, sink);
  turnFeatures(context, turn, sink);
}

const lengths = numbersOf(['short', 'middling', 'long', 'very long']);
const [QUESTION, OPENS, CLOSES, EARLY, HEARD_QUESTION] = numbersOf([
  'question',
  'opens',
  'closes',
  'early',
  'heard question',
]) as unknown as [number, number, number, number, number];

/** The features that are the sentence's own: its words, what it touches, and what stands beside it. */
export function sentenceFeatures(context: Context, turn: number, sentence: Sentence, sink: Sink): void {
  const { first, last } = sentence;
  const { rules } = context.names;
  words(context, turn, sentence, sink);
  const length = last - first + 1;
  sink.named(lengths[length < 4 ? 0 : length < 9 ? 1 : length < 18 ? 2 : 3] as number);
  if (sentence.question) sink.named(QUESTION);
  for (const hit of context.allHits(turn))
    if (hit.first <= last && first <= hit.last) {
      sink.named(rules.own[hit.index] as number);
      sink.named(rules.dimension[hit.index] as number);
    }
  place(context, turn, sentence, sink);
  if (context.turns[turn]?.speaker === 'customer') takenUp(context, turn, sentence, sink);
  else agents(context, turn, sentence, sink);
}

/**
 * The features that all sentences of a turn share: where in the conversation it stands, and around a customer's turn
 * the story nearby, what the agent had asked, and what the agent answers. None of them is a sentence's own as well.
 */
export function turnFeatures(context: Context, turn: number, sink: Sink): void {
  around(context, turn, sink);
  if (context.turns[turn]?.speaker !== 'customer') return;
  const { classes, rules } = context.names;
  for (let t = Math.max(0, turn - NEAR); t <= turn + NEAR && t < context.turns.length; t++)
    if (t !== turn)
      for (const { rule, index } of context.allHits(t))
        if (rule.dimension === 'disclosure') sink.named(rules.near[index] as number);
  const before = context.otherBefore(turn);
  if (before >= 0) {
    for (const { name } of context.classHits(before)) sink.named(classes.heard[name] as number);
    for (const { index } of context.allHits(before)) sink.named(rules.heard[index] as number);
    if (context.sentences(before).at(-1)?.question) sink.named(HEARD_QUESTION);
  }
  let reply = context.agentTurnAfter(turn);
  for (let nth = 0; nth < ANSWERS && reply >= 0; nth++, reply = context.agentTurnAfter(reply))
    for (const { index } of context.allHits(reply)) {
      sink.named((nth === 0 ? rules.answeredDimension : rules.laterDimension)[index] as number);
      sink.named(rules.answered[index] as number);
    }
}

const echoesOnce = numbersOf(['answered echo', 'later echo']);
const echoesTwice = numbersOf(['answered echo twice', 'later echo twice']);

/** In a customer's sentence: whether the agent takes its words up in answering. */
function takenUp(context: Context, turn: number, { first, last }: Sentence, sink: Sink): void {
  const said = context.contentBetween(turn, first, last);
  if (said.length === 0) return;
  let reply = context.agentTurnAfter(turn);
  for (let nth = 0; nth < ANSWERS && reply >= 0; nth++, reply = context.agentTurnAfter(reply)) {
    let echoed = 0;
    for (const { stem } of context.echoes(reply)) if (said.some(word => word.stem === stem)) echoed++;
    if (echoed > 0) sink.named(echoesOnce[nth] as number);
    if (echoed > 1) sink.named(echoesTwice[nth] as number);
  }
}

const start = hashWord('^');
/** Counts that a feature tells apart: 0 to 4 and more. */
const MOST = 4;
const counted = (what: string) => numbersOf([0, 1, 2, 3, MOST].map(count => `${what} ${count}`));
const [lifeCounts, taskCounts] = [counted('life'), counted('task')];

/** Words, pairs of words, word classes, and for a customer the words on either side of a class. */
function words(context: Context, turn: number, { first, last }: Sentence, sink: Sink): void {
  const { bare } = context.tokens;
  let before = start;
  for (let token = first; token <= last; token++) {
    const key = bare[token] as number;
    sink.words(key, ALONE, token);
    sink.words(pair(before, key), token === first ? START : token - 1, token);
    before = key;
  }
  const { classes, classKeys, isLife, isTask } = context.names;
  const hits = context.classHits(turn);
  const customer = context.turns[turn]?.speaker === 'customer';
  let life = 0;
  let task = 0;
  for (let at = 0; at < hits.length; at++) {
    const hit = hits[at] as (typeof hits)[number];
    if (hit.first < first || hit.first > last) continue;
    const { name } = hit;
    sink.named(classes.own[name] as number);
    if (isLife[name] === 1 && !touchedBefore(hits, at, first, last)) life++;
    if (isTask[name] === 1) task++;
    if (!customer) continue;
    const key = classKeys[name] as number;
    if (hit.first > first) sink.beside(pair(bare[hit.first - 1] as number, key), hit.first - 1, name, false);
    if (hit.last < last) sink.beside(pair(key, bare[hit.last + 1] as number), hit.last + 1, name, true);
  }
  sink.named(lifeCounts[Math.min(life, MOST)] as number);
  sink.named(taskCounts[Math.min(task, MOST)] as number);
}

/** Whether the class of a hit was touched earlier in a sentence. Hits are in order of their ends. */
function touchedBefore(
  hits: ReturnType<Context['classHits']>,
  at: number,
  from: number,
  to: number,
): boolean {
  const { name } = hits[at] as (typeof hits)[number];
  for (let before = at - 1; before >= 0; before--) {
    const hit = hits[before] as (typeof hits)[number];
    if (hit.last < from) return false;
    if (hit.name === name && from <= hit.first && hit.first <= to) return true;
  }
  return false;
}

/** Places in a turn, up to the fourth of four and more. */
const PLACES = 4;
const places = Array.from({ length: PLACES }, (_, at) =>
  numbersOf(Array.from({ length: PLACES + 1 }, (_, of) => `sentence ${at} of ${of}`)),
);
const nothingBeside = numbersOf(['before it nothing', 'after it nothing']);

/** Where the sentence stands in what its side says without a break, and what stands beside it there. */
function place(context: Context, turn: number, { first, last }: Sentence, sink: Sink): void {
  const own = context.sentences(turn);
  const at = own.findIndex(sentence => sentence.first === first || sentence.last === last);
  sink.named(places[Math.min(Math.max(at, 0), PLACES - 1)]?.[Math.min(own.length, PLACES)] as number);
  const before = own[at - 1];
  if (before) beside(context, turn, before, 0, sink);
  else beside(context, turn - 1, neighbour(context, turn, -1), 0, sink);
  const after = at >= 0 ? own[at + 1] : undefined;
  if (after) beside(context, turn, after, 1, sink);
  else beside(context, turn + 1, neighbour(context, turn, 1), 1, sink);
}

function beside(context: Context, turn: number, other: Sentence | undefined, side: 0 | 1, sink: Sink): void {
  if (other === undefined) {
    sink.named(nothingBeside[side] as number);
    return;
  }
  const { first, last } = other;
  const { classes, rules } = context.names;
  for (const hit of context.classHits(turn))
    if (first <= hit.first && hit.first <= last) sink.named(classes.beside[side][hit.name] as number);
  for (const hit of context.allHits(turn))
    if (first <= hit.last && hit.first <= last) sink.named(rules.beside[side][hit.index] as number);
}

/** The nearest sentence of the same side in the message before or after, if nobody else speaks between. */
function neighbour(context: Context, turn: number, step: -1 | 1): Sentence | undefined {
  const other = turn + step;
  if (context.turns[other]?.speaker !== context.turns[turn]?.speaker) return undefined;
  return context.sentences(other).at(step < 0 ? -1 : 0);
}

/** What the other side has just said, and where in the conversation we are. */
function around(context: Context, turn: number, sink: Sink): void {
  const before = context.otherBefore(turn);
  if (before < 0) sink.named(OPENS);
  else
    for (const { index } of context.allHits(before)) sink.named(context.names.rules.after[index] as number);
  if (turn >= context.turns.length - 2) sink.named(CLOSES);
  const speaker = context.turns[turn]?.speaker;
  let others = 0;
  for (let t = turn - 1; t >= 0 && others < 2; t--) if (context.turns[t]?.speaker === speaker) others++;
  if (others < 2) sink.named(EARLY);
}

const [ECHO, ECHO_TWICE, ASKS_ECHO, ASKS_NO_ECHO] = numbersOf([
  'echo',
  'echo twice',
  'asks, echo',
  'asks, no echo',
]) as unknown as [number, number, number, number];
/** By what was told. */
const tolds = numbersOf(tellings.map(told => `told ${told}`));
const asks = numbersOf(tellings.map(told => `asks, told ${told}`));
/** By whether a question is about somebody and for the task, then by what was told. */
const asksOf = ['', ' about somebody', ' for the task', ' about somebody for the task'].map(what =>
  numbersOf(tellings.map(told => `asks${what}, told ${told}`)),
);

/** In an agent's sentence: the customer's own words, and whether it asks, of whom, and after what. */
function agents(context: Context, turn: number, { first, last, question }: Sentence, sink: Sink): void {
  let echoed = 0;
  for (const { token } of context.echoes(turn)) if (first <= token && token <= last) echoed++;
  if (echoed > 0) sink.named(ECHO);
  if (echoed > 1) sink.named(ECHO_TWICE);
  const told = tellings.indexOf(context.told(turn));
  sink.named(tolds[told] as number);
  if (!question) return;
  sink.named(asks[told] as number);
  sink.named(echoed > 0 ? ASKS_ECHO : ASKS_NO_ECHO);
  const { isSomebody, isTask, isDevice } = context.names;
  let them = 0;
  let task = 0;
  for (const { name, first: at } of context.classHits(turn)) {
    if (at < first || at > last) continue;
    if (isSomebody[name] === 1) them = 1;
    if (isTask[name] === 1 || isDevice[name] === 1) task = 2;
  }
  sink.named(asksOf[them + task]?.[told] as number);
}

/** A sink that gives each feature of a turn's sentence by its key and, when asked, its name as tables write it. */
export function naming(
  context: Context,
  turn: number,
  visit: (key: number, name: () => string) => void,
): Sink {
  const word = (token: number) => (token === START ? '^' : context.wordAsRead(turn, token));
  return {
    words: (key, left, token) =>
      visit(key, () => (left === ALONE ? word(token) : `${word(left)} ${word(token)}`)),
    beside: (key, token, class_, classFirst) =>
      visit(key, () => {
        const name = `{${context.className(class_)}}`;
        return classFirst ? `${name} ${word(token)}` : `${word(token)} ${name}`;
      }),
    named: feature => visit(keyOf(feature), () => nameOf(feature)),
  };
}

/** The words and pairs of words of a stretch, each with its key; its first word is a pair with the stretch's beginning. */
export function* wordFeatures(
  context: Context,
  turn: number,
  first: number,
  last: number,
): Generator<{ readonly key: number; readonly name: () => string }> {
  const { bare } = context.tokens;
  const word = (token: number) => context.wordAsRead(turn, token);
  for (let token = first; token <= last; token++) {
    const key = bare[token] as number;
    yield { key, name: () => word(token) };
    if (token === first) yield { key: pair(start, key), name: () => word(token) };
    else yield { key: pair(bare[token - 1] as number, key), name: () => `${word(token - 1)} ${word(token)}` };
  }
}
