/**
 * Patterns → templates. Patterns that differ in one word of content only, in three ways or more, share a slot there;
 * then every pattern that is another one but for a slip, a function word or a loose end goes into it. Works on what
 * recurs only, which is little, and in an order that the patterns alone decide.
 */
import { align, bears } from './align.ts';
import { Masked } from './masked.ts';
import { slotHash, WORD, WORDS } from './slots.ts';
import { fixedWords, type Part, parseTemplate } from './template.ts';
import { isFunctionWord } from './words.ts';

/** A pattern's plain text, and in how many conversations it came. */
export interface Counted {
  readonly text: string;
  readonly conversations: number;
}

/** So many different words in one place make a slot of it, where none of them has more than this share. */
const FILLS = 3;
const MOST_SHARE = 0.7;
/** A pattern with a slot stands for those without it from this share of their conversations on. */
const SLOT_SHARE = 0.3;
/** How much of a pattern has to lie in another one for them to be the same wording. */
const WITHIN = 0.7;
/** A fragment that comes so much more seldom than the whole comes from slips in it. */
const FRAGMENT = 0.35;
/** Words that have to stand fixed beside a slot made here. */
const LEAST_FIXED = 4;
const ROUNDS = 3;

const byReach = (a: Counted, b: Counted) =>
  b.conversations - a.conversations || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);

/** The templates behind patterns, by reach. */
export function merged(patterns: readonly Counted[]): Part[][] {
  let left = [...patterns].sort(byReach);
  for (let round = 0; round < ROUNDS; round++) {
    const next = generalised(left);
    if (next.length === left.length) break;
    left = next;
  }
  return absorbed(left.sort(byReach)).map(({ text }) => parseTemplate(text));
}

/** One round: each pattern goes into at most one slot. */
function generalised(patterns: readonly Counted[]): Counted[] {
  const groups = new Map<string, { word: string; pattern: Counted }[]>();
  for (const pattern of patterns) {
    const words = pattern.text.split(' ');
    if (words.filter(word => word !== SLOT).length <= LEAST_FIXED) continue;
    words.forEach((word, i) => {
      const parts = parseTemplate(word);
      if (word === SLOT || parts.length !== 1 || parts[0]?.slot !== false || isFunctionWord(parts[0].hash))
        return;
      const key = [...words.slice(0, i), SLOT, ...words.slice(i + 1)]
        .join(' ')
        .replace(/\{words\}(?: \{words\})+/g, SLOT);
      const group = groups.get(key);
      if (group) group.push({ word, pattern });
      else groups.set(key, [{ word, pattern }]);
    });
  }
  const known = new Map(patterns.map(pattern => [pattern.text, pattern]));
  const whole = [...groups]
    .map(([text, members]) => {
      const open = known.get(text);
      const sum = members.reduce((total, { pattern }) => total + pattern.conversations, 0);
      return { text, members, open, conversations: sum + (open?.conversations ?? 0), sum };
    })
    .filter(({ members, open, conversations, sum }) => {
      const most = Math.max(...members.map(({ pattern }) => pattern.conversations));
      const many = new Set(members.map(({ word }) => word)).size >= FILLS && most <= MOST_SHARE * sum;
      return many || (open !== undefined && open.conversations >= SLOT_SHARE * conversations);
    })
    .sort(byReach);
  const gone = new Set<string>();
  const made = new Map<string, Counted>();
  for (const { text, members, open } of whole) {
    const free = members.filter(({ pattern }) => !gone.has(pattern.text) && !made.has(pattern.text));
    if (free.length === 0 || gone.has(text) || (open === undefined && free.length < FILLS)) continue;
    for (const { pattern } of free) gone.add(pattern.text);
    const conversations = free.reduce(
      (sum, { pattern }) => sum + pattern.conversations,
      open?.conversations ?? 0,
    );
    made.set(text, { text, conversations });
  }
  return [...patterns.filter(({ text }) => !gone.has(text) && !made.has(text)), ...made.values()];
}

const SLOT = '{words}';

interface Kept extends Counted {
  readonly parts: Part[];
  readonly fixed: number;
}

/** Leaves out what is another pattern but for what may vary. The patterns come by reach. */
function absorbed(patterns: readonly Counted[]): Counted[] {
  const kept: Kept[] = [];
  const holding = new Map<number, number[]>();
  for (const pattern of patterns) {
    const parts = parseTemplate(pattern.text);
    const fixed = fixedWords(parts);
    const shared = new Map<number, number>();
    const hashes = new Set(parts.flatMap(part => (part.slot ? [] : [part.hash])));
    for (const hash of hashes)
      for (const at of holding.get(hash) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    const own = { ...pattern, parts, fixed };
    const near = [...shared].filter(([at, count]) => count >= 0.5 * Math.min(hashes.size, kept[at]!.fixed));
    if (near.some(([at]) => isSame(own, kept[at] as Kept))) continue;
    for (const hash of hashes) {
      const list = holding.get(hash);
      if (list) list.push(kept.length);
      else holding.set(hash, [kept.length]);
    }
    kept.push(own);
  }
  return kept;
}

function isSame(less: Kept, more: Kept): boolean {
  const over = align(more.parts, asSentence(less.parts), bears(more.fixed));
  if (over !== null && over.last - over.first + 1 >= WITHIN * less.parts.length) return true;
  if (less.conversations >= FRAGMENT * more.conversations) return false;
  const under = align(less.parts, asSentence(more.parts), 1);
  return under !== null && under.last - under.first + 1 >= WITHIN * more.parts.length - 1;
}

/** A template as if it were a sentence. */
function asSentence(parts: readonly Part[]): Masked {
  const sentence = new Masked();
  for (const part of parts) {
    const start = sentence.text.length;
    sentence.text += `${part.slot ? '{}' : part.word} `;
    const end = sentence.text.length - 1;
    if (part.slot) sentence.push(slotHash[WORDS] as number, WORDS, start, end);
    else sentence.push(part.hash, WORD, start, end);
  }
  sentence.close();
  return sentence;
}
