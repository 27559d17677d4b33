/**
 * Paths to inputs, and the only door to the disk in this room. What is wrong with a path is a problem in its
 * place, and the others are read; the order comes from the paths, never from the disk.
 */
import { open, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join, parse, sep } from 'node:path';
import type { Problem } from '../model/conversation.ts';
import { isGzip, isZip, stemOf } from './packing.ts';
import { buffers, HEAD_BYTES, type Head, headOf, playable } from './playback.ts';
import { unreadable } from './problem.ts';
import type { Input } from './reader.ts';

const CHUNK_BYTES = 256 * 1024;

/** What `inputs` may be told. */
export interface SourceOptions {
  /** Read for the path `-`; the process's standard input unless given. */
  readonly stdin?: AsyncIterable<Uint8Array>;
}

/** Everything the paths name: files, folders (all that is in them), patterns, and `-` for standard input, which comes last. */
export async function* inputs(
  paths: readonly string[],
  options: SourceOptions = {},
): AsyncGenerator<Input | Problem> {
  const seen = new Set<string>();
  for (const found of await expanded(paths)) {
    if (typeof found !== 'string') {
      yield found;
      continue;
    }
    const real = await realpath(found).catch(() => found);
    if (!seen.has(real)) yield* file(found);
    seen.add(real);
  }
  if (paths.includes('-')) yield* once('standard input', 'stdin', options.stdin ?? process.stdin);
}

/** Everything the paths expand to but standard input, by path and folder by folder: the order they were given in says nothing. */
async function expanded(paths: readonly string[]): Promise<(string | Problem)[]> {
  const all: { readonly found: string | Problem; readonly key: string }[] = [];
  for (const path of paths) {
    if (path === '-') continue;
    for await (const found of expand(path)) {
      const name = typeof found === 'string' ? found : found.source;
      all.push({ found, key: name.replaceAll(sep, '\0') });
    }
  }
  return all.sort((a, b) => byCode(a.key, b.key)).map(({ found }) => found);
}

/** Whether everything the paths name can be read twice: not standard input, and no pipe. */
export async function replays(paths: readonly string[]): Promise<boolean> {
  for (const path of paths) {
    if (path === '-') return false;
    const known = await stat(path).catch(() => null);
    if (known && !known.isFile() && !known.isDirectory()) return false;
  }
  return true;
}

/** The real path of every file that the paths name, so that nothing is written over one. */
export async function* inputFiles(paths: readonly string[]): AsyncGenerator<string> {
  for (const found of await expanded(paths))
    if (typeof found === 'string') yield await realpath(found).catch(() => found);
}

/** One path to file paths; a pattern only where no such file exists. */
async function* expand(path: string): AsyncGenerator<string | Problem> {
  let folder: boolean;
  try {
    folder = (await stat(path)).isDirectory();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') {
      const { isPattern, matches } = await import('./pattern.ts');
      if (isPattern(path)) yield* matches(path);
      else yield unreadable(path, '', why(error));
    } else yield unreadable(path, '', why(error));
    return;
  }
  if (!folder) {
    yield path;
    return;
  }
  let empty = true;
  for await (const found of walk(path, new Set())) {
    empty = false;
    yield found;
  }
  if (empty) yield unreadable(path, '', 'the folder holds no files to read; check the path');
}

/** Files below a folder, hidden ones left out; a folder reached twice through links is walked once. */
async function* walk(folder: string, walked: Set<string>): AsyncGenerator<string | Problem> {
  let names: string[];
  try {
    const real = await realpath(folder);
    if (walked.has(real)) return;
    walked.add(real);
    names = (await readdir(folder)).filter(name => !name.startsWith('.')).sort(byCode);
  } catch (error) {
    yield unreadable(folder, '', why(error));
    return;
  }
  for (const name of names) {
    const path = join(folder, name);
    try {
      const entry = await stat(path);
      if (entry.isFile()) yield path;
      else if (!entry.isDirectory())
        continue; // a pipe or socket lying about would hang the run
      else yield* walk(path, walked);
    } catch (error) {
      yield unreadable(path, '', why(error));
    }
  }
}

