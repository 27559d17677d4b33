/**
 * How words are read that are not written out: chat shorthand and faces as the words they stand for, long mistyped words
 * as those that were meant. What is read differs, where it stands in the text does not: quotes keep what was typed.
 */
import { type BoundaryTable, type BuiltBoundaries, buildBoundaries } from './boundaries.ts';
import { Typos } from './typos.ts';
import { hashWord, type Vocabulary } from './vocabulary.ts';

/** The tables as their files have them. */
export interface ReadingFiles {
  readonly boundaries: BoundaryTable;
  readonly shorthand: Readonly<Record<string, string>>;
  readonly faces: Readonly<Record<string, string>>;
  readonly plainWords: readonly string[];
}

/** The tables as stored, so that a cold start has little to compute. */
export interface ReadingTables extends Omit<ReadingFiles, 'boundaries'> {
  readonly boundaries: BuiltBoundaries;
}

/** Builds the tables. */
export const buildReading = ({ boundaries, ...rest }: ReadingFiles): ReadingTables => ({
  ...rest,
  boundaries: buildBoundaries(boundaries),
});

/** A word as read. */
export interface Read {
  /** Its number in the vocabulary; -1 if unknown. */
  readonly word: number;
  readonly hash: number;
  /** The hash of its letters alone, without apostrophes. */
  readonly bare: number;
}

/** Which hashes may be shorthand at all: nearly every word is told apart by one look. */
const SIEVE = 4096;

/** Reads words; made once for a vocabulary. */
export class Reading {
  readonly #vocabulary: Vocabulary;
  readonly #sieve = new Uint8Array(SIEVE);
  readonly #shorthand = new Map<number, readonly Read[]>();
  readonly #faces = new Map<number, Read>();
  readonly #typos: Typos;
  readonly #slips = new Map<string, Read>();
  readonly #letters = new Map<number, string>();

  constructor(vocabulary: Vocabulary, { shorthand, faces, plainWords }: Omit<ReadingTables, 'boundaries'>) {
    this.#vocabulary = vocabulary;
    this.#typos = new Typos(vocabulary, plainWords);
    for (const [short, words] of Object.entries(shorthand)) {
      const hash = hashWord(short);
      this.#sieve[hash & (SIEVE - 1)] = 1;
      this.#shorthand.set(
        hash,
        words.split(' ').map(word => this.#read(word)),
      );
    }
    for (const [name, written] of Object.entries(faces)) {
      const all = written.split(' ');
      const known = all.find(face => vocabulary.numberOf(face) >= 0) ?? '';
      const bare = hashWord(`<${name}>`);
      this.#letters.set(bare, `<${name}>`);
      for (const face of all) {
        const own = vocabulary.numberOf(face);
        const hash = hashWord(face.toLowerCase());
        this.#faces.set(hash, { word: own >= 0 ? own : vocabulary.numberOf(known), hash, bare });
      }
    }
  }

  #read(word: string): Read {
    const letters = word.replaceAll("'", '');
    const bare = hashWord(letters);
    this.#letters.set(bare, letters);
    return { word: this.#vocabulary.numberOf(word), hash: hashWord(word), bare };
  }

  /** The words that a shorthand stands for. */
  shorthand(hash: number): readonly Read[] | undefined {
    return this.#sieve[hash & (SIEVE - 1)] === 0 ? undefined : this.#shorthand.get(hash);
  }

  /** What an emoji or typed face stands for. */
  face(hash: number): Read | undefined {
    return this.#faces.get(hash);
  }

  /** The known word that an unknown one was meant to be. */
  slip(hash: number, said: () => string): Read | undefined {
    const meant = this.#typos.meant(hash, said);
    if (meant === null) return undefined;
    const known = this.#slips.get(meant);
    if (known) return known;
    const read = this.#read(meant);
    this.#slips.set(meant, read);
    return read;
  }

  /** The letters of a bare hash that something else may have been read as. */
  letters(bare: number): string | undefined {
    return this.#letters.get(bare);
  }
}
