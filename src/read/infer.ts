/**
 * Who the agent is, where the source does not say: told from what each speaker says, or not told at all. A wrong
 * answer would score a customer as an agent, so a doubtful one is none.
 */
import type { Speaker } from '../model/conversation.ts';
import { anonymous } from './cast.ts';
import { type Evidence, evidence, type Uttered } from './evidence.ts';
import { labelEvidence } from './label-evidence.ts';
import { bare, type Who } from './speakers.ts';

/** Roles told from the words, and how surely (0 to 1) the least sure of them. */
export interface Inference {
  readonly roles: ReadonlyMap<string, Who>;
  readonly confidence: number;
}

/** What each number rests on: conversations whose roles were known and hidden. */
const limits = {
  /** How far apart agent and customer must stand. At half of it, 2 in 100 are the wrong way round. */
  apart: 4,
  /** The least that must speak for an agent being one. */
  agent: 1,
  /** The least that agent's and customer's evidence must come to together. */
  together: 4,
  /** What must be hardly said outside of service, as friends ask and answer too; or how far apart they stand without. */
  service: 3,
  apartWithout: 15,
  /** Among more than two, an agent by itself; and the most that may speak for a customer being an agent. */
  oneOfMany: 8,
  customerOfMany: 1,
  /** The share of words that may belong to speakers nobody can place. */
  unplaced: 0.2,
  /** The evidence that makes a speaker a bot. */
  bot: 3,
  /** The evidence for a meeting or a broadcast that leaves it open whether anybody serves anybody. */
  meeting: 3,
  /** What a role known from the source adds, when the other's is asked. */
  known: 3,
  /** How far the evidence must contradict the roles that a source states. */
  swapped: 8,
} as const;

/** What a fitted weight counts beside a written one: they were measured together. */
const FITTED = 1.5;
/** Nats are taken for less than they are, as wordings come together. */
const CALIBRATION = 0.6;

interface Candidate {
  readonly label: string;
  readonly sum: number;
  readonly evidence: Evidence;
}

/** Tells the roles of the speakers that are not known; null where it cannot be sure. */
export function infer(
  turns: readonly Uttered[],
  known: ReadonlyMap<string, Who>,
  channel?: string,
): Inference | null {
  const spoken = turns.filter(
    ({ label }) => bare(label) !== '' && !['bot', 'system'].includes(known.get(label)?.speaker ?? ''),
  );
  const named = labelEvidence(turns);
  const all = [...evidence(spoken, channel)].map(([label, found]): Candidate => {
    const stated = known.get(label)?.speaker;
    const settled = stated === undefined ? 0 : stated === 'agent' ? limits.known : -limits.known;
    return { label, evidence: found, sum: sumOf(found) + (named.get(label) ?? 0) + settled };
  });
  const roles = new Map<string, Speaker>();
  const people = all.filter(one => {
    if (one.evidence.bot < limits.bot || known.has(one.label)) return true;
    roles.set(one.label, 'bot');
    return false;
  });
  if (people.length < 2 || isMeeting(people)) return null;
  const confidence = people.length === 2 ? pair(people, known, roles) : many(people, known, roles);
  return confidence === null ? null : { roles: whoOf(roles, known), confidence };
}

/** Whether they talk as colleagues or to an audience, and little as one who serves with one who is served. */
function isMeeting(people: readonly Candidate[]): boolean {
  const total = (of: 'meeting' | 'service') => people.reduce((sum, one) => sum + one.evidence[of], 0);
  const meeting = total('meeting');
  // A case is often talked over by several colleagues, in the words of service.
  if (people.length > 2 && meeting >= limits.meeting) return true;
  return meeting > limits.meeting || (meeting === limits.meeting && total('service') < 2 * meeting);
}

function sumOf({ agent, customer, fitted }: Evidence): number {
  return agent - customer + FITTED * fitted;
}

/** Of two speakers one is the agent, if either is. */
function pair(
  people: readonly Candidate[],
  known: ReadonlyMap<string, Who>,
  roles: Map<string, Speaker>,
): number | null {
  const [agent, customer] = people.toSorted((a, b) => b.sum - a.sum) as [Candidate, Candidate];
  const apart = agent.sum - customer.sum;
  const settled = known.has(agent.label) || known.has(customer.label);
  if (apart < (settled ? 0 : limits.apart) || (!settled && !serves(agent, customer))) return null;
  if (known.get(agent.label)?.speaker === 'customer' || known.get(customer.label)?.speaker === 'agent')
    return null;
  roles.set(agent.label, 'agent');
  roles.set(customer.label, 'customer');
  return sure(apart);
}

