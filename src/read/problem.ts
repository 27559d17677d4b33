/** The one way a reader says that something could not be read. */
import type { Problem } from '../model/conversation.ts';

/** A problem that is counted and left out; `at` is empty when it is the whole file. */
export function unreadable(source: string, at: string, reason: string): Problem {
  return { kind: 'unreadable', source, at, reason };
}

/** A problem with a conversation that is read all the same, as its source has it. */
export function doubtful(source: string, at: string, reason: string): Problem {
  return { kind: 'doubtful', source, at, reason };
}

/** Words quoted in a message, cut so that one odd cell cannot fill the screen. */
export function quoted(words: string, most = 40): string {
  const plain = words.replace(/\s+/g, ' ').trim();
  return `"${plain.length > most ? `${plain.slice(0, most)}…` : plain}"`;
}

/** At most eight of many, for a message: `a, b, c and 4 more`. */
export function some(words: readonly string[], most = 8): string {
  const shown = words.slice(0, most).join(', ');
  return words.length > most ? `${shown} and ${words.length - most} more` : shown;
}
