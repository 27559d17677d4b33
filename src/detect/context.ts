/**
 * What detectors know of a conversation: its tokens, sentences, and the hits of every rule after guards.
 * Everything here is computed once per conversation, and lazily where most conversations do not need it.
 * No detector sees another's findings, only hits: so their order does not matter.
 */
import type { Conversation, Turn } from '../model/conversation.ts';
import type { Dimension, Span } from '../model/finding.ts';
import type { KnownWording } from '../model/wording.ts';
import { closedEnd } from '../text/closing.ts';
import { fold } from '../text/fold.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Tokens } from '../text/tokens.ts';
import { hashWord } from '../text/vocabulary.ts';
import type { Compiled, WordSet } from './compile.ts';
import type { ContentWord, ContentWords } from './content.ts';
import type { TopicScales } from './disclosure/topic-scales.ts';
import { echoes } from './echo.ts';
import { type FeatureNames, featureKey } from './feature-names.ts';
import type { RuleHit } from './raw-hits.ts';
import { type Telling, toldBefore } from './told.ts';
import { logistic, type Scales } from './weigh.ts';

/** A word class touched: its name's index in the compiled classes. */
export interface ClassHit {
  readonly name: number;
  readonly first: number;
  readonly last: number;
}

const marks = new Map(['<number>', '<name>', '<url>'].map(mark => [hashWord(mark), mark]));

/** The hashes of the words of each set. */
export type WordSets = Readonly<Record<WordSet, ReadonlySet<number>>>;

/** Words shown as the reasons of a finding. */
const MOST_SHOWN = 5;

/** More tokens than any sentence has. */
const PLACES = 2 ** 20;

/** What a context works with, the same for every conversation. */
export interface Tools {
  readonly compiled: Compiled;
  readonly tokens: Tokens;
  readonly contentWords: ContentWords;
  readonly scales: Scales;
  readonly topics: TopicScales;
  /** The named features of word classes and rules. */
  readonly names: FeatureNames;
  readonly wordSets: WordSets;
}

export class Context {
  readonly conversation: Conversation;
  readonly compiled: Compiled;
  readonly tokens: Tokens;
  readonly topics: TopicScales;
  /** The named features of word classes and rules. */
  readonly names: FeatureNames;
  readonly #contentWords: ContentWords;
  readonly #scales: Scales;
  readonly #wordSets: WordSets;
  readonly #told: Telling[] = [];
  readonly #words: (string[] | undefined)[] = [];
  #nextAgents: Int32Array | undefined;
  readonly #content: (readonly ContentWord[] | undefined)[] = [];
  readonly #hits: readonly (readonly RuleHit[])[];
  readonly #classes: readonly (readonly ClassHit[])[];
  readonly #sentences: readonly (readonly Sentence[])[];
  #echoes: ((turn: number) => readonly ContentWord[]) | undefined;
  /** Where what the tables give a sentence begins in `#scales.sums`, by the sentence's place. */
  readonly #weights = new Map<number, number>();
  /** The same of what all sentences of a turn start from. */
  readonly #shared: number[] = [];
  /** What is known of the agents' wording from other conversations, in order. */
  known: readonly KnownWording[] = [];

  /** `hits`, `classes` and `sentences` are those of each turn. */
  constructor(
    tools: Tools,
    conversation: Conversation,
    hits: readonly (readonly RuleHit[])[],
    classes: readonly (readonly ClassHit[])[],
    sentences: readonly (readonly Sentence[])[],
  ) {
    this.conversation = conversation;
    this.compiled = tools.compiled;
    this.tokens = tools.tokens;
    this.topics = tools.topics;
    this.names = tools.names;
    this.#contentWords = tools.contentWords;
    this.#scales = tools.scales;
    this.#wordSets = tools.wordSets;
    this.#hits = hits;
    this.#classes = classes;
    this.#sentences = sentences;
    tools.scales.clear();
    tools.topics.shared.clear();
  }

