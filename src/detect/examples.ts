/**
 * A rule's examples, and whether they hold. `I [lost my mum].` marks the span expected; several lines that
 * begin with `C: ` and `A: ` make a conversation. Used by the tests and by `npm run rules`.
 */
import type { Conversation } from '../model/conversation.ts';
import type { Dimension } from '../model/finding.ts';
import { usualSpeaker } from './compile.ts';

/** An example as a conversation, and the span that its brackets mark. */
export interface Example {
  readonly conversation: Conversation;
  readonly marked: { readonly turn: number; readonly start: number; readonly end: number } | null;
}

/** Reads an example. Redaction marks such as [NAME] are no brackets. */
export function parseExample(dimension: Dimension, text: string): Example {
  const lines = /^[AC]: /.test(text)
    ? text.split('\n').filter(line => line.trim())
    : [`${usualSpeaker[dimension] === 'agent' ? 'A' : 'C'}: ${text}`];
  let marked: Example['marked'] = null;
  const turns = lines.map((line, turn) => {
    let body = line.slice(3);
    const open = /\[(?![A-Z_0-9 -]+\])/.exec(body);
    if (open) {
      body = body.slice(0, open.index) + body.slice(open.index + 1);
      const close = [...body.matchAll(/\]/g)].find(
        m => m.index > open.index && !/\[[A-Z_0-9 -]+$/.test(body.slice(0, m.index)),
      );
      const end = close ? close.index : body.length;
      body = body.slice(0, end) + body.slice(end + 1);
      marked = { turn, start: open.index, end };
    }
    return { speaker: line.startsWith('A') ? ('agent' as const) : ('customer' as const), text: body };
  });
  return { conversation: { id: 'example', agent: { id: 'a1' }, turns }, marked };
}
