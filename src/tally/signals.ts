/**
 * Signals over an agent's conversations. Cases that were counted are pooled, so that a long conversation says more than
 * a short one; of what was compared with other conversations the card has the mean, as of scores.
 */
import { judged } from '../model/judged.ts';
import {
  type ComparedName,
  type CountedName,
  comparedNames,
  countedNames,
  type MeanSignal,
  type PooledSignal,
  type PooledSignals,
  type Signals,
} from '../model/signals.ts';
import { meanInterval, Spread, wordShare } from './interval.ts';

const each = <N extends string, T>(names: readonly N[], make: (name: N) => T) =>
  Object.fromEntries(names.map(name => [name, make(name)])) as Record<N, T>;

/** Values are added up in thousandths, their own precision: sums of whole numbers know no order. */
const SCALE = 1000;

/** A running sum of one agent's signals. */
export class SignalSums {
  readonly #counted = each(countedNames, () => ({
    count: 0,
    conversations: 0,
    of: 0,
    spread: new Spread(),
  }));
  readonly #compared = each(comparedNames, () => ({ n: 0, sum: 0, squares: 0 }));

  add(signals: Signals): void {
    for (const name of countedNames) {
      const { count, of } = signals[name];
      const sum = this.#counted[name];
      sum.count += count;
      sum.of += of;
      sum.spread.add(of, count);
      if (of > 0) sum.conversations++;
    }
    for (const name of comparedNames) {
      const { value } = signals[name];
      if (value === null) continue;
      const sum = this.#compared[name];
      const whole = Math.round(SCALE * value);
      sum.n++;
      sum.sum += whole;
      sum.squares += whole * whole;
    }
  }

  pooled(): PooledSignals {
    return {
      ...each(countedNames, name => this.#share(name)),
      ...each(comparedNames, name => this.#mean(name)),
    };
  }

  #share(name: CountedName): PooledSignal {
    const { count, of, conversations, spread } = this.#counted[name];
    const value = judged(name, this.#counted[name]);
    const { low, high } =
      value === null ? { low: null, high: null } : wordShare(conversations, of, count, spread);
    return { value, count, of, conversations, low, high };
  }

  #mean(name: ComparedName): MeanSignal {
    const { n, sum, squares } = this.#compared[name];
    const part = SCALE / 100;
    const { low, high } = meanInterval(n, sum / part, squares / part ** 2);
    const shared = (percent: number | null) => (percent === null ? null : Math.round(10 * percent) / SCALE);
    return {
      value: n === 0 ? null : Math.round(sum / n) / SCALE,
      conversations: n,
      low: shared(low),
      high: shared(high),
    };
  }
}
