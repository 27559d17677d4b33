/** Counts of signals → shares; null where there is too little to judge, never a zero that looks like a verdict. */
import { judged } from '../model/judged.ts';
import {
  type Signal,
  type SignalCounts,
  type SignalName,
  type Signals,
  signalNames,
} from '../model/signals.ts';

const none: SignalCounts = {
  takenUp: { count: 0, of: 0 },
  concrete: { count: 0, of: 0 },
  firstPerson: { count: 0, of: 0 },
  followUps: { count: 0, of: 0 },
};

/** The signals of one agent's part of a conversation. */
export const signals = (counts: SignalCounts = none): Signals =>
  Object.fromEntries(
    signalNames.map((name): [SignalName, Signal] => {
      const { count, of, words } = counts[name];
      return [name, { value: judged(name, counts[name]), count, of, ...(words?.length ? { words } : {}) }];
    }),
  ) as Record<SignalName, Signal>;
