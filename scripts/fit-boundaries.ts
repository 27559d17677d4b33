/**
 * Fits where sentences end in unpunctuated speech, and writes src/text/boundaries.yaml:
 *
 *     npx tsx scripts/fit-boundaries.ts [--dry] CONVERSATIONS.jsonl…
 *
 * Nobody has to label anything: punctuated turns lose their marks and capitals, and the table learns to put the marks
 * back. Printed is how well it does on conversations it has not seen (five parts, by a hash of their ids), beside a list
 * of words that usually begin a clause, which it took the place of.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import type { Conversation } from '../src/model/conversation.ts';
import { Boundaries, type BoundaryTable, buildBoundaries, gapFeatures } from '../src/text/boundaries.ts';
import { NAME, NUMBER, Tokens } from '../src/text/tokens.ts';
import { Vocabulary } from '../src/text/vocabulary.ts';
import { type Fitted, fitted, type Row } from './fit/logistic.ts';
import { FOLDS, foldOf } from './fit/table.ts';

const files = process.argv.slice(2).filter(arg => !arg.startsWith('--'));
/** A feature counts from this many gaps on; smaller weights are left out. */
const LEAST_SEEN = 3;
const LEAST_WEIGHT = 0.15;
const PENALTY = 1;
/** A turn teaches if it has a mark at least every so many words; a shorter one says nothing on boundaries. */
const MOST_WORDS_A_MARK = 25;

interface Stretch {
  readonly fold: number;
  readonly words: readonly number[];
  readonly written: readonly string[];
  /** Whether a sentence ends before the word. */
  readonly starts: readonly boolean[];
}

/** How social-media agents sign: `^KW`, `- Hollie`. */
const signature = /\s[\^~*-]\s?\w{1,10}\s*$/;

const tokens = new Tokens(new Vocabulary([]));

