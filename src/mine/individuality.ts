/**
 * Own wording against an agent's other conversations, and against the team's: which of a part's word triples would be
 * new beside a few other conversations, drawn at random. After ConvoKit's speaker-conversation diversity, with two
 * changes. The draw is not made but reckoned (the hypergeometric chance that none of those drawn holds the triple), so
 * the figure is exact and the same every time. And as every draw is of the same size, it means the same for an agent
 * of six conversations and of six thousand, which a share of "ever said before" would not.
 *
 * Triples lie inside a masked sentence, so that names, numbers and dates are alike, and count once a conversation. They
 * are counted by counter.ts, on the disk where they do not fit the memory; what stays is some fifty bytes a part. Sums
 * are of whole numbers, so that no order changes them. Greetings and other routine steps are left in: which they are
 * is known after detection only, and they weigh on everybody alike.
 */
import type { Compared, ComparedPart } from '../model/signals.ts';
import { Column } from './column.ts';
import { Counter } from './counter.ts';
import type { Scratch } from './disk.ts';
import { KeyTable } from './key-table.ts';
import { individual } from './limits.ts';
import { hash64, ownKey } from './masked.ts';

/** Chances are added up in whole parts of this. */
const UNIT = 1 << 16;

/** Takes triples conversation by conversation; then tells how much of an agent's part was new. */
export class Individuality {
  readonly #counter: Counter;
  /** Numbers the parts, by conversation and agent. */
  readonly #parts = new KeyTable();
  readonly #agent = new Column();
  readonly #conversation = new Column();
  readonly #triples = new Column();
  /** Chances that a triple is not new, added up. */
  #inOwn = new Float64Array(0);
  #inTeam = new Float64Array(0);
  /** Parts of each agent, and of each conversation. */
  readonly #ofAgent: number[] = [];
  readonly #ofConversation = new Column();
  #agents = 0;

  constructor(scratch: Scratch, most?: number, parts?: number) {
    this.#counter = new Counter(scratch, 'triples', most, parts);
  }

  /**
   * Counts a conversation; `agents` are the numbers of its agents, from 0, and `triples` theirs, see countable.ts. A part
   * of too few triples is neither judged nor compared with.
   */
  add(conversation: string, agents: readonly number[], triples: Int32Array): void {
    const number = this.#ofConversation.length;
    this.#ofConversation.push(0);
    let from = 0;
    for (const agent of agents) {
      const count = triples[from++] as number;
      const to = from + 2 * count;
      const part = count < individual.triples ? -1 : this.#parts.add(...partKey(conversation, agent));
      // a part that is there has been counted before
      if (part === this.#agent.length) {
        this.#agent.push(agent);
        this.#conversation.push(number);
        this.#triples.push(count);
        if (!this.#ofAgent[agent]) this.#agents++;
        this.#ofAgent[agent] = (this.#ofAgent[agent] ?? 0) + 1;
        this.#ofConversation.raise(number, 1);
        for (let i = from; i < to; i += 2)
          this.#counter.add(triples[i] as number, triples[i + 1] as number, agent, part);
      }
      from = to;
    }
  }

  /** All conversations have been counted. */
  finish(): void {
    this.#inOwn = new Float64Array(this.#parts.length);
    this.#inTeam = new Float64Array(this.#parts.length);
    const own = new Map<number, number>();
    const here = new Map<number, number>();
    this.#counter.visit(2, (_hi, _lo, agents, parts) => {
      own.clear();
      here.clear();
      for (const agent of agents) own.set(agent, (own.get(agent) ?? 0) + 1);
      for (const part of parts) {
        const conversation = this.#conversation.at(part);
        if (this.#ofConversation.at(conversation) !== 1)
          here.set(conversation, (here.get(conversation) ?? 0) + 1);
      }
      let last = -1;
      let inOwn = 0;
      for (let i = 0; i < parts.length; i++) {
        const [part, agent] = [parts[i] as number, agents[i] as number];
        const said = own.get(agent) as number;
        if (agent !== last) inOwn = drawn(said - 1, this.#againstOwn(part));
        last = agent;
        this.#inOwn[part]! += inOwn;
        const together = here.get(this.#conversation.at(part)) ?? 1;
        this.#inTeam[part]! += drawn(parts.length - said - (together - 1), this.#againstTeam(part));
      }
    });
  }

  #againstOwn(part: number): number {
    return (this.#ofAgent[this.#agent.at(part)] as number) - 1;
  }

  /** Other agents' parts, but those of the same conversation: they speak of the same matter. */
  #againstTeam(part: number): number {
    const own = this.#ofAgent[this.#agent.at(part)] as number;
    const together = this.#ofConversation.at(this.#conversation.at(part)) - 1;
    return this.#parts.length - own - together;
  }

  /** How much of a part was new; null where it holds too little. */
  of(conversation: string, agent: number): ComparedPart | null {
    const part = this.#parts.find(...partKey(conversation, agent));
    if (part < 0) return null;
    const compared = (seen: number, against: number, enough: boolean): Compared => {
      const of = this.#triples.at(part);
      const judged = enough && against >= individual.drawn;
      return { value: judged ? Math.round(1000 * (1 - seen / UNIT / of)) / 1000 : null, of, against };
    };
    return {
      ownPast: compared(this.#inOwn[part] as number, this.#againstOwn(part), true),
      team: compared(this.#inTeam[part] as number, this.#againstTeam(part), this.#agents > individual.peers),
    };
  }
}

/** The chance that one of the conversations drawn from `among` holds what `holding` of them hold, in whole units. */
function drawn(holding: number, among: number): number {
  let none = 1;
  for (let i = 0; i < individual.drawn && i < among; i++)
    none *= Math.max(0, among - holding - i) / (among - i);
  return Math.round(UNIT * (1 - none));
}

function partKey(conversation: string, agent: number): readonly [hi: number, lo: number] {
  const units = new Int32Array(conversation.length);
  for (let i = 0; i < units.length; i++) units[i] = conversation.charCodeAt(i);
  return ownKey(...hash64(units, 0, units.length), agent);
}
