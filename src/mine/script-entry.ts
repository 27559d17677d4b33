/** What an entry of a script file says: the schema by which files are read, and what mining writes. */
import { z } from 'zod';
import { exemptions } from './exempt.ts';
import { slipOf } from './slip.ts';
import { fixedWords, parseTemplate, slotNames } from './template.ts';

/** A template with fewer fixed words would match half of everything that is said. */
export const LEAST_FIXED = 3;

/** What to say of a slot that is nearly one with a meaning, and would take any words. */
function slippedSlot(text: string): string | undefined {
  for (const [, name = ''] of text.matchAll(/\{([^{}]*)\}/g)) {
    const known = slipOf(name.trim().toLowerCase(), slotNames);
    if (known !== undefined) return `{${name}}: did you mean {${known}}?`;
  }
  return undefined;
}

const count = z.number().int().min(0);

export const ScriptEntry = z.strictObject({
  text: z
    .string()
    .trim()
    .min(1, 'empty; write the sentence, with {slots} where it varies')
    .refine(text => slippedSlot(text) === undefined, {
      error: ({ input }) => slippedSlot(String(input)) ?? '',
    })
    .refine(text => fixedWords(parseTemplate(text)) >= LEAST_FIXED, {
      message: `fewer than ${LEAST_FIXED} words stand fixed in it, so it would match nearly anything; make it longer, or delete the entry`,
    }),
  /** Why it is no fault to say it; any word will do. */
  exempt: z
    .string()
    .trim()
    .min(1)
    .refine(word => slipOf(word, exemptions) === undefined, {
      error: ({ input }) => `${input}: did you mean ${slipOf(String(input), exemptions)}?`,
    })
    .nullish(),
  share: z.number().min(0).max(1).nullish(),
  conversations: count.nullish(),
  agents: count.nullish(),
  by: z.array(z.string()).nullish(),
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
  scripts: z.array(ScriptEntry, {
    error: ({ input }) => (input === null ? 'empty; add entries, such as “- text: …”' : undefined),
  }),
});
export type ScriptFile = z.infer<typeof ScriptFile>;
