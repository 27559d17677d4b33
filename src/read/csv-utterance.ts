/**
 * Tables with one turn a row, or one exchange a row (the customer's words in one column, the agent's in the next).
 * Rows of a conversation may stand apart and out of order.
 */
import type { Reading } from '../model/conversation.ts';
import { shared } from './beside.ts';
import { fromStart, type Moment, moment } from './clock.ts';
import { candidates } from './columns.ts';
import { compose, type Frame, type Spoken } from './compose.ts';
import { cell, details, fitted, SLIPPED } from './csv-cell.ts';
import { type Row, rows } from './csv-rows.ts';
import { Gather, type Group } from './gather.ts';
import { guessedMap } from './map-guess.ts';
import { some, unreadable } from './problem.ts';
import type { Input, Reader } from './reader.ts';
import { dateOf } from './said.ts';
import { even, type Table, table } from './table.ts';

/** A table with one turn a row. */
export const csvUtterance: Reader = {
  id: 'csv-utterance',
  title: 'CSV, one turn a row',
  about:
    'Columns for conversation id, speaker and text (or customer_message and agent_response); time and agent if any.',
  endings: ['.csv', '.tsv'],
  sniff(head) {
    const found = table(head);
    if (found?.shape === 'utterance') return found.columns.conversation === undefined ? 0.8 : 0.9;
    // A table all the same: doubtful, so that an ending such as .csv brings it here to be told what is missing.
    return found?.shape === 'unknown' && even(head, found) ? 0.45 : 0;
  },
  read,
};

interface Turn {
  readonly spoken: Omit<Spoken, 'seconds'>;
  readonly turn: number | null;
  readonly time: Moment | null;
  readonly channel: string | undefined;
  readonly customer: string | undefined;
  readonly details: Pick<Frame, 'outcome' | 'metadata'>;
}

async function* read(input: Input): AsyncGenerator<Reading> {
  const found = table(input.head);
  if (found === null || found.shape !== 'utterance' || found.doubt !== null) {
    yield { problem: unreadable(input.name, '', refusal(found, input.head)) };
    return;
  }
  const gather = new Gather<Turn>();
  for await (const batch of rows(input.text(), found.delimiter)) {
    for (const row of batch) for (const reading of taken(row, found, gather, input)) yield reading;
  }
  for (const group of gather.rest()) for (const reading of readings(group, input.name)) yield reading;
}

/** Adds a row to its conversation; yields what is wrong with it, and the conversations that must go on now. */
function* taken(row: Row, found: Table, gather: Gather<Turn>, input: Input): Generator<Reading> {
  const at = `row ${row.row}`;
  if ('fault' in row) {
    yield { problem: unreadable(input.name, at, row.fault) };
    return;
  }
  if (row.row <= found.headerRow) return;
  const { header, columns, delimiter } = found;
  const last = header.length - 1 === (columns.text ?? columns.agentText);
  const cells = fitted(row.cells, header.length, last, delimiter);
  const id = columns.conversation === undefined ? input.stem : cell(row.cells, columns.conversation);
  if (cells === null || id === undefined) {
    const reason = 'no conversation id; this turn is left out: fill in the cell';
    yield { problem: unreadable(input.name, at, cells === null ? SLIPPED : reason) };
    return;
  }
  for (const turn of turnsOf(cells, found, at)) {
    if (gather.add(id, row.row, turn, turn.spoken.text.length) !== 'late') continue;
    const reason = `conversation "${id}" comes back here after it was handed on; its rows from here are left out: sort the table by conversation`;
    yield { problem: unreadable(input.name, at, reason) };
  }
  for (const group of gather.overdue()) yield* readings(group, input.name);
}

