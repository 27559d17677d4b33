/** Every sentence of the labelled conversations with its features: worked out once, used by every task. */
import type { Compiled } from '../../src/detect/compile.ts';
import { Engine } from '../../src/detect/engine.ts';
import { features, naming } from '../../src/detect/features.ts';
import type { Labelled } from './records.ts';
import { type Mark, speakerOf, type Task } from './tasks.ts';

/** A sentence of a labelled conversation. */
export interface Sample {
  readonly record: Labelled;
  readonly turn: number;
  readonly start: number;
  readonly end: number;
  readonly keys: readonly number[];
}

/** Sentences, and the features' names by key. */
export interface Samples {
  readonly all: readonly Sample[];
  readonly names: ReadonlyMap<number, string>;
}

/** Reads every sentence of agent and customer. */
export function samplesOf(records: readonly Labelled[], compiled: Compiled): Samples {
  const engine = new Engine(compiled);
  const names = new Map<number, string>();
  const all = records.flatMap(record => {
    const context = engine.read(record);
    return record.turns.flatMap(({ speaker }, turn) =>
      speaker !== 'agent' && speaker !== 'customer'
        ? []
        : context.sentences(turn).map((sentence): Sample => {
            const keys = new Set<number>();
            const sink = naming(context, turn, (key, name) => {
              if (!names.has(key)) names.set(key, name());
              keys.add(key);
            });
            features(context, turn, sentence, sink);
            const { start, end } = context.span(turn, sentence.first, sentence.last);
            return { record, turn, start, end, keys: [...keys] };
          }),
    );
  });
  return { all, names };
}

/** A sentence as an example of a task. */
export interface Example {
  readonly keys: readonly number[];
  readonly label: boolean;
  readonly weight: number;
  /** The turn, and whether people marked it at all. */
  readonly turn: string;
  readonly turnLabel: boolean;
  readonly id: string;
  readonly reviewed: boolean;
}

/** The examples of a task among the samples. */
export function examplesOf(task: Task, samples: readonly Sample[]): Example[] {
  return samples.flatMap((sample): Example[] => {
    const { record, turn } = sample;
    const { labels, reviewed } = record;
    if (record.turns[turn]?.speaker !== speakerOf(task)) return [];
    if (reviewed ? labels[task.list] === undefined : task.name !== 'disclosure') return [];
    if (labels.disputed?.[task.list]?.includes(turn)) return [];
    const single = labels.offmychest;
    // sentences that readers only half took for a disclosure teach nothing clear
    if (single && single.Emotional_disclosure !== single.Information_disclosure) return [];
    if (task.among && !covered(sample, task.among(labels))) return [];
    const marks = reviewed ? task.marks(labels).filter(mark => mark.turn === turn) : [];
    return [
      {
        keys: sample.keys,
        label: covered(sample, marks) || Boolean(single?.Emotional_disclosure),
        weight: record.weight,
        turn: `${record.id} ${turn}`,
        turnLabel: marks.length > 0,
        id: record.id,
        reviewed,
      },
    ];
  });
}

/** Whether a mark covers most of the sentence, or lies in it. */
function covered({ record, turn, start, end }: Sample, marks: readonly Mark[]): boolean {
  const text = record.turns[turn]?.text ?? '';
  return marks.some(mark => {
    if (mark.turn !== turn) return false;
    const from = text.indexOf(mark.quote);
    const to = from + mark.quote.length;
    return Math.min(end, to) - Math.max(start, from) > Math.min(8, (to - from) / 2);
  });
}
