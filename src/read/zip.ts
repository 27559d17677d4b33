/**
 * Zip archives by their directory, which stands at the end: members are found without unpacking, and each is
 * unpacked by itself when it is read. Names inside are only names; nothing is ever written.
 */
import { crc32 } from 'node:zlib';
import { inflated, MOST_TIMES, packingError } from './unpack.ts';

/** The bytes of an archive, wherever they are. */
export interface Bytes {
  readonly size: number;
  /** The bytes from a position on, at most so many. */
  stream(from: number, length: number): AsyncIterable<Buffer>;
}

/** One file in an archive. */
export interface Member {
  readonly name: string;
  /** Why it cannot be unpacked; null where it can. */
  readonly fault: string | null;
  /** Its content, from its first byte. */
  content(): AsyncGenerator<Buffer>;
}

/** An archive's members in the order of their names, or why it cannot be read. */
export type Archive = { readonly members: readonly Member[] } | { readonly fault: string };

const END = 0x06054b50;
const END64 = 0x06064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** The largest directory read, in bytes: about a million names. */
const DIRECTORY_BYTES = 64 * 1024 * 1024;
const DAMAGED = 'the zip archive is damaged or cut off; copy it again, or unpack it yourself';

interface Entry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/** Reads an archive's directory. */
export async function archive(bytes: Bytes): Promise<Archive> {
  const tail = Math.min(bytes.size, 22 + 0xffff + 20);
  const end = await piece(bytes, bytes.size - tail, tail);
  const at = endOf(end);
  if (at === -1) return { fault: DAMAGED };
  const place = (await directory64(bytes, end, at)) ?? {
    size: end.readUInt32LE(at + 12),
    from: end.readUInt32LE(at + 16),
  };
  if (place.size > DIRECTORY_BYTES)
    return { fault: 'the zip archive has too many members; unpack it yourself' };
  const raw = await piece(bytes, place.from, place.size);
  const all = raw.length === place.size ? entries(raw) : null;
  if (all === null) return { fault: DAMAGED };
  if (all.some(one => one.name === '[Content_Types].xml' || one.name === 'META-INF/manifest.xml')) {
    return { fault: 'this is a Word, Excel or similar document; save it as plain text, CSV or JSON first' };
  }
  const packed = all.reduce((sum, one) => sum + one.packed, 0);
  if (packed > bytes.size) {
    return {
      fault:
        'the members of the zip archive overlap, so it was made to do harm or is damaged; unpack it yourself',
    };
  }
  const files = all.filter(one => !isHidden(one.name)).sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    members: files.map(one => ({ name: one.name, fault: faultOf(one), content: () => content(bytes, one) })),
  };
}

function endOf(end: Buffer): number {
  for (let at = end.length - 22; at >= 0; at--) if (end.readUInt32LE(at) === END) return at;
  return -1;
}

/** The directory's place in archives too large for the old fields. */
async function directory64(
  bytes: Bytes,
  end: Buffer,
  at: number,
): Promise<{ size: number; from: number } | null> {
  if (at < 20 || end.readUInt32LE(at - 20) !== 0x07064b50) return null;
  const record = await piece(bytes, Number(end.readBigUInt64LE(at - 12)), 56);
  if (record.length < 56 || record.readUInt32LE(0) !== END64) return null;
  return { size: Number(record.readBigUInt64LE(40)), from: Number(record.readBigUInt64LE(48)) };
}

function entries(raw: Buffer): Entry[] | null {
  const all: Entry[] = [];
  let at = 0;
  while (at + 46 <= raw.length) {
    if (raw.readUInt32LE(at) !== ENTRY) return null;
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map(field => raw.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    const extraAt = at + 46 + nameLength;
    if (extraAt + extraLength > raw.length) return null;
    const name = raw.toString('utf8', at + 46, extraAt).replaceAll('\\', '/');
    const wide = sizes64(
      raw.subarray(extraAt, extraAt + extraLength),
      [24, 20, 42].map(field => raw.readUInt32LE(at + field)),
    );
    if (wide === null) return null;
    const [size, packed, place] = wide as [number, number, number];
    const flags = raw.readUInt16LE(at + 8);
    all.push({
      name,
      encrypted: (flags & 1) === 1,
      method: raw.readUInt16LE(at + 10),
      crc: raw.readUInt32LE(at + 16),
      packed,
      size,
      at: place,
    });
    at = extraAt + extraLength + noteLength;
  }
  return all;
}

/** Sizes and place, those that did not fit taken from the extra field. */
function sizes64(extra: Buffer, values: readonly number[]): number[] | null {
  if (values.every(value => value !== 0xffffffff)) return [...values];
  for (let at = 0; at + 4 <= extra.length; ) {
    const [kind, length] = [extra.readUInt16LE(at), extra.readUInt16LE(at + 2)];
    if (kind === 1) {
      let from = at + 4;
      const found: number[] = [];
      for (const value of values) {
        if (value !== 0xffffffff) found.push(value);
        else if (from + 8 > extra.length) return null;
        else {
          found.push(Number(extra.readBigUInt64LE(from)));
          from += 8;
        }
      }
      return found;
    }
    at += 4 + length;
  }
  return null;
}

/** Folders, hidden files, and what systems leave behind. */
function isHidden(name: string): boolean {
  const parts = name.split('/');
  return (
    name.endsWith('/') ||
    parts.some(part => part.startsWith('.') || part === '__MACOSX') ||
    /^(?:thumbs\.db|desktop\.ini)$/i.test(parts.at(-1)!)
  );
}

function faultOf({ encrypted, method, packed, size }: Entry): string | null {
  if (encrypted) return 'this member of the archive is encrypted; unpack it with its password first';
  if (method !== 0 && method !== 8)
    return `this member is packed in a way that cannot be read (method ${method}); unpack it yourself`;
  if (size > packed * (MOST_TIMES * 6) && size > 0xfffffff)
    return 'this member says that it unpacks to far more than text does; unpack it yourself';
  return null;
}

async function* content(bytes: Bytes, entry: Entry): AsyncGenerator<Buffer> {
  const local = await piece(bytes, entry.at, 30);
  if (local.length < 30 || local.readUInt32LE(0) !== LOCAL) throw packingError('PACKED_WRONG');
  const from = entry.at + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  const packed = bytes.stream(from, entry.packed);
  let sum = 0;
  for await (const chunk of entry.method === 8 ? inflated(packed) : (packed as AsyncIterable<Buffer>)) {
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (sum !== entry.crc) throw packingError('PACKED_SUM');
}

async function piece(bytes: Bytes, from: number, length: number): Promise<Buffer> {
  if (from < 0 || length <= 0) return Buffer.alloc(0);
  const parts: Buffer[] = [];
  for await (const chunk of bytes.stream(from, length)) parts.push(Buffer.from(chunk));
  return Buffer.concat(parts);
}
