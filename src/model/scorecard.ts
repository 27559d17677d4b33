/** Scores of one conversation, and cards of one agent over many. Field names as scripts rely on them. */
import type { Coaching } from './coaching.ts';
import type { Problem } from './conversation.ts';
import type { Finding, MissedBy } from './finding.ts';
import type { PooledSignals, Signals } from './signals.ts';
import type { RepeatCount } from './wording.ts';

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

export const measureNames = [
  'firstResponse',
  'longestSilence',
  'holdsAnnounced',
  'holdsApologised',
  'scriptedShare',
  'personalTurns',
] as const;
export type MeasureName = (typeof measureNames)[number];
/** Seconds, or percent; null where it could not be measured: no times, no hold. Facts, and no judgement. */
export type Measures = Readonly<Record<MeasureName, number | null>>;

/** What tells rubrics apart: results of two compare only where the hash is the same. */
export interface RubricName {
  readonly name: string;
  readonly version: string;
  /** Hash of everything the rubric says, inherited parts included. */
  readonly hash: string;
}

/** Why a criterion was not applicable. */
export const naReasons = [
  'too-few-words',
  'too-few-turns',
  'condition',
  'no-opportunity',
  'no-times',
  'no-name',
  'not-judged',
] as const;
export type NaReason = (typeof naReasons)[number];

/** What became of the opportunities that a criterion looks at: `part` is a formula, or something like it. */
export interface Opportunities {
  readonly total: number;
  readonly full: number;
  readonly part: number;
  readonly none: number;
}

/** A criterion, or a section, of one agent's part. */
export interface Judged {
  readonly id: string;
  /** 0 to 100; null where it was not applicable. */
  readonly value: number | null;
  /** What it gives to the result, … */
  readonly points: number | null;
  /** … of so many this time: what is not applicable has handed its share to the others. */
  readonly of: number;
  readonly na?: NaReason;
  /** How far it failed, where it did. */
  readonly failed?: 'criterion' | 'section' | 'conversation';
}

export interface CriterionResult extends Judged {
  /** The findings it rests on, as indexes into the conversation's findings. */
  readonly findings: readonly number[];
  readonly opportunities?: Opportunities;
  /** The arithmetic of its value. */
  readonly terms: readonly Term[];
}

export interface SectionResult extends Judged {
  /** The arithmetic of its value. */
  readonly terms: readonly Term[];
  readonly criteria: readonly CriterionResult[];
}

