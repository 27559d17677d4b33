/**
 * A corpus → its templates, in three passes, each in bounded memory: neighbours are counted in a fixed space; every
 * sentence's pattern is counted exactly; and the templates behind the patterns are laid over the corpus again, so that
 * each figure is what `score --scripts` will find. Nothing depends on the order of the conversations.
 */
import { type Conversation, UNKNOWN_AGENT } from '../model/conversation.ts';
import { hashWord } from '../text/vocabulary.ts';
import { Contexts } from './contexts.ts';
import { Counter } from './counter.ts';
import type { Scratch } from './disk.ts';
import { KeyTable } from './key-table.ts';
import { mining } from './limits.ts';
import { ownKey } from './masked.ts';
import { Masker } from './masker.ts';
import { type Counted, merged } from './merge.ts';
import { Patterns } from './patterns.ts';
import { type Reach, Reaches } from './reach.ts';
import { fixedWords } from './template.ts';

/** From when on wording is a template; see `mining` in limits.ts. */
export interface Thresholds {
  readonly conversations: number;
  readonly share: number;
  readonly agents: number;
}

/** A corpus that can be gone through several times. */
export type Corpus = () => AsyncIterable<Conversation>;

/** What a corpus holds: how many conversations and agents, and the templates by reach. */
export interface Discovered {
  readonly conversations: number;
  readonly agents: number;
  readonly ofAgent: ReadonlyMap<string, number>;
  readonly reaches: readonly Reach[];
}

/** A noisy count must not pass for a frequent one: at least one in so many conversations, in large corpora. */
const QUIET = 20_000;
/** Lists of pattern texts are written where the last of so many hashes was another one. */
const REMEMBERED = 1 << 16;

/** Finds the templates of a corpus. `known` are the words of the language; `most` bounds the memory (counter.ts). */
export async function discover(
  corpus: Corpus,
  thresholds: Thresholds,
  known: readonly string[],
  scratch: Scratch,
  most?: number,
): Promise<Discovered> {
  const ofAgent = new Map<string, number>();
  const contexts = new Contexts();
  const masker = new Masker(known, null);
  let conversations = 0;
  for await (const conversation of corpus()) {
    conversations++;
    for (const agent of agentsOf(conversation)) ofAgent.set(agent, (ofAgent.get(agent) ?? 0) + 1);
    const said = new KeyTable(16);
    masker.read(conversation, sentence => {
      const before = said.length;
      if (said.add(sentence.hi, sentence.lo) === before) contexts.add(sentence, hashWord(sentence.agent));
    });
  }
  const least = Math.max(3, Math.ceil(0.6 * thresholds.conversations), Math.ceil(conversations / QUIET));
  const patterns = await counted(corpus, new Patterns(contexts, least), masker, scratch, most, {
    thresholds,
    conversations,
    ofAgent,
  });
  const reaches = new Reaches(merged(patterns), known);
  for await (const conversation of corpus()) reaches.add(conversation);
  const enough = reaches.list.filter(
    reach =>
      fixedWords(reach.parts) > 0 &&
      recurs(reach.conversations, reach.byAgent, { thresholds, conversations, ofAgent }),
  );
  return { conversations, agents: ofAgent.size, ofAgent, reaches: enough };
}

interface Sizes {
  readonly thresholds: Thresholds;
  readonly conversations: number;
  readonly ofAgent: ReadonlyMap<string, number>;
}

