/** What is known of an agent's sentence from elsewhere than its conversation: how often it comes, which script holds it. */
import type { Conversation } from './conversation.ts';

/** How often a sentence was said in a run, this conversation included. */
export interface RepeatCount {
  /** Conversations in which this agent said it, … */
  readonly conversations: number;
  /** … of so many that this agent took part in. Both are 0 where the input does not say who the agent is. */
  readonly of: number;
  /** Agents known by name or id who said it. */
  readonly agents: number;
  /** Conversations in which anybody said it. */
  readonly teamConversations: number;
  /** The step that it reads as and every contact has, whoever speaks: `identity`, `recording`, `hold`, … */
  readonly step?: string;
}

/** The entry of a script file that a sentence follows. */
export interface ScriptMatch {
  /** Its text, with its slots. */
  readonly template: string;
  /** The share of the conversations it was mined from; null where the file does not say. */
  readonly share: number | null;
}

/** A stretch of an agent's turn that is known wording. */
export interface KnownWording {
  readonly turn: number;
  readonly start: number;
  readonly end: number;
  /** The same wherever the same sentence is said, case, marks and what fills its slots apart; with `repeats`. */
  readonly line?: string;
  readonly repeats?: RepeatCount;
  readonly script?: ScriptMatch;
  /** A person has said that it is no fault to say it: `legal`, `identity`, … */
  readonly exempt?: string;
}

/** Tells what is known of a conversation's wording. In order of turn and start. */
export type Knowing = (conversation: Conversation) => readonly KnownWording[];