function refusal(found: Table | null, head: string): string {
  if (found === null)
    return 'this is not a table with a header row; give the right format with --input-format';
  if (found.doubt !== null) {
    return `"${found.doubt}" is different in every row, so it cannot be the conversation's id; add a column conversation_id`;
  }
  const seen = some(
    found.header.map(name => `"${name.trim()}"`),
    20,
  );
  const words = [...candidates(found.header, 'text'), ...candidates(found.header, 'transcript')];
  if (words.length === 0 && found.header.some(name => /^id$|_id$|\bid$/i.test(name.trim()))) {
    return `the table has ids and no words (columns seen: ${seen}), so the turns stand in another table; give that one, with columns for a conversation id, a speaker and a text`;
  }
  const guess = guessedMap(head);
  const example = guess ?? 'text=COLUMN,speaker=COLUMN,id=COLUMN';
  return `no columns for a speaker and a text, nor one for a transcript (columns seen: ${seen}); say which they are, such as --map '${example}'`;
}

function turnsOf(cells: readonly string[], table: Table, at: string): Turn[] {
  const { columns, thousandths } = table;
  const number = cell(cells, columns.turn);
  const stamp = cell(cells, columns.time);
  const time = stamp === undefined ? null : moment(stamp);
  const id = cell(cells, columns.agentId);
  const name = cell(cells, columns.agentName);
  const agent = { ...(id !== undefined && { id }), ...(name !== undefined && { name }) };
  const said = (label: string, text: string | undefined): Turn[] => {
    if (text === undefined) return [];
    const spoken = id === undefined && name === undefined ? { label, text, at } : { label, text, at, agent };
    return [
      {
        spoken,
        turn: number === undefined || !Number.isFinite(Number(number)) ? null : Number(number),
        time:
          time === null || time.absolute
            ? time
            : { ...time, seconds: time.seconds / (thousandths ? 1000 : 1) },
        channel: cell(cells, columns.channel),
        customer: cell(cells, columns.customerName),
        details: details(cells, table),
      },
    ];
  };
  if (columns.speaker !== undefined && columns.text !== undefined) {
    return said(cell(cells, columns.speaker) ?? '', cell(cells, columns.text));
  }
  return [
    ...said('customer', cell(cells, columns.customerText)),
    ...said('agent', cell(cells, columns.agentText)),
  ];
}

function readings(group: Group<Turn>, source: string): Reading[] {
  const at = `row ${group.first}`;
  if (group.refused) {
    return [
      {
        problem: unreadable(
          source,
          at,
          `conversation "${group.id}" is larger than 64 MB; check the column for its id`,
        ),
      },
    ];
  }
  const turns = ordered(group.items);
  const times = fromStart(turns.map(turn => turn.time));
  const spoken = turns.map(({ spoken }, i) =>
    times[i] === undefined ? spoken : { ...spoken, seconds: times[i] },
  );
  const day = dateOf(
    turns.map(turn => turn.time),
    turns[0]?.details.metadata,
  );
  const frame: Frame = {
    source,
    at,
    id: group.id,
    channel: turns.find(turn => turn.channel !== undefined)?.channel,
    customer: turns.find(turn => turn.customer !== undefined)?.customer,
    ...rating(turns),
    metadata: { ...shared(turns.map(turn => turn.details.metadata ?? {})), ...day },
  };
  return compose(spoken, frame);
}

/** The rating, which often stands in the last row alone. */
function rating(turns: readonly Turn[]): Pick<Frame, 'outcome'> {
  const outcome = turns.map(turn => turn.details.outcome).find(one => one !== undefined);
  return outcome === undefined ? {} : { outcome };
}

/** By turn number where every row has one, else by time where every row has one, else as the file has them. */
function ordered(turns: readonly Turn[]): readonly Turn[] {
  if (turns.every(turn => turn.turn !== null)) return turns.toSorted((a, b) => a.turn! - b.turn!);
  const absolute = turns[0]?.time?.absolute;
  if (!turns.every(turn => turn.time !== null && turn.time.absolute === absolute)) return turns;
  return turns.toSorted((a, b) => a.time!.seconds - b.time!.seconds);
}
