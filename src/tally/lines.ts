/**
 * A card's most repeated lines. How often an agent says a line was counted before scoring, so that its place is known
 * when it is first met: five are held, whatever the number of conversations. Where a card is of several agents, a line
 * stands with the count of who says it most. The example is that of the first conversation by id, so that no order of
 * the input changes it.
 */
import { mostTopLines, type RepeatedLine, type TopLine } from '../model/scorecard.ts';

interface Held extends RepeatedLine {
  readonly conversation: string;
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The most often said first; then the larger share, and what more of the team says. */
const byCount = ({ repeats: a }: Held, { repeats: b }: Held) =>
  b.conversations - a.conversations || a.of - b.of || b.teamConversations - a.teamConversations;

const byReach = (a: Held, b: Held) => byCount(a, b) || byText(a.line, b.line);

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
      else {
        const other = this.#held[at] as Held;
        if ((byCount(one, other) || byPlace(one, other)) < 0) this.#held[at] = one;
      }
      if (this.#held.length > mostTopLines) this.#held = this.#held.sort(byReach).slice(0, mostTopLines);
    }
  }

  /** The lines so far, as they were said. */
  top(): TopLine[] {
    return this.#held.sort(byReach).map(({ quote, repeats }) => ({ quote, ...repeats }));
  }
}
