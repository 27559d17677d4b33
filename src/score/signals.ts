/** Counts of signals → shares; null where there is too little to judge, never a zero that looks like a verdict. */
import { judged } from '../model/judged.ts';
import {
  type Compared,
  type ComparedPart,
  type CountedName,
  countedNames,
  type Signal,
  type SignalCounts,
  type Signals,
} from '../model/signals.ts';

const none: SignalCounts = {
  takenUp: { count: 0, of: 0 },
  concrete: { count: 0, of: 0 },
  firstPerson: { count: 0, of: 0 },
  followUps: { count: 0, of: 0 },
};
const unknown: Compared = { value: null, of: 0, against: 0 };

/** The signals of one agent's part of a conversation; `compared` where other conversations were looked at. */
export function signals(
  counts: SignalCounts = none,
  { ownPast, team }: ComparedPart = { ownPast: unknown, team: unknown },
): Signals {
  const counted = countedNames.map((name): [CountedName, Signal] => {
    const { count, of, words } = counts[name];
    const value = judged(name, counts[name]);
    return [name, { value, count, of, ...(words?.length ? { words } : {}) }];
  });
  return { ...(Object.fromEntries(counted) as Record<CountedName, Signal>), ownPast, team };
}
