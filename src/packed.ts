/**
 * Data with long lists of numbers as one file: JSON for what is small, and the lists behind it as they lie in memory, so
 * that a cold start neither parses nor copies them.
 *
 * The file: the length of the JSON in four bytes, the JSON, zeros up to a multiple of eight, the lists, each up to a
 * multiple of eight. The JSON is `[data, places]`; in the data a list is null. Little-endian.
 */
import { endianness } from 'node:os';

type List = Int32Array | Float64Array;

/** Where a list stands in the data (keys from the outside in), how many numbers it has, and whether they are doubles. */
type Place = readonly [keys: readonly string[], count: number, doubles: 0 | 1];

/** Packs data; lists to be kept as numbers are `Int32Array`s or `Float64Array`s. */
export function pack(data: unknown): Buffer {
  const places: Place[] = [];
  const lists: Buffer[] = [];
  const json = Buffer.from(JSON.stringify([plain(data, []), places]));
  const head = Buffer.alloc(4 + json.length + padding(4 + json.length));
  head.writeUInt32LE(json.length);
  json.copy(head, 4);
  return Buffer.concat([head, ...lists]);

  function plain(value: unknown, keys: readonly string[]): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (!isList(value)) {
      if (Array.isArray(value)) return value.map((item, i) => plain(item, [...keys, String(i)]));
      const entries = Object.entries(value).map(([key, item]) => [key, plain(item, [...keys, key])]);
      return Object.fromEntries(entries);
    }
    const doubles = value instanceof Float64Array;
    const bytes = Buffer.alloc(value.byteLength + padding(value.byteLength));
    Buffer.from(value.buffer, value.byteOffset, value.byteLength).copy(bytes);
    swapped(bytes, doubles);
    places.push([keys, value.length, doubles ? 1 : 0]);
    lists.push(bytes);
    return null;
  }
}

/** Unpacks what `pack` made. The lists lie in the memory of `bytes`. */
export function unpack(bytes: Buffer): unknown {
  const length = bytes.readUInt32LE();
  const [data, places]: [unknown, Place[]] = JSON.parse(bytes.toString('utf8', 4, 4 + length));
  let numbers = bytes.subarray(4 + length + padding(4 + length));
  if (numbers.byteOffset % 8 !== 0) numbers = Buffer.from(new Uint8Array(numbers).buffer);
  let at = 0;
  for (const [keys, count, doubles] of places) {
    const size = count * (doubles ? 8 : 4);
    const { buffer, byteOffset } = swapped(numbers.subarray(at, at + size), doubles === 1);
    let holder = data as Record<string, unknown>;
    for (const key of keys.slice(0, -1)) holder = holder[key] as Record<string, unknown>;
    holder[keys.at(-1) as string] = doubles
      ? new Float64Array(buffer, byteOffset, count)
      : new Int32Array(buffer, byteOffset, count);
    at += size + padding(size);
  }
  return data;
}

const isList = (value: object): value is List => value instanceof Int32Array || value instanceof Float64Array;

/** Numbers between the order they are kept in and that of this machine. */
function swapped(bytes: Buffer, doubles: boolean): Buffer {
  if (endianness() === 'LE') return bytes;
  return doubles ? bytes.swap64() : bytes.swap32();
}

const padding = (length: number) => -length & 7;
