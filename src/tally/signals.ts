/** Signals over an agent's conversations: cases are pooled, so that a long conversation says more than a short one. */
import { judged } from '../model/judged.ts';
import {
  type PooledSignal,
  type PooledSignals,
  type SignalName,
  type Signals,
  signalNames,
} from '../model/signals.ts';

const each = <T>(make: (name: SignalName) => T) =>
  Object.fromEntries(signalNames.map(name => [name, make(name)])) as Record<SignalName, T>;

/** A running sum of one agent's signals. */
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
      return { value: judged(name, { count, of }), count, of, conversations };
    });
  }
}
