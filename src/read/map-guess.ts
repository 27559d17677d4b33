/**
 * The mapping that would read a table nobody recognised, as far as its first rows show: a proposal for the user to
 * look at, never taken by itself.
 */
import { moment } from './clock.ts';
import { rank } from './columns.ts';
import { firstRows } from './csv-rows.ts';
import { who } from './speakers.ts';
import { table } from './table.ts';

interface Column {
  readonly name: string;
  readonly cells: readonly string[];
  readonly distinct: number;
  readonly length: number;
}

/** `text=Body,speaker=Direction:outbound>agent,id=Case`, or null where not even the words can be found. */
export function guessedMap(head: string): string | null {
  const found = table(head);
  if (found === null || found.header.length < 2) return null;
  const sample = firstRows(head, found.delimiter).slice(found.headerRow);
  if (sample.length < 2) return null;
  const columns = found.header.map((name, i) => columnOf(name.trim(), sample, i));
  const taken = new Set<Column>();
  const take = (fits: (column: Column) => boolean, best: (column: Column) => number): Column | undefined => {
    const open = columns.filter(one => !taken.has(one) && one.cells.length > 0 && fits(one));
    const first = open.toSorted((a, b) => best(b) - best(a))[0];
    if (first !== undefined) taken.add(first);
    return first;
  };
  const text = take(
    one =>
      one.cells.some(cell => /\p{L}+\s+\p{L}+\s+\p{L}+/u.test(cell)) && one.distinct > one.cells.length / 2,
    one => one.length,
  );
  if (text === undefined) return null;
  const speaker = take(
    one =>
      isRoles(one) ||
      (one.distinct >= 2 && one.distinct <= 6 && one.distinct < one.cells.length && isWordy(one)),
    one => (isRoles(one) ? 10 : 0) - one.distinct,
  );
  const id = take(
    one =>
      one.distinct < one.cells.length &&
      (rank(one.name, 'conversation') !== -1 ||
        /\b(id|no|number|case|ref|ticket|call|thread)\b/i.test(one.name.replace(/[_-]/g, ' '))),
    one => one.distinct,
  );
  const time = take(
    one =>
      /time|date|stamp|when|sent|created|start|offset/i.test(one.name) &&
      one.cells.every(cell => moment(cell) !== null),
    one => one.distinct,
  );
  const agent = take(
    one => /agent|rep|advis|operator|owner|handled/i.test(one.name),
    one => one.distinct,
  );
  const parts = [
    `text=${escaped(text.name)}`,
    speaker === undefined ? '' : `speaker=${escaped(speaker.name)}${translated(speaker)}`,
    id === undefined ? '' : `id=${escaped(id.name)}`,
    time === undefined ? '' : `time=${escaped(time.name)}`,
    agent === undefined ? '' : `agent=${escaped(agent.name)}`,
  ];
  return parts.filter(part => part !== '').join(',');
}

function columnOf(name: string, sample: readonly string[][], at: number): Column {
  const cells = sample.map(row => (row[at] ?? '').trim()).filter(cell => cell !== '');
  const total = cells.reduce((sum, cell) => sum + cell.length, 0);
  return { name, cells, distinct: new Set(cells).size, length: total / Math.max(1, cells.length) };
}

/** Whether every value says who speaks, however few there are. */
function isRoles({ cells }: Column): boolean {
  return cells.every(cell => roleIn(cell) !== null);
}

function isWordy({ cells }: Column): boolean {
  return cells.every(cell => cell.length <= 40 && /\p{L}/u.test(cell));
}

/** A role that a value suggests: by a role word, or as the direction of a message. */
function roleIn(value: string): 'agent' | 'customer' | null {
  const speaker = who(value)?.speaker;
  if (speaker === 'agent' || speaker === 'customer') return speaker;
  if (/^(?:out|outbound|outgoing|sent|reply|internal)$/i.test(value)) return 'agent';
  return /^(?:in|inbound|incoming|received|external)$/i.test(value) ? 'customer' : null;
}

/** Values that are no role words, with the role they suggest, or a gap to fill in. */
function translated({ cells }: Column): string {
  const values = [...new Set(cells)].filter(value => who(value) === null);
  if (values.length === 0 || values.length > 4) return '';
  const pairs = values.map(value => `${escaped(value)}>${roleIn(value) ?? 'agent-or-customer'}`);
  return pairs.some(pair => !pair.endsWith('agent-or-customer')) ? `:${pairs.join('|')}` : '';
}

function escaped(name: string): string {
  return name.replace(/[\\,=:|>]/g, '\\$&');
}
