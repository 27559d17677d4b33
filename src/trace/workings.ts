/** The arithmetic over all conversations, for figures that are means, shares or counts. */
import type { TracedPart, Working } from '../model/trace.ts';
import { round, t, Z } from '../tally/interval.ts';
import { num, summed } from './number.ts';

/** The scale of a mean: decimals on the card, and what it is held within. */
export interface Scale {
  readonly places: number;
  /** Values are whole numbers of such parts of one. */
  readonly unit: number;
  readonly least: number;
  readonly most: number;
  /** Whether the card has its deviation. */
  readonly sd: boolean;
}

/** A mean over conversations, with its deviation and its interval. */
export function meanWorkings(at: string, parts: readonly TracedPart[], scale: Scale): Working[] {
  const values = parts.flatMap(({ value }) => (value === null || value === undefined ? [] : [value]));
  const n = values.length;
  const count: Working = {
    at: `${at}.conversations`,
    what: 'conversations judged',
    expression: null,
    value: n,
  };
  if (n === 0) return [count];
  const { places, least, most } = scale;
  // in whole numbers of the last decimal, as the card adds them up
  const unit = scale.unit;
  const whole = values.map(value => Math.round(unit * value));
  const sum = whole.reduce((all, value) => all + value, 0) / unit;
  const mean = sum / n;
  const value: Working = {
    at: `${at}.value`,
    what: 'mean',
    expression: `${summed(values)} / ${n}`,
    value: Math.round((10 ** places / unit) * ((unit * sum) / n)) / 10 ** places,
  };
  if (n < 2) return [value, count];
  const squares = whole.reduce((all, one) => all + one * one, 0) / unit ** 2;
  const sd = Math.sqrt(Math.max(0, (squares - sum * mean) / (n - 1)));
  const half = `${num(t(n - 1))} × ${unit === 1 ? num(sd) : exact(sd)} / √(${n})`;
  const width = (t(n - 1) * sd) / Math.sqrt(n);
  const squared = values.map(one => `${num(one)} × ${num(one)}`);
  const within = [least, most] as const;
  return [
    value,
    count,
    {
      at: scale.sd ? `${at}.sd` : null,
      what: 'standard deviation',
      expression: `√((${values.length > 12 ? exact(squares) : squared.join(' + ')} − ${n} × ${exact(mean)} × ${exact(mean)}) / ${n - 1})`,
      value: scale.sd ? round(sd, 2) : round(sd, 4),
    },
    {
      at: `${at}.low`,
      what: '95% interval (Student’s t), from',
      expression: `${unit === 1 ? num(mean) : exact(mean)} − ${half}`,
      value: round(Math.max(least, mean - width), places),
      within,
    },
    {
      at: `${at}.high`,
      what: 'to',
      expression: `${unit === 1 ? num(mean) : exact(mean)} + ${half}`,
      value: round(Math.min(most, mean + width), places),
      within,
    },
  ];
}

/** Squares of a mean are only as good as its decimals. */
const exact = (mean: number) => String(Math.round(mean * 1e8) / 1e8).replace('-', '−');

/** A share of cases, each for itself (Wilson). */
export function proportionWorkings(at: string, parts: readonly TracedPart[]): Working[] {
  const [k, n] = [total(parts, `${at}.count`), total(parts, `${at}.of`)];
  const of = sumOf(`${at}.of`, 'cases', parts);
  if (n === 0) return [of];
  const centre = `(${k} + ${num(Z)} × ${num(Z)} / 2) / (${n} + ${num(Z)} × ${num(Z)})`;
  const half = `${num(Z)} / (${n} + ${num(Z)} × ${num(Z)}) × √(${k} × ${n - k} / ${n} + ${num(Z)} × ${num(Z)} / 4)`;
  const middle = (k + (Z * Z) / 2) / (n + Z * Z);
  const width = (Z / (n + Z * Z)) * Math.sqrt((k * (n - k)) / n + (Z * Z) / 4);
  const within = [0, 1] as const;
  return [
    {
      at: `${at}.value`,
      what: 'share',
      expression: `${summed(counts(parts, `${at}.count`))} / ${n}`,
      value: round(k / n, 3),
    },
    of,
    {
      at: `${at}.low`,
      what: '95% interval (Wilson), from',
      expression: `${centre} − ${half}`,
      value: round(Math.max(0, middle - width), 3),
      within,
    },
    {
      at: `${at}.high`,
      what: 'to',
      expression: `${centre} + ${half}`,
      value: round(Math.min(1, middle + width), 3),
      within,
    },
  ];
}

