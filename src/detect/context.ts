/**
 * What detectors know of a conversation: its tokens, sentences, and the hits of every rule after guards.
 * Everything here is computed once per conversation, and lazily where most conversations do not need it.
 * No detector sees another's findings, only hits: so their order does not matter.
 */
import { Matcher } from '../match/matcher.ts';
import type { Conversation, Turn } from '../model/conversation.ts';
import type { Dimension, Span } from '../model/finding.ts';
import { fold } from '../text/fold.ts';
import { clauseStarts, type Sentence, sentences } from '../text/sentences.ts';
import { Tokens } from '../text/tokens.ts';
import { hashWord, Vocabulary } from '../text/vocabulary.ts';
import type { Compiled, CompiledRule, WordSet } from './compile.ts';
import { type ContentWord, ContentWords } from './content.ts';
import { echoes } from './echo.ts';
import { Scales } from './weigh.ts';

/** A phrase of a rule, found and not cancelled: tokens `first` to `last` of `turn`. */
export interface RuleHit {
  readonly rule: CompiledRule;
  readonly turn: number;
  readonly first: number;
  readonly last: number;
}

/** A word class touched: its name's index in the compiled classes. */
export interface ClassHit {
  readonly name: number;
  readonly first: number;
  readonly last: number;
}

interface RawHit {
  readonly first: number;
  readonly last: number;
}

/** The hashes of the words of each set. */
type WordSets = Readonly<Record<WordSet, ReadonlySet<number>>>;

const wordSets = ({ wordSets }: Compiled): WordSets => {
  const hashes = (name: WordSet) => new Set(wordSets[name].map(hashWord));
  return {
    stop: hashes('stop'),
    task: hashes('task'),
    number: hashes('number'),
    vague: hashes('vague'),
    deed: hashes('deed'),
    calendar: hashes('calendar'),
  };
};

/** Built once from the compiled rules; gives a context per conversation. Reuses its arrays: one at a time. */
export class Engine {
  readonly tokens: Tokens;
  readonly compiled: Compiled;
  readonly #matcher: Matcher;
  readonly #starts: ReadonlySet<number>;
  readonly #content: ContentWords;
  readonly #scales: Scales;
  readonly #classKeys: readonly number[];
  readonly #wordSets: WordSets;

  constructor(compiled: Compiled) {
    this.compiled = compiled;
    this.#classKeys = compiled.classes.map(name => hashWord(`{${name}}`));
    const vocabulary = new Vocabulary(compiled.automaton.words);
    this.tokens = new Tokens(vocabulary);
    this.#content = new ContentWords(compiled.wordSets.stop, compiled.wordSets.task);
    this.#scales = new Scales(compiled.weights);
    this.#wordSets = wordSets(compiled);
    this.#matcher = new Matcher(compiled.automaton);
    this.#starts = new Set(clauseStarts.map(word => vocabulary.numberOf(word)).filter(number => number >= 0));
  }

  /** Tokenises and scans a conversation. The context is good until the next call. */
  read(conversation: Conversation): Context {
    const { tokens } = this;
    tokens.reset([conversation.agent.name ?? '', conversation.customer?.name ?? '']);
    const hits: RuleHit[][] = [];
    const classes: ClassHit[][] = [];
    conversation.turns.forEach((turn, t) => {
      tokens.add(turn.text);
      classes.push([]);
      hits.push(
        turn.speaker === 'agent' || turn.speaker === 'customer'
          ? this.#hits(t, turn.speaker, classes[t] as ClassHit[])
          : [],
      );
    });
    return new Context(
      this.compiled,
      conversation,
      tokens,
      hits,
      classes,
      token => this.#starts.has(tokens.word[token] as number),
      this.#content,
      this.#scales,
      this.#classKeys,
      this.#wordSets,
    );
  }

  #hits(turn: number, speaker: 'agent' | 'customer', classes: ClassHit[]): RuleHit[] {
    const { tokens, compiled } = this;
    const rules = new Map<number, RawHit[]>();
    const guards = new Map<number, RawHit[]>();
    this.#matcher.scan(
      tokens,
      tokens.turnStart[turn] as number,
      tokens.turnStart[turn + 1] as number,
      (slot, first, last) => {
        const owner = compiled.slots[slot] as number;
        if (owner >= compiled.rules.length) {
          classes.push({ name: owner - compiled.rules.length, first, last });
          return;
        }
        const map = owner >= 0 ? rules : guards;
        const key = owner >= 0 ? owner : -1 - owner;
        const list = map.get(key);
        if (list) list.push({ first, last });
        else map.set(key, [{ first, last }]);
      },
    );
    const out: RuleHit[] = [];
    for (const [index, raw] of rules) {
      const rule = compiled.rules[index] as CompiledRule;
      if (rule.speaker !== speaker) continue;
      const standing = raw.filter(
        hit => !rule.guards.some(guard => guards.get(guard)?.some(at => this.#cancels(guard, at, hit))),
      );
      for (const hit of longest(standing)) out.push({ rule, turn, ...hit });
    }
    return out.sort((a, b) => a.first - b.first || a.last - b.last || (a.rule.id < b.rule.id ? -1 : 1));
  }

  #cancels(guard: number, at: RawHit, hit: RawHit): boolean {
    const { side, within } = this.compiled.guards[guard] as Compiled['guards'][number];
    if (side === 'before')
      return at.last < hit.first && hit.first - at.last - 1 <= within && this.#joined(at.last, hit.first);
    if (side === 'after')
      return at.first > hit.last && at.first - hit.last - 1 <= within && this.#joined(hit.last, at.first);
    if (at.last < hit.first) return this.#joined(at.last, hit.first);
    return at.first <= hit.last || this.#joined(hit.last, at.first);
  }

  /** Whether no sentence ends between two tokens. */
  #joined(from: number, to: number): boolean {
    for (let token = from + 1; token < to; token++) if (this.tokens.isBreak(token)) return false;
    return true;
  }
}

