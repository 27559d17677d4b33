/**
 * A mail thread written out as text, each mail under its `From:`, `To:` and `Subject:` lines: how help desks put a
 * thread into one cell.
 */
import { moment } from './clock.ts';
import { isRule } from './header.ts';
import { unquoted } from './mail-tail.ts';
import { partyAt, rolesOf } from './mailboxes.ts';
import type { Said } from './said.ts';

const FIELD = /^\s*\*{0,2}(From|To|Cc|Bcc|Date|Sent|Subject|Reply-To)\*{0,2}:\*{0,2}\s*(.*)$/i;
const HEADER_LINES = 8;

interface Block {
  readonly fields: ReadonlyMap<string, string>;
  readonly lines: string[];
  readonly at: number;
}

/** The mails of such a text, oldest first; none where fewer than two stand in it. `at` names a line's place. */
export function mailText(text: string, at: (line: number) => string): Said[] {
  const blocks = blocksOf(text.split(/\r\n|\r|\n/));
  if (blocks.length < 2) return [];
  const addresses = blocks.flatMap(({ fields }) => [
    addressOf(fields.get('from')),
    addressOf(fields.get('to')),
  ]);
  const roleOf = rolesOf(addresses);
  const newestFirst = isAnswer(blocks[0]) && !isAnswer(blocks.at(-1));
  return (newestFirst ? blocks.toReversed() : blocks).map(({ fields, lines, at: line }): Said => {
    const from = fields.get('from') ?? '';
    const address = addressOf(from);
    const role = roleOf(address);
    const name = /^"?([^"<@]{2,60}?)"?\s*<.*$/.exec(from)?.[1] ?? address;
    const agent = role === 'agent' ? partyAt(address, name) : undefined;
    const time = moment(fields.get('date') ?? fields.get('sent') ?? '');
    return { by: name, text: unquoted(lines.join('\n')), time, at: at(line), role, agent };
  });
}

function isAnswer(block: Block | undefined): boolean {
  return /^(?:re|aw|sv|antw)\s*:/i.test(block?.fields.get('subject') ?? '');
}

function addressOf(field: string | undefined): string {
  return (/[\w.+-]+@[\w.-]+/.exec(field ?? '')?.[0] ?? '').toLowerCase();
}

function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  for (let i = 0; i < lines.length; i++) {
    const header = headerAt(lines, i);
    if (header !== null) {
      blocks.push({ fields: header.fields, lines: [], at: i });
      i = header.end - 1;
    } else if (!isRule(lines[i]!)) blocks.at(-1)?.lines.push(lines[i]!);
  }
  return blocks;
}

/** The header that begins at a line: an address to come from, and one more field at least. */
function headerAt(lines: readonly string[], at: number): { fields: Map<string, string>; end: number } | null {
  if (!/^\s*\*{0,2}From\*{0,2}:.*@/i.test(lines[at]!)) return null;
  const fields = new Map<string, string>();
  let end = at;
  for (; end < Math.min(lines.length, at + HEADER_LINES); end++) {
    const field = FIELD.exec(lines[end]!);
    if (field === null) break;
    fields.set(field[1]!.toLowerCase(), field[2]!.trim());
  }
  return fields.size > 1 ? { fields, end } : null;
}
