/**
 * What a rubric file may say. Facts are found once, by rules; a rubric is a policy over them, so it is data and not
 * code. The JSON Schema for editors is made from this very schema. What hangs together across fields (sums, names,
 * what may stand beside what) is checked after `extends` is resolved: see resolve.ts.
 */
import { z } from 'zod';
import {
  authenticKinds,
  dimensions,
  empathyKinds,
  levels,
  missedBys,
  openingKinds,
  topics,
  valences,
} from '../model/finding.ts';
import { measureNames, scoreNames } from '../model/scorecard.ts';

const text = z.string().trim().min(1);
const some = <T extends z.ZodType>(one: T) => z.union([one, z.array(one).min(1)]);
const id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'use small letters, digits and hyphens, as in own-words');
const scalar = z.union([z.string(), z.number()]);
const kinds = [...new Set([...empathyKinds, ...authenticKinds, ...openingKinds])] as [string, ...string[]];
/** The moments of stock wording, where findings carry one. */
const moments = ['routine', 'ordinary', 'feeling', 'bad-news', 'disclosure'] as const;
export const places = ['opening', 'closing', 'anywhere'] as const;
export const failScopes = ['criterion', 'section', 'conversation'] as const;
export const units = ['conversation', 'turn', '100-words'] as const;

const filterShape = {
  dimension: some(z.enum(dimensions)).optional().describe('Findings of this dimension, or of one of these.'),
  rule: some(text)
    .optional()
    .describe('Rule ids; * stands for anything, as in empathy/* or conduct/thanks-*.'),
  kind: some(z.enum(kinds)).optional().describe('Kind of empathy, authentic wording or opening.'),
  level: z.enum(levels).optional().describe('Level of empathy.'),
  topic: some(z.enum(topics)).optional().describe('What a disclosure is about.'),
  valence: some(z.enum(valences)).optional().describe('Whether a disclosure is bad news, good news or both.'),
  response: some(z.enum(['acknowledged', 'generic', 'missed']))
    .optional()
    .describe('What was done about a disclosure.'),
  missedBy: some(z.enum(missedBys)).optional().describe('How a disclosure was missed.'),
  moment: some(z.enum(moments)).optional().describe('The moment that stock wording stands in.'),
  place: z.enum(places).optional().describe('Where in the conversation, counted in the agent’s turns.'),
};
/** Chooses findings: every key given has to fit; in a list, one of the values. */
export const PlainFilter = z.strictObject(filterShape);
export const Filter = z.strictObject({
  ...filterShape,
  answerTo: some(PlainFilter).optional().describe('Only in the agent’s next two turns after such a finding.'),
});
const filters = some(Filter);
const share = z.number().min(0).max(1);

export const Feed = z.strictObject({
  score: z
    .enum(scoreNames.slice(1) as [string, ...string[]])
    .optional()
    .describe('One of the scores, as it is.'),
  measure: z.enum(measureNames).optional().describe('A measure, linear from worst (0) to best (100).'),
  findings: filters
    .optional()
    .describe('Findings to count: present unless atLeast, atMost or per says otherwise.'),
  atLeast: z.int().min(1).optional().describe('Full value with so many findings or more, else none.'),
  atMost: z
    .int()
    .min(0)
    .optional()
    .describe('Full value with so many findings or fewer, else none; 0: absent.'),
  per: z.enum(units).optional().describe('A rate, linear from worst (0) to best (100).'),
  best: z.number().optional(),
  worst: z.number().optional(),
  opportunities: filters
    .optional()
    .describe('What could be answered: the value is the mean of what each answer earns.'),
  credits: z
    .strictObject({ acknowledged: share.optional(), generic: share.optional(), missed: share.optional() })
    .optional()
    .describe('What a disclosure earns by its response (1, 0.25 and 0 where left out).'),
  answers: z
    .array(
      z.strictObject({
        findings: filters,
        credit: share.optional().describe('What it earns (1 where left out); the best answer counts.'),
        within: z
          .int()
          .min(0)
          .optional()
          .describe('In so many of the agent’s next turns (2 where left out).'),
        sameTurn: z.literal(true).optional().describe('Or in the same turn.'),
        name: text.optional().describe('What to call it: personal, formula.'),
      }),
    )
    .min(1)
    .optional()
    .describe('What answers an opportunity that is no disclosure.'),
  none: z
    .enum(['na', 'full', 'zero'])
    .optional()
    .describe('Without an opportunity: not applicable, unless said otherwise.'),
});