/** Whether one serves and the other is served at all, beside saying different things. */
function serves(agent: Candidate, customer: Candidate): boolean {
  const ours = Math.max(agent.evidence.agent, agent.sum);
  const theirs = Math.max(customer.evidence.customer, -customer.sum);
  const service = agent.evidence.service + customer.evidence.service;
  if (ours < limits.agent || ours + theirs < limits.together) return false;
  return service >= limits.service || (service > 0 && agent.sum - customer.sum >= limits.apartWithout);
}

/** Of several, each is judged by itself, and those between are left out, if they say little. */
function many(
  people: readonly Candidate[],
  known: ReadonlyMap<string, Who>,
  roles: Map<string, Speaker>,
): number | null {
  const is = (one: Candidate, speaker: Speaker) => known.get(one.label)?.speaker === speaker;
  const agents = people.filter(
    one => is(one, 'agent') || (!known.has(one.label) && one.sum >= limits.oneOfMany),
  );
  const least = Math.min(...agents.map(one => one.sum));
  // where the source names the customer, a further one needs evidence of their own: it may be anybody
  const most = people.some(one => is(one, 'customer')) ? -limits.agent : limits.customerOfMany;
  const customers = people.filter(
    one =>
      is(one, 'customer') || (!known.has(one.label) && one.sum <= most && least - one.sum >= limits.apart),
  );
  if (agents.length === 0 || customers.length === 0) return null;
  const [best] = agents.toSorted((a, b) => b.sum - a.sum) as [Candidate];
  const [first] = customers.toSorted((a, b) => a.sum - b.sum) as [Candidate];
  if (!serves(best, first)) return null;
  const words = (list: readonly Candidate[]) => list.reduce((sum, one) => sum + one.evidence.words, 0);
  const placed = words(agents) + words(customers);
  if (placed < words(people) * (1 - limits.unplaced)) return null;
  for (const one of agents) roles.set(one.label, 'agent');
  for (const one of customers) roles.set(one.label, 'customer');
  return sure(least - Math.max(...customers.map(one => one.sum)));
}

/** Never certain: nothing but the source itself makes it so. */
function sure(apart: number): number {
  return Math.min(0.99, Math.round(100 / (1 + Math.exp(-CALIBRATION * apart))) / 100);
}

function whoOf(roles: ReadonlyMap<string, Speaker>, known: ReadonlyMap<string, Who>): Map<string, Who> {
  const told = new Map<string, Who>();
  let agents = [...known.values()].filter(one => one.speaker === 'agent').length;
  for (const [label, speaker] of roles) {
    if (known.has(label)) continue;
    const further = speaker === 'agent' && agents++ > 0;
    // A second agent goes by the label, whatever it is: two people are not scored as one.
    told.set(label, anonymous(label) && !further ? { speaker } : { speaker, name: bare(label) });
  }
  return told;
}

/** Turns of each looked at first, and characters of each turn: most sources have their roles right, and that shows. */
const GLANCE = { turns: 2, characters: 120 };

/** How surely the words contradict the roles a source states; null where they do not. */
export function contradicted(
  turns: readonly { speaker: Speaker; text: string; seconds?: number | undefined }[],
  channel?: string,
): number | null {
  const first: Uttered[] = [];
  const left: Partial<Record<Speaker, number>> = { agent: GLANCE.turns, customer: GLANCE.turns };
  for (const { speaker, text } of turns) {
    const room = left[speaker] ?? 0;
    if (room === 0) continue;
    left[speaker] = room - 1;
    first.push({ label: speaker, text: text.slice(0, GLANCE.characters) });
  }
  if (swappedBy(first) < 0) return null;
  const spoken = turns
    .filter(({ speaker }) => speaker === 'agent' || speaker === 'customer')
    .map(({ speaker, text, seconds }) => ({ label: speaker, text, seconds }));
  const apart = swappedBy(spoken, channel);
  return apart < limits.swapped ? null : sure(apart);
}

/** How much more the customer speaks as an agent than the agent does; below 0 where roles are as they should be. */
function swappedBy(spoken: readonly Uttered[], channel?: string): number {
  const found = evidence(spoken, channel);
  const [agent, customer] = [found.get('agent'), found.get('customer')];
  return agent === undefined || customer === undefined ? -1 : sumOf(customer) - sumOf(agent);
}
