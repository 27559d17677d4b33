/**
 * Fits `src/read/word-weights.ts`: how much single words and pairs of words tell the agent from the customer. Learnt
 * from the conversations in `fixtures/`, which are this project's own; names of people and companies are left out.
 * `--hold` keeps a third back (by a hash of the id) and says how well the weights do on it.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { features } from '../src/read/word-features.ts';
import { wordsOf } from '../src/read/wording.ts';

interface Turn {
  readonly speaker: string;
  readonly text: string;
}
interface Conversation {
  readonly id: string;
  readonly agent: { id: string; name?: string };
  readonly customer?: { name?: string };
  readonly turns: readonly Turn[];
}

const FEWEST = 20;
const RIDGE = 0.003;
const ROUNDS = 30;
const STEP = 0.1;
const LEAST_WEIGHT = 0.05;

const folders = ['fixtures/training', 'fixtures/labelled'];
const conversations = folders
  .flatMap(folder => readdirSync(folder).map(file => join(folder, file)))
  .filter(file => file.endsWith('.jsonl'))
  .sort()
  .flatMap(file => readFileSync(file, 'utf8').split('\n').filter(Boolean))
  .map(line => JSON.parse(line) as Conversation)
  .filter(({ turns }) => ['agent', 'customer'].every(who => turns.some(({ speaker }) => speaker === who)));
if (conversations.length < 100) throw new Error('hardly any conversations found; run it from the root');

const hold = process.argv.includes('--hold');
const isHeld = (id: string) => BigInt(`0x${createHash('md5').update(id).digest('hex')}`) % 3n === 0n;
const names = namesIn(conversations);
const samples = conversations
  .filter(({ id }) => !hold || !isHeld(id))
  .map(difference)
  .sort((a, b) => (a.key < b.key ? -1 : 1));
const weights = learnt(samples.map(({ values }) => values));

if (hold) {
  const held = conversations.filter(({ id }) => isHeld(id)).map(difference);
  for (const least of [0, 1, 2, 3]) {
    const sums = held.map(({ values }) => sum(weights, values));
    const share = (count: number) => `${((100 * count) / held.length).toFixed(1)}%`;
    console.log(
      `apart by ${least}: right ${share(sums.filter(one => one > least).length)}, wrong ${share(sums.filter(one => one < -least).length)} of ${held.length}`,
    );
  }
} else {
  const kept = [...weights].filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT);
  const list = kept
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(([word, weight]) => `${word}:${Math.round(weight * 100)}`);
  writeFileSync('src/read/word-weights.ts', source(list));
  console.log(`src/read/word-weights.ts: ${kept.length} weights from ${samples.length} conversations`);
}

/** What the agent says more than the customer. The key gives an order that has nothing to do with the content. */
function difference({ id, turns }: Conversation): { key: string; values: Map<string, number> } {
  const values = new Map<string, number>();
  for (const [who, sign] of [
    ['agent', 1],
    ['customer', -1],
  ] as const) {
    const said = turns.filter(({ speaker }) => speaker === who).map(({ text }) => text);
    for (const [word, count] of features(said.map(wordsOf))) {
      if (word.split('_').some(part => names.has(part))) continue;
      values.set(word, (values.get(word) ?? 0) + sign * count);
    }
  }
  return { key: createHash('md5').update(id).digest('hex'), values };
}

/** Logistic regression with a ridge, by AdaGrad: always in one order, so that it gives the same weights again. */
function learnt(rows: readonly Map<string, number>[]): Map<string, number> {
  const seen = new Map<string, number>();
  for (const row of rows) for (const word of row.keys()) seen.set(word, (seen.get(word) ?? 0) + 1);
  const weights = new Map([...seen].filter(([, count]) => count >= FEWEST).map(([word]) => [word, 0]));
  const squares = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const row of rows) {
      const error = 1 - 1 / (1 + Math.exp(-sum(weights, row)));
      for (const [word, value] of row) {
        const weight = weights.get(word);
        if (weight === undefined) continue;
        const slope = error * value - RIDGE * weight;
        const square = (squares.get(word) ?? 1e-8) + slope * slope;
        squares.set(word, square);
        weights.set(word, weight + (STEP * slope) / Math.sqrt(square));
      }
    }
  }
  return weights;
}

function sum(weights: ReadonlyMap<string, number>, row: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const [word, value] of row) total += (weights.get(word) ?? 0) * value;
  return total;
}

/** Names: those of the people, and words that are mostly written with a capital inside sentences. */
function namesIn(all: readonly Conversation[]): Set<string> {
  const found = new Set<string>();
  const [capital, small] = [new Map<string, number>(), new Map<string, number>()];
  for (const { agent, customer, turns } of all) {
    for (const name of [agent.id, agent.name ?? '', customer?.name ?? ''])
      for (const part of name.toLowerCase().split(/[^\p{L}]+/u)) found.add(part);
    for (const { text } of turns) {
      for (const [, word] of text.matchAll(/[\p{L},;] (\p{L}\p{Ll}+)/gu)) {
        const counts = /^\p{Lu}/u.test(word!) ? capital : small;
        counts.set(word!.toLowerCase(), (counts.get(word!.toLowerCase()) ?? 0) + 1);
      }
    }
  }
  for (const [word, count] of capital) if (count > (small.get(word) ?? 0)) found.add(word);
  for (const word of ['i', 'im', 'ill', 'ive', 'will', 'may', 'id', 'mark', 'bill', '']) found.delete(word);
  return found;
}

function source(list: readonly string[]): string {
  const lines: string[] = [''];
  for (const entry of list) {
    if (lines.at(-1)!.length + entry.length > 104) lines.push('');
    lines[lines.length - 1] += `${lines.at(-1) === '' ? '' : ' '}${entry}`;
  }
  return `/**
 * How much a word, or two in a row, tells the agent (above 0) from the customer, in hundredths of a nat. Fitted by
 * \`scripts/fit-roles.ts\` on the conversations in \`fixtures/\`; not written by hand. \`0\` stands for any number.
 */
export const wordWeights = \`
  ${lines.join('\n  ')}
\`;
`;
}
