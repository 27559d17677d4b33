/**
 * What the matcher finds in a stretch of tokens, kept by the rule or guard that it belongs to, and which hits of rules
 * stand: those that no guard cancels. Every second word is part of some hit, so hits lie in flat arrays that are used
 * again for the next stretch, those of one rule or guard chained.
 */
import type { Tokens } from '../text/tokens.ts';
import type { Compiled, CompiledRule } from './compile.ts';

/** A phrase of a rule, found and not cancelled: tokens `first` to `last` of `turn`. */
export interface RuleHit {
  readonly rule: CompiledRule;
  /** The rule's index. */
  readonly index: number;
  readonly turn: number;
  readonly first: number;
  readonly last: number;
}

/** Where sentences end, and where they may: a guessed boundary is a cut and no end. */
export class Edges {
  #at = new Uint8Array(1024);

  /** Forgets what was known of tokens `from` to `to`, and takes the breaks among them. */
  read(tokens: Tokens, from: number, to: number): void {
    if (to > this.#at.length) this.#at = new Uint8Array(to * 2);
    for (let token = from; token < to; token++) this.#at[token] = tokens.isBreak(token) ? END | CUT : 0;
  }

  /** A sentence may begin at a token. */
  cut(token: number): void {
    this.#at[token]! |= CUT;
  }

  /** What a token ends is taken to go on after it. */
  bridge(token: number): void {
    this.#at[token] = 0;
  }

  /** Whether no sentence ends between two tokens. */
  joined(from: number, to: number): boolean {
    return this.#none(from, to, END);
  }

  /** Whether none even may. */
  uncut(from: number, to: number): boolean {
    return this.#none(from, to, CUT);
  }

  #none(from: number, to: number, what: number): boolean {
    for (let token = from + 1; token <= to; token++)
      if (((this.#at[token] as number) & what) !== 0) return false;
    return true;
  }
}

const END = 1;
const CUT = 2;
const NONE = -1;

/** The hits of one stretch at a time. */
export class RawHits {
  readonly #compiled: Compiled;
  readonly #edges: Edges;
  #speaker: CompiledRule['speaker'] = 'agent';
  /** Hits in the order in which they were found. */
  #first = new Int32Array(256);
  #last = new Int32Array(256);
  /** The hit of the same rule or guard that was found before. */
  #before = new Int32Array(256);
  #count = 0;
  /** The last hit of each rule, and behind the rules of each guard. */
  readonly #latest: Int32Array;
  /** Rules and guards that have hits. */
  readonly #met: number[] = [];

  /** `edges` are those of the stretch at hand. */
  constructor(compiled: Compiled, edges: Edges) {
    this.#compiled = compiled;
    this.#edges = edges;
    this.#latest = new Int32Array(compiled.rules.length + compiled.guards.length).fill(NONE);
  }

  /** Begins a stretch: only rules that listen to this speaker are heard. */
  begin(speaker: CompiledRule['speaker']): void {
    for (const owner of this.#met) this.#latest[owner] = NONE;
    this.#met.length = 0;
    this.#count = 0;
    this.#speaker = speaker;
  }

  /** Takes a hit of a slot; those of word classes are left out. */
  put(slot: number, first: number, last: number): void {
    const { slots, rules } = this.#compiled;
    let owner = slots[slot] as number;
    if (owner >= rules.length) return;
    if (owner < 0) owner = rules.length - 1 - owner;
    else if ((rules[owner] as CompiledRule).speaker !== this.#speaker) return;
    const hit = this.#count++;
    if (hit === this.#first.length) this.#grow();
    this.#first[hit] = first;
    this.#last[hit] = last;
    const before = this.#latest[owner] as number;
    this.#before[hit] = before;
    if (before === NONE) this.#met.push(owner);
    this.#latest[owner] = hit;
  }

  #grow(): void {
    const grown = (array: Int32Array<ArrayBuffer>) => {
      const larger = new Int32Array(array.length * 2);
      larger.set(array);
      return larger;
    };
    [this.#first, this.#last, this.#before] = [grown(this.#first), grown(this.#last), grown(this.#before)];
  }

  /** The hits of rules that no guard cancels, those inside another of the same rule left out. In order. */
  standing(turn: number): RuleHit[] {
    const out: RuleHit[] = [];
    const { rules } = this.#compiled;
    for (const index of this.#met) {
      const rule = rules[index];
      if (rule === undefined) continue; // a guard
      const from = out.length;
      for (let hit = this.#latest[index] as number; hit !== NONE; hit = this.#before[hit] as number) {
        const first = this.#first[hit] as number;
        const last = this.#last[hit] as number;
        if (!this.#cancelled(rule, first, last)) out.push({ rule, index, turn, first, last });
      }
      if (out.length - from > 1) longest(out, from);
    }
    return out.length > 1 ? out.sort(inOrder) : out;
  }

  /** Whether one of a rule's guards cancels a hit. */
  #cancelled(rule: CompiledRule, first: number, last: number): boolean {
    for (const guard of rule.guards)
      for (let hit = this.#of(guard); hit !== NONE; hit = this.#before[hit] as number)
        if (this.#cancels(guard, hit, first, last)) return true;
    return false;
  }

  /** Whether a guard that lies outside tokens `from` to `to` cancels a hit; one that works anywhere in a sentence does not. */
  cancelledFromOutside({ rule, first, last }: RuleHit, from: number, to: number): boolean {
    for (const guard of rule.guards) {
      if (this.#compiled.guards[guard]?.side === 'anywhere') continue;
      for (let hit = this.#of(guard); hit !== NONE; hit = this.#before[hit] as number)
        if (
          ((this.#last[hit] as number) < from || (this.#first[hit] as number) >= to) &&
          this.#cancels(guard, hit, first, last)
        )
          return true;
    }
    return false;
  }

  #of(guard: number): number {
    return this.#latest[this.#compiled.rules.length + guard] as number;
  }

  /** A guard beside its hit reaches over a guessed boundary, one anywhere in the sentence does not. */
  #cancels(guard: number, at: number, first: number, last: number): boolean {
    const { side, within } = this.#compiled.guards[guard] as Compiled['guards'][number];
    const edges = this.#edges;
    const [from, to] = [this.#first[at] as number, this.#last[at] as number];
    if (side === 'before') return to < first && first - to - 1 <= within && edges.joined(to, first);
    if (side === 'after') return from > last && from - last - 1 <= within && edges.joined(last, from);
    if (to < first) return edges.uncut(to, first);
    return from <= last || edges.uncut(last, from);
  }
}

/** Drops those hits from `from` on that lie inside others. */
function longest(hits: RuleHit[], from: number): void {
  const own = hits.splice(from).sort((a, b) => a.first - b.first || b.last - a.last);
  let end = NONE;
  for (const hit of own)
    if (hit.last > end) {
      hits.push(hit);
      end = hit.last;
    }
}

/** By place, then by rule. */
export const inOrder = (a: RuleHit, b: RuleHit): number =>
  a.first - b.first || a.last - b.last || (a.rule.id < b.rule.id ? -1 : a.rule.id > b.rule.id ? 1 : 0);
