/**
 * What every format has to be rid of before roles are told: stage directions, and words that stand twice. A turn
 * exported twice is one; words that two speakers say at one time are an echo of one of them.
 */
import type { LeftOut } from '../model/conversation.ts';
import type { Spoken } from './compose.ts';
import { doubled } from './doubled.ts';
import { withoutStage } from './stage.ts';

/** Utterances fit to be turns, what was left out, and why there are none, if so. */
export interface Tidied {
  readonly spoken: readonly Spoken[];
  readonly leftOut: LeftOut | null;
  readonly fault: string | null;
}

const ECHO_SECONDS = 1.5;
const ECHO_CHARACTERS = 16;

/** Cleans utterances; `before` is what the reader left out itself. */
export function tidied(all: readonly Spoken[], before: LeftOut = {}): Tidied {
  const counts: Record<string, number> = { ...before };
  const count = (kind: string): void => {
    counts[kind] = (counts[kind] ?? 0) + 1;
  };
  if (doubled(all)) {
    const fault =
      'two speakers say the same words at the same time, so the speakers were not told apart; transcribe it again';
    return { spoken: [], leftOut: null, fault };
  }
  const spoken: Spoken[] = [];
  for (const one of all) {
    const text = withoutStage(one.text);
    if (text === '') count(one.text.trim() === '' ? 'empty turn' : 'stage direction');
    else if (again(one, text, spoken)) count('doubled turn');
    else spoken.push(text === one.text ? one : { ...one, text });
  }
  const told = Object.entries(counts).filter(([, number]) => number > 0);
  return { spoken, leftOut: told.length === 0 ? null : Object.fromEntries(told), fault: null };
}

/** Whether the words stand already: the same turn exported twice, or another speaker's echo of it. */
function again(one: Spoken, text: string, spoken: readonly Spoken[]): boolean {
  for (let back = 1; back <= 2 && back <= spoken.length; back++) {
    const before = spoken[spoken.length - back]!;
    if (before.text !== text || text.length < ECHO_CHARACTERS) continue;
    const timed = one.seconds !== undefined && before.seconds !== undefined;
    const together = timed && Math.abs(one.seconds - before.seconds) <= ECHO_SECONDS;
    // People do say things twice; without times only a neighbour of the same speaker is taken for a double.
    if (together || (back === 1 && !timed && before.label === one.label)) return true;
  }
  return false;
}
