/** Vague words: "the issue", "your query", "any inconvenience" would fit anybody's matter. */
import { hashWord } from '../../text/vocabulary.ts';
import type { Context } from '../context.ts';

const pointing = new Set(
  'the your this that these those any our such all further more'.split(' ').map(hashWord),
);
/** Words between "your" and "query": "your recent query". */
const REACH = 2;

/** How many words of a turn point at a matter without naming it; "no problem" points at none. */
export function vagueIn(context: Context, turn: number): number {
  const { tokens } = context;
  let found = 0;
  const first = tokens.turnStart[turn] as number;
  const end = tokens.turnStart[turn + 1] as number;
  for (let token = first; token < end; token++) {
    if (!context.isWord('vague', token)) continue;
    const least = Math.max(first, token - REACH);
    for (let before = token - 1; before >= least && !tokens.isBreak(before); before--)
      if (pointing.has(tokens.hash[before] as number)) {
        found++;
        break;
      }
  }
  return found;
}
