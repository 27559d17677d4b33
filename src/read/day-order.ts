/**
 * Which number of `03/04/25` is the day. The locale of the phone decides, and only the whole file shows it: a part
 * over 12, or the order in which the messages must have been written.
 */

/** A date's numbers as they stand, and the time of that day. */
export interface Stamp {
  readonly parts: readonly [number, number, number];
  /** Seconds since midnight. */
  readonly clock: number;
}

type Order = readonly [year: number, month: number, day: number];
const orders: readonly Order[] = [
  [2, 1, 0],
  [2, 0, 1],
  [0, 1, 2],
];

/** Seconds since 1970 for each stamp, in the one order of day and month that suits them best; null where it is none. */
export function inDayOrder(stamps: readonly Stamp[]): (number | null)[] {
  let best: (number | null)[] = [];
  let least = Infinity;
  for (const order of orders) {
    const times = stamps.map(stamp => secondsOf(stamp, order));
    const cost = costOf(times);
    if (cost < least) [best, least] = [times, cost];
  }
  return best;
}

function secondsOf({ parts, clock }: Stamp, [y, m, d]: Order): number | null {
  const [year, month, day] = [parts[y]!, parts[m]!, parts[d]!];
  if (month < 1 || month > 12 || day < 1 || day > 31 || (year > 99 && year < 1970)) return null;
  const full = year < 100 ? 2000 + year : year;
  const utc = Date.UTC(full, month - 1, day);
  return new Date(utc).getUTCDate() === day ? utc / 1000 + clock : null;
}

/** No date at all counts most, then steps back, then the length of it: people write within days, not over months. */
function costOf(times: readonly (number | null)[]): number {
  const known = times.filter(time => time !== null);
  let back = 0;
  for (let i = 1; i < known.length; i++) if (known[i]! < known[i - 1]!) back++;
  const span = known.length === 0 ? 0 : Math.abs(known.at(-1)! - known[0]!);
  return (times.length - known.length) * 1e18 + back * 1e12 + span;
}
