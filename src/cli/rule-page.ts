/** One rule's page: what it sees, why it matters, what it looks for, and examples with the span marked. */
import type { RulePage } from '../index.ts';
import { broken, INDENT } from './page-lines.ts';
import type { Style } from './session.ts';

const MOST_PHRASES = 20;

/** The page as text. Without `all`, a long list of phrases is cut, and says so. */
export function rulePage(page: RulePage, all: boolean, { width, paint }: Style): string {
  const { id, title, why, phrases, unless, guards, hits, misses, source, confidence } = page;
  const shown = all ? phrases : phrases.slice(0, MOST_PHRASES);
  const hidden = phrases.length - shown.length;
  const fields =
    'fields' in page
      ? Object.entries<string>(page.fields ?? {}).map(([name, value]) => `${name}: ${value}`)
      : [];
  if (confidence) fields.push(`confidence: ${confidence} (shown, never scored)`);
  const section = (name: string, lines: readonly string[]) =>
    lines.length === 0 ? '' : `\n${paint.strong(name)}\n${lines.map(line => `${line}\n`).join('')}`;
  const listed = (texts: readonly string[], paintLine = (text: string) => text) =>
    texts.flatMap(text =>
      text.split('\n').map((line, row) => paintLine(`${INDENT}${row === 0 ? '- ' : '  '}${line}`)),
    );
  return [
    `${paint.strong(id)}\n`,
    ...broken(title, width).map(line => `${line}\n`),
    fields.length ? `${paint.faint(fields.join(', '))}\n` : '',
    section(
      'Why',
      broken(why, width - INDENT.length).map(line => INDENT + line),
    ),
    section(
      'Looks for',
      phrases.length === 0
        ? [`${INDENT}what no phrase can tell; it is found by code of its own`]
        : [
            ...listed(shown),
            ...(hidden > 0 ? [paint.faint(`${INDENT}  and ${hidden} more; --all shows them`)] : []),
          ],
    ),
    section('Unless', listed(unless)),
    section('Guards', guards === undefined ? [] : [`${INDENT}${guards.join(', ') || 'none'}`]),
    section('Matches', listed(hits, paint.good)),
    section('Does not match', listed(misses, paint.bad)),
    section(
      'Source',
      broken(source, width - INDENT.length).map(line => INDENT + line),
    ),
  ].join('');
}
