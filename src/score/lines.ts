/** The lines that an agent repeats, as they stand in one conversation; what a person has exempted is none of them. */
import type { Conversation } from '../model/conversation.ts';
import type { RepeatedLine } from '../model/scorecard.ts';
import type { KnownWording } from '../model/wording.ts';

/** Those in an agent's turns, in order. */
export function linesOf(
  { turns }: Conversation,
  own: ReadonlySet<number>,
  known: readonly KnownWording[],
): RepeatedLine[] {
  const exempt = known.filter(one => one.exempt !== undefined);
  return known.flatMap(one => {
    const { turn, start, end, line, repeats } = one;
    if (!own.has(turn) || line === undefined || repeats === undefined || repeats.conversations < 2) return [];
    if (exempt.some(other => other.turn === turn && other.start < end && start < other.end)) return [];
    return [{ line, quote: turns[turn]?.text.slice(start, end) ?? '', turn, start, repeats }];
  });
}
