/** What every command has at hand: the world, its two output streams, and how text for people is to look. */
import type { Reporter } from '../index.ts';
import type { Io } from './io.ts';
import type { Messages } from './messages.ts';
import type { Stdout } from './stdout.ts';

/** How text for people is laid out. */
export type Style = Parameters<NonNullable<Reporter['explain']>>[3];

/** Lines longer than this are hard to read, however wide the terminal is. */
const MOST_COLUMNS = 120;

const same = (text: string) => text;
const plain: Style['paint'] = { strong: same, faint: same, good: same, bad: same, note: same };

/** One run of the tool. */
export class Session {
  readonly io: Io;
  readonly stdout: Stdout;
  readonly messages: Messages;
  readonly #colour: boolean;

  constructor(io: Io, stdout: Stdout, messages: Messages, colour: boolean) {
    this.io = io;
    this.stdout = stdout;
    this.messages = messages;
    this.#colour = colour && !io.env.NO_COLOR;
  }

  /** The style for standard output; without colours for anything else. */
  async style(colour = this.#colour): Promise<Style> {
    const width = Math.min(this.io.columns, MOST_COLUMNS);
    if (!colour) return { width, paint: plain };
    const { Chalk } = await import('chalk');
    const { bold, dim, green, red, cyan } = new Chalk({ level: 1 });
    return { width, paint: { strong: bold, faint: dim, good: green, bad: red, note: cyan } };
  }
}
