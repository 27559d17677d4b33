/** Scores of one conversation, and cards of one agent over many. Field names as scripts rely on them. */
import type { Problem } from './conversation.ts';
import type { Finding, MissedBy } from './finding.ts';
import type { PooledSignals, Signals } from './signals.ts';

export const scoreNames = ['overall', 'authenticity', 'empathy', 'ownWords', 'attentiveness'] as const;
export type ScoreName = (typeof scoreNames)[number];

/** 0 to 100, 100 best; null where there was nothing to judge. */
export type Scores = Readonly<Record<ScoreName, number | null>>;

/** One line of a score's arithmetic. The terms of a score add up to its value before rounding and limits. */
export interface Term {
  /** What it is, in a reader's words: "2 sentences in stock wording". */
  readonly why: string;
  readonly points: number;
  /** The findings it rests on, as indexes into the conversation's findings. */
  readonly findings: readonly number[];
}

/** Disclosures made to an agent, by what the agent did about them. `total` counts those that could be answered. */
export interface DisclosureCounts {
  readonly total: number;
  readonly acknowledged: number;
  readonly generic: number;
  readonly missed: number;
  /** Of those missed, how. */
  readonly missedBy: Readonly<Record<MissedBy, number>>;
}

/** One agent's part in one conversation. */
export interface AgentPart {
  readonly id: string;
  readonly name: string;
  readonly turns: number;
  readonly words: number;
  /** Words inside scripted wording. */
  readonly scriptedWords: number;
  readonly scores: Scores;
  /** The arithmetic behind each score that is not null. */
  readonly terms: Readonly<Partial<Record<ScoreName, readonly Term[]>>>;
  readonly disclosures: DisclosureCounts;
  /** How specific to this customer the wording is. */
  readonly signals: Signals;
  /** Set where there are too few words to score: how many it takes. */
  readonly leastWords?: number;
}

export interface ConversationScore {
  readonly conversation: string;
  readonly channel: string | null;
  /** Set where the agent was told from the words, and how surely (0 to 1). */
  readonly inferred?: { readonly confidence: number };
  readonly agents: readonly AgentPart[];
  /** Sorted by turn, start, end, rule. */
  readonly findings: readonly Finding[];
}

/** A mean over conversations, with how many it rests on and its 95% interval (null below two). */
export interface Measured {
  readonly value: number | null;
  readonly conversations: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** A share (0 to 1) of `of` cases, with its 95% interval; null where there was no case. */
export interface Share {
  readonly value: number | null;
  readonly of: number;
  readonly low: number | null;
  readonly high: number | null;
}

export interface AgentScorecard {
  readonly id: string;
  readonly name: string;
  readonly conversations: number;
  readonly turns: number;
  readonly words: number;
  readonly scores: Readonly<Record<ScoreName, Measured>>;
  readonly disclosures: DisclosureCounts & { readonly missedRate: Share };
  /** Share of the agent's words inside scripted wording, 0 to 1; null without words. */
  readonly scriptedRate: number | null;
  /** How specific to their customers the agent's wording is, over all conversations. */
  readonly signals: PooledSignals;
}

/** What a run saw. No clock and no machine in it: the same input gives the same bytes. */
export interface Run {
  readonly version: string;
  /** Hash of the built-in rules and weights: scores of two runs compare only where it is the same. */
  readonly rules: string;
  readonly conversations: number;
  /** Of those, the ones whose agent was told from the words, as the source does not say. */
  readonly inferred: number;
  /** Of those, the ones that hold no agent turn to score, or do not tell who the agent is. */
  readonly unscored: number;
  /** Records or files that could not be read. */
  readonly unreadable: number;
  /** What was scored as its source has it, though the source may be wrong. */
  readonly doubtful: number;
  readonly problems: readonly Problem[];
}

export interface Scorecard {
  readonly agents: readonly AgentScorecard[];
  readonly run: Run;
}
