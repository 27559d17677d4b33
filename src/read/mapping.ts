/**
 * What the user says of columns or keys: `agent=Rep Name,text=Body,speaker=Direction:outbound>agent|inbound>customer`.
 * The same may stand in a YAML or JSON file. All that is wrong with a mapping is said at once.
 */
import { UsageError } from '../errors.ts';

/** What a column can be mapped to, with what it is. */
export const targets = {
  id: "the conversation's id; rows with one id belong together",
  speaker: 'who says the turn: a role, a name, or a value to be translated',
  text: "the turn's words",
  customerText: "the customer's words, where a row holds an exchange",
  agentText: "the agent's words in that row",
  transcript: 'the whole conversation in one cell, with labels',
  time: 'when the turn was said',
  turn: 'the number of the turn',
  agent: "the agent's name",
  agentId: "the agent's id",
  customer: "the customer's name",
  channel: 'call, chat, email',
  outcome: 'a rating',
} as const;

/** A target, or `metadata.queue` and the like. */
export type Target = keyof typeof targets | `metadata.${string}`;

/** Where a value comes from: a column (or JSON path), translated or not; or the same for all. */
export type Origin =
  | { readonly constant: string }
  | { readonly column: string; readonly values: ReadonlyMap<string, string> };

/** Targets with their origins. */
export type Mapping = ReadonlyMap<Target, Origin>;

/** Reads a mapping written on the command line. Throws `UsageError`. */
export function mappingFrom(text: string): Mapping {
  const faults: string[] = [];
  const mapping = new Map<Target, Origin>();
  for (const part of split(text, ',')) {
    const [name = '', ...rest] = split(part, '=');
    const target = targetOf(name.trim());
    const value = rest.join('=').trim();
    if (target === null) faults.push(unknown(name));
    else if (value === '') faults.push(`${target}: name a column after "=", as in ${target}=Body`);
    else if (mapping.has(target)) faults.push(`${target} is given twice`);
    else mapping.set(target, originFrom(value));
  }
  return complete(mapping, faults);
}

/** Reads a mapping from a parsed file: `{"text": "Body", "speaker": {"from": "Dir", "values": {"out": "agent"}}}`. */
export function mappingOf(value: unknown): Mapping {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UsageError('the mapping file has to hold keys such as text and speaker, each with a column');
  const faults: string[] = [];
  const mapping = new Map<Target, Origin>();
  for (const [name, origin] of Object.entries(value)) {
    const target = targetOf(name);
    const read = fromFile(origin);
    if (target === null) faults.push(unknown(name));
    else if (read === null) faults.push(`${name}: expected a column, {from, values} or {value}`);
    else mapping.set(target, read);
  }
  return complete(mapping, faults);
}

function fromFile(origin: unknown): Origin | null {
  if (typeof origin === 'string') return origin.trim() === '' ? null : originFrom(origin);
  if (typeof origin !== 'object' || origin === null) return null;
  const { from, values = {}, value } = origin as Record<string, unknown>;
  if (typeof value === 'string' || typeof value === 'number') return { constant: String(value) };
  if (typeof from !== 'string' || typeof values !== 'object' || values === null) return null;
  return {
    column: from,
    values: new Map(Object.entries(values).map(([key, to]) => [key.toLowerCase(), String(to)])),
  };
}

function complete(mapping: Map<Target, Origin>, faults: string[]): Mapping {
  if (mapping.size === 0 && faults.length === 0) faults.push('it names nothing');
  if (faults.length === 0) return mapping;
  throw new UsageError(
    `--map: ${faults.join('; ')}; it maps: ${Object.keys(targets).join(', ')}, metadata.NAME`,
  );
}

/** `Direction:outbound>agent|inbound>customer`, `'call'`, or a column alone. */
function originFrom(value: string): Origin {
  const constant = /^'(.*)'$|^"(.*)"$/s.exec(value);
  if (constant !== null) return { constant: constant[1] ?? constant[2] ?? '' };
  const arrow = value.indexOf('>');
  const colon = arrow === -1 ? -1 : value.lastIndexOf(':', arrow);
  if (colon === -1) return { column: plain(value), values: new Map() };
  const pairs = split(value.slice(colon + 1), '|').map(pair => split(pair, '>'));
  const values = pairs.map(([from = '', to = '']) => [plain(from).toLowerCase(), plain(to)] as const);
  return { column: plain(value.slice(0, colon)), values: new Map(values) };
}

function targetOf(name: string): Target | null {
  if (/^metadata\.[\w -]{1,40}$/.test(name)) return name as Target;
  const same = (Object.keys(targets) as (keyof typeof targets)[]).find(
    one => one.toLowerCase() === name.toLowerCase().replace(/[_ -]/g, ''),
  );
  return same ?? aliases[name.toLowerCase().replace(/[_ -]/g, '')] ?? null;
}

const aliases: Readonly<Record<string, keyof typeof targets>> = {
  conversation: 'id',
  conversationid: 'id',
  agentname: 'agent',
  customername: 'customer',
  seconds: 'time',
  timestamp: 'time',
  role: 'speaker',
  rating: 'outcome',
  csat: 'outcome',
};

function unknown(name: string): string {
  return `there is no "${name.trim()}"`;
}

/** Cut at a character, save inside quotes and after a backslash. */
function split(text: string, at: string): string[] {
  const parts = [''];
  let quote = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c === '\\' && i + 1 < text.length) parts[parts.length - 1] += c + text[++i]!;
    else if (quote === '' && c === at) parts.push('');
    else {
      if (c === quote) quote = '';
      else if (quote === '' && (c === '"' || c === "'") && /(?:^|[=,|>:])\s*$/.test(parts.at(-1)!)) quote = c;
      parts[parts.length - 1] += c;
    }
  }
  return parts;
}

function plain(text: string): string {
  return text.replace(/\\(.)/g, '$1').trim();
}
