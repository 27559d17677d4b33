/**
 * What speaks for a topic of a disclosure. People disclose obliquely, and often only the agent's
 * condolence, or the sentence before, tells what it was about. So the words of each topic (the classes `topic-*` in
 * src/lexicon) are counted by where they stand: in the disclosure's own sentence, in the rest of its turn, in what the
 * customer says nearby, in what the agent asked before and answers after; with the topics of rules' phrases. These
 * counts weigh the same for every topic, which is why a few hundred labelled disclosures are enough to fit them. The
 * single words of the sentence and of the answer then shift them, topic by topic.
 */
import { topics } from '../../model/finding.ts';
import { hashWord } from '../../text/vocabulary.ts';
import type { Context } from '../context.ts';
import { featureKey, keyOf, nameOf, numberOf, numbersOf, pair } from '../feature-names.ts';
import { features, naming, type Sink } from '../features.ts';

/** Takes the features of a disclosure as being about each topic. */
export interface TopicSink {
  /** A count that speaks for one topic, as a named feature that weighs the same for all of them. */
  counted(topic: number, feature: number): void;
  /** A word of the answer, which each topic weighs for itself. */
  answer(key: number, word: () => string): void;
  /** What each topic weighs for itself. */
  readonly shared: Sink;
}

/** Customer turns on either side in which a story may go on; their words count less the further away they are. */
const NEAR = 4;
/** How many agent turns after it may answer a disclosure, and how many turns before it may have asked. */
const ANSWERS = 2;
const ASKED = 2;
/** A count becomes one feature for each of these that it reaches. */
const STEPS = [0.5, 1, 2, 3] as const;

/** Where words and phrases of a topic may stand. A hint's place is the one after its word's. */
const places = [
  'own',
  'own hint',
  'turn',
  'turn hint',
  'near',
  'near hint',
  'asked',
  'asked hint',
  'answer',
  'answer hint',
  'phrase',
  'phrase in turn',
  'phrase near',
] as const;
const [OWN, TURN, IN_STORY, ASKED_OF, ANSWER] = [0, 2, 4, 6, 8] as const;
const [PHRASE, PHRASE_IN_TURN, PHRASE_NEAR] = [10, 11, 12] as const;
const steps = places.map(place => numbersOf(STEPS.map(step => `${place} ${step}`)));
const TOPIC = numberOf('topic');

const counts = new Float64Array(topics.length * places.length);

/** Counts per topic, into `counts`. */
function count(context: Context, turn: number, first: number, last: number): void {
  counts.fill(0);
  const { topicOfClass, isHint, topicOfRule } = context.names;
  const put = (topic: number, place: number, much = 1) => {
    if (topic >= 0) counts[topic * places.length + place]! += much;
  };
  const words = (t: number, place: number, much = 1) => {
    for (const { name } of context.classHits(t))
      put(topicOfClass[name] as number, place + (isHint[name] as number), much);
  };
  for (const { name, first: at } of context.classHits(turn))
    put(topicOfClass[name] as number, (first <= at && at <= last ? OWN : TURN) + (isHint[name] as number));
  for (const { rule, index, first: at } of context.allHits(turn))
    if (rule.dimension === 'disclosure')
      put(topicOfRule[index] as number, first <= at && at <= last ? PHRASE : PHRASE_IN_TURN);
  for (let t = Math.max(0, turn - NEAR); t <= turn + NEAR && t < context.turns.length; t++) {
    if (t === turn || context.turns[t]?.speaker !== 'customer') continue;
    const much = 1 / Math.abs(t - turn);
    words(t, IN_STORY, much);
    for (const { rule, index } of context.allHits(t))
      if (rule.dimension === 'disclosure') put(topicOfRule[index] as number, PHRASE_NEAR, much);
  }
  let reply = context.agentTurnAfter(turn);
  for (let nth = 0; nth < ANSWERS && reply >= 0; nth++, reply = context.agentTurnAfter(reply))
    words(reply, ANSWER);
  for (let t = Math.max(0, turn - ASKED); t < turn; t++)
    if (context.turns[t]?.speaker === 'agent') words(t, ASKED_OF);
}

/** Gives the features of a stretch as being about each topic. */
export function topicFeatures(
  context: Context,
  turn: number,
  stretch: { readonly first: number; readonly last: number },
  sink: TopicSink,
): void {
  const { first, last } = stretch;
  sink.shared.named(TOPIC);
  count(context, turn, first, last);
  for (let topic = 0; topic < topics.length; topic++)
    for (let place = 0; place < places.length; place++) {
      const much = counts[topic * places.length + place] as number;
      for (let step = 0; step < STEPS.length && much >= (STEPS[step] as number); step++)
        sink.counted(topic, steps[place]?.[step] as number);
    }
  features(context, turn, { first, last, question: false }, sink.shared);
  const { tokens } = context;
  let reply = context.agentTurnAfter(turn);
  for (let nth = 0; nth < ANSWERS && reply >= 0; nth++, reply = context.agentTurnAfter(reply)) {
    const end = tokens.turnStart[reply + 1] as number;
    for (let token = (tokens.turnStart[reply] as number) + 1; token < end; token++) {
      const key = answerKey(context, reply, token);
      const at = reply;
      if (key !== NO_WORD) sink.answer(key, () => context.wordAsRead(at, token));
    }
  }
}

/** The key of no word. */
const NO_WORD = 0;
/** By the word's own key: few words make up most answers. */
const answerKeys = new Map<number, number>();

/** The key of `(answer word)` for a token of an answer. */
function answerKey(context: Context, turn: number, token: number): number {
  const { tokens } = context;
  const word = tokens.bare[token] as number;
  if (tokens.isBreak(token) || tokens.isNumber(token) || tokens.isName(token)) return NO_WORD;
  let key = answerKeys.get(word);
  if (key === undefined) {
    const said = context.wordAsRead(turn, token);
    key = /^\p{L}+$/u.test(said) ? featureKey(`(answer ${said})`) : NO_WORD;
    if (answerKeys.size > 50_000) answerKeys.clear();
    answerKeys.set(word, key);
  }
  return key;
}

/** A sink that gives each feature's topic (its index), key and name, as the table of topics writes it. */
export function topicNaming(
  context: Context,
  turn: number,
  visit: (topic: number, key: number, name: () => string) => void,
): TopicSink {
  const shared = (key: number, name: () => string) =>
    topics.forEach((topic, index) => {
      visit(index, pair(pair(hashWord(topic), 7), key), () => `${topic}: ${name()}`);
    });
  return {
    counted: (topic, feature) => visit(topic, keyOf(feature), () => nameOf(feature)),
    answer: (key, word) => shared(key, () => `(answer ${word()})`),
    shared: naming(context, turn, shared),
  };
}
