/**
 * What a run repeats: which sentences an agent used in several conversations, and which the team shares. Counted over
 * the whole input first; routines.ts tells it of each conversation afterwards. Exact: a sentence is its masked key, a
 * conversation counts once, and neither the order of the input nor the parting of the records changes a figure.
 */

import { type Conversation, UNKNOWN_AGENT } from '../model/conversation.ts';
import type { ComparedPart } from '../model/signals.ts';
import type { Countable } from './countable.ts';
import { Counter } from './counter.ts';
import type { Scratch } from './disk.ts';
import { Individuality } from './individuality.ts';
import { KeyTable, sharedNumbers } from './key-table.ts';
import { limits } from './limits.ts';
import { ownKey } from './masked.ts';
import type { RepeatTables } from './routines.ts';

/** Counts conversation by conversation; then gives what is repeated. */
export class Repeats {
  readonly #counter: Counter;
  readonly #individuality: Individuality;
  readonly #agents = new Map<string, number>();
  /** Conversations of each agent. */
  readonly #of: number[] = [];
  #conversations = 0;

  /** `most` and `parts` bound the memory (see counter.ts). */
  constructor(scratch: Scratch, most?: number, parts?: number) {
    this.#counter = new Counter(scratch, 'repeats', most, parts);
    this.#individuality = new Individuality(scratch, most, parts);
  }

  /** Counts a conversation. */
  add(conversation: string, { agents, sentences, triples }: Countable): void {
    const number = this.#conversations++;
    const numbers = agents.map(agent => this.#numberOf(agent));
    for (const agent of numbers) this.#of[agent] = (this.#of[agent] ?? 0) + 1;
    for (let i = 0; i < sentences.length; i += 3) {
      const agent = numbers[sentences[i + 2] as number] as number;
      this.#counter.add(sentences[i] as number, sentences[i + 1] as number, agent, number);
    }
    this.#individuality.add(conversation, numbers, triples);
  }

  #numberOf(agent: string): number {
    const known = this.#agents.get(agent);
    if (known !== undefined) return known;
    this.#agents.set(agent, this.#agents.size);
    return this.#agents.size - 1;
  }

  /** All conversations have been counted: gives what is repeated, for `Routines`. */
  finish(): RepeatTables {
    const [own, team] = [new KeyTable(), new KeyTable()];
    const [ownCounts, teamCounts, teamAgents]: [number[], number[], number[]] = [[], [], []];
    this.#individuality.finish();
    const unknown = this.#agents.get(UNKNOWN_AGENT);
    this.#counter.visit(limits.conversations, (hi, lo, agents, conversations) => {
      const counts = new Map<number, number>();
      for (const agent of agents) counts.set(agent, (counts.get(agent) ?? 0) + 1);
      const distinct = counts.size === 1 ? conversations.length : new Set(conversations).size;
      if (distinct < limits.conversations) return;
      const sentence = team.add(hi, lo);
      teamCounts[sentence] = distinct;
      if (unknown !== undefined) counts.delete(unknown);
      teamAgents[sentence] = counts.size;
      for (const [agent, count] of counts) {
        if (count < 2) continue;
        ownCounts[own.add(...ownKey(hi, lo, agent))] = count;
      }
    });
    return {
      agents: [...this.#agents].map(([id, number]) => [id, this.#of[number] ?? 0]),
      own: own.share(),
      ownCounts: sharedNumbers(ownCounts),
      team: team.share(),
      teamCounts: sharedNumbers(teamCounts),
      teamAgents: sharedNumbers(teamAgents),
    };
  }

  /** How much of each agent's wording in a conversation was new, by agent; without those who said too little. */
  compared({ id, agent, turns }: Conversation): Map<string, ComparedPart> {
    const out = new Map<string, ComparedPart>();
    for (const { speaker, agent: own = agent.id } of turns) {
      const number = this.#agents.get(own);
      if (speaker !== 'agent' || number === undefined || out.has(own)) continue;
      const part = this.#individuality.of(id, number);
      if (part !== null) out.set(own, part);
    }
    return out;
  }
}
