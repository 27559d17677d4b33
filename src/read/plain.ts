/**
 * Plain text transcripts. A file may hold several, parted by a rule (`---`, `===`) or by the header coming again;
 * who speaks is told by role words and by what the header announces, never by guessing.
 */
import type { Reading } from '../model/conversation.ts';
import { cast } from './cast.ts';
import { compose, type Frame } from './compose.ts';
import { fieldOf, type Header, isRule } from './header.ts';
import { counter } from './ids.ts';
import { inline } from './inline.ts';
import { labelled, stamped } from './labels.ts';
import { unreadable } from './problem.ts';
import type { Input, Reader } from './reader.ts';
import { labelsIn, talk } from './talk.ts';
import { whole } from './whole.ts';

/** Plain text with a label before each turn. */
export const plain: Reader = {
  id: 'plain',
  title: 'Plain text',
  about:
    'Lines such as "Agent: …" and "Customer: …", with or without times; header lines and several calls a file.',
  endings: ['.txt', '.text', '.md', '.log'],
  sniff(head) {
    if (/^\s*(?:[{<]|\[\s*[{"\]]|WEBVTT)/.test(head) || /^[\d:.,\s]+-->/m.test(head)) return 0;
    return looksTold(head);
  },
  read,
};

/** How sure a text is a labelled conversation: 0.7 with an agent and a customer, 0.5 with names that recur. */
export function looksTold(text: string): number {
  const lines = stamped(text.split(/\r\n|\r|\n/));
  let labels = labelsIn(lines);
  if (labels.size < 2 && lines.length < 20) {
    labels = labelsIn(lines.flatMap(inline));
  }
  const speakers = new Set([...cast(labels).values()].map(one => one.speaker));
  if (speakers.has('agent') && speakers.has('customer')) return 0.7;
  return labels.size > 1 || speakers.size > 0 ? 0.5 : 0;
}

async function* read(input: Input): AsyncGenerator<Reading> {
  const text = await whole(input, 'cut it into one file a conversation');
  if (typeof text !== 'string') {
    yield { problem: text };
    return;
  }
  const lines = stamped(text.split(/\r\n|\r|\n/));
  const labels = labelsIn(lines);
  const id = counter(input.stem);
  let any = false;
  for (const { from, to } of parts(lines, labels)) {
    const part = talk(lines.slice(from, to), labels, line => `line ${from + line + 1}`);
    if (part.spoken.length === 0) continue;
    any = true;
    const at = from === 0 && to === lines.length ? '' : `line ${from + 1}`;
    yield* compose(part.spoken, frame(part.header, input.name, at, id));
  }
  if (any) return;
  const reason = 'no line says who speaks; begin each turn with a label, such as "Agent:" or "Customer:"';
  yield { problem: unreadable(input.name, '', reason) };
}

/** A header as the frame of a conversation; `id` is asked only where the header has none. */
export function frame(header: Header, source: string, at: string, id: () => string): Frame {
  const { agentId, agentName } = header;
  const agent = { ...(agentId && { id: agentId }), ...(agentName && { name: agentName }) };
  return {
    source,
    at,
    id: header.id ?? id(),
    channel: header.channel,
    agent: agentId || agentName ? agent : undefined,
    customer: header.customerName,
    metadata: header.metadata,
    elimination: true,
  };
}

/** The ranges of lines that hold one conversation each; a part without a turn belongs to the next one. */
function parts(lines: readonly string[], labels: ReadonlySet<string>): { from: number; to: number }[] {
  const cuts = [0];
  const seen = new Set<string>();
  let spoken = false;
  lines.forEach((line, i) => {
    const field = fieldOf(line);
    const again = field?.field === 'id' && seen.has(keyOf(line));
    if (field?.field === 'id') seen.add(keyOf(line));
    if (spoken && (isRule(line) || again)) {
      cuts.push(headStart(lines, i));
      spoken = false;
    }
    const label = field === null ? labelled(line)?.label : undefined;
    if (label !== undefined && labels.has(label)) spoken ||= !holdsHeader(lines, cuts.at(-1)!, i, labels);
  });
  return cuts.map((from, n) => ({ from, to: cuts[n + 1] ?? lines.length }));
}

function keyOf(line: string): string {
  return line
    .slice(0, line.search(/[:：\t]/))
    .trim()
    .toLowerCase();
}

/** Where the header that this line is part of begins: field lines right above it belong to it. */
function headStart(lines: readonly string[], at: number): number {
  let start = at;
  while (start > 0 && fieldOf(lines[start - 1]!) !== null) start--;
  return start;
}

/** Whether the label at this line is still the header's (`Agent: Priya`). */
function holdsHeader(
  lines: readonly string[],
  from: number,
  at: number,
  labels: ReadonlySet<string>,
): boolean {
  return talk(lines.slice(from, at + 1), labels, () => '').header.end > at - from;
}
