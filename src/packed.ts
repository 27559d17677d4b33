/**
 * Data with long lists of numbers as one file: JSON for what is small, and the lists behind it as they lie in memory, so
 * that a cold start neither parses nor copies them.
 *
 * The file: the length of the JSON in four bytes, the JSON, zeros up to a multiple of four, the lists. In the JSON a list
 * is `{"#": [its first number, how many]}`. Little-endian.
 */
import { endianness } from 'node:os';

/** A list's place among all numbers. */
interface Place {
  readonly '#': readonly [first: number, count: number];
}

/** Packs data; lists to be kept as numbers are `Int32Array`s. */
export function pack(data: unknown): Buffer {
  const lists: Int32Array[] = [];
  let count = 0;
  const json = Buffer.from(
    JSON.stringify(data, (_, value) => {
      if (!(value instanceof Int32Array)) return value;
      lists.push(value);
      const place: Place = { '#': [count, value.length] };
      count += value.length;
      return place;
    }),
  );
  const numbers = Buffer.concat(
    lists.map(list => Buffer.from(list.buffer, list.byteOffset, list.byteLength)),
  );
  if (endianness() === 'BE') numbers.swap32();
  const head = Buffer.alloc(4);
  head.writeUInt32LE(json.length);
  return Buffer.concat([head, json, Buffer.alloc(padding(json.length)), numbers]);
}

/** Unpacks what `pack` made. The lists lie in the memory of `bytes`. */
export function unpack(bytes: Buffer): unknown {
  const length = bytes.readUInt32LE();
  let numbers = bytes.subarray(4 + length + padding(length));
  if (numbers.byteOffset % 4 !== 0) numbers = Buffer.from(numbers);
  if (endianness() === 'BE') numbers.swap32();
  const isPlace = (value: object): value is Place => '#' in value;
  return JSON.parse(bytes.toString('utf8', 4, 4 + length), (_, value) =>
    typeof value === 'object' && value !== null && isPlace(value)
      ? new Int32Array(numbers.buffer, numbers.byteOffset + 4 * value['#'][0], value['#'][1])
      : value,
  );
}

const padding = (length: number) => -length & 3;
