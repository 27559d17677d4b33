/**
 * Labelled utterances to a conversation. The one place that gives turns their speakers, so that every text format
 * treats an unknown label alike: the turn is left out and named; where no agent or no customer can be told at all,
 * the conversation is.
 */
import type { Conversation, LeftOut, Reading, Speaker, Turn } from '../model/conversation.ts';
import { type Announced, cast, sameName } from './cast.ts';
import { quoted, some, unreadable } from './problem.ts';
import { bare, type Who } from './speakers.ts';

/** One utterance as found: who says it in the source's words, and where it stands. */
export interface Spoken {
  readonly label: string;
  readonly text: string;
  readonly seconds?: number;
  /** `line 4`, `row 17`. */
  readonly at: string;
  /** The agent this utterance is filed under, where the source says so. */
  readonly agent?: Party;
  /** Who speaks, where the source states it; without it the label has to tell. */
  readonly role?: Speaker;
}

/** A person as the source names them. */
export interface Party {
  readonly id?: string;
  readonly name?: string;
}

/** What is known of a conversation besides its turns. */
export interface Frame {
  readonly source: string;
  readonly id: string;
  readonly at: string;
  readonly channel?: string | undefined;
  readonly agent?: Party | undefined;
  readonly customer?: string | undefined;
  readonly elimination?: boolean;
  /** A rating, raw, under the source's own name for it. */
  readonly outcome?: Conversation['outcome'];
  /** Queue, team, language and the like; undefined and empty values fall away. */
  readonly metadata?: Readonly<Record<string, string | number | undefined>> | undefined;
  /** What the reader kept out, by kind in the singular: `internal note`, `partial result`, `empty message`. */
  readonly leftOut?: LeftOut | undefined;
}

/** The conversation, after the problems of the turns left out of it; or the one problem why there is none. */
export function compose(spoken: readonly Spoken[], frame: Frame): Reading[] {
  const people = [frame.agent, ...spoken.map(one => one.agent)].flatMap(one => [one?.id, one?.name]);
  const announced: Announced = {
    agents: [...new Set(people.filter(name => name !== undefined))],
    customers: frame.customer === undefined ? [] : [frame.customer],
    elimination: frame.elimination ?? false,
    stated: new Map(spoken.flatMap(({ label, role }) => (role === undefined ? [] : [[label, role]]))),
  };
  const roles = cast(new Set(spoken.map(one => one.label)), announced);
  const left = spoken.filter(one => !roles.has(one.label));
  if (left.length > 0 && !bothTold(roles)) return [{ problem: untold(spoken, roles, frame) }];
  const readings: Reading[] = left.map(one => ({
    problem: unreadable(frame.source, one.at, untoldTurn(one)),
  }));
  const kept = spoken.filter(one => roles.has(one.label));
  const { source, at, leftOut = {} } = frame;
  const counts = Object.fromEntries(Object.entries(leftOut).filter(([, count]) => count > 0));
  const told = Object.keys(counts).length === 0 ? {} : { leftOut: counts };
  readings.push({ conversation: conversation(kept, roles, frame), source, at, ...told });
  return readings;
}

function bothTold(roles: ReadonlyMap<string, Who>): boolean {
  const speakers = new Set([...roles.values()].map(one => one.speaker));
  return speakers.has('agent') && speakers.has('customer');
}

function untold(spoken: readonly Spoken[], roles: ReadonlyMap<string, Who>, frame: Frame) {
  const labels = [...new Set(spoken.map(one => bare(one.label)))].map(label =>
    label === '' ? 'none' : quoted(label),
  );
  const missing = [...roles.values()].some(one => one.speaker === 'agent')
    ? 'who the customer is'
    : 'who the agent is';
  const reason = `the speakers do not tell ${missing} (labels seen: ${some(labels)}); name them Agent and Customer`;
  return unreadable(frame.source, frame.at, reason);
}

function untoldTurn(one: Spoken): string {
  if (bare(one.label) === '') return `no speaker; this turn is left out: add who says ${quoted(one.text)}`;
  return `the speaker ${quoted(one.label)} is neither agent nor customer; this turn is left out: name the role`;
}

function conversation(kept: readonly Spoken[], roles: ReadonlyMap<string, Who>, frame: Frame): Conversation {
  const agent = mainAgent(kept, roles, frame);
  const customer = frame.customer ?? nameOf('customer', roles);
  return {
    id: frame.id,
    ...(frame.channel === undefined ? {} : { channel: frame.channel }),
    agent,
    ...(customer === undefined ? {} : { customer: { name: customer } }),
    ...(frame.outcome === undefined ? {} : { outcome: frame.outcome }),
    ...filed(frame.metadata),
    turns: kept.map(one => turn(one, roles.get(one.label)!, agent)),
  };
}

/** Metadata that holds something, or no key at all. */
function filed(given: Frame['metadata'] = {}): Pick<Conversation, 'metadata'> {
  const metadata: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(given)) {
    if (value !== undefined && value !== null && value !== '') metadata[key] = value;
  }
  return Object.keys(metadata).length === 0 ? {} : { metadata };
}

function turn(one: Spoken, who: Who, agent: Conversation['agent']): Turn {
  const other = who.speaker === 'agent' ? (one.agent?.id ?? one.agent?.name ?? who.name) : undefined;
  const same =
    other === undefined || other === agent.id || (agent.name !== undefined && sameName(other, agent.name));
  return {
    speaker: who.speaker,
    text: one.text,
    ...(one.seconds === undefined ? {} : { seconds: one.seconds }),
    ...(same ? {} : { agent: other }),
  };
}

function mainAgent(
  kept: readonly Spoken[],
  roles: ReadonlyMap<string, Who>,
  frame: Frame,
): Conversation['agent'] {
  const first = kept.find(one => roles.get(one.label)!.speaker === 'agent');
  const filed = first?.agent ?? kept.find(one => one.agent !== undefined)?.agent;
  const name =
    frame.agent?.name ?? filed?.name ?? (first === undefined ? undefined : roles.get(first.label)!.name);
  const id = frame.agent?.id ?? filed?.id ?? name ?? 'unknown';
  return name === undefined ? { id } : { id, name };
}

function nameOf(speaker: 'customer', roles: ReadonlyMap<string, Who>): string | undefined {
  return [...roles.values()].find(one => one.speaker === speaker && one.name !== undefined)?.name;
}
