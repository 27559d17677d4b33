/**
 * The only door to `natural`, and only to its deep modules: its root loads database drivers, reads the
 * caller's .env file and prints on standard output.
 */
import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';

/** The Porter stem of a folded word: `worrying` → `worri`. */
export const stem = (word: string): string => porter.stem(word);
