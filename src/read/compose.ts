/**
 * Labelled utterances to a conversation. The one place that gives turns their speakers, so that every format treats
 * an unknown label alike: the words tell who it is, or the turn is left out and named; where no agent or no customer
 * can be told at all, the conversation is not scored.
 */
import { filedAs } from '../filed/metadata.ts';
import { knownKey } from '../filed/names.ts';
import {
  type Conversation,
  type LeftOut,
  type Problem,
  type Reading,
  type Speaker,
  type Turn,
  UNKNOWN_AGENT,
} from '../model/conversation.ts';
import { type Announced, cast, sameName, type Told } from './cast.ts';
import { type Inference, infer } from './infer.ts';
import { doubtful, quoted, some, unreadable } from './problem.ts';
import { bare, undecorated, type Who } from './speakers.ts';
import { tidied } from './tidy.ts';

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
  readonly metadata?: Readonly<Record<string, unknown>> | undefined;
  /** What the reader kept out, by kind in the singular: `internal note`, `partial result`, `empty message`. */
  readonly leftOut?: LeftOut | undefined;
}

/** The conversation, after the problems of the turns left out of it; or the one problem why there is none. */
export function compose(spoken: readonly Spoken[], frame: Frame, told: Told = {}): Reading[] {
  const readings = composed(spoken, frame, told);
  for (const [i, reading] of readings.entries()) {
    origins.set(reading, i === readings.length - 1 ? { spoken, frame } : null);
  }
  return readings;
}

/** What a reading was made of; null where it goes with a later one. */
const origins = new WeakMap<Reading, { spoken: readonly Spoken[]; frame: Frame } | null>();

/** The reading made anew with what the user says of the speakers; as it is where the source left nothing open. */
export function recomposed(reading: Reading, told: Told): readonly Reading[] {
  const origin = origins.get(reading);
  if (origin === undefined) return [reading];
  return origin === null ? [] : compose(origin.spoken, origin.frame, told);
}

/** Every way the speakers of a reading are called, where the source left open who they are; their roles otherwise. */
export function labelsOf(reading: Reading): readonly string[] {
  const origin = origins.get(reading);
  if (origin != null) return [...labelsIn(origin.spoken).keys()];
  return 'problem' in reading ? [] : reading.conversation.turns.map(turn => turn.speaker);
}

function composed(all: readonly Spoken[], frame: Frame, told: Told): Reading[] {
  const { spoken, leftOut, fault } = tidied(all, frame.leftOut);
  if (fault !== null) return [{ problem: unreadable(frame.source, frame.at, fault) }];
  const people = [frame.agent, ...spoken.map(one => one.agent)].flatMap(one => [one?.id, one?.name]);
  const announced: Announced = {
    agents: [...new Set(people.filter(name => name !== undefined))],
    customers: frame.customer === undefined ? [] : [frame.customer],
    elimination: frame.elimination ?? false,
    stated: new Map(spoken.flatMap(({ label, role }) => (role === undefined ? [] : [[label, role]]))),
    told,
  };
  const stated = cast(new Set(spoken.map(one => one.label)), announced);
  const open = spoken.some(one => bare(one.label) !== '' && !stated.has(one.label));
  const inferred = open ? infer(spoken, stated, frame.channel) : null;
  const roles = new Map([...stated, ...(inferred?.roles ?? [])]);
  const left = spoken.filter(one => !roles.has(one.label));
  if (left.length > 0 && !bothTold(roles)) return [{ problem: untold(spoken, roles, frame) }];
  const readings: Reading[] = left.map(one => ({
    problem: doubtful(frame.source, one.at, untoldTurn(one)),
  }));
  const kept = spoken.filter(one => roles.has(one.label));
  const made = conversation(kept, roles, frame, inferred);
  const { source, at } = frame;
  readings.push({ conversation: made, source, at, ...(leftOut === null ? {} : { leftOut }) });
  return readings;
}

function bothTold(roles: ReadonlyMap<string, Who>): boolean {
  const speakers = new Set([...roles.values()].map(one => one.speaker));
  return speakers.has('agent') && speakers.has('customer');
}

function untold(spoken: readonly Spoken[], roles: ReadonlyMap<string, Who>, frame: Frame): Problem {
  const problem = (reason: string): Problem => ({
    kind: 'unscored',
    source: frame.source,
    at: frame.at,
    reason,
  });
  const labels = labelsIn(spoken);
  const seen = some([...labels.keys()].map(label => (label === '' ? 'none' : quoted(label))));
  const open = [...labels].filter(([label, raw]) => label !== '' && !roles.has(raw)).map(([label]) => label);
  if (open.length === 0)
    return problem('no turn says who speaks, so there is nobody to score; export it with speakers');
  if (labels.size === 1)
    return problem(
      `all turns are of one speaker, ${seen}, so agent and customer cannot be told apart; export it with both speakers`,
    );
  const known = new Set([...roles.values()].map(one => one.speaker));
  const missing = (['agent', 'customer'] as const).filter(role => !known.has(role));
  const example = missing
    .flatMap((role, i) => (open[i] === undefined ? [] : [`${open[i]}=${role}`]))
    .join(',');
  return problem(
    `neither the labels nor the words tell who the ${missing[0]} is (labels seen: ${seen}); say it with --roles, such as --roles '${example}'`,
  );
}

/** The labels as the source has them but for decoration, each with one way it is written there. */
function labelsIn(spoken: readonly Spoken[]): Map<string, string> {
  return new Map(spoken.map(({ label }) => [undecorated(label), label]));
}

function untoldTurn(one: Spoken): string {
  if (bare(one.label) === '') return `no speaker; this turn is left out: add who says ${quoted(one.text)}`;
  return `the speaker ${quoted(one.label)} is neither agent nor customer; this turn is left out: name the role with --roles`;
}

function conversation(
  kept: readonly Spoken[],
  roles: ReadonlyMap<string, Who>,
  frame: Frame,
  inferred: Inference | null,
): Conversation {
  const agent = mainAgent(kept, roles, frame);
  const customer = frame.customer ?? nameOf('customer', roles);
  return {
    id: frame.id,
    ...(frame.channel === undefined ? {} : { channel: frame.channel }),
    agent,
    ...(customer === undefined ? {} : { customer: { name: customer } }),
    ...(frame.outcome === undefined ? {} : { outcome: frame.outcome }),
    ...filed(frame),
    ...(inferred === null ? {} : { inferred: { confidence: inferred.confidence } }),
    turns: kept.map(one => turn(one, roles.get(one.label)!, agent)),
  };
}

/** What it is filed under, the rating among it; no key where that is nothing. */
function filed({ metadata = {}, outcome }: Frame): Pick<Conversation, 'metadata'> {
  const rated = outcome === undefined ? [] : [[outcome.name, outcome.value] as const];
  const all = filedAs([
    ...Object.entries(metadata),
    ...rated.filter(([name]) => knownKey(name) !== undefined),
  ]);
  return Object.keys(all).length === 0 ? {} : { metadata: all };
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
  const id = frame.agent?.id ?? filed?.id ?? name ?? UNKNOWN_AGENT;
  return name === undefined ? { id } : { id, name };
}

function nameOf(speaker: 'customer', roles: ReadonlyMap<string, Who>): string | undefined {
  return [...roles.values()].find(one => one.speaker === speaker && one.name !== undefined)?.name;
}
