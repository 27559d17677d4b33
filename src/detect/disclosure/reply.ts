/**
 * What an agent's turn has in it as a reply to one disclosure, as named features for the fitted tables
 * `answer-acknowledged` and `answer-formula`. Few and readable, since labelled answers are few: each is a way in which
 * people show that they heard (the customer's own words, the same field of life, the people spoken of, a feeling that
 * matches, a question that the task does not need) or in which they show that they did not.
 */
import { empathyKinds, type Topic, type Valence } from '../../model/finding.ts';
import type { Sentence } from '../../text/sentences.ts';
import type { Context } from '../context.ts';
import type { RuleHit } from '../raw-hits.ts';
import { wayOf } from './missed.ts';

/** What was disclosed: where, and what it is. */
export interface Told {
  readonly turn: number;
  readonly first: number;
  readonly last: number;
  readonly topic: Topic;
  readonly valence: Valence;
}

/** A probability is told by the steps it has reached: a table of words says "more or less", no exact figure. */
const STEPS = [0.15, 0.3, 0.5, 0.7, 0.9] as const;
/** From this probability on, a sentence is taken for warm or personal where that stands beside something else. */
const LIKELY = 0.3;
/** From this probability on, a sentence is stock wording. */
const STOCK = 0.5;

/** The guide's window: an answer is looked for in this many agent turns after the disclosure; later only a return to it counts. */
export const WINDOW = 2;

/** Signs that a later turn comes back to this disclosure, and not to another. */
const RETURNS = ['(echo of life)', '(echo with warmth)', '(echo in a question)', '(echo of a count)'];

/** What a turn that only refuses, closes or passes on must still hold to be an answer. */
const DESPITE_DEFLECTION = ['(echo)', '(strong phrase)', '(exclaims)'];

/** Whether a turn with these features may acknowledge at all: it is near or clearly comes back, and does not only close the subject. */
export const mayAnswer = (features: ReadonlySet<string>, near: number) =>
  (near < WINDOW || RETURNS.some(sign => features.has(sign))) &&
  (!features.has('(only deflection)') || DESPITE_DEFLECTION.some(sign => features.has(sign)));

const words = (list: string) => new Set(list.split(' '));
const THIRD_PERSONS = words('he she him her his hers himself herself');
const EXCLAIMS = words(
  'oh ah aw aww ooh ohh oof ouch wow ha haha yikes gosh god goodness jesus crikey ach blimey bless',
);
const NODS = words(
  'ok okay right alright sure certainly absolutely yes yeah no noted understood perfect great',
);
const COUNTED = words('year years yr yrs month months week weeks day days hours kids children');
/** What is done because of what was told says for whom, or so that what: "so no more letters come". */
const SO_THAT = words('you she he they nobody that no it your her his there');

