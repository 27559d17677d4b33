/**
 * Mail: one message (.eml), or a mailbox of them, each thread of answers a conversation. Quoted messages are cut off
 * each mail. Whoever writes from a role mailbox (support@…), or from its domain, is of the house.
 */
import PostalMime, { type Email } from 'postal-mime';
import type { Reading } from '../model/conversation.ts';
import { moment } from './clock.ts';
import { counter } from './ids.ts';
import { ownWords, unquoted } from './mail-tail.ts';
import { mailText } from './mail-text.ts';
import { partyAt, rolesOf } from './mailboxes.ts';
import { unreadable } from './problem.ts';
import type { Input, Reader } from './reader.ts';
import { readingsOf, type Said } from './said.ts';
import { WHOLE_LIMIT } from './whole.ts';

/** Mail messages and mailboxes. */
export const mail: Reader = {
  id: 'mail',
  title: 'Mail (.eml, .mbox)',
  about:
    'Mail messages as mail programs save them, one or a mailbox; threads by their references, quotes removed.',
  endings: ['.eml', '.mbox', '.mbx'],
  sniff(head) {
    const top = head.replace(/^\s*From \S+ .*\r?\n/, '').split(/\r?\n\r?\n/, 1)[0] ?? '';
    const fields = top
      .split(/\r?\n(?![ \t])/)
      .map(line => /^([A-Za-z][\w-]*):/.exec(line)?.[1]?.toLowerCase());
    if (mailText(head, String).length > 1 && !fields.includes('message-id')) return 0.9;
    if (fields.length < 3 || fields.includes(undefined) || !fields.includes('from')) return 0;
    const sure = ['message-id', 'mime-version', 'received', 'return-path', 'content-type', 'delivered-to'];
    if (sure.some(field => fields.includes(field))) return 0.97;
    return fields.includes('subject') && fields.includes('date') && /^From:.*@/im.test(top) ? 0.9 : 0;
  },
  read,
};

interface Mail {
  readonly mail: Email;
  readonly at: string;
}

async function* read(input: Input): AsyncGenerator<Reading> {
  const raw = await bytesOf(input);
  if (raw === null) {
    const most = `${WHOLE_LIMIT / 1024 / 1024} MB`;
    yield {
      problem: unreadable(input.name, '', `the mailbox is larger than ${most}; cut it into several files`),
    };
    return;
  }
  const written = mailText(raw.toString('utf8'), line => `line ${line + 1}`);
  if (written.length > 1 && !/^message-id:/im.test(raw.toString('latin1', 0, 20_000))) {
    yield* readingsOf(
      { channel: 'email', said: written },
      { source: input.name, at: '', id: () => input.stem },
    );
    return;
  }
  const parts = cut(raw);
  const mails: Mail[] = [];
  for (const [i, part] of parts.entries()) {
    const at = parts.length === 1 ? '' : `message ${i + 1}`;
    try {
      mails.push({ mail: await PostalMime.parse(part), at });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      yield {
        problem: unreadable(input.name, at, `the mail cannot be taken apart (${why}); export it again`),
      };
    }
  }
  const id = counter(input.stem);
  for (const thread of threads(mails)) yield* conversation(thread, input.name, id);
}

async function bytesOf(input: Input): Promise<Buffer | null> {
  const chunks = input.utf8();
  const kept: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks ?? input.text()) {
    const copy = Buffer.from(chunk as string);
    length += copy.length;
    if (length > WHOLE_LIMIT) return null;
    kept.push(copy);
  }
  return Buffer.concat(kept);
}

/** The messages of a mailbox: each begins with a line `From address date`, quoted in bodies as `>From `. */
function cut(raw: Buffer): Buffer[] {
  const text = raw.toString('latin1');
  if (!/^\s*From \S/.test(text)) return [raw];
  const starts = [...text.matchAll(/(?:^|\n\r?\n)(From \S+ .*\d{4}.*\r?\n)(?=[A-Za-z-]+:)/g)];
  if (starts.length === 0) return [raw];
  return starts.map((found, i) => {
    const from = found.index + found[0].length;
    return Buffer.from(text.slice(from, starts[i + 1]?.index ?? text.length), 'latin1');
  });
}

/** Mails by thread: those that answer one another, in whatever order they came. */
function threads(mails: readonly Mail[]): Mail[][] {
  const of = new Map<string, Mail[]>();
  for (const one of mails) {
    const { messageId, inReplyTo = '', references = '' } = one.mail;
    const related = [messageId ?? '', ...`${references} ${inReplyTo}`.split(/\s+/)].filter(id => id !== '');
    const known = [...new Set(related.map(id => of.get(id)).filter(group => group !== undefined))];
    const group = known[0] ?? [];
    for (const other of known.slice(1)) group.push(...other.splice(0));
    group.push(one);
    for (const id of [...related, ...group.flatMap(({ mail }) => mail.messageId ?? [])]) of.set(id, group);
    if (related.length === 0) of.set(` ${of.size}`, group);
  }
  return [...new Set(of.values())].filter(group => group.length > 0);
}

function conversation(thread: readonly Mail[], source: string, id: () => string): Reading[] {
  const addresses = thread.flatMap(({ mail }) => [mail.from, ...(mail.to ?? []), ...(mail.cc ?? [])]);
  const roleAt = rolesOf(addresses.flatMap(one => one?.address ?? []));
  const said = thread.map(({ mail, at }): Said => {
    const address = (mail.from?.address ?? mail.sender?.address ?? '').toLowerCase();
    const name = mail.from?.name?.trim() || address;
    const role = isAutomatic(mail) ? 'bot' : roleAt(address);
    const agent = role === 'agent' ? partyAt(address, name) : undefined;
    return { by: name, text: wordsOf(mail), time: moment(mail.date ?? ''), at, role, agent };
  });
  const first = thread[0]!;
  const customer = said.find(one => one.role === 'customer')?.by;
  return readingsOf(
    {
      id: threadId(thread),
      channel: 'email',
      customer,
      metadata: { subject: first.mail.subject },
      said,
    },
    { source, at: first.at, id },
  );
}

/** The message all others answer, by its id. */
function threadId(thread: readonly Mail[]): string | undefined {
  const { references, inReplyTo, messageId } = thread[0]!.mail;
  const root = references?.trim().split(/\s+/)[0] || inReplyTo || messageId;
  return root?.replace(/^<|>$/g, '') || undefined;
}

function isAutomatic({ headers }: Email): boolean {
  const mark = headers.find(header => header.key === 'auto-submitted')?.value;
  return mark !== undefined && mark.trim().toLowerCase() !== 'no';
}

function wordsOf(mail: Email): string {
  const plain = mail.text === undefined ? '' : unquoted(mail.text);
  return plain === '' && mail.html !== undefined ? ownWords(mail.html) : plain;
}
