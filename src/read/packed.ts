/** Inputs inside compressed files: a gzip file is one, a zip archive has one for each member. */
import { posix } from 'node:path';
import type { Problem } from '../model/conversation.ts';
import { isGzip, stemOf } from './packing.ts';
import { type Head, headOf, playable } from './playback.ts';
import { unreadable } from './problem.ts';
import type { Input } from './reader.ts';
import { after, gunzipped } from './unpack.ts';
import { archive, type Bytes, type Member } from './zip.ts';

/** What went wrong while unpacking, in plain words; throws what is a bug. */
export type Why = (error: unknown) => string;

/** The largest member read as a companion of another, in bytes. */
const BESIDE_BYTES = 32 * 1024 * 1024;

/** An input from bytes that can be opened again and again; gzip is undone. */
export async function fromOpen(
  name: string,
  open: () => AsyncGenerator<Buffer>,
  why: Why,
): Promise<Input | Problem> {
  try {
    let from = open;
    let head = await headFrom(from);
    if (isGzip(head.bytes)) {
      from = () => gunzipped(open());
      head = await headFrom(from);
    }
    const length = head.bytes.length;
    return playable(name, stemOf(name), head, () => after(length, from()));
  } catch (error) {
    return unreadable(name, '', why(error));
  }
}

async function headFrom(open: () => AsyncGenerator<Buffer>): Promise<Head> {
  const pull = open();
  try {
    return await headOf(pull);
  } finally {
    await pull.return(undefined);
  }
}

/** The inputs in a zip archive, named `archive.zip/member`. */
export async function* inArchive(name: string, bytes: Bytes, why: Why): AsyncGenerator<Input | Problem> {
  let found: Awaited<ReturnType<typeof archive>>;
  try {
    found = await archive(bytes);
  } catch (error) {
    yield unreadable(name, '', why(error));
    return;
  }
  if ('fault' in found) {
    yield unreadable(name, '', found.fault);
    return;
  }
  const { members } = found;
  if (members.length === 0) yield unreadable(name, '', 'the zip archive holds no files to read; check it');
  const byName = new Map(members.map(member => [member.name, member]));
  for (const member of members) {
    const own = `${name}/${member.name}`;
    if (member.fault !== null) {
      yield unreadable(own, '', member.fault);
      continue;
    }
    const input = await fromOpen(own, () => member.content(), why);
    yield 'reason' in input
      ? input
      : { ...input, beside: path => besideText(byName.get(posix.join(posix.dirname(member.name), path))) };
  }
}

async function besideText(member: Member | undefined): Promise<string | null> {
  if (member === undefined || member.fault !== null) return null;
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of member.content()) {
      length += chunk.length;
      if (length > BESIDE_BYTES) return null;
      parts.push(Buffer.from(chunk));
    }
  } catch {
    return null;
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Bytes of an archive that are held at once, where it comes through a pipe: its directory stands at its end. */
const PIPED_BYTES = 256 * 1024 * 1024;

/** The same for an archive that comes through a pipe. */
export async function* inPipedArchive(
  name: string,
  stream: AsyncIterable<Buffer>,
  why: Why,
): AsyncGenerator<Input | Problem> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > PIPED_BYTES) {
      const reason = 'the zip archive is larger than 256 MB, too large for a pipe; give it as a file';
      yield unreadable(name, '', reason);
      return;
    }
    parts.push(Buffer.from(chunk));
  }
  const all = Buffer.concat(parts);
  const part = async function* (from: number, length: number) {
    yield all.subarray(from, from + length);
  };
  yield* inArchive(name, { size, stream: part }, why);
}

/** The first bytes of a stream. */
export async function* cut(stream: AsyncIterable<Buffer>, length: number): AsyncGenerator<Buffer> {
  let left = length;
  for await (const chunk of stream) {
    yield left < chunk.length ? chunk.subarray(0, left) : chunk;
    left -= chunk.length;
    if (left <= 0) return;
  }
}
