/**
 * What a detector says, with the words that prove it. A union told apart by `dimension`;
 * the words for topics, kinds and responses are the labelling guide's, shown by `unscripted rules`.
 */
import type { RepeatCount, ScriptMatch } from './wording.ts';

/** Where it stands: `quote` is exactly `turns[turn].text.slice(start, end)`, in UTF-16 units. */
export interface Span {
  readonly turn: number;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

interface Base<D extends string> extends Span {
  /** The rule that found it: `disclosure/bereavement`. */
  readonly rule: string;
  readonly dimension: D;
  /** Id of the agent it is about; null where no agent took part. */
  readonly agent: string | null;
  /** `possible` findings are shown, and neither scored, nor gated, nor measured. */
  readonly confidence?: 'possible';
  /** Where no phrase but the weight of its words marked it: the words that spoke most for it, heaviest first. */
  readonly words?: readonly string[];
}

export const topics = [
  'bereavement',
  'illness',
  'disability',
  'caregiving',
  'new-arrival',
  'partnership',
  'separation',
  'work-loss',
  'money-strain',
  'milestone',
  'crisis',
  'high-stakes',
  'distress',
  'personal-life',
] as const;
/** What a disclosure is about. */
export type Topic = (typeof topics)[number];

export const valences = ['negative', 'positive', 'mixed'] as const;
/** Whether what was disclosed is bad news, good news, or both. */
export type Valence = (typeof valences)[number];

/** What the agent did about a disclosure; null where no agent turn followed, so nobody could answer. */
export type Response = 'acknowledged' | 'generic' | 'missed' | null;

export const missedBys = ['silence', 'bare-thanks', 'process-talk', 'problem-solving', 'deflection'] as const;
/**
 * How a disclosure was missed, by the first thing the agent said after it: nothing but nods; thanks for the information;
 * asking for or reciting data and procedure; going straight to the fix; changing or closing the subject, refusing, or passing the
 * customer on.
 */
export type MissedBy = (typeof missedBys)[number];

/** The customer said something about their own life; `agent` is who should have answered. */
export interface Disclosure extends Base<'disclosure'> {
  readonly topic: Topic;
  readonly valence: Valence;
  readonly response: Response;
  /** The agent's turn that acknowledged or was generic; null when missed. */
  readonly responseTurn: number | null;
  /** How it was missed; null unless it was. */
  readonly missedBy: MissedBy | null;
}

export const empathyKinds = ['emotional-reaction', 'interpretation', 'exploration'] as const;
/** The three mechanisms of EPITOME (Sharma et al., EMNLP 2020). */
export type EmpathyKind = (typeof empathyKinds)[number];
export const levels = ['weak', 'strong'] as const;

/** The agent shows they feel, understand or want to know; `strong` is specific to this customer. */
export interface Empathy extends Base<'empathy'> {
  readonly kind: EmpathyKind;
  readonly level: (typeof levels)[number];
}

export const moments = ['routine', 'ordinary', 'feeling', 'bad-news', 'disclosure'] as const;
/**
 * Where in a conversation a line stands, by how much is at stake for the customer. `routine`: a step that is the same
 * for everybody; `feeling`: the answer to a complaint with feeling or a worry; `bad-news`: in or after bad news that
 * the agent gives; `disclosure`: the answer to something the customer said of their life; `ordinary`: anywhere else.
 */
export type Moment = (typeof moments)[number];

/** A sentence that reads as a script, a macro or a form letter. */
export interface Scripted extends Base<'scripted'> {
  /** How often it was said in this run, where that makes it a routine. */
  readonly repeats?: RepeatCount;
  /** The entry of a script file (`--scripts`) that it follows. */
  readonly script?: ScriptMatch;
  /** The moment it stands in: what stock wording costs depends on it. Added once everything is found. */
  readonly moment?: Moment;
}

export const authenticKinds = [
  'personal-reference',
  'specific-apology',
  'genuine-compliment',
  'small-talk',
  'self-disclosure',
  'own-words',
  'extra-mile',
  'humour',
] as const;
/** Something only a person attending to this customer would say. */
export interface Authentic extends Base<'authentic'> {
  readonly kind: (typeof authenticKinds)[number];
}

/** The agent hurries the customer. */
export interface Rushed extends Base<'rushed'> {}

export const openingKinds = ['complaint', 'worry', 'praise'] as const;
/** The customer shows a feeling about the matter itself: not a disclosure, still an opening for empathy. */
export interface Opening extends Base<'opening'> {
  readonly kind: (typeof openingKinds)[number];
}

/** The agent gives bad news: a refusal, a decision against the customer, a loss. Not scored: stock wording around it is. */
export interface BadNews extends Base<'bad-news'> {}

export type Finding = Disclosure | Empathy | Scripted | Authentic | Rushed | Opening | BadNews;
export const dimensions = [
  'disclosure',
  'empathy',
  'scripted',
  'authentic',
  'rushed',
  'opening',
  'bad-news',
] as const;
export type Dimension = Finding['dimension'];
export type FindingOf<D extends Dimension> = Extract<Finding, { dimension: D }>;
