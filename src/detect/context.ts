/**
 * What detectors know of a conversation: its tokens, sentences, and the hits of every rule after guards.
 * Everything here is computed once per conversation, and lazily where most conversations do not need it.
 * No detector sees another's findings, only hits: so their order does not matter.
 */
import { reading } from '../compiled/reading.ts';
import { Matcher } from '../match/matcher.ts';
import type { Conversation, Turn } from '../model/conversation.ts';
import type { Dimension, Span } from '../model/finding.ts';
import type { KnownWording } from '../model/wording.ts';
import { Boundaries } from '../text/boundaries.ts';
import { closedEnd } from '../text/closing.ts';
import { heard } from '../text/disfluency.ts';
import { fold } from '../text/fold.ts';
import { partyNames } from '../text/parties.ts';
import { Reading, type ReadingTables } from '../text/reading.ts';
import { type Sentence, sentences, withPauses } from '../text/sentences.ts';
import { Tokens } from '../text/tokens.ts';
import { utterances } from '../text/utterance.ts';
import { hashWord, Vocabulary } from '../text/vocabulary.ts';
import type { Compiled, CompiledRule, WordSet } from './compile.ts';
import { type ContentWord, ContentWords } from './content.ts';
import { TopicScales } from './disclosure/topic-scales.ts';
import { echoes } from './echo.ts';
import { FeatureNames, featureKey } from './feature-names.ts';
import { type Telling, toldBefore } from './told.ts';
import { logistic, Scales } from './weigh.ts';

/** A phrase of a rule, found and not cancelled: tokens `first` to `last` of `turn`. */
export interface RuleHit {
  readonly rule: CompiledRule;
  /** The rule's index. */
  readonly index: number;
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

const marks = new Map(['<number>', '<name>', '<url>'].map(mark => [hashWord(mark), mark]));

interface RawHit {
  readonly first: number;
  readonly last: number;
}

/** The hashes of the words of each set. */
type WordSets = Readonly<Record<WordSet, ReadonlySet<number>>>;

const wordSets = ({ wordSets: { stop, task, number, vague, deed, calendar } }: Compiled): WordSets => ({
  stop: new Set(stop),
  task: new Set(task),
  number: new Set(number),
  vague: new Set(vague),
  deed: new Set(deed),
  calendar: new Set(calendar),
});

/** Built once from the compiled rules; gives a context per conversation. Reuses its arrays: one at a time. */
export class Engine {
  readonly tokens: Tokens;
  readonly compiled: Compiled;
  readonly #matcher: Matcher;
  readonly #boundaries: Boundaries;
  readonly #content: ContentWords;
  readonly #scales: Scales;
  readonly #names: FeatureNames;
  readonly #topics: TopicScales;
  readonly #wordSets: WordSets;

  constructor(compiled: Compiled, tables: ReadingTables = reading()) {
    this.compiled = compiled;
    this.#names = new FeatureNames(compiled);
    this.#topics = new TopicScales(compiled.topics);
    const vocabulary = Vocabulary.of(compiled.automaton.words);
    this.tokens = new Tokens(vocabulary, new Reading(vocabulary, tables));
    this.#scales = new Scales(compiled.weights);
    this.#wordSets = wordSets(compiled);
    this.#content = new ContentWords(compiled.stopWords, compiled.taskStems);
    this.#matcher = new Matcher(compiled.automaton);
    this.#boundaries = new Boundaries(tables.boundaries);
  }

