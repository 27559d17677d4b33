/** What a rule file may say. Checked when rules are built; the built form is what detection reads. */
import { z } from 'zod';
import {
  authenticKinds,
  type Dimension,
  empathyKinds,
  levels,
  openingKinds,
  topics,
  valences,
} from '../model/finding.ts';

const text = z.string().trim().min(1);
const examples = z.array(text);

const common = {
  /** What it sees, as a sentence in the reader's words. */
  title: text,
  /** Why it matters to the customer. */
  why: text,
  /** Whose turns it listens to; left out, the side that its dimension is about. */
  speaker: z.enum(['agent', 'customer']).optional(),
  /** Phrases in the notation of match/phrase.ts. Empty for a rule whose detection is code of its own. */
  phrases: z.array(text).default([]),
  /** Its evidence lies in other conversations: how often wording comes, or a file of scripts. */
  known: z.literal(true).optional(),
  /** Phrases that cancel a hit: see guard.ts for `@`. */
  unless: z.array(text).default([]),
  /** Shared guard lists to obey instead of the dimension's usual ones; [] for none. */
  guards: z.array(text).optional(),
  /** `possible` findings are shown and never scored. */
  confidence: z.literal('possible').optional(),
  /** Examples that must match, with the span in brackets; and look-alikes that must not. */
  hits: examples.min(1),
  misses: examples.min(1),
  source: text,
};

/** Fields may be missing only where code decides them: in a rule without phrases. */
const withFields = <F extends z.ZodType>(fields: F) =>
  z
    .strictObject({ ...common, fields: fields.optional() })
    .refine(rule => rule.fields !== undefined || rule.phrases.length === 0, {
      path: ['fields'],
      message: 'missing',
    });

const schemas = {
  disclosure: withFields(z.strictObject({ topic: z.enum(topics), valence: z.enum(valences) })),
  empathy: withFields(z.strictObject({ kind: z.enum(empathyKinds), level: z.enum(levels) })),
  scripted: z.strictObject(common),
  authentic: withFields(z.strictObject({ kind: z.enum(authenticKinds) })),
  rushed: z.strictObject(common),
  'bad-news': z.strictObject(common),
  opening: withFields(z.strictObject({ kind: z.enum(openingKinds) })),
} satisfies Record<Dimension, z.ZodType>;

export type RuleFile = z.infer<(typeof schemas)[Dimension]>;

/** A list of phrases that cancel the hits of every rule which names it. */
export const GuardFile = z.strictObject({
  title: text,
  why: text,
  phrases: z.array(text).min(1),
  source: text,
});
/** A word class: entries are phrases themselves, and may name other classes. */
export const ClassFile = z.strictObject({
  title: text,
  words: z.array(z.union([text, z.number().transform(String)])).min(1),
  source: text,
});

/** A fitted table of weighed words: see weigh.ts. */
export const WeightFile = z.strictObject({
  title: text,
  source: text,
  bias: z.number(),
  threshold: z.number().gt(0).lt(1),
  weights: z.record(z.string(), z.number()),
});

/** Shorthand and faces: see text/reading.ts. */
export const ShorthandFile = z.strictObject({
  title: text,
  words: z.record(z.string(), text),
  faces: z.record(z.string(), text),
  source: text,
});

/** Words that are never taken for a mistyped one: see text/typos.ts. */
export const PlainWordsFile = z.strictObject({ title: text, words: text, names: text, source: text });

/** Checks one rule file. Throws one error that names every fault with its place. */
export function parseRule(id: string, dimension: Dimension, content: unknown): RuleFile {
  return check(id, schemas[dimension], content) as RuleFile;
}

/** Checks any of the files above, naming it in the error. */
export function check<T>(name: string, schema: z.ZodType<T>, content: unknown): T {
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  throw new Error(
    `${name}: ${result.error.issues.map(issue => `${issue.path.join('.') || 'file'}: ${issue.message}`).join('; ')}`,
  );
}

/** A rule as `unscripted rules` shows it. */
export type RulePage = RuleFile & { readonly id: string; readonly dimension: Dimension };
