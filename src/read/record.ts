/**
 * One JSON value to a conversation. The canonical shape is checked by hand, as a gigabyte of it must not wait for
 * a schema; what that check refuses is put to the schema (record-check.ts), which also explains. A test holds the two to
 * one answer.
 */
import type { ZodError } from 'zod';
import type { Conversation, Turn } from '../model/conversation.ts';
import { besides, type Fields } from './renamed.ts';
import { bare } from './speakers.ts';

/** The value as a conversation when it is exactly in canonical shape; null when it is not, or not quite. */
export function canonical(value: unknown): Conversation | null {
  if (!isFields(value)) return null;
  const id = asId(value.id);
  if (id === null || !isFields(value.agent) || !Array.isArray(value.turns)) return null;
  const agentId = asId(value.agent.id);
  const { name } = value.agent;
  if (agentId === null || !optional(name) || !optional(value.channel)) return null;
  const turns: Turn[] = new Array(value.turns.length);
  for (let i = 0; i < turns.length; i++) {
    const turn = asTurn(value.turns[i]);
    if (turn === null) return null;
    turns[i] = turn;
  }
  const { channel, customer } = value;
  const agent = name === undefined ? { id: agentId } : { id: agentId, name };
  if (customer !== undefined && (!isFields(customer) || !optional(customer.name))) return null;
  const known = customer?.name === undefined ? {} : { name: customer.name as string };
  return {
    id,
    ...(channel === undefined ? {} : { channel }),
    agent,
    ...(customer === undefined ? {} : { customer: known }),
    ...besides(value),
    turns,
  };
}

function asTurn(value: unknown): Turn | null {
  if (!isFields(value)) return null;
  const { speaker, text, seconds, agent, agentName } = value;
  if (speaker !== 'agent' && speaker !== 'customer' && speaker !== 'bot' && speaker !== 'system') return null;
  if (typeof text !== 'string') return null;
  const turn: Turn = { speaker, text };
  if (seconds !== undefined) {
    if (typeof seconds !== 'number' || !Number.isFinite(seconds)) return null;
    turn.seconds = seconds;
  }
  if (agent !== undefined) {
    const id = asId(agent);
    if (id === null) return null;
    turn.agent = id;
  }
  if (!optional(agentName)) return null;
  if (agentName !== undefined) turn.agentName = agentName;
  return turn;
}

/** Whether a value is an object with keys. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asId(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : null;
}

function optional(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string';
}

/** What a JSON value is, for a message. */
export function kind(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

const MOST_ISSUES = 5;

/** All that is wrong with a record, with the paths, in one sentence. */
export function explained(error: ZodError, candidate: unknown): string {
  const issues = error.issues.map(({ path, code, ...issue }) => {
    const found = path.reduce<unknown>((at, key) => (at as Fields | undefined)?.[key as string], candidate);
    return `${spelt(path)}: expected ${wanted(path, code, issue)}, found ${shown(found)}`;
  });
  const rest = issues.length - MOST_ISSUES;
  return issues.slice(0, MOST_ISSUES).join('; ') + (rest > 0 ? `; and ${rest} more` : '');
}

function spelt(path: readonly PropertyKey[]): string {
  return path
    .map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i > 0 ? '.' : ''}${String(key)}`))
    .join('');
}

function wanted(path: readonly PropertyKey[], code: string, issue: object): string {
  if ('values' in issue && Array.isArray(issue.values)) return `one of ${issue.values.join(', ')}`;
  if (code === 'invalid_union' || path.at(-1) === 'id') return 'a text that is not empty, or a number';
  if ('expected' in issue)
    return (
      (
        { array: 'a list', string: 'a text', object: 'an object', number: 'a number' } as Record<
          string,
          string
        >
      )[String(issue.expected)] ?? String(issue.expected)
    );
  return 'another value';
}

function shown(value: unknown): string {
  if (typeof value === 'string')
    return value.length > 40 ? `"${bare(value.slice(0, 40))}…"` : JSON.stringify(value);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : kind(value);
}
