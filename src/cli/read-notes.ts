/** How each file was read, on standard error: as what, how much came out, what was left out, what was told from the words. */
import type { Chosen, Reading } from '../index.ts';
import type { Messages } from './messages.ts';

const MOST_FILES = 20;

/** Collects what there is to say of one file, and says it when the next one begins. */
export class ReadNotes {
  readonly #messages: Messages | null;
  #file: Chosen | null = null;
  #files = 0;
  #conversations = 0;
  #turns = 0;
  #leftOut = new Map<string, number>();
  #inferred: number[] = [];

  /** Without messages nothing is said. */
  constructor(messages: Messages | null) {
    this.#messages = messages;
  }

  /** A file begins. */
  begin(file: Chosen): void {
    this.#say();
    this.#file = file;
    [this.#conversations, this.#turns] = [0, 0];
    this.#leftOut = new Map();
    this.#inferred = [];
  }

  /** A conversation of it. */
  add({ conversation, leftOut = {} }: Exclude<Reading, { problem: unknown }>): void {
    this.#conversations++;
    this.#turns += conversation.turns.length;
    for (const [kind, count] of Object.entries(leftOut))
      this.#leftOut.set(kind, (this.#leftOut.get(kind) ?? 0) + count);
    if (conversation.inferred !== undefined) this.#inferred.push(conversation.inferred.confidence);
  }

  /** All files have been read. */
  end(): void {
    this.#say();
    this.#file = null;
    if (this.#files > MOST_FILES) this.#messages?.say(`… and ${this.#files - MOST_FILES} more files`);
  }

  #say(): void {
    if (this.#file === null || ++this.#files > MOST_FILES) return;
    const { source, format, sure } = this.#file;
    const left = [...this.#leftOut].map(([kind, count]) => `${kind} (${count})`);
    const parts = [
      `${format} (${Math.round(sure * 100)}% sure)`,
      `${counted(this.#conversations, 'conversation')}, ${counted(this.#turns, 'turn')}`,
      left.length === 0 ? '' : `left out: ${left.join(', ')}`,
      inferredText(this.#inferred),
    ];
    this.#messages?.say(`${source}: ${parts.filter(part => part !== '').join('; ')}`);
  }
}

/** Says in how many conversations the agent was told from the words; empty where in none. */
export function inferredText(confidences: readonly number[]): string {
  if (confidences.length === 0) return '';
  const least = Math.round(Math.min(...confidences.slice(0, 100_000)) * 100);
  return `agent told from the words in ${counted(confidences.length, 'conversation')} (${least}% sure at least)`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