/** Calls `put` for every feature of agent turn `at` as a reply, `near` being its place among the agent's turns after it. */
export function replyFeatures(
  context: Context,
  told: Told,
  at: number,
  near: number,
  own = whatWasTold(context, told),
): Set<string> {
  const out = new Set<string>();
  const sentences = context.sentences(at);
  const ways: string[] = [];
  const most: Record<string, number> = {};
  const raise = (name: string, value: number) => {
    most[name] = Math.max(most[name] ?? 0, value);
  };
  for (const [index, sentence] of sentences.entries()) {
    const p = (table: string) => context.probability(table, at, sentence) ?? 0;
    const [warm, personal, script] = [p('empathy'), p('authentic'), p('scripted')];
    const hits = context.allHits(at).filter(hit => hit.first <= sentence.last && sentence.first <= hit.last);
    const stock = script >= STOCK || hits.some(hit => hit.rule.dimension === 'scripted');
    raise('warm', warm * (1 - script));
    raise('warm formula', warm * script);
    raise('personal', personal * (1 - script));
    raise('stock', script);
    // which kind of empathy is asked only where there may be any: most sentences are business
    if (warm >= STEPS[0]) for (const kind of empathyKinds) raise(kind, p(kind) * (1 - script));
    for (const hit of hits) for (const name of namesOf(hit, stock, told.topic)) out.add(name);
    for (const name of sentenceFeatures(context, at, sentence, told, own, {
      stock,
      touched: warm >= LIKELY || personal >= LIKELY,
    }))
      out.add(name);
    if (index === 0) for (const name of opening(context, at, sentence)) out.add(name);
    const way = wayOf(context, at, sentence);
    if (way) ways.push(way);
  }
  if (ways[0]) out.add(`(first ${ways[0]})`);
  for (const way of ['deflection', 'problem-solving']) if (ways.includes(way)) out.add(`(${way})`);
  if (ways.length > 0 && ways.every(way => way === 'deflection')) out.add('(only deflection)');
  for (const [name, value] of Object.entries(most))
    for (const step of STEPS) if (value >= step) out.add(`(${name} ${step})`);
  for (const name of newer(context, told, at, own)) out.add(name);
  const length = sentences.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  if (length < 5) out.add('(a word or two)');
  else if (length > 40) out.add('(long)');
  if (near === 1) out.add('(second turn)');
  if (near >= WINDOW) out.add('(later)');
  out.add(told.valence === 'positive' ? '(good news)' : '(bad news)');
  return out;
}

/** Whether the customer went on in between, to what else, and whether the agent takes up that instead. */
function newer(context: Context, told: Told, at: number, own: OwnWords): string[] {
  const out: string[] = [];
  const stems = new Set<number>();
  for (let turn = told.turn + 1; turn < at; turn++) {
    if (context.turns[turn]?.speaker !== 'customer') continue;
    if (context.hits('disclosure', turn).length > 0) out.push('(more was told)');
    for (const word of context.content(turn)) if (!own.turnStems.has(word.stem)) stems.add(word.stem);
  }
  if (context.echoes(at).some(word => stems.has(word.stem))) out.push('(echo of something newer)');
  return out;
}

/** Whether a turn holds a word or a count of the disclosure at all: without one, it needs no closer look for a return. */
export function takesUp(context: Context, at: number, own: OwnWords): boolean {
  if (context.echoes(at).some(word => own.stems.has(word.stem))) return true;
  if (own.counts.size === 0) return false;
  return context
    .sentences(at)
    .some(sentence => countsIn(context, at, sentence).some(count => own.counts.has(count)));
}

/** The words of a disclosure, as replies are held against them. */
export type OwnWords = ReturnType<typeof whatWasTold>;

/** The disclosure's own words and what they touch, over the whole of its sentences. */
export function whatWasTold(context: Context, { turn, first, last }: Told) {
  const from = context.sentenceAt(turn, first).first;
  const to = context.sentenceAt(turn, last).last;
  return {
    stems: new Set(context.contentBetween(turn, from, to).map(word => word.stem)),
    turnStems: new Set(context.content(turn).map(word => word.stem)),
    fields: new Set(
      classesIn(context, turn, { first: from, last: to }).filter(name => context.names.isLife[name] === 1),
    ),
    person: context.classHits(turn).some(({ name }) => name === context.names.kin),
    counts: new Set(countsIn(context, turn, { first: from, last: to })),
  };
}

/** The indexes of the word classes that a stretch touches. */
function classesIn(
  context: Context,
  turn: number,
  { first, last }: Pick<Sentence, 'first' | 'last'>,
): number[] {
  const out: number[] = [];
  for (const hit of context.classHits(turn)) if (first <= hit.first && hit.first <= last) out.push(hit.name);
  return out;
}

/** Lengths of time and numbers of people, as said: "forty years". */
function countsIn(
  context: Context,
  turn: number,
  { first, last }: Pick<Sentence, 'first' | 'last'>,
): string[] {
  const said = context.words(turn, first, last);
  return said.flatMap((word, i) => (i > 0 && COUNTED.has(word) ? [`${said[i - 1]} ${word}`] : []));
}

