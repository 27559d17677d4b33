/**
 * Some of the sentences that follow a template: those with the smallest hash of where they stand, so that the choice
 * looks random and does not depend on the order of the input.
 */
import { hashWord } from '../text/vocabulary.ts';
import type { Laid } from './align.ts';
import type { Masked } from './masked.ts';
import { slotName } from './patterns.ts';
import type { Part } from './template.ts';

const MOST = 24;

/** What filled a slot. */
export interface Fill {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What it reads as: a kind of slots.ts; `words` for more than one unit. */
  readonly kind: string;
}

/** One sentence that follows a template. */
export interface Sample {
  readonly order: number;
  readonly conversation: string;
  readonly quote: string;
  /** The stretch that the template covers. */
  readonly text: string;
  /** For each part that is a slot, in order, what filled it (offsets into `text`); null where it was left empty. */
  readonly fills: readonly (Fill | null)[];
  readonly cost: number;
}

/** Keeps the samples of one template. */
export class Samples {
  readonly list: Sample[] = [];

  /** Keeps a sentence where it is among the first by hash. */
  add(conversation: string, parts: readonly Part[], sentence: Masked, laid: Laid): void {
    const order = hashWord(`${conversation} ${sentence.turn} ${sentence.from}`) >>> 0;
    const { list } = this;
    if (list.length === MOST && (list[MOST - 1] as Sample).order <= order) return;
    list.push(sampled(order, conversation, parts, sentence, laid));
    list.sort((a, b) => a.order - b.order || (a.conversation < b.conversation ? -1 : 1));
    if (list.length > MOST) list.pop();
  }
}

function sampled(
  order: number,
  conversation: string,
  parts: readonly Part[],
  sentence: Masked,
  { first, last, at, cost }: Laid,
): Sample {
  const from = sentence.start[first] as number;
  const closed = last === sentence.length - 1 && sentence.end[last] === sentence.to - 1 ? 1 : 0;
  const fills = parts.flatMap((part, p): (Fill | null)[] => {
    if (!part.slot) return [];
    const begin = at[p] as number;
    if (begin < 0) return [null];
    const next = at.slice(p + 1).find(place => place >= 0) ?? last + 1;
    // extra function words may stand between the slot and the next part; they go with the slot
    const kind = next - begin === 1 ? slotName(sentence.kind[begin] as number) : 'words';
    const [start, end] = [sentence.start[begin] as number, sentence.end[next - 1] as number];
    return [{ start: start - from, end: end - from, text: sentence.text.slice(start, end), kind }];
  });
  return {
    order,
    conversation,
    quote: sentence.text.slice(sentence.from, sentence.to),
    text: sentence.text.slice(from, (sentence.end[last] as number) + closed),
    fills,
    cost,
  };
}
