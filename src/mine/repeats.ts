/**
 * What a run repeats: which sentences an agent used in several conversations, and which the team shares. Counted over
 * the whole input first, asked for each conversation afterwards. Exact: a sentence is its masked key, a conversation
 * counts once, and neither the order of the input nor the parting of the records changes a figure.
 */

import { type Conversation, UNKNOWN_AGENT } from '../model/conversation.ts';
import type { ComparedPart } from '../model/signals.ts';
import type { KnownWording, RepeatCount } from '../model/wording.ts';
import type { Boundaries } from '../text/boundaries.ts';
import { Counter } from './counter.ts';
import type { Scratch } from './disk.ts';
import { stepOf } from './exempt.ts';
import { Individuality } from './individuality.ts';
import { KeyTable } from './key-table.ts';
import { limits } from './limits.ts';
import { type Masked, ownKey } from './masked.ts';
import { Masker } from './masker.ts';
import { plainWords } from './words.ts';

/** So many lines' steps are kept. */
const MOST_STEPS = 20_000;

/** Counts conversation by conversation; then tells what is repeated. */
export class Repeats {
  readonly #masker: Masker;
  readonly #counter: Counter;
  readonly #individuality: Individuality;
  readonly #agents = new Map<string, number>();
  /** Conversations of each agent. */
  readonly #of: number[] = [];
  #conversations = 0;
  readonly #own = new KeyTable();
  readonly #ownCounts: number[] = [];
  readonly #team = new KeyTable();
  readonly #teamCounts: number[] = [];
  readonly #teamAgents: number[] = [];
  /** The step that each routine line is, by its id: the same lines come again and again. */
  readonly #steps = new Map<string, ReturnType<typeof stepOf>>();

  /**
   * `known` are the words of the language, `boundaries` cut speech without marks; `most` and `parts` bound the memory
   * (see counter.ts).
   */
  constructor(
    known: readonly string[],
    boundaries: Boundaries,
    scratch: Scratch,
    most?: number,
    parts?: number,
  ) {
    this.#masker = new Masker(known, boundaries);
    this.#counter = new Counter(scratch, 'repeats', most, parts);
    this.#individuality = new Individuality(scratch, most, parts);
  }

  /** Counts a conversation. */
  add(conversation: Conversation): void {
    const number = this.#conversations++;
    const said = new KeyTable(16);
    const present = new Set<number>();
    for (const turn of conversation.turns)
      if (turn.speaker === 'agent') present.add(this.#numberOf(turn.agent ?? conversation.agent.id));
    for (const agent of present) this.#of[agent] = (this.#of[agent] ?? 0) + 1;
    this.#masker.read(conversation, sentence => {
      const agent = this.#numberOf(sentence.agent);
      this.#individuality.say(sentence, agent);
      if (sentence.words < limits.words) return;
      const before = said.length;
      if (said.add(...ownKey(sentence.hi, sentence.lo, agent)) < before) return;
      this.#counter.add(sentence.hi, sentence.lo, agent, number);
    });
    this.#individuality.end(conversation.id);
  }

  #numberOf(agent: string): number {
    const known = this.#agents.get(agent);
    if (known !== undefined) return known;
    this.#agents.set(agent, this.#agents.size);
    return this.#agents.size - 1;
  }

  /** All conversations have been counted. */
  finish(): void {
    this.#individuality.finish();
    const unknown = this.#agents.get(UNKNOWN_AGENT);
    this.#counter.visit(limits.conversations, (hi, lo, agents, conversations) => {
      const counts = new Map<number, number>();
      for (const agent of agents) counts.set(agent, (counts.get(agent) ?? 0) + 1);
      const distinct = counts.size === 1 ? conversations.length : new Set(conversations).size;
      if (distinct < limits.conversations) return;
      const team = this.#team.add(hi, lo);
      this.#teamCounts[team] = distinct;
      if (unknown !== undefined) counts.delete(unknown);
      this.#teamAgents[team] = counts.size;
      for (const [agent, count] of counts) {
        if (count < 2) continue;
        this.#ownCounts[this.#own.add(...ownKey(hi, lo, agent))] = count;
      }
    });
  }

  /** How often a sentence of this agent comes; null where nobody repeats it. */
  of(agentId: string, { hi, lo }: Pick<Masked, 'hi' | 'lo'>): RepeatCount | null {
    const team = this.#team.find(hi, lo);
    const agent = this.#agents.get(agentId);
    if (team < 0 || agent === undefined) return null;
    const agents = this.#teamAgents[team] as number;
    const teamConversations = this.#teamCounts[team] as number;
    if (agentId === UNKNOWN_AGENT) return { conversations: 0, of: 0, agents, teamConversations };
    const own = this.#own.find(...ownKey(hi, lo, agent));
    const conversations = own < 0 ? 1 : (this.#ownCounts[own] as number);
    return { conversations, of: this.#of[agent] as number, agents, teamConversations };
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

  #stepOf(line: string, sentence: Masked): ReturnType<typeof stepOf> {
    let step = this.#steps.get(line);
    if (step === undefined) {
      step = stepOf(plainWords(sentence));
      if (this.#steps.size > MOST_STEPS) this.#steps.clear();
      this.#steps.set(line, step);
    }
    return step;
  }

  /** The sentences of a conversation that are routine by the rule of limits.ts. */
  known(conversation: Conversation): KnownWording[] {
    const out: KnownWording[] = [];
    this.#masker.read(conversation, sentence => {
      if (sentence.words < limits.words) return;
      const repeats = this.of(sentence.agent, sentence);
      if (repeats === null || !isRoutine(repeats, sentence.words, sentence.question)) return;
      const line = lineId(sentence);
      const step = this.#stepOf(line, sentence);
      const { turn, from: start, to: end } = sentence;
      out.push({
        turn,
        start,
        end,
        line,
        repeats: step === null ? repeats : { ...repeats, step },
      });
    });
    return out;
  }
}

/**
 * Whether a sentence of so many words, said so often, is a routine of the agent or a macro of the team. Where nobody
 * knows who the agent is (`of` is 0) it may be either, and has the length that is no chance.
 */
export function isRoutine(
  { conversations, of, agents, teamConversations }: RepeatCount,
  words: number,
  question: boolean,
): boolean {
  const long = words >= (question ? limits.longQuestion : limits.longWords);
  const habit = !question && conversations >= limits.share * of;
  const own = conversations >= limits.conversations && (long || habit);
  const team = (of === 0 || agents >= limits.agents) && teamConversations >= limits.conversations && long;
  return own || team;
}

/** A sentence by what is the same wherever it is said. */
const lineId = ({ hi, lo }: Masked) =>
  [hi, lo].map(half => (half >>> 0).toString(16).padStart(8, '0')).join('');
