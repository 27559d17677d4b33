/** Output that could not be written: exit code 2, and a message that names it. */

/** What was to be written could not be; the message says where and why. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder; make it first',
  ENOTDIR: 'a part of its path is a file, not a folder; check the path',
  EISDIR: 'this is a folder; name a file in it',
  EACCES: 'no permission to write there; choose another place',
  EPERM: 'no permission to write there; choose another place',
  EROFS: 'this disk can only be read; choose another place',
  ENOSPC: 'the disk is full; make room, or choose another place',
  EDQUOT: 'the quota is used up; make room, or choose another place',
  ENAMETOOLONG: 'the name is too long; choose a shorter one',
};

/** Why the system would not write, in plain words; what is not the system's doing is thrown on. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === undefined) throw error;
  return reasons[code] ?? `the system could not write it (${code})`;
}