  get turns(): readonly Turn[] {
    return this.conversation.turns;
  }

  /** The hits of one dimension's rules in a turn, in order. */
  hits(dimension: Dimension, turn: number): readonly RuleHit[] {
    return (this.#hits[turn] as readonly RuleHit[]).filter(hit => hit.rule.dimension === dimension);
  }

  /** All hits in a turn, in order. */
  allHits(turn: number): readonly RuleHit[] {
    return this.#hits[turn] as readonly RuleHit[];
  }

  /** The word classes touched in a turn, in order. */
  classHits(turn: number): readonly ClassHit[] {
    return this.#classes[turn] as readonly ClassHit[];
  }

  /**
   * How surely a sentence is what a fitted table looks for: its probability over the table's threshold, 1 and more
   * being enough; null where there is no such table.
   */
  weighed(table: string, turn: number, sentence: Sentence): number | null {
    const probability = this.probability(table, turn, sentence);
    return probability === null ? null : probability / this.#scales.threshold(this.#scales.numberOf(table));
  }

  /** The probability, 0 to 1, that a fitted table gives a sentence; null where there is no such table. */
  probability(table: string, turn: number, sentence: Sentence): number | null {
    const number = this.#scales.numberOf(table);
    if (number < 0) return null;
    const at = this.#weightsOf(turn, sentence);
    return logistic(this.#scales.sums[at + number] as number);
  }

  /** How surely named features add up to what a fitted table looks for, as `weighed`; null without such a table. */
  judged(table: string, named: Iterable<string>): number | null {
    const number = this.#scales.numberOf(table);
    if (number < 0) return null;
    return this.#scales.judge(number, [...named].map(featureKey)) / this.#scales.threshold(number);
  }

  /** The words and pairs of words that spoke for a sentence in a fitted table, heaviest first. */
  reasons(table: string, turn: number, sentence: Sentence): string[] {
    const number = this.#scales.numberOf(table);
    return number < 0 ? [] : this.#scales.reasons(number, this, turn, sentence);
  }

  /** Whether a word or pair of words says something by itself: not only "and", "the", "you". */
  says(words: string): boolean {
    return words.split(' ').some(word => !this.#wordSets.stop.has(hashWord(word)));
  }

  /** The telling ones of such words, to be shown: those that say something by themselves. */
  telling(reasons: readonly string[]): string[] {
    return reasons.filter(words => this.says(words)).slice(0, MOST_SHOWN);
  }

  /** Where all tables' sums of a sentence begin: worked out when first asked for, as several are asked about the same one. */
  #weightsOf(turn: number, sentence: Sentence): number {
    const place = sentence.first * PLACES + (sentence.last - sentence.first);
    let known = this.#weights.get(place);
    if (known === undefined) {
      this.#shared[turn] ??= this.#scales.turn(this, turn);
      known = this.#scales.weigh(this, turn, sentence, this.#shared[turn]);
      this.#weights.set(place, known);
    }
    return known;
  }

  /** The name of a word class. */
  className(index: number): string {
    return this.compiled.classes[index] as string;
  }

  /** What the customer had told before an agent's turn. */
  told(turn: number): Telling {
    this.#told[turn] ??= toldBefore(this, turn);
    return this.#told[turn];
  }

  /** The last turn before this one that is not of its speaker; -1 if there is none. */
  otherBefore(turn: number): number {
    let before = turn - 1;
    while (before >= 0 && this.turns[before]?.speaker === this.turns[turn]?.speaker) before--;
    return before;
  }

  /** The sentences of a turn, in order. */
  sentences(turn: number): readonly Sentence[] {
    return this.#sentences[turn] as readonly Sentence[];
  }

  /** The words of a stretch, folded. */
  words(turn: number, first: number, last: number): string[] {
    const start = this.tokens.turnStart[turn] as number;
    this.#words[turn] ??= this.#wordsOf(turn, start, this.tokens.turnStart[turn + 1] as number);
    return this.#words[turn].slice(first - start, last - start + 1);
  }

  #wordsOf(turn: number, from: number, to: number): string[] {
    const text = fold((this.turns[turn] as Turn).text);
    const out: string[] = [];
    for (let token = from; token < to; token++)
      out.push(text.slice(this.tokens.start[token], this.tokens.end[token]));
    return out;
  }

  /** A word as the tables of weights have it: lower case, without apostrophes, as it was read where it is shorthand. */
  wordAsRead(turn: number, token: number): string {
    const { tokens } = this;
    const mark = marks.get(tokens.bare[token] as number);
    if (mark) return mark;
    const read = tokens.readAs(token);
    if (read !== undefined) return read;
    const text = (this.turns[turn] as Turn).text;
    const said = text
      .slice(tokens.start[token], tokens.end[token])
      .toLowerCase()
      .replace(/['’‘`´]/g, '');
    if (said === '&') return 'and';
    const tag = /^[[<](.+?)[\]>]$/.exec(said)?.[1];
    if (tag) return `<${tag.replace(/[-_ ]?\d+$/, '').replace(/[_ -]/g, '')}>`;
    // a token reaches over what is said twice: "no, no"
    return /^[\p{L}\p{N}]+/u.exec(said)?.[0] ?? (said.split(/\s/)[0] as string);
  }

  /** Whether a token is a word of one of the sets that code asks for by name. */
  isWord(set: WordSet, token: number): boolean {
    return this.#wordSets[set].has(this.tokens.hash[token] as number);
  }

  /** The content words of a turn, in order. */
  content(turn: number): readonly ContentWord[] {
    const { tokens } = this;
    this.#content[turn] ??= this.#contentWords.of(
      tokens,
      (this.turns[turn] as Turn).text,
      tokens.turnStart[turn] as number,
      (tokens.turnStart[turn + 1] as number) - 1,
    );
    return this.#content[turn];
  }

  /** The content words among tokens `first` to `last` of a turn. */
  contentBetween(turn: number, first: number, last: number): ContentWord[] {
    return this.content(turn).filter(word => first <= word.token && word.token <= last);
  }

  /** The content words of an agent's turn that the customer had brought in. */
  echoes(turn: number): readonly ContentWord[] {
    this.#echoes ??= echoes(this);
    return this.#echoes(turn);
  }

  /** The sentence that holds a token. */
  sentenceAt(turn: number, token: number): Sentence {
    const found = this.sentences(turn).find(sentence => sentence.first <= token && token <= sentence.last);
    return found ?? { first: token, last: token, question: false };
  }

  /** Tokens `first` to `last` of a turn as a span of its text. `closed` takes in the mark that ends the sentence. */
  span(turn: number, first: number, last: number, closed = false): Span {
    const text = (this.turns[turn] as Turn).text;
    const start = this.tokens.start[first] as number;
    const said = this.tokens.end[last] as number;
    const end = closed ? closedEnd(text, said) : said;
    return { turn, start, end, quote: text.slice(start, end) };
  }

  /** The id of the agent who said an agent's turn. */
  agentOf(turn: number): string {
    return (this.turns[turn] as Turn).agent ?? this.conversation.agent.id;
  }

  /** The agent's next turn after a turn; -1 if there is none. */
  agentTurnAfter(turn: number): number {
    if (this.#nextAgents === undefined) {
      this.#nextAgents = new Int32Array(this.turns.length);
      let next = -1;
      for (let t = this.turns.length - 1; t >= 0; t--) {
        this.#nextAgents[t] = next;
        if (this.turns[t]?.speaker === 'agent') next = t;
      }
    }
    return this.#nextAgents[turn] as number;
  }

  /** The agent's turns after a turn, in order. */
  agentTurnsAfter(turn: number): number[] {
    const out: number[] = [];
    for (let t = this.agentTurnAfter(turn); t >= 0; t = this.agentTurnAfter(t)) out.push(t);
    return out;
  }
}
