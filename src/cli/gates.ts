/**
 * `--fail-under`: the least a score may be. A score that is null was not judged, and never fails; but a gate that
 * nobody was judged by has held nothing, and is no pass.
 */
import { InvalidArgumentError } from 'commander';
import { type AgentScorecard, type ConversationScore, type ScoreName, scoreNames } from '../index.ts';
import type { Messages } from './messages.ts';

/** One `--fail-under`. */
export interface Gate {
  readonly score: ScoreName;
  readonly least: number;
  /** As the user wrote it. */
  readonly text: string;
}

/** Reads one `--fail-under` after those before it: `60`, or `empathy=60`. */
export function parseGate(text: string, before: readonly Gate[] = []): Gate[] {
  const [, name = 'overall', figure = ''] = /^(?:([^=]*)=)?(.*)$/s.exec(text) ?? [];
  const plain = (word: string) => word.trim().toLowerCase().replace(/[-_]/g, '');
  const score = scoreNames.find(one => plain(one) === plain(name));
  if (score === undefined)
    throw new InvalidArgumentError(`There is no score "${name}"; it is one of: ${scoreNames.join(', ')}.`);
  const least = /^\s*\d+(\.\d+)?\s*$/.test(figure) ? Number(figure) : Number.NaN;
  if (!(least <= 100)) throw new InvalidArgumentError('Give a number from 0 to 100, as in 60 or empathy=60.');
  return [...before, { score, least, text }];
}

const MOST_SAID = 10;

/** Holds scores against all gates, and says which are below. */
export class Gates {
  readonly #gates: readonly Gate[];
  readonly #messages: Messages;
  readonly #judged = new Set<Gate>();
  #failures = 0;

  constructor(gates: readonly Gate[], messages: Messages) {
    this.#gates = gates;
    this.#messages = messages;
  }

  /** Whether there is any. */
  get any(): boolean {
    return this.#gates.length > 0;
  }

  /** Holds a card against the gates. */
  card({ id, name, group = {}, agents, scores }: AgentScorecard): void {
    const values = agents === undefined ? Object.values(group).map(value => ` · ${value ?? '–'}`) : [];
    this.#hold(agentText(id, name) + values.join(''), score => scores[score].value);
  }

  /** Holds each agent of a conversation against the gates. */
  conversation({ conversation, agents }: ConversationScore): void {
    for (const { id, name, scores } of agents)
      this.#hold(`${conversation}: ${agentText(id, name)}`, score => scores[score]);
  }

  #hold(who: string, valueOn: (score: ScoreName) => number | null): void {
    for (const gate of this.#gates) {
      const value = valueOn(gate.score);
      if (value === null) continue;
      this.#judged.add(gate);
      if (value >= gate.least) continue;
      if (++this.#failures <= MOST_SAID)
        this.#messages.say(`${who}: ${gate.score} ${value} is below --fail-under ${gate.text}`);
    }
  }

  /** Says what is left to say; the exit code: 0 met, 1 not met, 2 where there was nothing to hold to a gate. */
  code(): number {
    if (this.#failures > MOST_SAID)
      this.#messages.say(`… and ${this.#failures - MOST_SAID} more below a gate`);
    const empty = this.#gates.filter(gate => !this.#judged.has(gate));
    for (const { text, score } of empty)
      this.#messages.say(
        `unscripted: --fail-under ${text}: nobody was judged on ${score}, so there is nothing to hold to it`,
      );
    if (this.#failures > 0) return 1;
    return empty.length > 0 ? 2 : 0;
  }
}

const agentText = (id: string, name: string) => (name === '' || name === id ? id : `${name} (${id})`);
