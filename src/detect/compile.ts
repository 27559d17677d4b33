/** Rule files → the form that detection reads: one automaton for all, and a table of rules and guards. */
import { type Automaton, compileAutomaton } from '../match/compile.ts';
import { type Classes, PhraseError, PhraseParser, type Sequence } from '../match/phrase.ts';
import type { Dimension } from '../model/finding.ts';
import { stem } from '../text/stem.ts';
import { hashWord } from '../text/vocabulary.ts';
import { topicTables } from './disclosure/topic-scales.ts';
import { type Guard, parseGuard } from './guard.ts';
import type { RuleFile } from './rule.ts';
import { type BuiltTables, buildTables, type WeightTable } from './weigh.ts';

/** The shared guard lists that a dimension's rules obey unless they say otherwise. */
export const usualGuards: Record<Dimension, readonly string[]> = {
  disclosure: [
    'negation',
    'hypothetical',
    'form-question',
    'device',
    'figure-of-speech',
    'hearsay',
    'quotation',
  ],
  empathy: ['negation'],
  scripted: [],
  authentic: ['negation'],
  rushed: [],
  opening: ['negation', 'hypothetical'],
  'bad-news': ['negation', 'hypothetical'],
  conduct: [],
};

/** The side that a dimension is about: whose turns its rules listen to unless they say otherwise. */
export const usualSpeaker: Record<Dimension, 'agent' | 'customer'> = {
  disclosure: 'customer',
  opening: 'customer',
  empathy: 'agent',
  scripted: 'agent',
  authentic: 'agent',
  rushed: 'agent',
  'bad-news': 'agent',
  conduct: 'agent',
};

/** A rule as detection needs it; its page (title, examples …) is kept apart. */
export interface CompiledRule {
  readonly id: string;
  readonly dimension: Dimension;
  readonly speaker: 'agent' | 'customer';
  readonly fields?: Readonly<Record<string, string>>;
  readonly confidence?: 'possible';
  /** Indexes into `guards`: those that cancel this rule's hits. */
  readonly guards: readonly number[];
}

export interface Compiled {
  readonly automaton: Automaton;
  readonly rules: readonly CompiledRule[];
  readonly guards: readonly Guard[];
  /** What a slot's hit means: a rule (its index), a class (its index after the rules), a guard (-1 - its index). */
  readonly slots: Int32Array;
  /** The word classes, by name: weighing asks which of them a sentence touches. */
  readonly classes: readonly string[];
  /** The fitted tables, and those that tell topics apart. */
  readonly weights: BuiltTables;
  readonly topics: BuiltTables;
  /** Single words of classes that code asks for by name, as hashes, with and without their apostrophes. */
  readonly wordSets: Readonly<Record<WordSet, Int32Array>>;
  /** The hashes of the stop words as they are, and of the stems of those of the business at hand. */
  readonly stopWords: Int32Array;
  readonly taskStems: Int32Array;
}

/** Fitted tables as detection reads them: those of sentences, and those that tell topics apart. */
export function builtWeights({
  topic,
  ...weights
}: Readonly<Record<string, WeightTable>>): Pick<Compiled, 'weights' | 'topics'> {
  return { weights: buildTables(weights), topics: buildTables(topicTables(topic)) };
}

/** The word classes that code asks for by name. */
export const wordSetNames = ['stop', 'task', 'number', 'vague', 'deed', 'calendar'] as const;
export type WordSet = (typeof wordSetNames)[number];
/** Those that the automaton need not look for. */
const unscanned: ReadonlySet<string> = new Set<WordSet>(['stop', 'vague', 'deed', 'calendar']);

export interface RuleSource {
  readonly id: string;
  readonly dimension: Dimension;
  readonly file: RuleFile;
}

/** Builds all rules. Throws one error that names every faulty phrase with its rule. */
export function compileRules(
  sources: readonly RuleSource[],
  classes: Classes,
  guardLists: ReadonlyMap<string, readonly string[]>,
  weights: Readonly<Record<string, WeightTable>> = {},
): Compiled {
  const parser = new PhraseParser(classes);
  const faults: string[] = [];
  const slots: number[] = [];
  const sequences: Sequence[][] = [];
  const guards: Guard[] = [];
  const guardNumbers = new Map<string, number>();

  const attempt = <T>(owner: string, make: () => T): T | undefined => {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof PhraseError)) throw error;
      faults.push(`${owner}: ${error.message}`);
      return undefined;
    }
  };
  const expanded = new Map<string, Sequence[]>();
  const expand = (owner: string, phrase: string): Sequence[] => {
    const known = expanded.get(phrase);
    if (known) return known;
    const sequences = attempt(owner, () => parser.parse(phrase)) ?? [];
    expanded.set(phrase, sequences);
    return sequences;
  };
  const guardOf = (owner: string, phrase: string): number => {
    const known = guardNumbers.get(phrase);
    if (known !== undefined) return known;
    const parsed = attempt(owner, () => parseGuard(phrase));
    if (!parsed) return 0;
    const { side, within, phrase: words } = parsed;
    const number = guards.push({ side, within }) - 1;
    guardNumbers.set(phrase, number);
    slots.push(-1 - number);
    sequences.push(expand(owner, words));
    return number;
  };

  for (const [name, phrases] of guardLists) for (const phrase of phrases) guardOf(`guards/${name}`, phrase);
  const rules = sources.map(({ id, dimension, file }, index): CompiledRule => {
    if (file.phrases.length) {
      slots.push(index);
      sequences.push(file.phrases.flatMap(phrase => expand(id, phrase)));
    }
    const lists = (file.guards ?? usualGuards[dimension]).map(name => {
      const list = guardLists.get(name);
      if (!list) faults.push(`${id}: there is no guard list "${name}"`);
      return list ?? [];
    });
    const own = [...lists.flat(), ...file.unless].map(phrase => guardOf(id, phrase));
    return {
      id,
      dimension,
      speaker: file.speaker ?? usualSpeaker[dimension],
      ...('fields' in file && file.fields ? { fields: file.fields } : {}),
      ...(file.confidence ? { confidence: file.confidence } : {}),
      guards: [...new Set(own)],
    };
  });
  const classNames = [...classes.keys()].filter(name => !unscanned.has(name));
  classNames.forEach((name, index) => {
    slots.push(rules.length + index);
    sequences.push(expand(`lexicon/${name}`, `{${name}}`));
  });
  const wordSets = Object.fromEntries(
    wordSetNames.map(name => [
      name,
      expand(`lexicon/${name}`, `{${name}}`).flatMap(
        s => (s.length === 1 && s[0] !== '*' ? s[0] : []) as string[],
      ),
    ]),
  ) as Record<WordSet, string[]>;
  const hashes = (words: readonly string[]) =>
    Int32Array.from(new Set(words.flatMap(word => [hashWord(word), hashWord(word.replace(/'/g, ''))])));
  if (faults.length) throw new Error(`Rules that cannot be built:\n  ${faults.join('\n  ')}`);
  return {
    automaton: compileAutomaton(sequences),
    rules,
    guards,
    slots: Int32Array.from(slots),
    classes: classNames,
    ...builtWeights(weights),
    wordSets: Object.fromEntries(wordSetNames.map(name => [name, hashes(wordSets[name])])) as Record<
      WordSet,
      Int32Array
    >,
    stopWords: Int32Array.from(new Set(wordSets.stop.map(hashWord))),
    taskStems: Int32Array.from(new Set(wordSets.task.map(word => hashWord(stem(word))))),
  };
}