const conditions = z
  .record(z.string(), some(scalar))
  .describe('channel, or any key of the metadata: the value, or one of a list.');
const condition = {
  when: conditions.optional().describe('Judged only where all of this holds; not applicable elsewhere.'),
  unless: conditions.optional().describe('Not applicable where any of this holds.'),
};

export const AutoFail = z.strictObject({
  scope: z.enum(failScopes).describe('What is failed: it counts 0.'),
  below: z.number().min(0).max(100).optional().describe('When the criterion’s value is lower.'),
  findings: filters.optional().describe('When there are such findings; possible ones never count.'),
  atLeast: z.int().min(1).optional(),
});

export const CriterionFile = z.strictObject({
  id,
  title: text.optional(),
  why: text.optional().describe('Why it matters to the customer, and where it comes from.'),
  weight: z
    .number()
    .min(0)
    .max(100)
    .optional()
    .describe('Percent of its section, or of the whole where no section has a weight.'),
  points: z.number().gt(0).optional().describe('Points it is worth (mode: points).'),
  bonus: z.number().gt(0).max(100).optional().describe('Instead of a weight: what it may add to the result.'),
  feed: Feed.optional(),
  na: z
    .strictObject({
      fewerWords: z.int().min(1).optional(),
      fewerTurns: z.int().min(1).optional(),
      without: filters.optional().describe('Where there is no such finding.'),
      noName: z.literal(true).optional().describe('Where the customer’s name is not known.'),
    })
    .optional()
    .describe('What makes it not applicable, beside what its feed needs.'),
  ...condition,
  autoFail: AutoFail.optional(),
  remove: z.literal(true).optional().describe('Takes it out of what is extended.'),
});

export const SectionFile = z.strictObject({
  id,
  title: text.optional(),
  about: text.optional(),
  weight: z.number().min(0).max(100).optional().describe('Percent of the whole (mode: percent).'),
  apart: z.literal(true).optional().describe('Shown beside the result, and no part of it.'),
  ...condition,
  criteria: z.array(CriterionFile).optional(),
  remove: z.literal(true).optional().describe('Takes it out of what is extended.'),
});

export const RubricFile = z.strictObject({
  name: id,
  version: z.union([text, z.number()]),
  title: text.optional(),
  about: text.optional().describe('What it is for, in a paragraph.'),
  source: text.optional().describe('Where it comes from.'),
  extends: text
    .optional()
    .describe('A built-in rubric’s name, or a file; parts of the same id are overridden.'),
  mode: z.enum(['percent', 'points']).optional().describe('Weights that sum to 100, or points.'),
  bonusCap: z
    .number()
    .min(0)
    .max(100)
    .optional()
    .describe('The most that all bonuses add (10 where left out).'),
  sections: z.array(SectionFile).min(1).optional(),
  gaps: z
    .array(z.strictObject({ id, title: text.optional(), high: text, low: text }))
    .optional()
    .describe('Differences to show: overall, or a section’s or criterion’s id, less another.'),
});

export type RubricFile = z.infer<typeof RubricFile>;
export type SectionFile = z.infer<typeof SectionFile>;
export type CriterionFile = z.infer<typeof CriterionFile>;
export type Feed = z.infer<typeof Feed>;
export type Filter = z.infer<typeof Filter>;
export type Filters = Filter | Filter[];
export type Conditions = z.infer<typeof conditions>;
export type AutoFail = z.infer<typeof AutoFail>;
