/**
 * One JSON document that holds a conversation, or a list of them, in the shape of the JSON Lines. It is parsed in
 * one piece, so there is a limit to its size; large collections belong in JSON Lines.
 */
import type { Reading } from '../model/conversation.ts';
import { isJson, keyed } from './canonical.ts';
import { counter } from './ids.ts';
import { jsonFault } from './json-fault.ts';
import { unreadable } from './problem.ts';
import type { Input, Reader } from './reader.ts';
import { check } from './record.ts';
import { whole } from './whole.ts';

/** A JSON document: one conversation, or a list of them. */
export const json: Reader = {
  id: 'json',
  title: 'JSON document',
  about:
    'One conversation as a JSON object, or a list of them, over any number of lines; keys as in JSON Lines.',
  endings: ['.json'],
  sniff(head) {
    const start = head.trimStart();
    if (!/^(?:\{|\[\s*\{)/.test(start)) return 0;
    // A first line that is complete by itself makes it JSON Lines, unless it is all there is and a list.
    const [first = '', ...more] = start.split(/\r\n|\r|\n/, 2);
    if (first.startsWith('{') && (isJson(first) || more.length === 0)) return 0;
    return keyed(start);
  },
  read,
};

async function* read(input: Input): AsyncGenerator<Reading> {
  const text = await whole(input, 'write one conversation a line (JSON Lines)');
  if (typeof text !== 'string') {
    yield { problem: text };
    return;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const fault = jsonFault(text);
    const at = fault === null ? '' : `line ${fault.line}, column ${fault.column}`;
    const reason = `not valid JSON: ${fault?.reason ?? 'it cannot be parsed'}; correct it, or export it again`;
    yield { problem: unreadable(input.name, at, reason) };
    return;
  }
  const id = counter(input.stem);
  const list = Array.isArray(value);
  for (const [i, record] of (list ? (value as unknown[]) : [value]).entries()) {
    const checked = check(record, id);
    const at = list ? `record ${i + 1}` : '';
    if ('conversation' in checked) yield { conversation: checked.conversation, source: input.name, at };
    else yield { problem: unreadable(input.name, at, checked.reason) };
  }
}
