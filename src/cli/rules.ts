/** `unscripted rules`: every rule by dimension, or the page of one. */
import type { Command } from 'commander';
import { dimensions, type RulePage, rulePages, UsageError } from '../index.ts';
import { nearest } from './nearest.ts';
import { rulePage } from './rule-page.ts';
import type { Session, Style } from './session.ts';

const MOST_SUGGESTED = 5;

/** Declares its argument and flags. */
export function declare(command: Command): void {
  command
    .argument('[rule]', 'a rule, as in disclosure/bereavement, or a dimension')
    .option('--all', 'every phrase of the rule, however many');
}

/** Runs it; gives the exit code. */
export async function run(
  [name]: readonly string[],
  { all = false }: { readonly all?: boolean },
  session: Session,
): Promise<number> {
  const pages = await rulePages();
  const style = await session.style();
  const page = pages.find(({ id }) => id === name);
  if (page) await session.stdout.write(rulePage(page, all, style));
  else if (name === undefined) await session.stdout.write(list(pages, style));
  else {
    const own = pages.filter(({ dimension }) => dimension === name);
    if (own.length === 0) throw unknown(name, pages);
    await session.stdout.write(list(own, style));
  }
  return 0;
}

function list(pages: readonly RulePage[], { paint }: Style): string {
  const width = Math.max(0, ...pages.map(({ id }) => id.length));
  return dimensions
    .map(dimension => pages.filter(page => page.dimension === dimension))
    .filter(own => own.length > 0)
    .map(own => {
      const lines = own.map(({ id, title }) => `  ${id.padEnd(width)}  ${paint.faint(title)}\n`);
      return `${paint.strong(own[0]?.dimension ?? '')}\n${lines.join('')}`;
    })
    .join('\n');
}

function unknown(name: string, pages: readonly RulePage[]): UsageError {
  const like = nearest(
    name,
    pages.map(({ id }) => id),
    MOST_SUGGESTED,
  );
  const hint =
    like.length > 0 ? `did you mean ${like.join(', ')}?` : 'see all of them with: unscripted rules';
  return new UsageError(`there is no rule ${name}; ${hint}`);
}