function namesOf({ rule }: RuleHit, stock: boolean, topic: Topic): string[] {
  if (rule.dimension === 'empathy') {
    const names = [`(${rule.fields?.level} phrase${stock ? ' in stock' : ''})`];
    if (rule.id === 'empathy/condolence')
      names.push(topic === 'bereavement' ? '(condolence fits)' : '(condolence)');
    return names;
  }
  if (rule.dimension === 'authentic') return [`(personal phrase${stock ? ' in stock' : ''})`];
  if (rule.dimension === 'rushed') return ['(hurry)'];
  if (rule.id.startsWith('scripted/stock-')) return ['(stock feeling)'];
  return [];
}

function sentenceFeatures(
  context: Context,
  at: number,
  sentence: Sentence,
  told: Told,
  own: OwnWords,
  { stock, touched }: { readonly stock: boolean; readonly touched: boolean },
): string[] {
  const out: string[] = [];
  const { first, last, question } = sentence;
  const { isLife, isTask, month, kin, goodFeeling, badFeeling } = context.names;
  const classes = classesIn(context, at, sentence);
  const business = classes.filter(name => isTask[name] === 1).length;
  const life = new Set(classes.filter(name => isLife[name] === 1));
  const echoed = context.echoes(at).filter(word => first <= word.token && word.token <= last);
  const touches = (token: number, is: (name: number) => boolean) =>
    context.classHits(at).some(hit => hit.first === token && is(hit.name));
  const again = echoed.filter(
    word => own.stems.has(word.stem) && !touches(word.token, name => name === month),
  );
  const inTurn = echoed.filter(word => own.turnStems.has(word.stem));
  if (stock) return again.length > 0 ? ['(echo in stock)'] : [];
  const said = context.words(at, first, last).map(word => word.replace(/'.*$/, ''));
  if (again.length > 0) {
    out.push(business > 1 || (question && business > 0) ? '(echo among business)' : '(echo)');
    if (again.some(word => touches(word.token, name => isLife[name] === 1))) out.push('(echo of life)');
    if (touched) out.push('(echo with warmth)');
    if (question) out.push(business > 0 ? '(echo in a business question)' : '(echo in a question)');
    if (again.length > 1) out.push('(echo twice)');
  } else if (inTurn.length > 0) out.push('(echo of the turn)');
  if (countsIn(context, at, sentence).some(count => own.counts.has(count))) out.push('(echo of a count)');
  if ([...life].some(name => own.fields.has(name))) {
    out.push(business > 1 ? '(same field among business)' : '(same field)');
    if (touched) out.push('(same field with warmth)');
  }
  const person =
    said.some(word => THIRD_PERSONS.has(word)) ||
    said.some((w, i) => w === 'your' && i < said.length - 1 && classes.includes(kin));
  if (own.person && person) {
    out.push('(their person)');
    if (question && business === 0) out.push('(asks about their person)');
  }
  const good = life.has(goodFeeling);
  const bad = life.has(badFeeling) || said.includes('sorry');
  if (good) out.push(told.valence === 'positive' ? '(glad of good news)' : '(glad of bad news)');
  if (bad) out.push(told.valence === 'positive' ? '(sorry for good news)' : '(sorry for bad news)');
  if (question)
    out.push(business > 0 ? '(business question)' : life.size > 0 ? '(question of life)' : '(question)');
  if (said.some((word, i) => word === 'so' && i > 0 && SO_THAT.has(said[i + 1] ?? ''))) out.push('(so that)');
  if (business === 0 && life.size > 0) out.push('(life alone)');
  return out;
}

/** How the turn begins: what comes first is what was reacted to. */
function opening(context: Context, at: number, { first, last }: Sentence): string[] {
  const [one = '', two = ''] = context.words(at, first, Math.min(last, first + 1));
  if (EXCLAIMS.has(one)) return ['(exclaims)'];
  if (one === 'thanks' || (one === 'thank' && two === 'you')) return ['(thanks first)'];
  if (NODS.has(one)) return ['(nods first)'];
  return [];
}