/** Where a share over conversations has its parts on the card. */
export interface RatioPlaces {
  readonly value: string;
  readonly count: string;
  readonly of: string;
  readonly low: string;
  readonly high: string;
  readonly conversations?: string;
  /** Fewer cases than this are not judged. */
  readonly least: number;
}

/** A share of words or other cases that stand and fall together by conversation (ratio estimator). */
export function ratioWorkings(places: RatioPlaces, parts: readonly TracedPart[]): Working[] {
  const used = parts.filter(
    ({ counts }) => places.conversations === undefined || (counts[places.of] ?? 0) > 0,
  );
  const [some, of] = [total(parts, places.count), total(parts, places.of)];
  const n = used.length;
  const sums: Working[] = [
    sumOf(places.count, 'counted', parts),
    sumOf(places.of, 'of', parts),
    ...(places.conversations === undefined
      ? []
      : [{ at: places.conversations, what: 'conversations with any', expression: null, value: n }]),
  ];
  if (of < Math.max(1, places.least)) return sums;
  const share = some / of;
  const value: Working = {
    at: places.value,
    what: 'share',
    expression: `${some} / ${of}`,
    value: round(share, 3),
  };
  if (n < 2) return [...sums, value];
  const away = used.map(({ counts }) => (counts[places.count] ?? 0) - share * (counts[places.of] ?? 0));
  const squares = away.reduce((sum, one) => sum + one * one, 0);
  const width = (t(n - 1) * Math.sqrt((n * squares) / (n - 1))) / of;
  const half = `${num(t(n - 1))} × √(${n} × ${num(squares)} / ${n - 1}) / ${of}`;
  const within = [0, 1] as const;
  return [
    ...sums,
    value,
    {
      at: null,
      what: 'squares of what each conversation has more or less than that share of its own',
      expression: summedSquares(away),
      value: round(squares, 4),
    },
    {
      at: places.low,
      what: '95% interval by conversation (Student’s t), from',
      expression: `${some} / ${of} − ${half}`,
      value: round(Math.max(0, share - width), 3),
      within,
    },
    {
      at: places.high,
      what: 'to',
      expression: `${some} / ${of} + ${half}`,
      value: round(Math.min(1, share + width), 3),
      within,
    },
  ];
}

const summedSquares = (values: readonly number[]) =>
  values.length > 12 ? null : values.map(one => `${num(one)} × ${num(one)}`).join(' + ');

/** Whatever else the parts count, added up by where it stands. */
export function countWorkings(parts: readonly TracedPart[], done: ReadonlySet<string>): Working[] {
  const places = [...new Set(parts.flatMap(({ counts }) => Object.keys(counts)))].filter(at => !done.has(at));
  return places.map(at => sumOf(at, countedAs(at), parts));
}

/** The last words of a place: `points given`, `not applicable, no-opportunity`, `failed`. */
function countedAs(at: string): string {
  const [room = '', last = ''] = at.split('.').slice(-2);
  if (room === 'na') return `not applicable, ${last}`;
  if (last === 'failed') return 'failed automatically';
  return /^(?:points|opportunities|praise|disclosures)$/.test(room) ? `${room} ${last}` : last;
}

const counts = (parts: readonly TracedPart[], at: string) => parts.map(part => part.counts[at] ?? 0);
const total = (parts: readonly TracedPart[], at: string) =>
  counts(parts, at).reduce((sum, count) => sum + count, 0);

/** A count over all conversations; those that have none of it are left out of the sum. */
function sumOf(at: string, what: string, parts: readonly TracedPart[]): Working {
  const some = counts(parts, at).filter(count => count !== 0);
  return { at, what, expression: summed(some), value: round(total(parts, at), 2) };
}
