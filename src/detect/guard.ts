/**
 * Guards: phrases that cancel a hit of a rule. `@` stands for the hit:
 *
 *     if *3 @          "if" up to three words before the hit
 *     @ on the line    straight after it
 *     baby monitor     anywhere in the hit's sentence, overlapping it or not
 *
 * No guard reaches across a sentence end. An exclusion of this kind is the cheapest cure for false hits
 * (Verint's NOTIN operator is the model).
 */
import { PhraseError } from '../match/phrase.ts';

export interface Guard {
  readonly side: 'before' | 'after' | 'anywhere';
  /** How many words may stand between guard and hit. */
  readonly within: number;
}

/** Splits a guard phrase into its words and where they must stand. Throws `PhraseError`. */
export function parseGuard(phrase: string): Guard & { readonly phrase: string } {
  const at = phrase.indexOf('@');
  if (at < 0) return { side: 'anywhere', within: 0, phrase };
  const before = phrase.slice(0, at).trim();
  const after = phrase.slice(at + 1).trim();
  if ((before === '') === (after === ''))
    throw new PhraseError(`"${phrase}": words on one side of "@", not both`);
  const side = before ? 'before' : 'after';
  const gap = (before ? /\s\*(\d*)$/ : /^\*(\d*)\s/).exec(before || after);
  const within = gap ? Number(gap[1] || 2) : 0;
  const words = gap ? (before || after).replace(gap[0], '').trim() : before || after;
  return { side, within, phrase: words };
}
