/** What a coach opens the week with: moments in the customers' and the agents' own words. */
import type { Share } from './scorecard.ts';

/** Words of one turn. */
export interface Quote {
  readonly turn: number;
  readonly text: string;
}

/** What happened in a moment. */
export type MomentKind = 'answered' | 'specific' | 'formula' | 'passed over' | 'hurried';

/** A moment worth hearing again. */
export interface CoachingMoment {
  readonly conversation: string;
  readonly kind: MomentKind;
  /** What the customer's words were about: a topic, or `complaint`, `worry`; null where the agent began it. */
  readonly topic: string | null;
  readonly customer: Quote | null;
  readonly agent: Quote | null;
  /** The rules that saw it. */
  readonly rules: readonly string[];
  /** How much there is to it; the same scale for all. */
  readonly weight: number;
}

/** How the same topic was answered well by somebody else: no name, no conversation. */
export interface Example {
  readonly topic: string;
  readonly customer: string;
  readonly agent: string;
}

/** The page of the rule that would change most. */
export interface Suggestion {
  readonly rule: string;
  /** How often it was found. */
  readonly times: number;
  readonly title: string;
  readonly why: string;
}

/** One week. */
export interface Week {
  readonly week: string;
  readonly conversations: number;
  readonly overall: {
    readonly value: number | null;
    readonly low: number | null;
    readonly high: number | null;
  };
  /** Disclosures missed of those that could be answered. */
  readonly missed: Share;
}

/** One agent's moments. */
export interface AgentCoaching {
  readonly id: string;
  readonly best: readonly CoachingMoment[];
  readonly missed: readonly (CoachingMoment & { readonly elsewhere: Example | null })[];
  readonly suggestion: Suggestion | null;
  readonly weeks: readonly Week[];
}

/** The digest: agents by id, and what the team will remember. */
export interface Coaching {
  readonly agents: readonly AgentCoaching[];
  readonly best: readonly CoachingMoment[];
  readonly missed: readonly CoachingMoment[];
  readonly weeks: readonly Week[];
}
