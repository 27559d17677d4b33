/**
 * Dates as ISO text: `2026-03-01`, or `2026-03-01T10:00:00` where the time is known; in UTC where the source states a
 * zone, and as the source has it where it does not. `03/04/2026` is two days in two countries: it is a date only
 * where one of its numbers cannot be a month.
 */

const ISO =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$/i;
const NUMBERS =
  /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap])?\.?(?:m\.?)?)?$/i;
const DAY_FIRST =
  /^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?.*)?$/i;
const MONTH_FIRST =
  /^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?.*)?$/i;
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Epoch seconds before 1990 are no conversation's date, but some other number. */
const EARLIEST = 631_152_000;
const LATEST = 4_102_444_800;

/** A date in any usual notation, as ISO text; null where it is none, or could be two. */
export function isoDate(value: string | number): string | null {
  const plain = String(value).trim();
  if (/^\d+(?:\.\d+)?$/.test(plain)) return fromEpoch(Number(plain));
  const iso = ISO.exec(plain);
  if (iso) return made(iso[1], iso[2], iso[3], iso.slice(4, 7), iso[7]);
  const numbers = NUMBERS.exec(plain);
  if (numbers) {
    const [, a, mark, b, year, hour, minute, second, half] = numbers;
    const long = year!.length === 2 ? `20${year}` : year;
    const [day, month] =
      mark === '.' || Number(a) > 12 ? [a, b] : Number(b) > 12 || a === b ? [b, a] : [undefined, undefined];
    const hours =
      half === undefined || hour === undefined
        ? hour
        : String((Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0));
    return day === undefined ? null : made(long, month, day, [hours, minute, second]);
  }
  const day = DAY_FIRST.exec(plain);
  if (day) return made(day[3], monthOf(day[2]), day[1], day.slice(4, 7), day[7]);
  const month = MONTH_FIRST.exec(plain);
  return month ? made(month[3], monthOf(month[1]), month[2], month.slice(4, 7), month[7]) : null;
}

/** A moment in seconds since 1970 as ISO text; null where it is too early or too late to be one. */
export function isoSeconds(seconds: number): string | null {
  if (!(seconds >= EARLIEST && seconds < LATEST)) return null;
  return new Date(Math.floor(seconds) * 1000).toISOString().slice(0, 19);
}

/** Epoch seconds, milliseconds and microseconds are told by their size. */
function fromEpoch(value: number): string | null {
  return isoSeconds(value > 1e14 ? value / 1e6 : value > 1e11 ? value / 1e3 : value);
}

const monthOf = (name = '') => String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1);

function made(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  [hour, minute, second]: readonly (string | undefined)[] = [],
  zone?: string,
): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const date = new Date(Date.UTC(y, m - 1, d));
  if (m < 1 || date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d || Number(hour ?? 0) > 23) return null;
  if (hour === undefined) return date.toISOString().slice(0, 10);
  const shift = /^[+-]/.test(zone ?? '')
    ? Number(`${zone![0]}1`) * (Number(zone!.slice(1, 3)) * 60 + Number(zone!.slice(-2)))
    : 0;
  const at = Date.UTC(y, m - 1, d, Number(hour), Number(minute) - shift, Number(second ?? 0));
  return new Date(at).toISOString().slice(0, 19);
}

/** The ISO week of a date, `2026-W09` (ISO 8601: weeks begin on Monday, the first one holds the year's first Thursday). */
export function weekOf(date: string): string | null {
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return null;
  day.setUTCDate(day.getUTCDate() + 4 - (day.getUTCDay() || 7));
  const year = day.getUTCFullYear();
  const week = Math.ceil(((day.getTime() - Date.UTC(year, 0, 1)) / 86_400_000 + 1) / 7);
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The month of a date, `2026-03`. */
export function monthIn(date: string): string | null {
  return /^\d{4}-\d{2}/.exec(date)?.[0] ?? null;
}