/** The patterns that recur, with their texts. */
async function counted(
  corpus: Corpus,
  patterns: Patterns,
  masker: Masker,
  scratch: Scratch,
  most: number | undefined,
  sizes: Sizes,
): Promise<Counted[]> {
  const counter = new Counter(scratch, 'patterns', most);
  const texts = new Texts(scratch);
  const numbers = new Map([...sizes.ofAgent.keys()].map((agent, number) => [agent, number]));
  const names = [...sizes.ofAgent.keys()];
  let number = 0;
  for await (const conversation of corpus()) {
    const said = new KeyTable(16);
    masker.read(conversation, sentence =>
      patterns.of(sentence, hashWord(sentence.agent), (hi, lo, text) => {
        const agent = numbers.get(sentence.agent) as number;
        const before = said.length;
        if (said.add(...ownKey(hi, lo, agent)) < before) return;
        counter.add(hi, lo, agent, number);
        texts.add(hi, lo, text);
      }),
    );
    number++;
  }
  const recurring = new KeyTable();
  const counts: number[] = [];
  counter.visit(Math.min(sizes.thresholds.conversations, mining.ownConversations), (hi, lo, agents, all) => {
    const byAgent = new Map<string, number>();
    for (const agent of agents) {
      const name = names[agent] as string;
      byAgent.set(name, (byAgent.get(name) ?? 0) + 1);
    }
    const distinct = byAgent.size === 1 ? all.length : new Set(all).size;
    if (mayRecur(distinct, byAgent, sizes)) counts[recurring.add(hi, lo)] = distinct;
  });
  return [...texts.of(recurring)].map(([at, text]) => ({ text, conversations: counts[at] as number }));
}

/** Whether wording of so many conversations is the team's, or one agent's routine. */
function recurs(count: number, byAgent: ReadonlyMap<string, number>, sizes: Sizes): boolean {
  const { thresholds } = sizes;
  return (
    count >= thresholds.conversations &&
    byAgent.size >= thresholds.agents &&
    reaches(count, byAgent, sizes, 1)
  );
}

/** The same for a pattern, which may be one of several forms of its template. */
const mayRecur = (count: number, byAgent: ReadonlyMap<string, number>, sizes: Sizes) =>
  count >= mining.ownConversations && reaches(count, byAgent, sizes, 0.2);

function reaches(
  count: number,
  byAgent: ReadonlyMap<string, number>,
  { thresholds, conversations, ofAgent }: Sizes,
  part: number,
): boolean {
  if (count >= part * thresholds.share * conversations) return true;
  for (const [agent, own] of byAgent)
    if (
      agent !== UNKNOWN_AGENT &&
      own >= mining.ownConversations &&
      own >= part * mining.ownShare * (ofAgent.get(agent) as number)
    )
      return true;
  return false;
}

function agentsOf({ agent, turns }: Conversation): Set<string> {
  return new Set(turns.flatMap(turn => (turn.speaker === 'agent' ? [turn.agent ?? agent.id] : [])));
}

/** The texts of patterns, on the disk until it is known which are wanted. */
class Texts {
  readonly #scratch: Scratch;
  readonly #written = new Int32Array(REMEMBERED * 2);
  #held: string[] = [];

  constructor(scratch: Scratch) {
    this.#scratch = scratch;
  }

  add(hi: number, lo: number, text: () => string): void {
    const slot = (lo & (REMEMBERED - 1)) * 2;
    if (this.#written[slot] === hi && this.#written[slot + 1] === lo) return;
    this.#written[slot] = hi;
    this.#written[slot + 1] = lo;
    this.#held.push(`${hi} ${lo} ${text()}\n`);
    if (this.#held.length === 4096) this.#flush();
  }

  /** The texts of the keys in a table, by their numbers in it. */
  of(table: KeyTable): Map<number, string> {
    this.#flush();
    const out = new Map<number, string>();
    for (const line of this.#scratch.lines('texts')) {
      const [hi, lo] = line.split(' ', 2).map(Number) as [number, number];
      const number = table.find(hi, lo);
      if (number >= 0 && !out.has(number)) out.set(number, line.slice(`${hi} ${lo} `.length));
    }
    return out;
  }

  #flush(): void {
    if (this.#held.length > 0) this.#scratch.append('texts', Buffer.from(this.#held.join('')));
    this.#held = [];
  }
}
