/** Tables with one conversation a row: a cell holds the whole transcript, read by the same code as plain text. */
import type { Reading } from '../model/conversation.ts';
import type { Columns } from './columns.ts';
import { compose, type Frame } from './compose.ts';
import { cell, cellLines, fitted, SLIPPED } from './csv-cell.ts';
import { type Row, rows } from './csv-rows.ts';
import { counter } from './ids.ts';
import { frame } from './plain.ts';
import { some, unreadable } from './problem.ts';
import type { Input, Reader } from './reader.ts';
import { type Table, table } from './table.ts';
import { labelsIn, talk } from './talk.ts';

/** A table with one conversation a row. */
export const csvConversation: Reader = {
  id: 'csv-conversation',
  title: 'CSV, one conversation a row',
  about: 'A column with the whole transcript ("Agent: … Customer: …"), and ids, agent and channel beside it.',
  endings: ['.csv', '.tsv'],
  sniff(head) {
    const found = table(head);
    return found?.shape === 'conversation' ? 0.9 : 0;
  },
  read,
};

async function* read(input: Input): AsyncGenerator<Reading> {
  const found = table(input.head);
  if (found === null || found.shape !== 'conversation') {
    const seen =
      found === null
        ? 'none'
        : some(
            found.header.map(name => `"${name.trim()}"`),
            20,
          );
    const reason = `no column holds a transcript (columns seen: ${seen}); rename one to transcript, or name the format with --input-format`;
    yield { problem: unreadable(input.name, '', reason) };
    return;
  }
  const id = counter(input.stem);
  for await (const batch of rows(input.text(), found.delimiter)) {
    for (const row of batch) for (const reading of taken(row, found, input.name, id)) yield reading;
  }
}

function taken(
  row: Row,
  { headerRow, header, columns, delimiter }: Table,
  source: string,
  id: () => string,
): Reading[] {
  const at = `row ${row.row}`;
  if ('fault' in row) return [{ problem: unreadable(source, at, row.fault) }];
  if (row.row <= headerRow) return [];
  const cells = fitted(row.cells, header.length, columns.transcript === header.length - 1, delimiter);
  if (cells === null) return [{ problem: unreadable(source, at, SLIPPED) }];
  return conversation(cells, columns, source, at, id);
}

function conversation(
  cells: readonly string[],
  columns: Columns,
  source: string,
  at: string,
  id: () => string,
): Reading[] {
  const own = cell(cells, columns.conversation);
  const text = cell(cells, columns.transcript);
  if (text === undefined) {
    const reason = 'the cell for the transcript is empty; this conversation is left out';
    return [{ problem: unreadable(source, at, reason) }];
  }
  const lines = cellLines(text);
  const said = talk(lines, labelsIn(lines), () => at);
  if (said.spoken.length === 0) {
    const reason = 'the transcript does not say who speaks; begin each turn with a label, such as "Agent:"';
    return [{ problem: unreadable(source, at, reason) }];
  }
  const top = frame(own === undefined ? said.header : { ...said.header, id: own }, source, at, id);
  return compose(said.spoken, beside(top, cells, columns));
}

/** What the other columns say goes before what the transcript's own header says. */
function beside(top: Frame, cells: readonly string[], columns: Columns): Frame {
  const agentId = cell(cells, columns.agentId) ?? top.agent?.id;
  const agentName = cell(cells, columns.agentName) ?? top.agent?.name;
  const agent = { ...(agentId && { id: agentId }), ...(agentName && { name: agentName }) };
  return {
    ...top,
    channel: cell(cells, columns.channel) ?? top.channel,
    agent: agentId || agentName ? agent : undefined,
    customer: cell(cells, columns.customerName) ?? top.customer,
  };
}