  /** Tokenises and scans a conversation. The context is good until the next call. */
  read(conversation: Conversation): Context {
    const { tokens } = this;
    tokens.reset(partyNames(conversation));
    const hits: RuleHit[][] = [];
    const classes: ClassHit[][] = [];
    const cut: (readonly Sentence[])[] = [];
    conversation.turns.forEach((turn, t) => {
      tokens.add(turn.text);
      classes.push([]);
      cut.push(sentences(tokens, t, this.#boundaries));
      hits.push(
        turn.speaker === 'agent' || turn.speaker === 'customer'
          ? this.#hits(t, turn, cut[t] as readonly Sentence[], classes[t] as ClassHit[])
          : [],
      );
    });
    this.#acrossTurns(conversation, hits);
    return new Context(
      this.compiled,
      conversation,
      tokens,
      hits,
      classes,
      cut,
      this.#content,
      this.#scales,
      this.#topics,
      this.#names,
      this.#wordSets,
    );
  }

  #hits(turn: number, { speaker, text }: Turn, cut: readonly Sentence[], classes: ClassHit[]): RuleHit[] {
    const { tokens, compiled } = this;
    const from = tokens.turnStart[turn] as number;
    const to = tokens.turnStart[turn + 1] as number;
    const raw = new RawHits(compiled);
    this.#matcher.scan(tokens, from, to, (slot, first, last) => {
      const owner = compiled.slots[slot] as number;
      if (owner >= compiled.rules.length) classes.push({ name: owner - compiled.rules.length, first, last });
      else raw.put(slot, first, last);
    });
    // once more as a listener hears it: without what is said again, and with the pauses that nobody wrote
    const kept = heard(tokens, text, from, to);
    const again = (these: readonly number[]) =>
      this.#matcher.scanThese(tokens, these, (slot, first, last) => raw.put(slot, first, last));
    if (kept) again(kept);
    const paused = withPauses(tokens, kept, from, to, cut);
    if (paused) again(paused);
    const starts = new Set(cut.map(({ first }) => first));
    return this.#standing(
      raw,
      turn,
      speaker,
      token => tokens.isBreak(token),
      token => tokens.isBreak(token) || starts.has(token),
    );
  }

  /**
   * The hits of rules that listen to a speaker and that no guard cancels. `ends` tells where sentences do, `cuts` where
   * they may: a guard beside its hit reaches over a guessed boundary, one anywhere in the sentence does not.
   */
  #standing(
    { rules, guards }: RawHits,
    turn: number,
    speaker: Turn['speaker'],
    ends: Told,
    cuts: Told = ends,
  ): RuleHit[] {
    const out: RuleHit[] = [];
    for (const [index, raw] of rules) {
      const rule = this.compiled.rules[index] as CompiledRule;
      if (rule.speaker !== speaker) continue;
      const standing = raw.filter(
        hit =>
          !rule.guards.some(guard =>
            guards.get(guard)?.some(at => this.#cancels(guard, at, hit, ends, cuts)),
          ),
      );
      for (const hit of longest(standing)) out.push({ rule, index, turn, first: hit.first, last: hit.last });
    }
    return out.sort(inOrder);
  }

  /** Phrases that run across short messages: each stands in the turn that holds most of it. */
  #acrossTurns({ turns }: Conversation, hits: RuleHit[][]): void {
    const { tokens, compiled } = this;
    const runs = utterances(
      tokens,
      turns.map(({ speaker, agent }) => `${speaker} ${agent ?? ''}`),
    );
    for (const [from, to] of runs) {
      const { speaker } = turns[from] as Turn;
      if (speaker !== 'agent' && speaker !== 'customer') continue;
      const these: number[] = [];
      const bridged = new Set<number>();
      for (let turn = from; turn <= to; turn++) {
        const [start, end] = [tokens.turnStart[turn] as number, tokens.turnStart[turn + 1] as number];
        for (let token = start; token < end; token++)
          if ((token === start && turn > from) || (token === end - 1 && turn < to)) bridged.add(token);
          else these.push(token);
      }
      const raw = new RawHits(compiled);
      this.#matcher.scanThese(tokens, these, (slot, first, last) => raw.put(slot, first, last));
      const found = this.#standing(raw, from, speaker, t => tokens.isBreak(t) && !bridged.has(t));
      const touched = new Set<number>();
      for (const hit of found) {
        const parts: RuleHit[] = [];
        for (let turn = from; turn <= to; turn++) {
          const first = Math.max(hit.first, (tokens.turnStart[turn] as number) + 1);
          const last = Math.min(hit.last, (tokens.turnStart[turn + 1] as number) - 2);
          if (first <= last) parts.push({ rule: hit.rule, index: hit.index, turn, first, last });
        }
        if (parts.length < 2) continue;
        const most = parts.reduce((a, b) => (b.last - b.first >= a.last - a.first ? b : a));
        hits[most.turn]?.push(most);
        touched.add(most.turn);
      }
      for (const turn of touched) hits[turn]?.sort(inOrder);
      this.#guardFromOtherMessages(raw, from, to, hits, t => tokens.isBreak(t) && !bridged.has(t));
    }
  }

  /** Takes away hits that a guard in the message before or after cancels: "what if", "i lose my job". */
  #guardFromOtherMessages(
    { guards }: RawHits,
    from: number,
    to: number,
    hits: RuleHit[][],
    ends: Told,
  ): void {
    const { tokens, compiled } = this;
    for (let turn = from; turn <= to; turn++) {
      const [start, end] = [tokens.turnStart[turn] as number, tokens.turnStart[turn + 1] as number];
      const elsewhere = (guard: number) =>
        compiled.guards[guard]?.side === 'anywhere'
          ? []
          : (guards.get(guard) ?? []).filter(({ first, last }) => last < start || first >= end);
      hits[turn] = (hits[turn] as RuleHit[]).filter(
        hit =>
          !hit.rule.guards.some(guard =>
            elsewhere(guard).some(at => this.#cancels(guard, at, hit, ends, ends)),
          ),
      );
    }
  }

  #cancels(guard: number, at: RawHit, hit: RawHit, ends: Told, cuts: Told): boolean {
    const { side, within } = this.compiled.guards[guard] as Compiled['guards'][number];
    if (side === 'before')
      return at.last < hit.first && hit.first - at.last - 1 <= within && joined(at.last, hit.first, ends);
    if (side === 'after')
      return at.first > hit.last && at.first - hit.last - 1 <= within && joined(hit.last, at.first, ends);
    if (at.last < hit.first) return joined(at.last, hit.first, cuts);
    return at.first <= hit.last || joined(hit.last, at.first, cuts);
  }
}

