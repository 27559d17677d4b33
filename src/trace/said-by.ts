/** Who says the lines of a card, and in which conversations: what its counts over everybody rest on. */
import { reading } from '../compiled/reading.ts';
import { compiled } from '../compiled/rules.ts';
import { Masker } from '../mine/masker.ts';
import { lineId } from '../mine/routines.ts';
import { type Conversation, UNKNOWN_AGENT } from '../model/conversation.ts';
import { Boundaries } from '../text/boundaries.ts';

/** One line's conversations, and the agents who say it with how many of theirs hold it. */
export interface Said {
  readonly conversations: readonly string[];
  readonly agents: ReadonlyMap<string, number>;
}

/** Looks for lines in conversation after conversation, as they were looked for when they were counted. */
export class SaidBy {
  readonly #masker = new Masker(compiled().automaton.words, new Boundaries(reading().boundaries));
  readonly #found: ReadonlyMap<string, { conversations: string[]; agents: Map<string, number> }>;

  /** `lines` are their ids. */
  constructor(lines: Iterable<string>) {
    this.#found = new Map([...lines].map(line => [line, { conversations: [], agents: new Map() }]));
  }

  /** Looks through a conversation. */
  add(conversation: Conversation): void {
    const here = new Map<string, Set<string>>();
    this.#masker.read(conversation, sentence => {
      const line = lineId(sentence);
      if (this.#found.has(line)) here.set(line, (here.get(line) ?? new Set()).add(sentence.agent));
    });
    for (const [line, agents] of here) {
      const found = this.#found.get(line);
      found?.conversations.push(conversation.id);
      for (const agent of agents)
        if (agent !== UNKNOWN_AGENT) found?.agents.set(agent, (found.agents.get(agent) ?? 0) + 1);
    }
  }

  /** What was found of a line. */
  of(line: string): Said | undefined {
    return this.#found.get(line);
  }
}
