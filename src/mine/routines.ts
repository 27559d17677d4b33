/** What was counted of a run → the sentences of a conversation that are routine. */

import { type Conversation, UNKNOWN_AGENT } from '../model/conversation.ts';
import type { KnownWording, RepeatCount } from '../model/wording.ts';
import type { Boundaries } from '../text/boundaries.ts';
import { stepOf } from './exempt.ts';
import { KeyTable, type SharedKeys } from './key-table.ts';
import { limits } from './limits.ts';
import { type Masked, ownKey } from './masked.ts';
import { Masker } from './masker.ts';
import { plainWords } from './words.ts';

/** What a run repeats, as plain data that goes from thread to thread; the numbers are shared, and not copied. */
export interface RepeatTables {
  /** Ids of agents in the order of their numbers, and the conversations of each. */
  readonly agents: readonly (readonly [id: string, conversations: number])[];
  /** Sentences that an agent said in several conversations, by sentence and agent; and in how many. */
  readonly own: SharedKeys;
  readonly ownCounts: Int32Array;
  /** Sentences that were said in several conversations; in how many, and by how many agents. */
  readonly team: SharedKeys;
  readonly teamCounts: Int32Array;
  readonly teamAgents: Int32Array;
}

/** So many lines' steps are kept. */
const MOST_STEPS = 20_000;

/** Tells what is repeated. */
export class Routines {
  readonly #masker: Masker;
  readonly #agents: ReadonlyMap<string, { readonly number: number; readonly conversations: number }>;
  readonly #tables: RepeatTables;
  readonly #own: KeyTable;
  readonly #team: KeyTable;
  /** The step that each routine line is, by its id: the same lines come again and again. */
  readonly #steps = new Map<string, ReturnType<typeof stepOf>>();

  /** `known` are the words of the language, `boundaries` cut speech without marks: the same as when it was counted. */
  constructor(tables: RepeatTables, known: readonly string[], boundaries: Boundaries) {
    this.#masker = new Masker(known, boundaries);
    this.#agents = new Map(
      tables.agents.map(([id, conversations], number) => [id, { number, conversations }]),
    );
    this.#tables = tables;
    this.#own = KeyTable.from(tables.own);
    this.#team = KeyTable.from(tables.team);
  }

  /** How often a sentence of this agent comes; null where nobody repeats it. */
  of(agentId: string, { hi, lo }: Pick<Masked, 'hi' | 'lo'>): RepeatCount | null {
    const team = this.#team.find(hi, lo);
    const agent = this.#agents.get(agentId);
    if (team < 0 || agent === undefined) return null;
    const agents = this.#tables.teamAgents[team] as number;
    const teamConversations = this.#tables.teamCounts[team] as number;
    if (agentId === UNKNOWN_AGENT) return { conversations: 0, of: 0, agents, teamConversations };
    const own = this.#own.find(...ownKey(hi, lo, agent.number));
    const conversations = own < 0 ? 1 : (this.#tables.ownCounts[own] as number);
    return { conversations, of: agent.conversations, agents, teamConversations };
  }

  /** The sentences of a conversation that are routine by the rule of limits.ts. */
  known(conversation: Conversation): KnownWording[] {
    const out: KnownWording[] = [];
    if (this.#team.length === 0) return out;
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

  #stepOf(line: string, sentence: Masked): ReturnType<typeof stepOf> {
    let step = this.#steps.get(line);
    if (step === undefined) {
      step = stepOf(plainWords(sentence));
      if (this.#steps.size > MOST_STEPS) this.#steps.clear();
      this.#steps.set(line, step);
    }
    return step;
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
export const lineId = ({ hi, lo }: Pick<Masked, 'hi' | 'lo'>): string =>
  [hi, lo].map(half => (half >>> 0).toString(16).padStart(8, '0')).join('');
