/**
 * "I" against "we" where the agent acts or feels. An agent who says "I" is seen as feeling and acting for the
 * customer; companies say "we" (Packard, Moore and McFerran 2018). "I'll check", "I will check" and "let me check" are
 * one and the same, so that contractions count neither way.
 */
import { hashWord } from '../../text/vocabulary.ts';
import type { Context } from '../context.ts';

const hashes = (words: string) => new Set(words.split(' ').map(hashWord));
const i = hashes("i i'll i've i'm i'd ill ive im id");
/** Without its apostrophe "we'll" is "well", and "we're" is "were": those count neither way. */
const we = hashes("we we'll we've we're we'd weve");
const [letWord, meWord] = [hashWord('let'), hashWord('me')];
/** Words after the subject among which its verb is looked for. */
const REACH = 4;

/** The clauses of an agent's turn in which somebody acts or feels. */
export function voiceIn(context: Context, turn: number): { readonly i: number; readonly we: number } {
  const { tokens } = context;
  const found = { i: 0, we: 0 };
  const end = tokens.turnStart[turn + 1] as number;
  for (let token = tokens.turnStart[turn] as number; token < end; token++) {
    const hash = tokens.hash[token] as number;
    const own = i.has(hash) || (hash === meWord && tokens.hash[token - 1] === letWord);
    if ((own || we.has(hash)) && acts(context, token + 1, end)) found[own ? 'i' : 'we']++;
  }
  return found;
}

function acts(context: Context, from: number, end: number): boolean {
  const { tokens } = context;
  for (let token = from; token < Math.min(end, from + REACH); token++) {
    const hash = tokens.hash[token] as number;
    if (tokens.isBreak(token) || i.has(hash) || we.has(hash)) return false;
    if (context.isWord('deed', token)) return true;
  }
  return false;
}
