/** Which reporter writes what: `--format` by name, `-o` by the file's ending. */
import { type Reporter, reporters, UsageError } from '../index.ts';

/** What a row is: an agent (a team, a week …) over all conversations, or an agent in one of them. */
export type By = 'agent' | 'conversation';

/** What `--by` says: rows of single conversations, or the keys that a row is by. */
export const byOf = (keys: readonly string[]): By =>
  keys.includes('conversation') ? 'conversation' : 'agent';

const parts = {
  agent: ['scorecard'],
  conversation: ['begin', 'row', 'end'],
} as const satisfies Record<By, readonly (keyof Reporter)[]>;

/** The names `--format` takes. */
export const formatNames: readonly string[] = reporters
  .filter(one => one.scorecard || one.row)
  .map(one => one.id);

/** The reporter of a name that `--format` took. */
export function reporterNamed(name: string, by: By): Reporter {
  const found = reporters.find(reporter => reporter.id === name) as Reporter;
  if (parts[by].every(part => found[part])) return found;
  const able = reporters.filter(one => parts[by].every(part => one[part])).map(one => one.id);
  throw new UsageError(`--format ${name} cannot show --by ${by}; choose one of: ${able.join(', ')}`);
}

/** The reporter that a file's ending means. */
export function reporterForFile(file: string, by: By): Reporter {
  const name = file.toLowerCase();
  const found = reporters.find(one => one.endings.some(ending => name.endsWith(ending)));
  if (found) return reporterNamed(found.id, by);
  const endings = reporters.flatMap(one => one.endings).join(', ');
  throw new UsageError(
    `--output ${file}: the format follows the ending; give the file one of these: ${endings}`,
  );
}
