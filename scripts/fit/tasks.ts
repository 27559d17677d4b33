/** What is fitted: one table a task, each saying which sentences reviewers would mark. */

import type { Labels } from '../../src/evaluate/labels.ts';
import { authenticKinds, empathyKinds } from '../../src/model/finding.ts';

/** A labelled stretch of one turn. */
export interface Mark {
  readonly turn: number;
  readonly quote: string;
}

export interface Task {
  /** The table's name. */
  readonly name: string;
  readonly dimension: 'disclosure' | 'empathy' | 'scripted' | 'authentic' | 'rushed';
  readonly kind?: string;
  /** The list of labels whose disputed turns are passed over. */
  readonly list: 'disclosures' | 'empathy' | 'scripted' | 'authentic' | 'rushed';
  /** What speaks for a sentence. */
  readonly marks: (labels: Labels) => readonly Mark[];
  /** Only sentences that one of these covers are examples, for or against; all of the speaker's where left out. */
  readonly among?: (labels: Labels) => readonly Mark[];
}

const whole = (name: Task['dimension'], list: Task['list']): Task => ({
  name,
  dimension: name,
  list,
  marks: labels => labels[list] ?? [],
});

export const tasks: readonly Task[] = [
  whole('disclosure', 'disclosures'),
  whole('empathy', 'empathy'),
  ...empathyKinds.map(
    (kind): Task => ({
      name: kind,
      dimension: 'empathy',
      kind,
      list: 'empathy',
      marks: labels => (labels.empathy ?? []).filter(label => label.kind === kind),
    }),
  ),
  whole('scripted', 'scripted'),
  whole('authentic', 'authentic'),
  whole('rushed', 'rushed'),
  // which kind, given that it is authentic
  ...authenticKinds.map(
    (kind): Task => ({
      name: `kind-${kind}`,
      dimension: 'authentic',
      list: 'authentic',
      marks: labels => (labels.authentic ?? []).filter(label => label.kind === kind && !label.kindDisputed),
      among: labels => (labels.authentic ?? []).filter(label => !label.kindDisputed),
    }),
  ),
];

/** Who speaks in a task's sentences. */
export const speakerOf = (task: Task) => (task.dimension === 'disclosure' ? 'customer' : 'agent');