/** What a rubric makes of one agent's part; `scores.overall` is its result. */
export interface RubricResult extends RubricName {
  /** The result before bonus and auto-fail. */
  readonly base: number | null;
  /** Of all the weight (100, or all points), the part that could be judged. */
  readonly judged: number;
  readonly of: number;
  /** What bonuses added, of the most that they may add; left out where there are none. */
  readonly bonus?: { readonly points: number; readonly of: number };
  /** The criterion that failed the whole conversation. */
  readonly failed?: string;
  readonly sections: readonly SectionResult[];
  readonly gaps: readonly {
    readonly id: string;
    readonly value: number | null;
    readonly terms: readonly Term[];
  }[];
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

/** What may become of praise: the answer is made for this customer, would fit anybody, or is not there. */
export const praiseAnswers = ['personally', 'byFormula', 'notAtAll'] as const;

/** Praise that an agent got, by what the agent did about it. `total` counts what could be answered, once a turn. */
export interface PraiseCounts extends Readonly<Record<(typeof praiseAnswers)[number], number>> {
  readonly total: number;
}

/** One turn of praise: the praise itself, and what answered it, as indexes into the conversation's findings. */
export interface PraiseAnswer {
  readonly how: (typeof praiseAnswers)[number];
  readonly findings: readonly number[];
}

/** The praise in one conversation. */
export interface PraisePart extends PraiseCounts {
  readonly answers: readonly PraiseAnswer[];
}

/** A line of an agent that other conversations of theirs hold too, where it stands in one of them. */
export interface RepeatedLine {
  /** The same for the same line in every conversation, case, marks and what fills its slots apart. */
  readonly line: string;
  readonly quote: string;
  readonly turn: number;
  readonly start: number;
  readonly repeats: RepeatCount;
}

/** How many lines a card shows. */
export const mostTopLines = 5;

/** One of an agent's most repeated lines, as they said it once; shared with the team where `agents` is more than one. */
export interface TopLine extends RepeatCount {
  readonly quote: string;
}

/** One agent's part in one conversation. */
export interface AgentPart {
  readonly id: string;
  readonly name: string;
  readonly turns: number;
  readonly words: number;
  /** Words inside scripted wording. */
  readonly scriptedWords: number;
  /** Of those, the words in wording that the run repeats or a script file holds; null where neither was looked at. */
  readonly minedWords: number | null;
  readonly scores: Scores;
  /** The arithmetic behind each score that is not null. */
  readonly terms: Readonly<Partial<Record<ScoreName, readonly Term[]>>>;
  readonly disclosures: DisclosureCounts;
  /** How specific to this customer the wording is. */
  readonly signals: Signals;
  /** The lines that this agent repeats. */
  readonly lines: readonly RepeatedLine[];
  readonly measures?: Measures;
  readonly praise?: PraisePart;
  readonly rubric?: RubricResult;
  /** Set where there are too few words to score: how many it takes. */
  readonly leastWords?: number;
}

export interface ConversationScore {
  readonly conversation: string;
  readonly channel: string | null;
  /** What its source files it under. */
  readonly metadata?: Readonly<Record<string, string | number>>;
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
  /** Standard deviation of the conversations' scores. */
  readonly sd?: number | null;
  /** The same like for like: what it would be with contacts as the whole team has them, with its interval. */
  readonly adjusted?: number | null;
  readonly adjustedLow?: number | null;
  readonly adjustedHigh?: number | null;
}

/** Why a row has no rank. */
export type Unranked =
  | 'too few to rank'
  | 'too few to compare with'
  | 'no difference beyond chance'
  | 'not ranked by this';

/** A share (0 to 1) of `of` cases, with its 95% interval; null where there was no case. */
export interface Share {
  readonly value: number | null;
  readonly of: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** What a share of words rests on (words), and its 95% interval by conversation (null below two). */
export type WordInterval = Pick<Share, 'of' | 'low' | 'high'>;

/** A criterion, section or gap over an agent's conversations. */
export interface CriterionCard {
  readonly id: string;
  readonly value: Measured;
  /** How often it was not applicable, by reason. */
  readonly na: Readonly<Partial<Record<NaReason, number>>>;
  /** How often it failed automatically. */
  readonly failed: number;
  /** What it gave to the results, added up over the conversations in which it was judged, of what it could have given. */
  readonly points: { readonly given: number; readonly of: number };
}

export interface SectionCard extends CriterionCard {
  readonly criteria: readonly (CriterionCard & { readonly opportunities?: Opportunities })[];
}

/** What a rubric makes of an agent's conversations. */
export interface RubricCard extends RubricName {
  /** Conversations that failed automatically. */
  readonly failed: number;
  readonly sections: readonly SectionCard[];
  readonly gaps: readonly { readonly id: string; readonly value: Measured }[];
}

/** One row of a scorecard: an agent, or whatever else the conversations were grouped by. */
export interface AgentScorecard {
  readonly id: string;
  readonly name: string;
  /** What the row is about, where that is more than an agent (`--by agent,week`); null where the source does not say. */
  readonly group?: Readonly<Record<string, string | number | null>>;
  /** How many agents are in the row, where it is not one agent's. */
  readonly agents?: number;
  readonly conversations: number;
  readonly turns: number;
  readonly words: number;
  readonly scores: Readonly<Record<ScoreName, Measured>>;
  readonly disclosures: DisclosureCounts & { readonly missedRate: Share };
  /** Share of the agent's words inside scripted wording, 0 to 1; null without words. */
  readonly scriptedRate: number | null;
  /** Its interval. */
  readonly scriptedRateInterval: WordInterval;
  /** Share of the words in wording that the run repeats or a script file holds; null where neither was looked at. */
  readonly minedRate: number | null;
  readonly minedRateInterval: WordInterval | null;
  /** Praise from customers, and the share of it that was answered personally. */
  readonly praise: PraiseCounts & { readonly personalRate: Share };
  /** How specific to their customers the agent's wording is, over all conversations. */
  readonly signals: PooledSignals;
  /** The most repeated lines, most often said first; five at most. */
  readonly topLines: readonly TopLine[];
  readonly measures?: Readonly<Record<MeasureName, Measured>>;
  readonly rubric?: RubricCard;
  /** Place among the ranked, by `shrunk`, 1 the highest; null where the row is not ranked. */
  readonly rank: number | null;
  readonly ranked: boolean;
  /** Why it is not. */
  readonly unranked: Unranked | null;
  /** The overall score, like for like and drawn toward the team's by how little it rests on. */
  readonly shrunk: number | null;
}

/** A rubric as outputs need it: what there is to show, in order, and by which titles. */
export interface RubricOutline extends RubricName {
  /** Whether it says nothing that the four scores do not say. */
  readonly plain: boolean;
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly apart: boolean;
    readonly criteria: readonly { readonly id: string; readonly title: string; readonly bonus?: true }[];
  }[];
  readonly gaps: readonly { readonly id: string; readonly title: string }[];
}

/** What a run saw. No clock and no machine in it: the same input gives the same bytes. */
export interface Run {
  readonly version: string;
  /** Hash of the built-in rules and weights: scores of two runs compare only where it is the same. */
  readonly rules: string;
  /** The rubric that results were made by. */
  readonly rubric?: RubricName;
  readonly conversations: number;
  /** Of those, the ones whose agent was told from the words, as the source does not say. */
  readonly inferred: number;
  /** Of those, the ones that hold no agent turn to score, or do not tell who the agent is. */
  readonly unscored: number;
  /** Of those scored, the ones whose agents said too few words for any score. */
  readonly tooShort: number;
  /** Records or files that could not be read. */
  readonly unreadable: number;
  /** What was scored as its source has it, though the source may be wrong. */
  readonly doubtful: number;
  readonly problems: readonly Problem[];
}

export interface Scorecard {
  /** The rows, one per agent unless `by` says otherwise. */
  readonly agents: readonly AgentScorecard[];
  /** What a row is, where it is not an agent: `['agent', 'week']`. */
  readonly by?: readonly string[];
  /** Moments to talk about, where somebody asked for them. */
  readonly coaching?: Coaching;
  readonly run: Run;
}
