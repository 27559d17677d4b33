/**
 * The body of a Salesforce LiveChatTranscript: HTML with the agents' names in paragraphs of their own, and each line
 * led by its distance from the start. It comes as a file, or in a cell of a table or of JSON.
 */
import { sameName } from './cast.ts';
import type { Header } from './header.ts';
import { textOf } from './html-text.ts';
import type { Said } from './said.ts';
import { who } from './speakers.ts';

const START = /^\s*(?:<[^>]+>\s*)*Chat Started\s*:/i;
const OFFSET = /\(\s*(?:(\d+)\s*d\s*)?(?:(\d+)\s*h\s*)?(?:(\d+)\s*m\s*)?(?:(\d+)\s*s)?\s*\)/;
const ENTRY = new RegExp(
  `(?:^|\\n|\\s)(?=${OFFSET.source.replace(/\((?=\\d)/g, '(?:')}\\s*[^:\\n(]{1,80}:)`,
  'g',
);

/** Whether a text is such a body. */
export function isChatBody(text: string): boolean {
  return START.test(text.slice(0, 500));
}

/** A body's turns, and the agent's name where it is none of a placeholder's. */
export function chatBody(
  html: string,
  at: string,
): { readonly said: Said[]; readonly header: Omit<Header, 'end'> } {
  const pieces = textOf(html).split(ENTRY);
  const agents: string[] = [];
  const found: { label: string; text: string; seconds: number | null }[] = [];
  for (const piece of pieces) {
    const entry = takenApart(piece);
    const [first = '', ...more] = entry === null ? piece.split('\n') : entry.text.split('\n');
    const rest: string[] = entry === null ? [] : [first];
    for (const line of entry === null ? [first, ...more] : more) {
      const agent = /^Agent (\S.{0,60})$/.exec(line.trim())?.[1];
      if (agent !== undefined && !/[.!?:]$/.test(agent)) agents.push(agent);
      else if (!/^(?:Chat Started|Chat Origin)\s*:|^Chat (?:transferred|ended)/i.test(line.trim()))
        rest.push(line);
    }
    if (entry !== null)
      found.push({ label: entry.label, text: rest.join('\n').trim(), seconds: entry.seconds });
    else if (found.length > 0 && rest.join('').trim() !== '')
      found.at(-1)!.text += `\n${rest.join('\n').trim()}`;
  }
  const named = found.some(one => agents.some(agent => sameName(agent, one.label)));
  const said = found.map(({ label, text, seconds }): Said => {
    const time = seconds === null ? null : { seconds, absolute: false };
    const role = named ? roleOf(label, agents) : undefined;
    return {
      by: label,
      text,
      time,
      at,
      ...(role === 'agent' ? { role, agent: { id: label, name: label } } : { role }),
    };
  });
  return { said, header: { channel: 'chat' } };
}

function takenApart(piece: string): { label: string; text: string; seconds: number | null } | null {
  const offset = OFFSET.exec(piece.slice(0, 80));
  if (offset === null || piece.slice(0, offset.index).trim() !== '') return null;
  const rest = piece.slice(offset.index + offset[0].length);
  const colon = rest.indexOf(':');
  if (colon === -1) return null;
  const parts = offset.slice(1, 5);
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map(part => Number(part ?? 0));
  const known = parts.some(part => part !== undefined);
  return {
    label: rest.slice(0, colon).trim(),
    text: rest.slice(colon + 1).trim(),
    seconds: known ? ((days * 24 + hours) * 60 + minutes) * 60 + seconds : null,
  };
}

/** Where the agents are known by name, a bot is still a bot, and everybody else the visitor. */
function roleOf(label: string, agents: readonly string[]): 'agent' | 'bot' | 'system' | 'customer' {
  if (agents.some(agent => sameName(agent, label))) return 'agent';
  const told = who(label)?.speaker;
  if (told === 'bot' || told === 'system' || /\bbot\b/i.test(label))
    return told === 'system' ? 'system' : 'bot';
  return 'customer';
}
