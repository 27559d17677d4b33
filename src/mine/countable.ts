/**
 * What is counted of a conversation, for repeats.ts and individuality.ts: its sentences and word triples as plain
 * numbers, that go from thread to thread. It is told of each conversation by itself, by whichever thread.
 */
import type { Conversation } from '../model/conversation.ts';
import type { Boundaries } from '../text/boundaries.ts';
import { KeyTable } from './key-table.ts';
import { limits } from './limits.ts';
import { hash64, ownKey } from './masked.ts';
import { Masker } from './masker.ts';

const TRIPLE = 3;

/** What is counted of a conversation. */
export interface Countable {
  /** Ids of the agents who speak in it, in the order in which they first do. */
  readonly agents: readonly string[];
  /** Its sentences, each once an agent: the key's halves, and the agent's place. */
  readonly sentences: Int32Array;
  /** The triples inside sentences, each once an agent: how many, then the halves of their keys; agent after agent. */
  readonly triples: Int32Array;
}

/** Tells what is counted of one conversation after the other. */
export class Countables {
  readonly #masker: Masker;
  #sentences = new Int32Array(64);
  #triples = new Int32Array(1024);

  /** `known` are the words of the language, `boundaries` cut speech without marks. */
  constructor(known: readonly string[], boundaries: Boundaries) {
    this.#masker = new Masker(known, boundaries);
  }

  of(conversation: Conversation): Countable {
    const places = new Map<string, number>();
    for (const { speaker, agent = conversation.agent.id } of conversation.turns)
      if (speaker === 'agent' && !places.has(agent)) places.set(agent, places.size);
    const said = new KeyTable(16);
    const triples = Array.from(places, () => new KeyTable(64));
    let used = 0;
    this.#masker.read(conversation, ({ unit, length, words, hi, lo, agent }) => {
      const place = places.get(agent) as number;
      const own = triples[place] as KeyTable;
      for (let from = 0; from + TRIPLE <= length; from++) own.add(...hash64(unit, from, from + TRIPLE));
      if (words < limits.words) return;
      const before = said.length;
      if (said.add(...ownKey(hi, lo, place)) < before) return;
      if (used + 3 > this.#sentences.length) this.#sentences = doubled(this.#sentences);
      this.#sentences[used++] = hi;
      this.#sentences[used++] = lo;
      this.#sentences[used++] = place;
    });
    return {
      agents: [...places.keys()],
      sentences: this.#sentences.slice(0, used),
      triples: this.#laidOut(triples),
    };
  }

  #laidOut(tables: readonly KeyTable[]): Int32Array {
    const size = tables.reduce((sum, { length }) => sum + 1 + 2 * length, 0);
    while (this.#triples.length < size) this.#triples = doubled(this.#triples);
    let used = 0;
    for (const table of tables) {
      this.#triples[used++] = table.length;
      table.each((hi, lo) => {
        this.#triples[used++] = hi;
        this.#triples[used++] = lo;
      });
    }
    return this.#triples.slice(0, used);
  }
}

function doubled(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
}
