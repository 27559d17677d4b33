/** Readings of labelled records: those whose labels can be used go on, the others become problems in their place. */
import type { Reading } from '../model/conversation.ts';
import type { Labels } from './labels.ts';
import { readLabels } from './read-labels.ts';

/** Gives the record at a place of a source as it was written; null where the source holds no such records. */
export type RecordAt = (source: string, at: string) => Promise<object | null>;

/** Lets labelled readings through and notes their labels by conversation id; the first of an id counts. */
export async function* labelledReadings(
  readings: AsyncIterable<Reading>,
  recordAt: RecordAt,
  labels: Map<string, Labels>,
): AsyncGenerator<Reading> {
  const told = new Set<string>();
  for await (const reading of readings) {
    if ('problem' in reading) {
      yield reading;
      continue;
    }
    const { source, at, conversation } = reading;
    const record = await recordAt(source, at);
    if (record === null) {
      const reason =
        'labels are read from JSON Lines only, one conversation a line; make them of this with "unscripted read", and add "labels"';
      if (!told.has(source)) yield { problem: { kind: 'unreadable', source, at: '', reason } };
      told.add(source);
      continue;
    }
    const found = readLabels(record, conversation);
    if ('reason' in found) {
      yield { problem: { kind: 'unreadable', source, at, reason: found.reason } };
      continue;
    }
    if (!labels.has(conversation.id)) labels.set(conversation.id, found.labels);
    yield reading;
  }
}
