/** Conversation → context: tokenises, cuts into sentences and finds the phrases of all rules. */
import { reading } from '../compiled/reading.ts';
import { Matcher } from '../match/matcher.ts';
import type { Conversation, Turn } from '../model/conversation.ts';
import { Boundaries } from '../text/boundaries.ts';
import { heard } from '../text/disfluency.ts';
import { partyNames } from '../text/parties.ts';
import { Reading, type ReadingTables } from '../text/reading.ts';
import { type Sentence, sentences, withPauses } from '../text/sentences.ts';
import { Tokens } from '../text/tokens.ts';
import { utterances } from '../text/utterance.ts';
import { Vocabulary } from '../text/vocabulary.ts';
import type { Compiled } from './compile.ts';
import { ContentWords } from './content.ts';
import { type ClassHit, Context, type Tools, type WordSets } from './context.ts';
import { TopicScales } from './disclosure/topic-scales.ts';
import { FeatureNames } from './feature-names.ts';
import { Edges, inOrder, RawHits, type RuleHit } from './raw-hits.ts';
import { Scales } from './weigh.ts';

const wordSets = ({ wordSets: { stop, task, number, vague, deed, calendar } }: Compiled): WordSets => ({
  stop: new Set(stop),
  task: new Set(task),
  number: new Set(number),
  vague: new Set(vague),
  deed: new Set(deed),
  calendar: new Set(calendar),
});

/** Built once from the compiled rules; gives a context per conversation. Reuses its arrays: one at a time. */
export class Engine implements Tools {
  readonly tokens: Tokens;
  readonly compiled: Compiled;
  readonly contentWords: ContentWords;
  readonly scales: Scales;
  readonly topics: TopicScales;
  readonly names: FeatureNames;
  readonly wordSets: WordSets;
  readonly #matcher: Matcher;
  readonly #boundaries: Boundaries;
  readonly #edges = new Edges();
  readonly #raw: RawHits;
  /** Where the word classes go that are touched in the turn at hand. */
  #classes: ClassHit[] = [];

  constructor(compiled: Compiled, tables: ReadingTables = reading()) {
    this.compiled = compiled;
    const vocabulary = Vocabulary.of(compiled.automaton.words);
    this.tokens = new Tokens(vocabulary, new Reading(vocabulary, tables));
    this.contentWords = new ContentWords(compiled.stopWords, compiled.taskStems);
    this.scales = new Scales(compiled.weights);
    this.topics = new TopicScales(compiled.topics);
    this.names = new FeatureNames(compiled);
    this.wordSets = wordSets(compiled);
    this.#matcher = new Matcher(compiled.automaton);
    this.#boundaries = new Boundaries(tables.boundaries);
    this.#raw = new RawHits(compiled, this.#edges);
  }

  /** Tokenises and scans a conversation. The context is good until the next call. */
  read(conversation: Conversation): Context {
    const { tokens } = this;
    const { turns } = conversation;
    tokens.reset(partyNames(conversation));
    const hits: RuleHit[][] = [];
    const classes: ClassHit[][] = [];
    const cut: (readonly Sentence[])[] = [];
    for (let t = 0; t < turns.length; t++) {
      const turn = turns[t] as Turn;
      tokens.add(turn.text);
      const own = sentences(tokens, t, this.#boundaries);
      this.#classes = [];
      hits.push(this.#hits(t, turn, own));
      classes.push(this.#classes);
      cut.push(own);
    }
    this.#acrossTurns(conversation, hits);
    return new Context(this, conversation, hits, classes, cut);
  }

  readonly #found = (slot: number, first: number, last: number): void => {
    const name = (this.compiled.slots[slot] as number) - this.compiled.rules.length;
    if (name >= 0) this.#classes.push({ name, first, last });
    else this.#raw.put(slot, first, last);
  };

  readonly #foundAgain = (slot: number, first: number, last: number): void =>
    this.#raw.put(slot, first, last);

  #hits(turn: number, { speaker, text }: Turn, cut: readonly Sentence[]): RuleHit[] {
    if (speaker !== 'agent' && speaker !== 'customer') return [];
    const { tokens } = this;
    const from = tokens.turnStart[turn] as number;
    const to = tokens.turnStart[turn + 1] as number;
    this.#raw.begin(speaker);
    this.#matcher.scan(tokens, from, to, this.#found);
    // once more as a listener hears it: without what is said again, and with the pauses that nobody wrote
    const kept = heard(tokens, text, from, to);
    if (kept) this.#matcher.scanThese(tokens, kept, this.#foundAgain);
    const paused = withPauses(tokens, kept, from, to, cut);
    if (paused) this.#matcher.scanThese(tokens, paused, this.#foundAgain);
    this.#edges.read(tokens, from, to);
    for (const { first } of cut) this.#edges.cut(first);
    return this.#raw.standing(turn);
  }

  /** Phrases that run across short messages: each stands in the turn that holds most of it. */
  #acrossTurns({ turns }: Conversation, hits: RuleHit[][]): void {
    const { tokens } = this;
    for (const [from, to] of utterances(tokens, turns)) {
      const { speaker } = turns[from] as Turn;
      if (speaker !== 'agent' && speaker !== 'customer') continue;
      const [first, end] = [tokens.turnStart[from] as number, tokens.turnStart[to + 1] as number];
      this.#edges.read(tokens, first, end);
      const these: number[] = [];
      for (let turn = from; turn <= to; turn++) {
        const [start, end] = [tokens.turnStart[turn] as number, tokens.turnStart[turn + 1] as number];
        for (let token = start; token < end; token++)
          if ((token === start && turn > from) || (token === end - 1 && turn < to)) this.#edges.bridge(token);
          else these.push(token);
      }
      this.#raw.begin(speaker);
      this.#matcher.scanThese(tokens, these, this.#foundAgain);
      const touched = new Set<number>();
      for (const hit of this.#raw.standing(from)) {
        const parts: RuleHit[] = [];
        for (let turn = from; turn <= to; turn++) {
          const first = Math.max(hit.first, (tokens.turnStart[turn] as number) + 1);
          const last = Math.min(hit.last, (tokens.turnStart[turn + 1] as number) - 2);
          if (first <= last) parts.push({ ...hit, turn, first, last });
        }
        if (parts.length < 2) continue;
        const most = parts.reduce((a, b) => (b.last - b.first >= a.last - a.first ? b : a));
        hits[most.turn]?.push(most);
        touched.add(most.turn);
      }
      for (const turn of touched) hits[turn]?.sort(inOrder);
      this.#guardFromOtherMessages(from, to, hits);
    }
  }

  /** Takes away hits that a guard in the message before or after cancels: "what if", "i lose my job". */
  #guardFromOtherMessages(from: number, to: number, hits: RuleHit[][]): void {
    const { turnStart } = this.tokens;
    for (let turn = from; turn <= to; turn++) {
      const [start, end] = [turnStart[turn] as number, turnStart[turn + 1] as number];
      hits[turn] = (hits[turn] as RuleHit[]).filter(hit => !this.#raw.cancelledFromOutside(hit, start, end));
    }
  }
}
