/** Counts of signals → shares; null where there is too little to judge, never a zero that looks like a verdict. */
import {
  type PooledSignal,
  type PooledSignals,
  type Signal,
  type SignalCounts,
  type SignalName,
  type Signals,
  signalNames,
} from '../model/signals.ts';
import { weights } from './weights.ts';

const none: SignalCounts = {
  takenUp: { count: 0, of: 0 },
  concrete: { count: 0, of: 0 },
  firstPerson: { count: 0, of: 0 },
  followUps: { count: 0, of: 0 },
};

/** A share to three places; null below the least number of cases for this signal. */
export const signalValue = (name: SignalName, count: number, of: number): number | null =>
  of < weights.signals.least[name] ? null : Math.round((1000 * count) / of) / 1000;

const each = <T>(make: (name: SignalName) => T) =>
  Object.fromEntries(signalNames.map(name => [name, make(name)])) as Record<SignalName, T>;

/** The signals of one agent's part of a conversation. */
export const signals = (counts: SignalCounts = none): Signals =>
  each((name): Signal => {
    const { count, of, words } = counts[name];
    return { value: signalValue(name, count, of), count, of, ...(words?.length ? { words } : {}) };
  });

/** The same over many conversations: cases are pooled, so that long conversations say more than short ones. */
export class SignalSums {
  readonly #sums = each(() => ({ count: 0, of: 0, conversations: 0 }));

  add(signals: Signals): void {
    for (const name of signalNames) {
      const { count, of } = signals[name];
      const sum = this.#sums[name];
      sum.count += count;
      sum.of += of;
      if (of > 0) sum.conversations++;
    }
  }

  pooled(): PooledSignals {
    return each((name): PooledSignal => {
      const { count, of, conversations } = this.#sums[name];
      return { value: signalValue(name, count, of), count, of, conversations };
    });
  }
}
