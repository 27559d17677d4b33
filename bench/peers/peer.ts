/** What another tool is, for comparing speed. */
import { createRequire } from 'node:module';

export interface Peer {
  /** Its package. */
  readonly name: string;
  /** What it is asked to do. */
  readonly does: string;
  /** The share of the conversations that it is given: slow ones show their speed on fewer. */
  readonly share: number;
  version(): string;
  /** Loads it; gives what reads one text. */
  load(): (text: string) => unknown;
}

/** Loads packages that are CommonJS, when asked to. */
export const packages = createRequire(import.meta.url);
export const versionOf = (name: string): string => packages(`${name}/package.json`).version;
