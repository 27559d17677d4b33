/**
 * The phrase notation of rules, and its expansion into plain sequences of word sets.
 *
 *     lost my {kin}          {kin} is a word class; {kin}'s its possessive
 *     mum|mam|mom            one of these words
 *     (passed away|is gone)  one of these sequences
 *     [very] ill  [at the]   may be left out
 *     pass+ away             any form of the verb: pass, passes, passed, passing
 *     lost * mum             up to two words between; *4 up to four; _ exactly one
 *     ^sorry  please $       at the beginning, at the end of a sentence; ? at the end of a question
 *
 * Words are written in lower case and with their apostrophes; see spelling.ts for the variants that follow.
 */
import { inflect } from '../text/inflect.ts';
import { pieces } from './misheard.ts';
import { type Mishearing, mishearingsFrom, spellings } from './spelling.ts';

/** One place of a sequence: the words (and marks such as `<number>`) that fit, or any word at all. */
export type Place = readonly string[] | '*';
export type Sequence = readonly Place[];

/** Word classes by name: each entry is a phrase itself. */
export type Classes = ReadonlyMap<string, readonly string[]>;

/** A fault in a phrase, in words for whoever wrote it. */
export class PhraseError extends Error {
  override readonly name = 'PhraseError';
}

const MOST_SEQUENCES = 20_000;

/** A reader of one phrase; knows the classes, and remembers what it has expanded. */
export class PhraseParser {
  readonly #classes: Classes;
  readonly #expanded = new Map<string, Sequence[]>();
  readonly #open: string[] = [];

  constructor(classes: Classes) {
    this.#classes = classes;
  }

