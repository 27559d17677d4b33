/**
 * JSON Lines: one conversation a line, our own format and the fastest to read. Each line stands alone, so a broken
 * one costs one conversation; the usual other key names are understood too.
 */
import type { Reading } from '../model/conversation.ts';
import { counter } from './ids.ts';
import { jsonFault } from './json-fault.ts';
import { LINE_LIMIT, lines } from './lines.ts';
import { unreadable } from './problem.ts';
import type { Input, Reader } from './reader.ts';
import { canonical as quickly } from './record.ts';
import { turnKeys } from './renamed.ts';

/** How many lines of the head are looked at. */
const LINES_SEEN = 20;

/** JSON Lines, one conversation a line. */
export const canonical: Reader = {
  id: 'canonical',
  title: 'JSON Lines',
  about: 'One conversation a line as a JSON object with id, agent and turns; what "unscripted read" writes.',
  endings: ['.jsonl', '.ndjson'],
  sniff,
  read,
};

function sniff(head: string): number {
  const seen = head.split(/\r\n|\r|\n/, LINES_SEEN).filter(line => line.trim() !== '');
  const first = seen[0]?.trimStart() ?? '';
  if (/^\[\s*(?:\{|$)/.test(first)) return 0; // a list over several lines may well have an object on one of them
  const sure = Math.max(0, ...seen.map(holdsTurns));
  if (sure > 0) return sure;
  // Lines longer than the head, or broken ones, cannot be parsed: then their keys have to do.
  if (!seen.every(line => line.startsWith('{')) || isJson(first)) return 0;
  // One line without end and without our keys: with the right ending it is a broken record among others.
  return keyed(first) || (seen.length === 1 && head.length >= ENDLESS ? DOUBTFUL : 0);
}

const ENDLESS = 32 * 1024;
const DOUBTFUL = 0.45;

/** 1 for a line that is a conversation by our own keys, less by other usual ones, 0 for none. */
function holdsTurns(line: string): number {
  if (!line.trimStart().startsWith('{') || !isJson(line)) return 0;
  const record = JSON.parse(line);
  if (Array.isArray(record.turns) && record.turns.length === 0) return OWN_KEYS;
  if (keyed(line) === 0) return 0;
  return turnKeys.some(key => Array.isArray(record[key])) ? (keyed(line) === OWN_KEYS ? 1 : 0.8) : 0;
}

/** How sure our own keys make us; other usual ones are shared by vendors, whose own readers must win. */
const OWN_KEYS = 0.9;

/** How much text looks like a conversation by its keys, complete or not. */
export function keyed(text: string): number {
  if (/"turns"\s*:\s*\[\s*\{/.test(text) && /"speaker"\s*:\s*"/.test(text)) return OWN_KEYS;
  return /"(?:turns|messages|utterances)"\s*:\s*\[\s*\{/.test(text) &&
    /"(?:speaker|role|sender)"\s*:\s*"/.test(text) &&
    /"(?:text|message|content|utterance)"\s*:\s*"/.test(text)
    ? 0.7
    : 0;
}

/** Whether a line is complete JSON by itself. */
export function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

async function* read(input: Input): AsyncGenerator<Reading> {
  const id = counter(input.stem);
  for await (const { line, text } of lines(input)) {
    const at = `line ${line}`;
    if (text === null) {
      const most = `${LINE_LIMIT / 1024 / 1024} MB`;
      yield {
        problem: unreadable(input.name, at, `the line is longer than ${most}; write one conversation a line`),
      };
      continue;
    }
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      if (text.trim() === '') continue;
      const fault = jsonFault(text);
      const where = fault === null ? '' : ` at column ${fault.column}: ${fault.reason}`;
      yield {
        problem: unreadable(input.name, at, `not valid JSON${where}; correct the line or leave it out`),
      };
      continue;
    }
    let own: string | undefined;
    const once = () => (own ??= id());
    const quick = quickly(value);
    if (quick !== null) yield { conversation: quick, source: input.name, at };
    else {
      const { checkedReadings } = await import('./record-check.ts');
      yield* checkedReadings(value, { source: input.name, at, id: once });
    }
  }
}
