/**
 * All labels of one conversation, seen together: which label is the agent, which the customer. Beyond role words
 * it believes what the source itself announces (an agent's name in a header or column, an abbreviation).
 */
import type { Speaker } from '../model/conversation.ts';
import { bare, type Who, who } from './speakers.ts';

/** What is known of the parties before their labels are read. */
export interface Announced {
  /** Names or ids of agents, as the source gives them. */
  readonly agents?: readonly string[];
  readonly customers?: readonly string[];
  /** Where all labels but one are told, and only one party among them, the last is the other. Only where every turn has a label. */
  readonly elimination?: boolean;
  /** Labels whose role the source states. */
  readonly stated?: ReadonlyMap<string, Speaker>;
  readonly told?: Told;
}

/** What the user says of the speakers; it goes before whatever the source says. */
export interface Told {
  /** Labels, bare and in lower case, with their roles. */
  readonly roles?: ReadonlyMap<string, Speaker> | undefined;
  /** Names of agents. */
  readonly agentNames?: readonly string[] | undefined;
}

/** Each label with who it means; a label missing from the map could not be told. */
export function cast(labels: Iterable<string>, announced: Announced = {}): Map<string, Who> {
  const all = [...new Set(labels)].filter(label => bare(label) !== '');
  const told = new Map<string, Who>();
  const aliases = new Map<string, Who>();
  for (const label of all) {
    const stated = announced.stated?.get(label);
    const one =
      byUser(label, announced.told) ??
      (stated === undefined ? (who(label) ?? byName(label, announced)) : { speaker: stated });
    if (one === null) continue;
    told.set(label, one);
    if (one.alias !== undefined) aliases.set(one.alias, one);
  }
  for (const label of all) {
    if (told.has(label)) continue;
    const named = [...told.values()].find(one => one.name !== undefined && sameName(one.name, label));
    const same = aliases.get(bare(label)) ?? named; // `Agent Priya` once, `Priya` from then on
    if (same !== undefined) told.set(label, same);
  }
  const agent = [...told.values()].some(one => one.speaker === 'agent');
  for (const [label, one] of told) if (one.doubtful === true && !agent) told.delete(label);
  if (announced.elimination === true) eliminate(all, told);
  return numbered(told);
}

function byUser(label: string, { roles, agentNames = [] }: Told = {}): Who | null {
  const name = bare(label);
  const agent = agentNames.some(known => sameName(known, name));
  const speaker = roles?.get(name.toLowerCase()) ?? (agent ? 'agent' : undefined);
  if (speaker === undefined) return null;
  return anonymous(label) || who(label) !== null ? { ...who(label), speaker } : { speaker, name };
}

/** `SPEAKER_00`, `Channel 1`, `A`, a phone number or an id: tells people of one conversation apart, and names nobody. */
const ANONYMOUS =
  /^(?:(?:unknown|unidentified|speaker|spk|participant|person|party|channel|ch|voice|side|user|s|leg)[\s_-]*(?:[a-z]|\d{1,4})?|[a-z]|[\d\s()+.-]+|[\da-f-]{16,}|unknown speaker)$/i;

/** Whether a label names nobody. */
export function anonymous(label: string): boolean {
  return ANONYMOUS.test(bare(label));
}

function byName(label: string, { agents = [], customers = [] }: Announced): Who | null {
  const name = bare(label);
  if (agents.some(known => sameName(known, name))) return { speaker: 'agent', name };
  return customers.some(known => sameName(known, name)) ? { speaker: 'customer', name } : null;
}

/** Whether two names can be one person: equal, or one the first or last word of the other. */
export function sameName(a: string, b: string): boolean {
  const [one, two] = [bare(a).toLowerCase(), bare(b).toLowerCase()];
  if (one === '' || two === '') return false;
  return one === two || part(one, two) || part(two, one);
}

function part(short: string, long: string): boolean {
  return long.startsWith(`${short} `) || long.endsWith(` ${short}`);
}

function eliminate(all: readonly string[], told: Map<string, Who>): void {
  const [label, ...more] = all.filter(one => !told.has(one));
  const parties = [...told.values()]
    .map(one => one.speaker)
    .filter(one => one === 'agent' || one === 'customer');
  const [party, ...others] = new Set(parties);
  if (label === undefined || more.length > 0 || party === undefined || others.length > 0) return;
  if (/^(unknown|unidentified|speaker|participant|spk|channel)\b/i.test(bare(label))) return;
  const name = /\p{L}/u.test(label) ? { name: bare(label) } : {}; // an id is nobody's name
  told.set(label, { speaker: party === 'agent' ? 'customer' : 'agent', ...name });
}

/** `Agent 1` and `Agent 2` in one conversation are two people: all but the first go by their label. */
function numbered(told: Map<string, Who>): Map<string, Who> {
  const agents = [...told].filter(([, one]) => one.speaker === 'agent' && one.number !== undefined);
  const first = agents[0]?.[1].number;
  for (const [label, one] of agents) if (one.number !== first) told.set(label, { ...one, name: bare(label) });
  return told;
}