/** A file: a regular one can be played again and is open only while it is read; a pipe plays once. */
async function* file(path: string): AsyncGenerator<Input | Problem> {
  const stem = parse(path).name;
  try {
    if (!(await stat(path)).isFile()) {
      yield* once(path, stem, chunks(path));
      return;
    }
  } catch (error) {
    yield unreadable(path, '', why(error));
    return;
  }
  let head: Head;
  try {
    const pull = chunks(path, 0, HEAD_BYTES);
    head = await headOf(pull);
    await pull.return(undefined);
  } catch (error) {
    yield unreadable(path, '', why(error));
    return;
  }
  if (isZip(head.bytes)) {
    const [{ cut, inArchive }, { size }] = await Promise.all([import('./packed.ts'), stat(path)]);
    yield* inArchive(path, { size, stream: (from, length) => cut(chunks(path, from), length) }, why);
    return;
  }
  const input = isGzip(head.bytes)
    ? await (await import('./packed.ts')).fromOpen(path, () => chunks(path), why)
    : playable(path, stem, head, () => chunks(path, head.bytes.length));
  yield 'reason' in input ? input : { ...input, beside: other => besideText(join(dirname(path), other)) };
}

/** The largest file read as a companion of another: names, and not transcripts. */
const BESIDE_BYTES = 32 * 1024 * 1024;

async function besideText(path: string): Promise<string | null> {
  try {
    const { size } = await stat(path);
    return size > BESIDE_BYTES ? null : await readFile(path, 'utf8');
  } catch {
    return null;
  }
}

/** An input that can be played once only: its head is kept and played first. */
async function* once(
  name: string,
  stem: string,
  stream: AsyncIterable<Uint8Array>,
): AsyncGenerator<Input | Problem> {
  const pull = stream[Symbol.asyncIterator]();
  let played = false;
  try {
    const head = await headOf(pull);
    if (isGzip(head.bytes)) {
      const { gunzipped } = await import('./unpack.ts');
      yield* once(name, stemOf(name) === name ? stem : stemOf(name), gunzipped(whole(head, pull)));
      return;
    }
    if (isZip(head.bytes)) {
      const { inPipedArchive } = await import('./packed.ts');
      yield* inPipedArchive(name, whole(head, pull), why);
      return;
    }
    yield playable(name, stem, head, () => {
      if (played) throw new Error(`${name} can be read only once`);
      played = true;
      return buffers({ [Symbol.asyncIterator]: () => pull });
    });
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    yield unreadable(name, '', why(error));
  } finally {
    await pull.return?.();
  }
}

/** A stream from its first byte, its head having been taken off. */
async function* whole(head: Head, pull: AsyncIterator<Uint8Array>): AsyncGenerator<Buffer> {
  yield head.bytes;
  if (!head.complete) yield* buffers({ [Symbol.asyncIterator]: () => pull });
}

/** A file's bytes from a position on, in one buffer used again and again; closed when the reader stops. */
async function* chunks(path: string, from = 0, size = CHUNK_BYTES): AsyncGenerator<Buffer, void, undefined> {
  const handle = await open(path);
  try {
    const buffer = Buffer.allocUnsafe(size);
    const regular = (await handle.stat()).isFile();
    let position = from;
    while (true) {
      const { bytesRead } = await handle.read(buffer, 0, size, regular ? position : null);
      if (bytesRead === 0) return;
      position += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

export function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder; check the path',
  ENOTDIR: 'there is no such file or folder; check the path',
  EACCES: 'no permission to read it; change its permissions, or leave it out',
  EPERM: 'no permission to read it; change its permissions, or leave it out',
  ELOOP: 'its links lead in a circle; give the file itself',
  Z_DATA_ERROR: 'it is packed, and damaged; copy it again, or unpack it yourself',
  Z_BUF_ERROR: 'it is packed, and cut off; copy it again',
  PACKED_WRONG: 'the zip archive is damaged; copy it again, or unpack it yourself',
  PACKED_SUM: 'what was unpacked is not what was packed, so the archive is damaged; copy it again',
  PACKED_TOO_DENSE:
    'it unpacks to more than 200 times its size, as no transcript does; unpack it yourself and look',
  EMFILE: 'too many files are open; raise the limit (ulimit -n)',
};

/** Why the system would not let something be read, in plain words. */
export function why(error: unknown): string {
  const code = codeOf(error);
  if (code === undefined) throw error;
  return reasons[code] ?? `the system could not read it (${code}); copy it to a local disk and try again`;
}
