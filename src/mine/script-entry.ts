/** What an entry of a script file says: the schema by which files are read, and what mining writes. */
import { z } from 'zod';
import { fixedWords, parseTemplate } from './template.ts';

/** A template with fewer fixed words would match half of everything that is said. */
export const LEAST_FIXED = 3;

const count = z.number().int().min(0);

export const ScriptEntry = z.strictObject({
  text: z
    .string()
    .trim()
    .min(1, 'empty; write the sentence, with {slots} where it varies')
    .refine(text => fixedWords(parseTemplate(text)) >= LEAST_FIXED, {
      message: `fewer than ${LEAST_FIXED} words stand fixed in it, so it would match nearly anything; make it longer, or delete the entry`,
    }),
  /** Why it is no fault to say it; any word will do. */
  exempt: z.string().trim().min(1).nullish(),
  share: z.number().min(0).max(1).nullish(),
  conversations: count.nullish(),
  agents: count.nullish(),
  by: z.record(z.string(), z.string()).nullish(),
  first: z.union([z.string(), z.number()]).transform(String).nullish(),
  last: z.union([z.string(), z.number()]).transform(String).nullish(),
  examples: z.array(z.string()).nullish(),
  note: z.string().nullish(),
});
export type ScriptEntry = z.infer<typeof ScriptEntry>;

export const ScriptFile = z.strictObject({
  mined: z
    .strictObject({ conversations: count, agents: count, version: z.string(), seal: z.string() })
    .partial()
    .nullish(),
  scripts: z.array(ScriptEntry).nullable(),
});
export type ScriptFile = z.infer<typeof ScriptFile>;
