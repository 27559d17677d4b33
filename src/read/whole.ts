/** A whole file as one string, for formats that cannot be understood piece by piece; with an end to it. */
import type { Problem } from '../model/conversation.ts';
import { unreadable } from './problem.ts';
import type { Input } from './reader.ts';

/** The largest file read as one piece, in UTF-16 units (64 MB of plain English). */
export const WHOLE_LIMIT = 64 * 1024 * 1024;

/** The input's whole text, or the problem that it is too large; `instead` says what to do then. */
export async function whole(input: Input, instead: string, limit = WHOLE_LIMIT): Promise<string | Problem> {
  const parts: string[] = [];
  let length = 0;
  for await (const part of input.text()) {
    length += part.length;
    if (length > limit) {
      const most = `${Math.round(limit / 1024 / 1024)} MB`;
      return unreadable(
        input.name,
        '',
        `the file is larger than ${most}, too large to read in one piece; ${instead}`,
      );
    }
    parts.push(part);
  }
  return parts.join('');
}
