/**
 * A labelled conversation with its score, and what of it can be judged: of the findings those that are sure, on turns
 * about which the labellers did not differ.
 */
import type { Conversation } from '../model/conversation.ts';
import type { FindingOf } from '../model/finding.ts';
import type { ConversationScore } from '../model/scorecard.ts';
import { type Judged, type Labels, listOf, speakerOf } from './labels.ts';

/** A conversation, what people marked in it, and what the tool says of it. */
export interface LabelledCase {
  readonly conversation: Conversation;
  readonly labels: Labels;
  readonly score: ConversationScore;
}

/** One label of a dimension. */
export type LabelOf<D extends Judged> = NonNullable<Labels[(typeof listOf)[D]]>[number];

/** The two sides of one dimension in one conversation. */
export interface Sides<D extends Judged> {
  readonly labelled: readonly LabelOf<D>[];
  readonly found: readonly FindingOf<D>[];
  /** The turns that could carry the mark: those of its speaker that are not disputed. */
  readonly turns: ReadonlySet<number>;
}

/** The two sides, or null where the dimension was not labelled. */
export function sidesOf<D extends Judged>(
  { conversation, labels, score }: LabelledCase,
  dimension: D,
): Sides<D> | null {
  const list = listOf[dimension];
  const labelled = labels[list] as readonly LabelOf<D>[] | undefined;
  if (labelled === undefined) return null;
  const disputed = new Set(labels.disputed?.[list]);
  const found = score.findings.filter(
    (finding): finding is FindingOf<D> =>
      finding.dimension === dimension && finding.confidence !== 'possible' && !disputed.has(finding.turn),
  );
  const speaker = speakerOf(dimension);
  const turns = conversation.turns.flatMap((turn, index) =>
    turn.speaker === speaker && !disputed.has(index) ? [index] : [],
  );
  return { labelled, found, turns: new Set(turns) };
}
