/** Scorecards as `score --format json` wrote them, read again, and two of them compared. */
import { z } from 'zod';
import { UsageError } from '../errors.ts';
import type { ComparedRun, Comparison } from '../model/comparison.ts';
import { changes } from './compare.ts';

const measured = z.object({
  value: z.number().nullable(),
  conversations: z.number(),
  sd: z.number().nullable(),
});
const judged = z.object({ id: z.string(), value: measured });
const row = z.object({
  id: z.string(),
  name: z.string(),
  group: z.record(z.string(), z.union([z.string(), z.number()]).nullable()).optional(),
  scores: z.object({
    overall: measured,
    authenticity: measured,
    empathy: measured,
    ownWords: measured,
    attentiveness: measured,
  }),
  disclosures: z.object({ total: z.number(), missed: z.number() }),
  rubric: z
    .object({
      sections: z.array(judged.extend({ criteria: z.array(judged) })),
      gaps: z.array(judged).optional(),
    })
    .optional(),
});
/** One row of a scorecard file. */
export type CardRow = z.infer<typeof row>;
const file = z.object({
  by: z.array(z.string()).optional(),
  agents: z.array(row).optional(),
  groups: z.array(row).optional(),
  run: z.object({
    version: z.string(),
    rules: z.string(),
    conversations: z.number(),
    rubric: z
      .object({ name: z.string().optional(), version: z.string().optional(), hash: z.string() })
      .optional(),
  }),
});

interface CardFile {
  readonly about: ComparedRun;
  readonly by: string;
  readonly rows: ReadonlyMap<string, CardRow>;
}

function cardFile(name: string, text: string): CardFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UsageError(`${name}: not JSON; give a scorecard that "unscripted score -o NAME.json" wrote`);
  }
  const found = file.safeParse(value);
  const rows = found.data?.agents ?? found.data?.groups;
  if (!found.success || rows === undefined) {
    const issue = found.error?.issues[0];
    const where =
      issue === undefined ? 'it has neither agents nor groups' : `${issue.path.join('.')}: ${issue.message}`;
    throw new UsageError(
      `${name}: not a scorecard of this version (${where}); write it with "unscripted score -o NAME.json"`,
    );
  }
  const { by = ['agent'], run } = found.data;
  const { rules, version, conversations, rubric } = run;
  const rubricName = [rubric?.name, rubric?.version].filter(part => part !== undefined).join(' ') || null;
  const about = { file: name, version, rules, rubric: rubric?.hash ?? null, rubricName, conversations };
  return { about, by: by.join(','), rows: new Map(rows.map(one => [keyOf(one), one])) };
}

const keyOf = ({ id, group = {} }: CardRow) => JSON.stringify([id, Object.entries(group).sort()]);
const label = ({ id, group = {} }: CardRow) =>
  [id, ...Object.values(group).map(value => String(value ?? '–'))]
    .filter((part, i, all) => all.indexOf(part) === i)
    .join(' · ');

/** Compares two scorecards: pairs of a file's name and its content. Throws `UsageError` where they cannot be. */
export function compareScorecards(
  before: readonly [name: string, content: string],
  after: readonly [name: string, content: string],
): Comparison {
  const [one, other] = [cardFile(...before), cardFile(...after)];
  if (one.by !== other.by)
    throw new UsageError(
      `${before[0]} is by ${one.by} and ${after[0]} by ${other.by}; score both with the same --by`,
    );
  const keys = [...one.rows.keys()].filter(key => other.rows.has(key)).sort();
  const rest = (from: CardFile, to: CardFile) =>
    [...from.rows]
      .filter(([key]) => !to.rows.has(key))
      .map(([, row]) => label(row))
      .sort();
  return {
    before: one.about,
    after: other.about,
    different: (['rules', 'rubric'] as const).filter(key => one.about[key] !== other.about[key]),
    ...changes(
      keys.map(key => [one.rows.get(key) as CardRow, other.rows.get(key) as CardRow]),
      // parts of two rubrics are two things, even where they share a name
      one.about.rubric === other.about.rubric,
    ),
    onlyBefore: rest(one, other),
    onlyAfter: rest(other, one),
  };
}
