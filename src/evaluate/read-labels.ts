/**
 * The labels of a record, checked against the conversation they speak of: a label that points at words which are
 * not there would count as a miss of the tool. Everything that is wrong is told at once, with its path.
 */
import type { Conversation } from '../model/conversation.ts';
import { judgedDimensions, Labels, listOf, speakerOf } from './labels.ts';

const MOST_FAULTS = 5;
const MOST_QUOTED = 60;

/** Labels, or all that is wrong with them in one sentence. */
export type ReadLabels = { readonly labels: Labels } | { readonly reason: string };

/** Reads the labels of a parsed record; the conversation is the same record as the reader gave it. */
export function readLabels(record: object, conversation: Conversation): ReadLabels {
  const named = `conversation "${conversation.id}" is left out`;
  if (!('labels' in record) || record.labels === undefined || record.labels === null)
    return { reason: `${named}: it has no labels; add them under "labels"` };
  const parsed = Labels.safeParse(record.labels);
  const faults = parsed.success
    ? misplaced(parsed.data, conversation)
    : parsed.error.issues.map(({ path, message }) => `${spelt(path)} ${message}`);
  if (parsed.success && faults.length === 0) return { labels: parsed.data };
  const rest = faults.length - MOST_FAULTS;
  return {
    reason: `${named}: ${faults.slice(0, MOST_FAULTS).join('; ')}${rest > 0 ? `; and ${rest} more` : ''}`,
  };
}

/** Labels that do not fit the conversation: turns that are not there or another's, words that are not said. */
function misplaced(labels: Labels, { turns }: Conversation): string[] {
  const range = turns.length === 0 ? 'there are no turns' : `turns go from 0 to ${turns.length - 1}`;
  const faults: string[] = [];
  for (const dimension of judgedDimensions) {
    const list = listOf[dimension];
    const speaker = speakerOf(dimension);
    const wrongTurn = (turn: number, wanted: string): string | null => {
      const said = turns[turn];
      if (!said) return `is ${turn}, but ${range}`;
      return said.speaker === wanted ? null : `is ${turn}, a turn of the ${said.speaker}, not the ${wanted}`;
    };
    for (const [index, label] of (labels[list] ?? []).entries()) {
      const path = `labels.${list}[${index}]`;
      const wrong = wrongTurn(label.turn, speaker);
      if (wrong) faults.push(`${path}.turn ${wrong}`);
      else if (!turns[label.turn]?.text.includes(label.quote))
        faults.push(`${path}.quote is not in turn ${label.turn}: "${short(label.quote)}"`);
      if (!('responseTurn' in label) || typeof label.responseTurn !== 'number') continue;
      const unanswered = wrongTurn(label.responseTurn, 'agent');
      if (unanswered) faults.push(`${path}.responseTurn ${unanswered}`);
    }
    for (const [index, turn] of (labels.disputed?.[list] ?? []).entries()) {
      if (!turns[turn]) faults.push(`labels.disputed.${list}[${index}] is ${turn}, but ${range}`);
    }
  }
  return faults;
}

function short(quote: string): string {
  return quote.length > MOST_QUOTED ? `${quote.slice(0, MOST_QUOTED)}…` : quote;
}

function spelt(path: readonly PropertyKey[]): string {
  return ['labels', ...path]
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index > 0 ? '.' : ''}${String(key)}`))
    .join('');
}
