/** What a reader is: one file format, told from its content, turned into conversations record by record. */
import type { Reading } from '../model/conversation.ts';

/** One thing to read: a file or standard input. Its head plays back, so that a pipe can be sniffed too. */
export interface Input {
  /** As the user gave it: `calls/0412.vtt`, or `standard input`. */
  readonly name: string;
  /** The id a conversation gets when the file has none: the file's name without folder and ending. */
  readonly stem: string;
  /** The first bytes (at most 64 KB), decoded: enough to recognise a format. */
  readonly head: string;
  /** The whole content from its first byte, decoded as UTF-8 (or by its BOM), BOM removed, in chunks. */
  text(): AsyncIterable<string>;
  /** The same as raw bytes where they are UTF-8 (each chunk good until the next is asked for); null where not. */
  utf8(): AsyncIterable<Buffer> | null;
  /** The text of a file beside this one, by its path from this one's folder; null where there is none. */
  beside?(path: string): Promise<string | null>;
}

/** One format: how to recognise it, and how to read it. */
export interface Reader {
  /** Its name for `--input-format`, and its file's: `vtt`. */
  readonly id: string;
  readonly title: string;
  /** One sentence on what it holds and who writes it, for `unscripted formats` and the README. */
  readonly about: string;
  /** Usual file endings; only lift a doubtful sniff, never decide. */
  readonly endings: readonly string[];
  /** How sure the content is this format: 0 no … 1 certain. Pure; sees `head` only. */
  sniff(head: string): number;
  /** Never throws for bad records: it yields a problem in their place and goes on. */
  read(input: Input): AsyncIterable<Reading>;
}