  /** The sequences a phrase stands for. Throws `PhraseError`. */
  parse(phrase: string): Sequence[] {
    const items =
      phrase.toLowerCase().match(/\{[\w-]+\}(?:'s)?|\*\d*|[[\]()|^$?]|[^\s[\]()|^$?{}*]+|\S/g) ?? [];
    let at = 0;
    const fail = (why: string): never => {
      throw new PhraseError(`"${phrase}": ${why}`);
    };
    const alternatives = (close: string | undefined): Sequence[] => {
      const all: Sequence[][] = [];
      let sequence: Sequence[] = [[]];
      for (;;) {
        const item = items[at];
        if (item === close) {
          at++;
          all.push(sequence);
          return merge(all.flat());
        }
        if (item === undefined) return fail(`"${close}" is missing`);
        if (item === '|') {
          at++;
          all.push(sequence);
          sequence = [[]];
          if (close === undefined) fail('"|" between sequences needs brackets: (a b|c d)');
          continue;
        }
        sequence = join(sequence, one());
        if (sequence.length > MOST_SEQUENCES)
          fail(`stands for more than ${MOST_SEQUENCES} sequences; use fewer classes or options`);
      }
    };
    const one = (): Sequence[] => {
      const item = items[at++] as string;
      if (item === '(') return alternatives(')');
      if (item === '[') return merge([[], ...alternatives(']')]);
      if (item === '^' || item === '$') return [[['.', '!', '?']]];
      if (item === '?') return [[['?']]];
      if (item === '_') return [['*']];
      if (item.startsWith('*')) {
        const most = item === '*' ? 2 : Number(item.slice(1));
        return Array.from({ length: most + 1 }, (_, n) => Array<Place>(n).fill('*'));
      }
      if (item === ')' || item === ']') return fail(`"${item}" closes nothing`);
      let options = this.#atom(item, fail);
      // a|b|c without brackets joins single items; inside brackets "|" is the bracket's own
      while (depth() === 0 && items[at] === '|' && items[at + 1] !== undefined) {
        at++;
        options = [...options, ...this.#atom(items[at++] as string, fail)];
      }
      return merge(options);
    };
    let opened: number[] | undefined;
    const depth = (): number => {
      opened ??= items.reduce<number[]>((sum, item) => {
        sum.push(
          (sum.at(-1) ?? 0) + (item === '(' || item === '[' ? 1 : item === ')' || item === ']' ? -1 : 0),
        );
        return sum;
      }, []);
      return opened[at - 1] ?? 0;
    };
    const sequences = alternatives(undefined)
      .flatMap(sequence => misheardAs(sequence))
      .filter(sequence => !stutters(sequence));
    if (sequences.length === 0) fail('says a word twice in a row, which is heard once: write it once');
    if (sequences.some(s => !s.some(place => place !== '*' && !isEdge(place))))
      fail('holds no word of its own');
    return sequences;
  }

  #atom(item: string, fail: (why: string) => never): Sequence[] {
    const inClass = /^\{([\w-]+)\}('s)?$/.exec(item);
    if (inClass) return this.#class(inClass[1] as string, inClass[2] !== undefined, fail);
    if (!/^(<[a-z]+>|[\p{L}\p{N}\p{M}\p{Extended_Pictographic}'&/-]+\+?)$/u.test(item))
      return fail(`"${item}" is not a word: leave punctuation out`);
    const forms = item.endsWith('+') && item.length > 1 ? inflect(item.slice(0, -1)) : [item];
    return forms.flatMap(form =>
      form
        .split(/[-/]/)
        .filter(Boolean)
        .reduce<Sequence[]>(
          (all, word) =>
            join(
              all,
              spellings(word).map(s => s.map(w => [w])),
            ),
          [[]],
        ),
    );
  }

  #class(name: string, possessive: boolean, fail: (why: string) => never): Sequence[] {
    const key = possessive ? `${name}'s` : name;
    const done = this.#expanded.get(key);
    if (done) return done;
    const entries = this.#classes.get(name) ?? fail(`there is no word class {${name}}`);
    if (this.#open.includes(name)) return fail(`the word class {${name}} holds itself`);
    let sequences: Sequence[];
    this.#open.push(name);
    try {
      sequences = merge(entries.flatMap(entry => this.parse(entry)));
    } finally {
      this.#open.pop();
    }
    if (possessive)
      sequences = sequences.map(s => [
        ...s.slice(0, -1),
        (s.at(-1) as readonly string[]).flatMap(w => [`${w}'s`, `${w}s`]),
      ]);
    this.#expanded.set(key, sequences);
    return sequences;
  }
}

const isEdge = (place: readonly string[]) =>
  place.every(word => word === '.' || word === '!' || word === '?');

const join = (left: readonly Sequence[], right: readonly Sequence[]): Sequence[] =>
  left.flatMap(l => right.map(r => [...l, ...r]));

/**
 * Sequences of one word become one place, and words cut in two become two places where one half is no word; doubles go.
 */
function merge(sequences: readonly Sequence[]): Sequence[] {
  const words = new Set<string>();
  const halves = [
    [new Set<string>(), new Set<string>()],
    [new Set<string>(), new Set<string>()],
  ] as const;
  const longer = new Map<string, Sequence>();
  for (const sequence of sequences) {
    const [first, second] = sequence;
    if (sequence.length === 1 && first !== undefined && first !== '*' && !isEdge(first)) {
      for (const word of first) words.add(word);
      continue;
    }
    const cut = sequence.length === 2 ? [isPiece(second), isPiece(first)].indexOf(true) : -1;
    const into = halves[cut];
    if (into && first !== '*' && second !== '*') {
      for (const word of first ?? []) into[0].add(word);
      for (const word of second ?? []) into[1].add(word);
    } else longer.set(JSON.stringify(sequence), sequence);
  }
  const out: Sequence[] = words.size ? [[[...words]]] : [];
  for (const [first, second] of halves) if (first.size) out.push([[...first], [...second]]);
  out.push(...factored([...longer.values()]));
  return out;
}

/** Joins sequences of two places that share one of them: "grand ma" and "grand pa". */
function factored(sequences: readonly Sequence[]): readonly Sequence[] {
  let all = sequences;
  for (const shared of [1, 0] as const) {
    const groups = new Map<string, Sequence>();
    for (const sequence of all) {
      const [first, second] = sequence;
      if (sequence.length !== 2 || !isWords(first) || !isWords(second)) {
        groups.set(`${groups.size} alone`, sequence);
        continue;
      }
      const key = [first, second][shared]?.join(' ') as string;
      const known = groups.get(key) as readonly (readonly string[])[] | undefined;
      const open = [...new Set([...(known?.[1 - shared] ?? []), ...(shared === 1 ? first : second)])];
      groups.set(key, shared === 1 ? [open, second] : [first, open]);
    }
    all = [...groups.values()];
  }
  return all;
}

const isWords = (place: Place | undefined): place is readonly string[] =>
  place !== undefined && place !== '*' && !isEdge(place);

const isPiece = (place: Place | undefined): boolean =>
  place !== undefined && place !== '*' && place.every(word => pieces.has(word));

/** The rows misheard that may begin at a place: asked of every place, and classes are places of hundreds of words. */
const beginnings = new WeakMap<readonly string[], readonly Mishearing[]>();
function beginningAt(place: Place): readonly Mishearing[] {
  if (place === '*') return [];
  const known = beginnings.get(place);
  if (known) return known;
  const found = place.flatMap(word => mishearingsFrom(word));
  beginnings.set(place, found);
  return found;
}

/** A sequence as it is said, and as recognition may write it: `your patience`, `your patients`. */
function misheardAs(sequence: Sequence, from = 0): Sequence[] {
  const out = [sequence];
  for (let at = from; at < sequence.length; at++)
    for (const { words, heard, within } of beginningAt(sequence[at] as Place)) {
      if (within && sequence.length <= words.length) continue;
      const end = at + words.length;
      const fits = words.every((word, i) => {
        const place = sequence[at + i];
        return place === '*' ? word === '_' : place?.includes(word);
      });
      if (!fits) continue;
      for (const variant of heard) {
        if (variant.at(-1) === '$' && end < sequence.length) continue;
        const places = variant.map(word => (word === '_' ? '*' : word === '$' ? ['.', '!', '?'] : [word]));
        out.push(
          ...misheardAs([...sequence.slice(0, at), ...places, ...sequence.slice(end)], at + places.length),
        );
      }
    }
  return out;
}

/** Whether a sequence says a word twice in a row: transcripts are heard without such repeats (tokens.ts). */
const stutters = (sequence: Sequence): boolean =>
  sequence.some((place, i) => {
    const before = sequence[i - 1];
    return (
      place !== '*' &&
      before !== undefined &&
      before !== '*' &&
      place.length === 1 &&
      before.length === 1 &&
      place[0] === before[0] &&
      /^\p{L}/u.test(place[0] as string)
    );
  });
