/** Where the tool and the labels part, place by place: what a team reads to see whether it would have said the same. */
import { NOT_FOUND } from './confusion.ts';
import { judgedDimensions } from './labels.ts';
import { pairsOf } from './pairs.ts';
import { type LabelledCase, sidesOf } from './settled.ts';

/** The kinds of mistake, in the order they are listed. */
export const mistakeKinds = ['miss', 'false hit', 'response', 'topic'] as const;

/** One turn that is judged otherwise than it is labelled. */
export interface Mistake {
  /** `miss`: labelled and not found; `false hit`: found and not labelled; else the class is another one. */
  readonly mistake: (typeof mistakeKinds)[number];
  readonly dimension: string;
  readonly conversation: string;
  readonly turn: number;
  /** The first words labelled in the turn, or those found. */
  readonly quote: string;
  /** The rules that found it, or the class that people gave and the tool's. */
  readonly rules?: readonly string[];
  readonly labelled?: string;
  readonly found?: string;
}

/** All mistakes in a conversation, dimension by dimension. */
export function mistakesOf(one: LabelledCase): Mistake[] {
  const { id } = one.conversation;
  const out: Mistake[] = [];
  for (const dimension of judgedDimensions) {
    const sides = sidesOf(one, dimension);
    if (!sides) continue;
    const labelled = byTurn(sides.labelled);
    const found = byTurn(sides.found);
    for (const [turn, [first]] of labelled)
      if (!found.has(turn) && first)
        out.push({ mistake: 'miss', dimension, conversation: id, turn, quote: first.quote });
    for (const [turn, all] of found)
      if (!labelled.has(turn) && all[0]) {
        const rules = [...new Set(all.map(({ rule }) => rule))];
        out.push({ mistake: 'false hit', dimension, conversation: id, turn, quote: all[0].quote, rules });
      }
  }
  const pairs = pairsOf(one);
  for (const mistake of ['response', 'topic'] as const)
    for (const { turn, quote, labelled, found } of pairs[mistake])
      if (found !== NOT_FOUND && found !== labelled)
        out.push({ mistake, dimension: 'disclosure', conversation: id, turn, quote, labelled, found });
  return out;
}

function byTurn<T extends { readonly turn: number }>(all: readonly T[]): Map<number, T[]> {
  const turns = new Map<number, T[]>();
  for (const one of [...all].sort((a, b) => a.turn - b.turn))
    turns.set(one.turn, [...(turns.get(one.turn) ?? []), one]);
  return turns;
}