/** Drops hits that lie inside others; what is left is in order. */
function longest(hits: readonly RawHit[]): RawHit[] {
  const sorted = [...hits].sort((a, b) => a.first - b.first || b.last - a.last);
  const out: RawHit[] = [];
  for (const hit of sorted) {
    const before = out.at(-1);
    if (!before || hit.last > before.last) out.push(hit);
  }
  return out;
}

/** More tokens than any sentence has. */
const PLACES = 2 ** 20;

export class Context {
  readonly compiled: Compiled;
  readonly conversation: Conversation;
  readonly tokens: Tokens;
  readonly #contentWords: ContentWords;
  readonly #scales: Scales;
  readonly #classKeys: readonly number[];
  readonly #wordSets: WordSets;
  readonly #content: (readonly ContentWord[] | undefined)[] = [];
  readonly #hits: readonly (readonly RuleHit[])[];
  readonly #classes: readonly (readonly ClassHit[])[];
  readonly #isStart: (token: number) => boolean;
  #echoes: ((turn: number) => readonly ContentWord[]) | undefined;
  readonly #sentences: (readonly Sentence[] | undefined)[] = [];
  readonly #weights = new Map<number, Float64Array>();

  constructor(
    compiled: Compiled,
    conversation: Conversation,
    tokens: Tokens,
    hits: readonly (readonly RuleHit[])[],
    classes: readonly (readonly ClassHit[])[],
    isStart: (token: number) => boolean,
    contentWords: ContentWords,
    scales: Scales,
    classKeys: readonly number[],
    wordSets: WordSets,
  ) {
    this.compiled = compiled;
    this.conversation = conversation;
    this.tokens = tokens;
    this.#hits = hits;
    this.#classes = classes;
    this.#isStart = isStart;
    this.#contentWords = contentWords;
    this.#scales = scales;
    this.#classKeys = classKeys;
    this.#wordSets = wordSets;
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
    return number < 0 ? null : (this.#weightsOf(turn, sentence)[number] as number);
  }

  /** The words that spoke most for a sentence in a fitted table, at most five. */
  reasons(table: string, turn: number, sentence: Sentence): string[] {
    const number = this.#scales.numberOf(table);
    return number < 0 ? [] : this.#scales.reasons(number, this, turn, sentence, 5);
  }

  /** What all tables give a sentence: worked out when first asked for, as several are asked about the same sentence. */
  #weightsOf(turn: number, sentence: Sentence): Float64Array {
    const place = sentence.first * PLACES + (sentence.last - sentence.first);
    let known = this.#weights.get(place);
    if (known === undefined) {
      known = this.#scales.weigh(this, turn, sentence);
      this.#weights.set(place, known);
    }
    return known;
  }

  /** The name of a word class. */
  className(index: number): string {
    return this.compiled.classes[index] as string;
  }

  /** The hash of a word class's name, for features that join it with a word. */
  classKey(index: number): number {
    return this.#classKeys[index] as number;
  }

  /** The last turn before this one that is not of its speaker; -1 if there is none. */
  otherBefore(turn: number): number {
    let before = turn - 1;
    while (before >= 0 && this.turns[before]?.speaker === this.turns[turn]?.speaker) before--;
    return before;
  }

  /** The sentences of a turn, in order. */
  sentences(turn: number): readonly Sentence[] {
    this.#sentences[turn] ??= sentences(this.tokens, turn, this.#isStart);
    return this.#sentences[turn];
  }

  /** The words of a stretch, folded, without apostrophes. */
  words(turn: number, first: number, last: number): string[] {
    const text = (this.turns[turn] as Turn).text;
    const out: string[] = [];
    for (let token = first; token <= last; token++)
      out.push(fold(text.slice(this.tokens.start[token], this.tokens.end[token])));
    return out;
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
    let end = this.tokens.end[last] as number;
    if (closed) while (end < text.length && /[.!?…"'”’)]/.test(text[end] as string)) end++;
    return { turn, start, end, quote: text.slice(start, end) };
  }

  /** The id of the agent who said an agent's turn. */
  agentOf(turn: number): string {
    return (this.turns[turn] as Turn).agent ?? this.conversation.agent.id;
  }

  /** The agent's turns after a turn, in order. */
  agentTurnsAfter(turn: number): number[] {
    const out: number[] = [];
    for (let t = turn + 1; t < this.turns.length; t++) if (this.turns[t]?.speaker === 'agent') out.push(t);
    return out;
  }
}