/** A turn without its marks. */
function stretchOf(id: string, names: readonly string[], said: string): Stretch | null {
  const text = said.toLowerCase().replace(signature, '');
  tokens.reset(names);
  tokens.add(text);
  const words: number[] = [];
  const written: string[] = [];
  const starts: boolean[] = [];
  let begins = false;
  let marks = 0;
  for (let token = 1; token < tokens.length; token++) {
    if (tokens.isBreak(token)) {
      begins = true;
      marks++;
      continue;
    }
    const mark = tokens.word[token] as number;
    words.push(tokens.bare[token] as number);
    written.push(
      mark === -2 - NUMBER
        ? '<number>'
        : mark === -2 - NAME
          ? '<name>'
          : text.slice(tokens.start[token], tokens.end[token]).replace(/['’‘`´]/g, ''),
    );
    starts.push(begins && words.length > 1);
    begins = false;
  }
  const teaches = /[.?!](\s|$)/.test(text) && words.length > 2 && words.length <= marks * MOST_WORDS_A_MARK;
  return teaches ? { fold: foldOf(id), words, written, starts } : null;
}

const stretches = files
  .flatMap(file => readFileSync(file, 'utf8').split('\n').filter(Boolean))
  .flatMap(line => {
    const { id, agent, customer, turns } = JSON.parse(line) as Conversation;
    const names = [agent.name ?? '', customer?.name ?? ''];
    return turns
      .filter(turn => turn.speaker === 'agent' || turn.speaker === 'customer')
      .flatMap(turn => stretchOf(id, names, turn.text) ?? []);
  });

const names = new Map<number, string>();
const seen = new Map<number, number>();
const gaps = stretches.flatMap(({ fold, words, written, starts }) => {
  let begun = 0;
  return words.slice(1).map((_, i) => {
    const at = i + 1;
    const keys: number[] = [];
    gapFeatures(words, at, at - begun, words.length - at, (key, name) => {
      if (!names.has(key))
        names.set(
          key,
          name(n => written[n] as string),
        );
      seen.set(key, (seen.get(key) ?? 0) + 1);
      keys.push(key);
    });
    if (starts[at]) begun = at;
    return { fold, keys, label: starts[at] as boolean };
  });
});
const numbers = new Map<number, number>();
for (const [key, times] of seen)
  if (times >= LEAST_SEEN && /^\(|^[a-z <>|[\]]+$/.test(names.get(key) as string))
    numbers.set(key, numbers.size);

const rowsOf = (without: number | null) =>
  gaps
    .filter(gap => gap.fold !== without)
    .map(
      ({ keys, label }): Row => ({ features: keys.flatMap(key => numbers.get(key) ?? []), label, weight: 1 }),
    );
const tableOf = ({ bias, weights }: Fitted, threshold: number): BoundaryTable => ({
  bias: Math.round(1000 * bias) / 1000,
  threshold,
  weights: Object.fromEntries(
    [...numbers]
      .map(([key, n]) => [names.get(key) as string, Math.round(100 * (weights[n] as number)) / 100] as const)
      .filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)),
  ),
});

type Finder = (stretch: Stretch) => readonly number[];
/** F with precision counting double: a wrong cut tears a statement apart, a missed one only joins two. */
const half = (precision: number, recall: number) => (1.25 * precision * recall) / (0.25 * precision + recall);
function told(finder: (fold: number) => Finder, least = 0) {
  let [found, right, all] = [0, 0, 0];
  for (let fold = 0; fold < FOLDS; fold++) {
    const find = finder(fold);
    for (const stretch of stretches.filter(s => s.fold === fold && s.words.length > least)) {
      const starts = find(stretch);
      found += starts.length;
      right += starts.filter(at => stretch.starts[at]).length;
      all += stretch.starts.filter(Boolean).length;
    }
  }
  const [precision, recall] = [right / found, right / all];
  return { precision, recall, f1: (2 * right) / (found + all), choice: half(precision, recall) };
}
const show = (name: string, { precision, recall, f1 }: ReturnType<typeof told>) =>
  console.log(`${name}: precision ${precision.toFixed(3)} recall ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`);

console.log(
  `${stretches.length} turns, ${gaps.length} gaps, ${gaps.filter(g => g.label).length} boundaries, ${numbers.size} features`,
);
const models = Array.from({ length: FOLDS }, (_, fold) => fitted(rowsOf(fold), numbers.size, PENALTY));
function finderOf(fold: number, threshold: number): Finder {
  const boundaries = new Boundaries(buildBoundaries(tableOf(models[fold] as Fitted, threshold)));
  return ({ words }) => boundaries.starts(words, 0, words.length - 1);
}
let best = { threshold: 0.5, f1: 0, choice: 0 };
for (let t = 15; t <= 60; t += 5) {
  const threshold = t / 100;
  const figures = told(fold => finderOf(fold, threshold));
  show(`fitted, from ${threshold}`, figures);
  if (figures.choice > best.choice) best = { ...figures, threshold };
}
/** Turns that the list of words below was for. */
const LONG = 22;
/** What came before: pieces of at least seven words, cut before words that usually begin a clause. */
const clauseStarts = new Set(
  `so and but okay ok right now well because then anyway alright is can could would may what how when where who do did
  have are thank thanks please sorry let hello hi yes no im ill ive id well were youll youre lets thats its i`.split(
    /\s+/,
  ),
);
show(
  'list of words',
  told(
    () =>
      ({ words, written }) => {
        const out: number[] = [];
        let begun = 0;
        for (let at = 7; at <= words.length - 7; at++)
          if (at - begun >= 7 && clauseStarts.has(written[at] as string)) {
            out.push(at);
            begun = at;
          }
        return out;
      },
    LONG,
  ),
);
show(
  'fitted, in turns as long as the list needs',
  told(fold => finderOf(fold, best.threshold), LONG),
);
if (!process.argv.includes('--dry')) {
  const table = tableOf(fitted(rowsOf(null), numbers.size, PENALTY), best.threshold);
  const about = {
    title: 'Where sentences end in speech without marks',
    source: `Fitted by scripts/fit-boundaries.ts on ${stretches.length} punctuated turns of this project's own conversations, their marks and capitals taken away; unseen ${best.f1.toFixed(3)} F1 of boundaries`,
  };
  writeFileSync('src/text/boundaries.yaml', stringify({ ...about, ...table }, { lineWidth: 0 }));
  console.log(`${Object.keys(table.weights).length} weights written`);
}