type Told = (token: number) => boolean;

/** Whether no sentence ends between two tokens. */
function joined(from: number, to: number, ends: Told): boolean {
  for (let token = from + 1; token <= to; token++) if (ends(token)) return false;
  return true;
}

const inOrder = (a: RuleHit, b: RuleHit) =>
  a.first - b.first || a.last - b.last || (a.rule.id < b.rule.id ? -1 : a.rule.id > b.rule.id ? 1 : 0);

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

/** Words shown as the reasons of a finding. */
const MOST_SHOWN = 5;

/** More tokens than any sentence has. */
const PLACES = 2 ** 20;

/** What the matcher finds in a stretch, by the rules and guards that it belongs to. */
class RawHits {
  readonly rules = new Map<number, RawHit[]>();
  readonly guards = new Map<number, RawHit[]>();
  readonly #compiled: Compiled;

  constructor(compiled: Compiled) {
    this.#compiled = compiled;
  }

  /** Takes a hit; those of word classes are left out. */
  put(slot: number, first: number, last: number): void {
    const owner = this.#compiled.slots[slot] as number;
    if (owner >= this.#compiled.rules.length) return;
    const map = owner >= 0 ? this.rules : this.guards;
    const key = owner >= 0 ? owner : -1 - owner;
    const list = map.get(key);
    if (list) list.push({ first, last });
    else map.set(key, [{ first, last }]);
  }
}

export class Context {
  readonly compiled: Compiled;
  readonly conversation: Conversation;
  readonly tokens: Tokens;
  readonly #contentWords: ContentWords;
  readonly #scales: Scales;
  readonly topics: TopicScales;
  /** The named features of word classes and rules. */
  readonly names: FeatureNames;
  readonly #wordSets: WordSets;
  readonly #told: Telling[] = [];
  #nextAgents: Int32Array | undefined;
  readonly #content: (readonly ContentWord[] | undefined)[] = [];
  readonly #hits: readonly (readonly RuleHit[])[];
  readonly #classes: readonly (readonly ClassHit[])[];
  readonly #sentences: readonly (readonly Sentence[])[];
  #echoes: ((turn: number) => readonly ContentWord[]) | undefined;
  readonly #weights = new Map<number, Float64Array>();
  /** What all sentences of a turn start from. */
  readonly #shared = new Map<number, Float64Array>();
  /** What is known of the agents' wording from other conversations, in order. */
  known: readonly KnownWording[] = [];

  constructor(
    compiled: Compiled,
    conversation: Conversation,
    tokens: Tokens,
    hits: readonly (readonly RuleHit[])[],
    classes: readonly (readonly ClassHit[])[],
    sentences: readonly (readonly Sentence[])[],
    contentWords: ContentWords,
    scales: Scales,
    topics: TopicScales,
    names: FeatureNames,
    wordSets: WordSets,
  ) {
    this.compiled = compiled;
    this.conversation = conversation;
    this.tokens = tokens;
    this.#hits = hits;
    this.#classes = classes;
    this.#sentences = sentences;
    this.#contentWords = contentWords;
    this.#scales = scales;
    this.topics = topics;
    this.names = names;
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
    return number < 0 ? null : logistic(this.#weightsOf(turn, sentence)[number] as number);
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

  /** What all tables give a sentence: worked out when first asked for, as several are asked about the same sentence. */
  #weightsOf(turn: number, sentence: Sentence): Float64Array {
    const place = sentence.first * PLACES + (sentence.last - sentence.first);
    let known = this.#weights.get(place);
    if (known === undefined) {
      const shared = this.#shared.get(turn) ?? this.#scales.turn(this, turn);
      this.#shared.set(turn, shared);
      known = this.#scales.weigh(this, turn, sentence, shared);
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

  /** The words of a stretch, folded, without apostrophes. */
  words(turn: number, first: number, last: number): string[] {
    const text = (this.turns[turn] as Turn).text;
    const out: string[] = [];
    for (let token = first; token <= last; token++)
      out.push(fold(text.slice(this.tokens.start[token], this.tokens.end[token])));
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
    const tag = /^[[<](.+?)[\]>]$/.exec(said)?.[1];
    return tag ? `<${tag.replace(/[-_ ]?\d+$/, '').replace(/[_ -]/g, '')}>` : (said.split(/\s/)[0] as string);
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
