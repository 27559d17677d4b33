/**
 * What speaks for and against each topic of a disclosure. People disclose obliquely, and often only the agent's
 * condolence, or the sentence before, tells what it was about. So the words of each topic (the classes `topic-*` in
 * src/lexicon) are counted by where they stand: in the disclosure's own sentence, in the rest of its turn, in what the
 * customer says nearby, in what the agent asked before and answers after; with the topics of rules' phrases. These
 * counts weigh the same for every topic, which is why a few hundred labelled disclosures are enough to fit them. The
 * single words of the sentence and of the answer then shift them, topic by topic.
 */
import { type Topic, topics } from '../../model/finding.ts';
import type { Context } from '../context.ts';
import { features } from '../features.ts';
import { featureKey, topicKey } from '../weigh.ts';

type Place = 'own' | 'turn' | 'near' | 'asked' | 'answer';

/** Customer turns on either side in which a story may go on; their words count less the further away they are. */
const NEAR = 4;
/** How many agent turns after it may answer a disclosure, and how many turns before it may have asked. */
const ANSWERS = 2;
const ASKED = 2;
/** A count becomes one feature for each of these that it reaches. */
const STEPS = [0.5, 1, 2, 3] as const;

/** Gathers counts per topic. */
function counted(context: Context, turn: number, first: number, last: number) {
  const counts = new Map<Topic, Map<string, number>>(topics.map(topic => [topic, new Map()]));
  const put = (topic: string | undefined, what: string, much = 1) => {
    const of = counts.get(topic as Topic);
    of?.set(what, (of.get(what) ?? 0) + much);
  };
  const words = (t: number, place: (token: number) => Place, much = 1) => {
    for (const hit of context.classHits(t)) {
      const class_ = topicClass(context.className(hit.name));
      if (class_) put(class_.topic, `${place(hit.first)}${class_.hint ? ' hint' : ''}`, much);
    }
  };
  const inside = (token: number) => first <= token && token <= last;
  words(turn, token => (inside(token) ? 'own' : 'turn'));
  for (const hit of context.hits('disclosure', turn))
    put(hit.rule.fields?.topic, inside(hit.first) ? 'phrase' : 'phrase in turn');
  for (let t = Math.max(0, turn - NEAR); t <= turn + NEAR && t < context.turns.length; t++) {
    if (t === turn || context.turns[t]?.speaker !== 'customer') continue;
    const much = 1 / Math.abs(t - turn);
    words(t, () => 'near', much);
    for (const hit of context.hits('disclosure', t)) put(hit.rule.fields?.topic, 'phrase near', much);
  }
  for (const t of answers(context, turn)) words(t, () => 'answer');
  for (let t = Math.max(0, turn - ASKED); t < turn; t++)
    if (context.turns[t]?.speaker === 'agent') words(t, () => 'asked');
  return counts;
}

const answers = (context: Context, turn: number) => context.agentTurnsAfter(turn).slice(0, ANSWERS);

const known = new Map<string, { topic: string; hint: boolean } | null>();
function topicClass(name: string) {
  let found = known.get(name);
  if (found === undefined) {
    const [, topic, hint] = /^topic-(.*?)(-hint)?$/.exec(name) ?? [];
    found = topic ? { topic, hint: hint !== undefined } : null;
    known.set(name, found);
  }
  return found;
}

/** The features of a stretch as being about each topic; `visit` is asked for names only when fitting. */
export function topicFeatures(
  context: Context,
  turn: number,
  stretch: { readonly first: number; readonly last: number },
  visit: (topic: Topic, key: number, name: () => string) => void,
): void {
  const { first, last } = stretch;
  for (const [topic, counts] of counted(context, turn, first, last)) {
    visit(topic, topicKey(topic, featureKey('(topic)')), () => `${topic}: (topic)`);
    for (const [what, count] of counts)
      for (const step of STEPS) {
        if (count < step) break;
        const name = `(${what} ${step})`;
        visit(topic, featureKey(name), () => name);
      }
  }
  const shared = (key: number, name: () => string) => {
    for (const topic of topics) visit(topic, topicKey(topic, key), () => `${topic}: ${name()}`);
  };
  features(context, turn, { first, last, question: false }, shared);
  for (const t of answers(context, turn)) {
    const { tokens } = context;
    for (
      let token = (tokens.turnStart[t] as number) + 1;
      token < (tokens.turnStart[t + 1] as number);
      token++
    ) {
      if (tokens.isBreak(token)) continue;
      const [word = ''] = (context.words(t, token, token)[0] ?? '').replace(/['’‘`´]/g, '').split(/\s/);
      if (!/^\p{L}+$/u.test(word)) continue;
      const name = `(answer ${word})`;
      shared(answerKey(word), () => name);
    }
  }
}

const answerKeys = new Map<string, number>();
function answerKey(word: string): number {
  let key = answerKeys.get(word);
  if (key === undefined) {
    key = featureKey(`(answer ${word})`);
    if (answerKeys.size > 50_000) answerKeys.clear();
    answerKeys.set(word, key);
  }
  return key;
}
