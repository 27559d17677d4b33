/** Tables with one conversation a row: a cell holds the whole transcript, read by the same code as plain text. */
import type { Reading } from '../model/conversation.ts';
import { cell, details, fitted, SLIPPED } from './csv-cell.ts';
import { type Row, rows } from './csv-rows.ts';
import { counter } from './ids.ts';
import { some, unreadable } from './problem.ts';
import type { Input, Reader } from './reader.ts';
import { type Place, readingsOf } from './said.ts';
import { type Table, table } from './table.ts';
import { transcriptText } from './transcript-text.ts';

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
    const reason = `no column holds a transcript (columns seen: ${seen}); say which one does, such as --map 'transcript=COLUMN,id=COLUMN'`;
    yield { problem: unreadable(input.name, '', reason) };
    return;
  }
  const id = counter(input.stem);
  for await (const batch of rows(input.text(), found.delimiter)) {
    for (const row of batch) for (const reading of taken(row, found, input.name, id)) yield reading;
  }
}

function taken(row: Row, table: Table, source: string, id: () => string): Reading[] {
  const { headerRow, header, columns, delimiter } = table;
  const at = `row ${row.row}`;
  if ('fault' in row) return [{ problem: unreadable(source, at, row.fault) }];
  if (row.row <= headerRow) return [];
  const cells = fitted(row.cells, header.length, columns.transcript === header.length - 1, delimiter);
  if (cells === null) return [{ problem: unreadable(source, at, SLIPPED) }];
  return conversation(cells, table, { source, at, id });
}

function conversation(cells: readonly string[], table: Table, place: Place): Reading[] {
  const { columns } = table;
  const text = cell(cells, columns.transcript);
  if (text === undefined) {
    const reason = 'the cell for the transcript is empty; this conversation is left out';
    return [{ problem: unreadable(place.source, place.at, reason) }];
  }
  const { said, header: top } = transcriptText(text, place.at);
  if (said.length === 0) {
    const reason = 'the transcript does not say who speaks; begin each turn with a label, such as "Agent:"';
    return [{ problem: unreadable(place.source, place.at, reason) }];
  }
  // What the other columns say goes before what the transcript's own header says.
  const agentId = cell(cells, columns.agentId) ?? top.agentId;
  const agentName = cell(cells, columns.agentName) ?? top.agentName;
  const agent = { ...(agentId && { id: agentId }), ...(agentName && { name: agentName }) };
  const beside = details(cells, table);
  return readingsOf(
    {
      said,
      id: cell(cells, columns.conversation) ?? top.id,
      channel: cell(cells, columns.channel) ?? top.channel,
      agent: agentId || agentName ? agent : undefined,
      customer: cell(cells, columns.customerName) ?? top.customerName,
      ...beside,
      metadata: { ...top.metadata, ...withValue(beside.metadata) },
    },
    place,
  );
}

function withValue(metadata: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== undefined));
}
