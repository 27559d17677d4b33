/** Ids for conversations whose source gives none. */

/** The file's stem for the first, then `stem-2`, `stem-3`: how many there will be is not known ahead. */
export function counter(stem: string): () => string {
  let given = 0;
  return () => (++given === 1 ? stem : `${stem}-${given}`);
}
