/**
 * What is compared turn by turn: for each subject (a dimension, a kind, a topic) the turns that people marked and the
 * turns that the tool found. Turns and not words are the unit, since two people seldom quote the same words.
 */
import { authenticKinds, empathyKinds, topics } from '../model/finding.ts';
import { judgedDimensions } from './labels.ts';
import { type LabelledCase, sidesOf } from './settled.ts';

/** The turns of one subject in one conversation. */
export interface Marks {
  readonly labelled: ReadonlySet<number>;
  readonly found: ReadonlySet<number>;
  /** How many turns could carry the mark. */
  readonly turns: number;
}

/** Every subject: dimensions first, with `missed` (a disclosure that was passed over) among them. */
export const dimensionSubjects = [
  'disclosure',
  'missed',
  'empathy',
  'scripted',
  'authentic',
  'rushed',
] as const;
export const kindSubjects: readonly string[] = [
  ...empathyKinds.map(kind => `empathy:${kind}`),
  ...authenticKinds.map(kind => `authentic:${kind}`),
  ...topics.map(topic => `topic:${topic}`),
];
export const subjects: readonly string[] = [...dimensionSubjects, ...kindSubjects];

interface Turned {
  readonly turn: number;
}

/** The marks of a conversation by subject; subjects that were not labelled are not there. */
export function marksOf(one: LabelledCase): Map<string, Marks> {
  const marks = new Map<string, Marks>();
  const put = (
    subject: string,
    labelled: readonly Turned[],
    found: readonly Turned[],
    among: Iterable<number>,
  ) => {
    const sides = { labelled: turnsOf(labelled), found: turnsOf(found) };
    marks.set(subject, { ...sides, turns: new Set([...among, ...sides.labelled, ...sides.found]).size });
  };

  for (const dimension of judgedDimensions) {
    const sides = sidesOf(one, dimension);
    if (sides) put(dimension, sides.labelled, sides.found, sides.turns);
  }

  const disclosure = sidesOf(one, 'disclosure');
  if (disclosure) {
    const { labelled, found, turns } = without(disclosure, label => label.responseDisputed);
    const missed = (side: { readonly response: string | null }) => side.response === 'missed';
    put('missed', labelled.filter(missed), found.filter(missed), turns);
    const settled = without(disclosure, label => isDisputed(label.topicDisputed));
    for (const topic of topics) {
      const same = (side: { readonly topic: string }) => side.topic === topic;
      put(`topic:${topic}`, settled.labelled.filter(same), settled.found.filter(same), settled.turns);
    }
  }
  const byKind = <D extends 'empathy' | 'authentic'>(dimension: D, kinds: readonly string[]) => {
    const sides = sidesOf(one, dimension);
    if (!sides) return;
    const { labelled, found, turns } = without(sides, label => label.kindDisputed);
    for (const kind of kinds) {
      const same = (side: { readonly kind?: string | undefined }) => side.kind === kind;
      put(`${dimension}:${kind}`, labelled.filter(same), found.filter(same), turns);
    }
  };
  byKind('empathy', empathyKinds);
  byKind('authentic', authenticKinds);
  return marks;
}

/** The sides without the labels on which labellers differed, and without anything found in the turns of those. */
function without<L extends Turned, F extends Turned>(
  { labelled, found, turns }: { labelled: readonly L[]; found: readonly F[]; turns: ReadonlySet<number> },
  differed: (label: L) => unknown,
): { labelled: readonly L[]; found: readonly F[]; turns: readonly number[] } {
  const open = turnsOf(labelled.filter(differed));
  return {
    labelled: labelled.filter(label => !differed(label)),
    found: found.filter(finding => !open.has(finding.turn)),
    turns: [...turns].filter(turn => !open.has(turn)),
  };
}

function isDisputed(topic: readonly string[] | boolean | undefined): boolean {
  return topic === true || (Array.isArray(topic) && topic.length > 0);
}

function turnsOf(all: readonly Turned[]): ReadonlySet<number> {
  return new Set(all.map(({ turn }) => turn));
}
