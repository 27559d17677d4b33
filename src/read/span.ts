/** Times from the start as speech recognisers write them, each vendor in its own unit, as moments. */
import { type Moment, moment } from './clock.ts';

/** No time is larger, in any unit; what is comes from a mistake. */
const MOST = 1e16;

/** A number, or a number in quotes; null for anything else. */
export function amount(value: unknown): number | null {
  const found = plain(value);
  return found === null || Math.abs(found) > MOST ? null : found;
}

function plain(value: unknown): number | null {
  if (typeof value === 'string' && /^\s*[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?\s*$/i.test(value))
    return Number(value);
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** Seconds from the start, or since 1970 where they are too many for a call. */
export function seconds(value: unknown): Moment | null {
  const found = amount(value);
  return found === null || found > 1e10 ? null : { seconds: found, absolute: found > 5e8 };
}

/** Milliseconds from the start, or since 1970 where they are too many for a call. */
export function millis(value: unknown): Moment | null {
  const found = amount(value);
  return found === null ? null : { seconds: found / 1e3, absolute: found > 1e11 };
}

/** Ticks of 100 nanoseconds from the start. */
export function ticks(value: unknown): Moment | null {
  const found = amount(value);
  return found === null ? null : { seconds: found / 1e7, absolute: false };
}

const ISO = /^PT(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?$/i;

/** `PT1M2.5S`, `62.5s`, or `{ "seconds": "62", "nanos": 500000000 }`, from the start. */
export function span(value: unknown): Moment | null {
  if (typeof value === 'string') {
    const iso = ISO.exec(value.trim());
    if (iso === null) return seconds(value.replace(/s\s*$/, ''));
    const [hours, minutes, rest] = iso.slice(1).map(part => Number(part ?? 0));
    return { seconds: hours! * 3600 + minutes! * 60 + rest!, absolute: false };
  }
  if (typeof value !== 'object' || value === null) return seconds(value);
  const parts = value as { seconds?: unknown; nanos?: unknown };
  return { seconds: (amount(parts.seconds) ?? 0) + (amount(parts.nanos) ?? 0) / 1e9, absolute: false };
}

/** A day and time, as text or since 1970 in whatever unit. */
export function instant(value: unknown): Moment | null {
  const found = typeof value === 'string' || typeof value === 'number' ? moment(String(value)) : null;
  return found?.absolute === true ? found : null;
}
