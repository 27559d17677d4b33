/**
 * Bytes to text. UTF-16 is told by its mark or its zeros; all else is UTF-8, where each byte that cannot be
 * UTF-8 is taken for Windows-1252. The rule looks at single bytes, never at chunks or at the whole file, so the
 * text is the same however the bytes arrive, and one stray byte does not garble its neighbours.
 */
import { Buffer, isUtf8 } from 'node:buffer';

/** What the first bytes say: the encoding, and how many bytes its mark (BOM) takes. */
export interface Encoding {
  readonly name: 'utf-8' | 'utf-16le' | 'utf-16be';
  readonly mark: number;
}

/** Tells the encoding from a file's first bytes. */
export function encodingOf(head: Uint8Array): Encoding {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { name: 'utf-8', mark: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { name: 'utf-16le', mark: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { name: 'utf-16be', mark: 2 };
  const pairs = Math.min(head.length, 1024) >> 1;
  const zeros = [0, 0];
  for (let i = 0; i < pairs * 2; i++) if (head[i] === 0) zeros[i & 1]!++;
  if (pairs > 1 && zeros[1]! > pairs * 0.7 && zeros[0]! < pairs * 0.1) return { name: 'utf-16le', mark: 0 };
  if (pairs > 1 && zeros[0]! > pairs * 0.7 && zeros[1]! < pairs * 0.1) return { name: 'utf-16be', mark: 0 };
  return { name: 'utf-8', mark: 0 };
}

/** Decodes chunk after chunk; the call without a chunk ends it and gives what was held back. */
export type Decode = (chunk?: Uint8Array) => string;

/** A fresh decoder for one pass over one file, its mark already skipped. */
export function decoder(encoding: Encoding): Decode {
  if (encoding.name !== 'utf-8') {
    const wide = new TextDecoder(encoding.name, { ignoreBOM: true });
    return chunk => wide.decode(chunk, { stream: chunk !== undefined });
  }
  let held: Buffer = Buffer.alloc(0);
  return chunk => {
    if (chunk === undefined) {
      const rest = mixed(held);
      held = Buffer.alloc(0);
      return rest;
    }
    const bytes = held.length > 0 ? Buffer.concat([held, chunk]) : view(chunk);
    const whole = bytes.length - unfinished(bytes);
    held = Buffer.from(bytes.subarray(whole));
    const ready = bytes.subarray(0, whole);
    return isUtf8(ready) ? ready.toString('utf8') : mixed(ready);
  };
}

function view(chunk: Uint8Array): Buffer {
  return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
}

/** How many bytes at the end begin a character that the next chunk may finish. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const need = lead(bytes[bytes.length - back]!);
    if (need !== 0) return need > back ? back : 0;
  }
  return 0;
}

/** Bytes a character takes by its first byte; 0 for a byte that cannot be the first. */
function lead(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte >= 0xc2 && byte <= 0xdf) return 2;
  if (byte >= 0xe0 && byte <= 0xef) return 3;
  return byte >= 0xf0 && byte <= 0xf4 ? 4 : 0;
}

/** Whether the bytes present after a first byte may belong to it (overlong and surrogate forms may not). */
function sound(bytes: Uint8Array, at: number): boolean {
  const first = bytes[at]!;
  for (let i = 1; i < lead(first) && at + i < bytes.length; i++) {
    const byte = bytes[at + i]!;
    const low = i > 1 ? 0x80 : first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
    const high = i > 1 ? 0xbf : first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
    if (byte < low || byte > high) return false;
  }
  return true;
}

// Windows-1252 differs from Latin-1 in 0x80 to 0x9f only. Not TextDecoder: some Node versions decode it as Latin-1.
const high = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function mixed(bytes: Buffer): string {
  const out: string[] = [];
  let from = 0;
  let at = 0;
  while (at < bytes.length) {
    const need = lead(bytes[at]!);
    if (need > 0 && at + need <= bytes.length && sound(bytes, at)) {
      at += need;
      continue;
    }
    const byte = bytes[at]!;
    out.push(bytes.toString('utf8', from, at), byte < 0xa0 ? high[byte - 0x80]! : String.fromCharCode(byte));
    from = ++at;
  }
  out.push(bytes.toString('utf8', from));
  return out.join('');
}
