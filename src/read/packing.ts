/** What tells that a file is packed; unpacking itself is loaded only where one is. */
import { posix } from 'node:path';

/** Whether the bytes are gzip. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
}

/** Whether the bytes begin a zip archive. */
export function isZip(head: Uint8Array): boolean {
  return (
    head[0] === 0x50 &&
    head[1] === 0x4b &&
    ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6))
  );
}

/** A name without folders and endings, those of packing included: `calls/0412.vtt.gz` is `0412`. */
export function stemOf(name: string): string {
  const last = name.slice(name.lastIndexOf('/') + 1).replace(/\.gz$/i, '');
  return posix.parse(last).name;
}
