/**
 * The lines above a conversation: `Call ID: 1001`, `Agent Name: Priya Shah`, titles and rules. `Agent: Priya` may be
 * either such a line or the first turn; it is a header line only where the file itself shows that Priya is a name.
 */
import { type Labelled, labelled, nameLike } from './labels.ts';
import { who } from './speakers.ts';

/** What the header says, and the index of the first line after it. */
export interface Header {
  readonly id?: string;
  readonly channel?: string;
  readonly agentId?: string;
  readonly agentName?: string;
  readonly customerName?: string;
  /** Its other fields: date, queue, team, duration. */
  readonly metadata?: Readonly<Record<string, string>>;
  readonly end: number;
}

type Field = Exclude<keyof Header, 'end' | 'metadata'> | 'other';

const fields: Readonly<Record<Field, string>> = {
  id: `call id, conversation id, chat id, transcript id, ticket id, case id, interaction id, contact id, session id,
    call, chat, conversation, ticket, transcript, case, call number, ticket number, call reference`,
  agentId: 'agent id, rep id, advisor id, adviser id, operator id, employee id, representative id',
  agentName:
    'agent name, rep name, representative name, advisor name, adviser name, operator name, handled by, served by',
  customerName:
    'customer name, client name, caller name, member name, visitor name, patient name, guest name',
  channel: 'channel, medium, media, contact type',
  other: `date, time, start, start time, end, end time, started, ended, duration, subject, topic, queue, status,
    account, account number, location, company, department, team, language, call date, call time, call type,
    call duration, date time, phone, phone number, email, customer id, member id, client id, caller id, reason,
    participants, attendees, product, category, outcome, recording, campaign, title, skill, disposition`,
};

const known: ReadonlyMap<string, Field> = new Map(
  (Object.keys(fields) as Field[]).flatMap(field =>
    fields[field].split(/,\s*/).map(key => [key, field] as const),
  ),
);

/** A line of dashes, equals signs or stars: between conversations, or around a title. */
export function isRule(line: string): boolean {
  return /^\s*([-=*_~#–—])(?:\s?\1){2,}\s*$/u.test(line.slice(0, 300));
}

/** The header field a line holds, and its value; null for any other line. */
export function fieldOf(
  line: string,
): { readonly field: Field; readonly key: string; readonly value: string } | null {
  const found = /^[\s*_#>-]*([\p{L}#/ .]{1,40}?)[\s*_]*(?:[:：]|\t)[\s*_]*(\S.{0,200}?)[\s*_]*$/u.exec(
    line.slice(0, 300),
  );
  if (found === null) return null;
  const key = found[1]!
    .toLowerCase()
    .replace(/[#/.\s]+/g, ' ')
    .trim();
  const field = known.get(key);
  return field === undefined ? null : { field, key, value: found[2]! };
}

const greetings =
  /^(?:hello|hi|hey|yes|no|ok|okay|sure|thanks|good|welcome|please|sorry|bye|goodbye|right|great|perfect)\b/i;

/** Reads the header of a conversation's lines. `labels` are all labels that stand in the text. */
export function header(lines: readonly string[], labels: ReadonlySet<string>): Header {
  const read: { -readonly [K in keyof Header]: Header[K] } = { end: 0 };
  const waiting: { at: number; role: 'agentName' | 'customerName'; name: string }[] = [];
  // Believes the waiting `Agent: Priya` lines: a field follows, or the paragraph they share with one is over.
  const believe = (end: number): void => {
    for (const one of waiting.splice(0)) read[one.role] ??= one.name;
    read.end = end;
  };
  let keyed = false;
  for (const [at, line] of lines.entries()) {
    const field = fieldOf(line);
    const told = field === null ? labelled(line) : null;
    if (line.trim() === '' || isRule(line)) {
      if (keyed && waiting.length > 0) believe(at);
      if (waiting.length > 0) break;
    } else if (field !== null) {
      believe(at + 1);
      keyed = true;
      if (field.field !== 'other') read[field.field] ??= field.value;
      else read.metadata = { [field.key]: field.value, ...read.metadata };
    } else if (told === null || (who(told.label) === null && !labels.has(told.label))) {
      if (waiting.length > 0) break; // otherwise a title, or a note before the first turn
    } else {
      const role = headed(told);
      if (role === null || waiting.some(one => one.role === role)) return read;
      const name = told.text.replace(/\s*\([^()]*\)$/, '');
      waiting.push({ at, role, name });
      if (labels.has(name) || labels.has(name.split(' ')[0]!)) believe(at + 1);
    }
  }
  if (keyed && waiting.at(-1)?.at === lines.length - 1) believe(lines.length);
  return read;
}

/** Which party a line such as `Agent: Priya` may introduce; null for a turn. */
function headed({ label, text, time }: Labelled): 'agentName' | 'customerName' | null {
  const speaker = who(label)?.speaker;
  if (time !== null || !nameLike(text) || greetings.test(text)) return null;
  return speaker === 'agent' ? 'agentName' : speaker === 'customer' ? 'customerName' : null;
}
