/**
 * An agent's most repeated lines. How often a line comes was counted before scoring, so that its place is known when it
 * is first met: five are held, whatever the number of conversations. The example is that of the first conversation by
 * id, so that no order of the input changes it.
 */
import { mostTopLines, type RepeatedLine, type TopLine } from '../model/scorecard.ts';

interface Held extends RepeatedLine {
  readonly conversation: string;
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The most often said first; then what more of the team says. */
const byReach = (a: Held, b: Held) =>
  b.repeats.conversations - a.repeats.conversations ||
  b.repeats.teamConversations - a.repeats.teamConversations ||
  byText(a.line, b.line);

const byPlace = (a: Held, b: Held) =>
  byText(a.conversation, b.conversation) || a.turn - b.turn || a.start - b.start;

/** Takes lines conversation by conversation. */
export class TopLines {
  #held: Held[] = [];

  add(conversation: string, lines: readonly RepeatedLine[]): void {
    for (const line of lines) {
      const one = { ...line, conversation };
      const at = this.#held.findIndex(other => other.line === one.line);
      if (at < 0) this.#held.push(one);
      else if (byPlace(one, this.#held[at] as Held) < 0) this.#held[at] = one;
      if (this.#held.length > mostTopLines) this.#held = this.#held.sort(byReach).slice(0, mostTopLines);
    }
  }

  /** The lines so far, as they were said. */
  top(): TopLine[] {
    return this.#held.sort(byReach).map(({ quote, repeats }) => ({ quote, ...repeats }));
  }
}
