/**
 * A JSON value that is not quite a conversation: its keys are renamed from the usual other names, and it is put to the
 * schema, which also explains.
 */

import type { Reading } from '../model/conversation.ts';
import { Conversation } from '../model/schemas.ts';
import { toldBy } from './json-told.ts';
import { unreadable } from './problem.ts';
import { canonical, explained, isFields, kind } from './record.ts';
import { type Fields, renamed } from './renamed.ts';
import { readingsOf } from './said.ts';

/** A conversation, or all that is wrong with the record, in one sentence. */
export type Checked =
  | { readonly conversation: Conversation }
  | {
      readonly reason: string;
      /** Nothing is wrong but that the speakers' labels name no role. */
      readonly labelsOnly?: boolean;
    };

/** Reads a parsed JSON value; `id` is given to a record that has none. */
export function check(value: unknown, id: () => string): Checked {
  const quick = canonical(value);
  if (quick !== null) return { conversation: quick };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return {
      reason: `expected one conversation as a JSON object, found ${kind(value)}; see "unscripted formats"`,
    };
  }
  const candidate = renamed(value as Fields);
  candidate.id ??= id();
  const slow = Conversation.safeParse(candidate);
  if (slow.success) return { conversation: slow.data };
  const labelsOnly = slow.error.issues.every(
    ({ path }) => path.at(-1) === 'speaker' && isLabel(path, candidate),
  );
  return { reason: explained(slow.error, candidate), labelsOnly };
}

function isLabel([turns, number, key]: readonly PropertyKey[], candidate: Fields): boolean {
  const list = candidate[String(turns)];
  const turn: unknown = Array.isArray(list) ? list[Number(number)] : undefined;
  const label = isFields(turn) ? turn[String(key)] : undefined;
  return typeof label === 'string' && label.trim() !== '';
}

/** The readings in a record of a line, where its labels may need the words to tell who is who. */
export function* checkedReadings(
  value: unknown,
  place: { readonly source: string; readonly at: string; readonly id: () => string },
): Iterable<Reading> {
  const { source, at, id } = place;
  const checked = check(value, id);
  const told = 'labelsOnly' in checked && checked.labelsOnly === true ? toldBy(value, at) : null;
  if ('conversation' in checked) yield { conversation: checked.conversation, source, at };
  else if (told !== null) yield* readingsOf(told, place);
  else yield { problem: unreadable(source, at, checked.reason) };
}
