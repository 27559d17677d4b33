/** Labelled conversations for fitting: read from files, each with how much its sentences count. */
import { readFileSync } from 'node:fs';
import type { Labels } from '../../src/evaluate/labels.ts';
import type { Conversation } from '../../src/model/conversation.ts';

/**
 * How much a sentence counts: 1 where two labellers agreed, less where one labelled (fixtures/training), little for single
 * sentences of a wider pack (`labels.offmychest`) and for conversations known to hold no disclosures (`labels.intents`).
 */
export const ROW_WEIGHT = { agreed: 1, oneLabeller: 0.5, pack: 0.1 } as const;

export interface Labelled extends Conversation {
  readonly labels: Labels & {
    readonly offmychest?: {
      readonly Emotional_disclosure: boolean;
      readonly Information_disclosure: boolean;
    };
  };
  /** The file it comes from. */
  readonly file: string;
  readonly weight: number;
  /** Whether reviewers marked whole conversations, in all dimensions that their labels have a list for. */
  readonly reviewed: boolean;
}

/** Reads JSON Lines files of labelled conversations, in order; `LABELS@TEXTS` where labels are kept apart from texts. */
export function records(files: readonly string[]): Labelled[] {
  return files.flatMap(argument => {
    const [file, texts] = argument.split('@') as [string, string?];
    const rows = lines(file);
    const byId = texts === undefined ? undefined : new Map(lines(texts).map(row => [row.id, row]));
    return rows.map((row): Labelled => {
      const record =
        byId === undefined ? row : { ...byId.get(row.id), labels: withQuotes(row.labels, byId.get(row.id)) };
      const reviewed = record.labels.scripted !== undefined;
      const one = file.includes('training');
      return {
        ...record,
        agent: { id: 'x', name: record.agent?.name ?? '' },
        file,
        reviewed,
        weight: !reviewed ? ROW_WEIGHT.pack : one ? ROW_WEIGHT.oneLabeller : ROW_WEIGHT.agreed,
      };
    });
  });
}

// biome-ignore lint/suspicious/noExplicitAny: whatever the file holds
const lines = (file: string): any[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line));

/** Labels kept without their texts say where they stand: `start` and `end` in the turn. */
// biome-ignore lint/suspicious/noExplicitAny: whatever the file holds
function withQuotes(labels: any, record: any): any {
  const quoted = (list: { turn: number; start: number; end: number }[]) =>
    list.map(label => ({ ...label, quote: record.turns[label.turn].text.slice(label.start, label.end) }));
  return Object.fromEntries(
    Object.entries(labels).map(([key, value]) => [
      key,
      Array.isArray(value) ? quoted(value as { turn: number; start: number; end: number }[]) : value,
    ]),
  );
}
