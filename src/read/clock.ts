/** Times as transcripts write them, in seconds: from the start (`1:02:03.5`, `83.2`) or of a day and date. */

/** A time read from text; `absolute` ones count from some fixed moment, and only their differences mean anything. */
export interface Moment {
  readonly seconds: number;
  readonly absolute: boolean;
}

const CLOCK = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,6}))?(?:\s*([ap])\.?m\.?)?$/i;
const DATE =
  /^(\d{4})-(\d{2})-(\d{2})[T ]+(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/i;

/** `mm:ss`, `hh:mm:ss`, with a fraction if any, in seconds from the start; null for anything else. */
export function clock(text: string): number | null {
  const time = moment(text);
  return time === null || time.absolute || !text.includes(':') ? null : time.seconds;
}

/** A time in any of the usual notations; null where it is none. */
export function moment(text: string): Moment | null {
  const plain = text.trim().replace(/^[[(]\s*(.*?)\s*[\])]$/, '$1');
  if (/^\d+(\.\d+)?$/.test(plain)) return fromNumber(Number(plain));
  const time = CLOCK.exec(plain);
  if (time !== null) {
    const [, a, b, c, fraction, half] = time;
    const small = Number(`0.${fraction ?? 0}`);
    if (half === undefined)
      return { seconds: round(Number(a ?? 0) * 3600 + Number(b) * 60 + Number(c) + small), absolute: false };
    const [hours, minutes, rest] = a === undefined ? [b, c, 0] : [a, b, c];
    const day = (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
    return { seconds: round(day * 3600 + Number(minutes) * 60 + Number(rest) + small), absolute: true };
  }
  const date = DATE.exec(plain);
  if (date === null) return null;
  const [, year, month, day, hour, minute, second = '0', fraction = '0', zone = 'Z'] = date;
  // No zone means an unknown one, not UTC: harmless, as only differences within one conversation are used.
  const utc = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  const shift = /^[+-]/.test(zone)
    ? Number(`${zone[0]}1`) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)))
    : 0;
  return { seconds: round(utc / 1000 + Number(`0.${fraction}`) - shift * 60), absolute: true };
}

/** Epoch seconds, milliseconds and microseconds are told by their size; anything smaller counts from the start. */
function fromNumber(value: number): Moment {
  if (value > 1e14) return { seconds: round(value / 1e6), absolute: true };
  if (value > 1e11) return { seconds: round(value / 1e3), absolute: true };
  return { seconds: round(value), absolute: value > 5e8 };
}

/** Seconds to the millisecond: no transcript is finer, and sums of fractions would show. */
export function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

/**
 * Seconds from the start for the times of one conversation. Absolute ones count from the earliest. All equal
 * (with more than one) means the source has no times; absolute and relative ones do not mix.
 */
export function fromStart(times: readonly (Moment | null)[]): (number | undefined)[] {
  const known = times.filter(time => time !== null);
  const none = times.map(() => undefined);
  if (known.length === 0) return none;
  if (known.length > 1 && known.every(time => time.seconds === known[0]!.seconds)) return none;
  if (known.some(time => time.absolute !== known[0]!.absolute)) return none;
  const start = known[0]!.absolute ? known.reduce((low, time) => Math.min(low, time.seconds), Infinity) : 0;
  return times.map(time => (time === null ? undefined : round(time.seconds - start)));
}
