/**
 * What a reporter is: cards or scores in, text out. It writes nothing, and knows no clock and no terminal:
 * width and colours come in as a `Style`, so that the same figures give the same bytes.
 */
import type { Conversation } from '../model/conversation.ts';
import type { ConversationScore, RubricOutline, Run, Scorecard } from '../model/scorecard.ts';

/** Colours by what they mean. Every function gives its text back, marked or as it was. */
export interface Painter {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly note: (text: string) => string;
}

/** How text for people is laid out; data formats take no notice of it. */
export interface Style {
  /** Columns to fit into, where that can be done. */
  readonly width: number;
  readonly paint: Painter;
  /** Whether a table of agents shows their most repeated lines. */
  readonly lines?: boolean;
  /** What results are made by; data formats take their columns from it. */
  readonly rubric?: RubricOutline;
}

/** Gives a rule's title, where it is known. */
export type Titles = (rule: string) => string | undefined;

const same = (text: string) => text;
/** No colours. */
export const plain: Painter = { strong: same, faint: same, good: same, bad: same, note: same };

/** One output format. It lacks what it cannot show: a scorecard, rows by conversation, or one explained. */
export interface Reporter {
  /** Its name for `--format`. */
  readonly id: string;
  readonly title: string;
  /** File endings that mean it, for `-o`. */
  readonly endings: readonly string[];
  /** Its scorecard is made of moments too (`coaching`), and is by agent alone. */
  readonly coaching?: boolean;
  /** The whole scorecard. */
  scorecard?(card: Scorecard, style: Style): string;
  /** By conversation, row by row: what stands before the first, */
  begin?(style: Style): string;
  /** one conversation (`index` counts from 0), */
  row?(score: ConversationScore, index: number, style: Style): string;
  /** and what stands after the last. */
  end?(run: Run, style: Style): string;
  /** One conversation with its transcript: what was found where, and how the scores came about. */
  explain?(score: ConversationScore, conversation: Conversation, titles: Titles, style: Style): string;
}
