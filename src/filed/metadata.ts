/**
 * What a source says of a conversation besides its turns, as one flat map: known keys under one name, dates as ISO,
 * handle time in seconds. Ratings stay raw, as only who ran the survey knows the scale.
 */
import { isoDate } from './dates.ts';
import { folded, knownKey } from './names.ts';

/** A flat map, as a conversation carries it. */
export type Metadata = Record<string, string | number>;

/** A longer text is something that was said or noted, and not what a conversation is filed under. */
const MOST_CHARACTERS = 200;

/** Whether a value is one that a conversation can be filed under: a number, yes or no, a short text on one line. */
export function isFlat(value: unknown): value is string | number | boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'boolean') return true;
  return typeof value === 'string' && value.length <= MOST_CHARACTERS && !/[\r\n]/.test(value);
}

/**
 * The map of what was found, in order. Of two names for one known key the surer gets it, and the other keeps its own.
 * Empty values fall away.
 */
export function filedAs(entries: Iterable<readonly [string, unknown]>): Metadata {
  const out: Metadata = {};
  const holders = new Map<string, { name: string; rank: number; value: string | number }>();
  for (const [given, value] of entries) {
    const name = given.trim();
    const known = knownKey(name);
    const plain = plainValue(known?.key, name, value);
    if (plain === null || name === '' || name === '__proto__') continue;
    if (known === undefined) {
      out[name] ??= plain;
      continue;
    }
    const holder = holders.get(known.key);
    const surer = holder === undefined || known.rank < holder.rank;
    const other = surer ? holder : { name, value: plain };
    const holds = surer ? plain : holder.value;
    if (other !== undefined && other.name !== known.key && other.value !== holds)
      out[other.name] ??= other.value;
    out[known.key] ??= plain; // holds its place in the order
    if (!surer) continue;
    holders.set(known.key, { name, rank: known.rank, value: plain });
    out[known.key] = plain;
  }
  return out;
}

function plainValue(key: string | undefined, name: string, given: unknown): string | number | null {
  const value = Array.isArray(given) || typeof given === 'object' ? listed(given) : given;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && !Number.isFinite(value)) return null;
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const plain = typeof value === 'string' ? value.trim() : value;
  if (plain === '') return null;
  if (key === 'date') return isoDate(plain) ?? (typeof plain === 'string' ? plain : null);
  if (key === 'handleTime') return seconds(plain, name) ?? plain;
  if (key === 'csat' || key === 'nps' || key === 'ces') return rated(plain);
  return plain;
}

/** Tags, and what stands in an object by its name: `["vip", "late"]` and `[{"name": "vip"}]` are "vip, late" alike. */
function listed(value: unknown): string | null {
  if (!Array.isArray(value)) {
    const { name } = (value ?? {}) as { name?: unknown };
    return typeof name === 'string' ? name : null;
  }
  const names = value.map(one => (typeof one === 'object' ? listed(one) : one)).filter(isFlat);
  return names.length === value.length ? names.join(', ') : null;
}

const rated = (value: string | number): string | number | null => {
  if (typeof value === 'number') return value;
  if (/^(?:un)?offered$/i.test(value) || value.length > 40) return null;
  return /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;
};

/** A duration in seconds: `332`, `5:32`, `00:05:32`, `5m 32s`; by its name a column may count milliseconds or minutes. */
function seconds(value: string | number, name: string): number | null {
  const text = String(value);
  if (/^\d+(?:\.\d+)?$/.test(text)) {
    const unit = /(?:ms|millis|milliseconds)$/.test(folded(name))
      ? 0.001
      : /min(?:ute)?s?$/.test(folded(name))
        ? 60
        : 1;
    return Math.round(Number(text) * unit * 1000) / 1000;
  }
  const iso = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/.exec(text);
  if (iso) return Number(iso[1] ?? 0) * 3600 + Number(iso[2] ?? 0) * 60 + Number(iso[3] ?? 0);
  const clock = /^(?:(\d+):)?(\d{1,3}):(\d{2})(?:\.\d+)?$/.exec(text);
  if (clock) return Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  const units =
    /^(?:(\d+)\s*h(?:ours?|rs?)?)?\s*(?:(\d+)\s*m(?:in(?:ute)?s?)?)?\s*(?:(\d+(?:\.\d+)?)\s*s(?:ec(?:ond)?s?)?)?$/i.exec(
      text,
    );
  if (!units || units.slice(1).every(part => part === undefined)) return null;
  return Number(units[1] ?? 0) * 3600 + Number(units[2] ?? 0) * 60 + Number(units[3] ?? 0);
}
