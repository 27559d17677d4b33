/**
 * Signals of specificity: how much an agent's wording has to do with this very customer. Each is a count of cases
 * against all cases, so that it can be pooled over conversations. They say "specific to this customer" or "reads as
 * template", never that somebody was sincere.
 */

import type { Conversation } from './conversation.ts';

/**
 * `takenUp`: the customer's own words, of those that could be taken up; `concrete`: particulars against words that
 * would fit anybody's matter; `firstPerson`: "I" against "we" where the agent acts or feels; `followUps`: questions
 * about what the customer had just said, of all questions.
 */
export const countedNames = ['takenUp', 'concrete', 'firstPerson', 'followUps'] as const;
export type CountedName = (typeof countedNames)[number];

/**
 * Individuality, told by other conversations of the same run: how much of the wording would be new beside three others
 * of the same agent (`ownPast`), or of other agents (`team`). 0: what is always said; 1: nothing in common.
 */
export const comparedNames = ['ownPast', 'team'] as const;
export type ComparedName = (typeof comparedNames)[number];

export const signalNames = [...countedNames, ...comparedNames] as const;
export type SignalName = (typeof signalNames)[number];

/**
 * Cases below which a signal is not judged, in a conversation and over an agent's: words of the customer's own,
 * particulars and vague words, clauses of acting or feeling, questions. By judgement: with fewer, one case more or less
 * would decide.
 */
export const leastCases: Readonly<Record<CountedName, number>> = {
  takenUp: 5,
  concrete: 3,
  firstPerson: 3,
  followUps: 2,
};

/** What was counted for one signal in one agent's part of a conversation. */
export interface SignalCount {
  /** Cases that speak for this customer … */
  readonly count: number;
  /** … of so many cases in all. */
  readonly of: number;
  /** The words behind it, as the agent said them, in order; where they can be shown. */
  readonly words?: readonly string[];
}

export type SignalCounts = Readonly<Record<CountedName, SignalCount>>;

/** How much of one agent's part of a conversation was new; `value` is null where there is too little to judge. */
export interface Compared {
  readonly value: number | null;
  /** Triples of words in the part, … */
  readonly of: number;
  /** … and the conversations to compare it with. */
  readonly against: number;
}

export type ComparedPart = Readonly<Record<ComparedName, Compared>>;

/** Tells how individual each agent's wording in a conversation is, by agent; without those who said too little. */
export type Comparing = (conversation: Conversation) => ReadonlyMap<string, ComparedPart>;

/** A signal's share, 0 to 1, with what it rests on; `value` is null where there is too little to judge. */
export interface Signal extends SignalCount {
  readonly value: number | null;
}

export type Signals = Readonly<Record<CountedName, Signal>> & ComparedPart;

/** A signal over an agent's conversations: their cases together, and the conversations that had any. */
export interface PooledSignal {
  readonly value: number | null;
  readonly count: number;
  readonly of: number;
  readonly conversations: number;
  /** 95% interval of the share, by conversation; null below two. */
  readonly low: number | null;
  readonly high: number | null;
}

/** A compared signal over an agent's conversations: the mean, with its 95% interval (null below two conversations). */
export interface MeanSignal {
  readonly value: number | null;
  readonly conversations: number;
  readonly low: number | null;
  readonly high: number | null;
}

export type PooledSignals = Readonly<Record<CountedName, PooledSignal>> &
  Readonly<Record<ComparedName, MeanSignal>>;
