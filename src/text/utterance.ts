/**
 * Short messages of one side that follow each other: often one sentence sent in pieces ("my mum", "passed away").
 * A message that ends with a mark, or is long, stands for itself.
 */
import type { Tokens } from './tokens.ts';

/** A message of up to so many words may go on in the next. */
const SHORT = 12;
/** Pieces of one utterance. */
const MOST_PIECES = 5;

/** The runs of turns, first and last, that may each be one utterance. */
export function utterances(
  tokens: Tokens,
  turns: readonly { readonly speaker: string; readonly agent?: string | undefined }[],
): [first: number, last: number][] {
  const out: [number, number][] = [];
  const words = (turn: number) =>
    (tokens.turnStart[turn + 1] as number) - (tokens.turnStart[turn] as number) - 2;
  const goesOn = (turn: number) =>
    turns[turn]?.speaker === turns[turn + 1]?.speaker &&
    turns[turn]?.agent === turns[turn + 1]?.agent &&
    words(turn) > 0 &&
    words(turn) <= SHORT &&
    words(turn + 1) > 0 &&
    words(turn + 1) <= SHORT &&
    !tokens.isMark((tokens.turnStart[turn + 1] as number) - 1);
  for (let turn = 0; turn < turns.length - 1; turn++) {
    let last = turn;
    while (last < turns.length - 1 && last - turn < MOST_PIECES - 1 && goesOn(last)) last++;
    if (last > turn) out.push([turn, last]);
    turn = last;
  }
  return out;
}
