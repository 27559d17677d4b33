/** What a detector is: one dimension's way from hits to findings. Pure, and blind to other detectors' findings. */
import type { Dimension, FindingOf } from '../model/finding.ts';
import type { Context } from './context.ts';

export interface Detector<D extends Dimension = Dimension> {
  readonly dimension: D;
  detect(context: Context): FindingOf<D>[];
}

/** What the registry holds: a detector of any one dimension. */
export type AnyDetector = { [D in Dimension]: Detector<D> }[Dimension];
