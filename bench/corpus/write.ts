/** The corpus as files: JSON Lines as `unscripted read` writes them, or CSV with a row for each utterance. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { conversations, type Made } from './conversation.ts';

/** The formats that a corpus can be written in. */
export type CorpusFormat = 'jsonl' | 'csv';

/** The corpus of all measuring. */
export const corpusSeed = 20_250_303;
/** Bytes are handed over in blocks, and the next is made when the disk has taken the last: memory stays flat. */
const BLOCK = 1 << 20;

/** One conversation as its line, without the line's end. */
export const jsonLine = ({ id, channel, agent, turns }: Made): string =>
  JSON.stringify({ id, channel, agent, turns });

const csvHeader = 'conversation_id,agent_id,agent_name,channel,speaker,timestamp,text';

/** One conversation as rows. */
function csvRows({ id, channel, agent, turns, began }: Made): string {
  const lead = `${id},${agent.id},${agent.name},${channel}`;
  return turns
    .map(({ speaker, text, seconds }) => {
      const time = new Date(began + 1000 * seconds).toISOString();
      return `${lead},${speaker},${time},${cell(text)}`;
    })
    .join('\n');
}

const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Writes the first `count` conversations to a file. */
export function writeCorpus(file: string, format: CorpusFormat, count: number): void {
  const out = openSync(file, 'w');
  try {
    let block = format === 'csv' ? `${csvHeader}\n` : '';
    let number = 0;
    for (const made of conversations(corpusSeed)) {
      if (number++ === count) break;
      block += `${format === 'csv' ? csvRows(made) : jsonLine(made)}\n`;
      if (block.length < BLOCK) continue;
      writeSync(out, block);
      block = '';
    }
    writeSync(out, block);
  } finally {
    closeSync(out);
  }
}
