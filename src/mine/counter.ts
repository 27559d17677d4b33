/**
 * Exact counts of who said what in how many conversations, for any number of records in bounded memory. A record is
 * four integers: key (64 bits), agent, conversation. Up to a limit they stay in memory; then they go to files, parted
 * by the key's first bits, which are counted one at a time. Counts do not depend on the order or the parting
 * (performance.md, section 4: as fast as a table in memory, and exact).
 */
import type { Scratch } from './disk.ts';
import { KeyTable } from './key-table.ts';

const FIELDS = 4;
/** Records held in memory: 4 MB. More made nothing faster. */
const HELD = 1 << 18;
const PARTS = 64;

/** All records of one key: `agents[i]` said it in `conversations[i]`. */
export type VisitKey = (hi: number, lo: number, agents: Int32Array, conversations: Int32Array) => void;

/** Takes records, then gives them back by key. */
export class Counter {
  readonly #scratch: Scratch;
  readonly #name: string;
  readonly #parts: number;
  #held: Int32Array;
  readonly #most: number;
  #length = 0;
  #spilled = false;

  constructor(scratch: Scratch, name: string, most = HELD, parts = PARTS) {
    this.#scratch = scratch;
    this.#name = name;
    this.#most = most * FIELDS;
    this.#parts = parts;
    this.#held = new Int32Array(this.#first);
  }

  /** Room at the beginning; it grows with what comes. */
  get #first(): number {
    return Math.min(this.#most, 1 << 14);
  }

  /** Adds a record. */
  add(hi: number, lo: number, agent: number, conversation: number): void {
    if (this.#length === this.#most) this.#spill();
    if (this.#length === this.#held.length) {
      const larger = new Int32Array(Math.min(this.#most, this.#held.length * 2));
      larger.set(this.#held);
      this.#held = larger;
    }
    this.#held[this.#length++] = hi;
    this.#held[this.#length++] = lo;
    this.#held[this.#length++] = agent;
    this.#held[this.#length++] = conversation;
  }

  /** Every key that has at least `least` records, once. The counter is empty afterwards. */
  visit(least: number, visit: VisitKey): void {
    if (!this.#spilled) byKey(this.#held.subarray(0, this.#length), least, visit);
    else {
      this.#spill();
      this.#held = new Int32Array(this.#first);
      this.#spilled = false;
      for (let part = 0; part < this.#parts; part++) {
        const bytes = this.#scratch.bytes(this.#file(part));
        this.#scratch.drop(this.#file(part));
        const records = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
        this.#grouped(records, least, visit);
      }
    }
    this.#length = 0;
  }

  /** Every key of a part; where it has more than is held in memory, those of one remainder of the key after the other. */
  #grouped(records: Int32Array, least: number, visit: VisitKey): void {
    const shares = Math.ceil(records.length / this.#most);
    if (shares < 2) {
      byKey(records, least, visit);
      return;
    }
    const shareOf = (at: number) => Math.floor(((records[at] as number) >>> 0) / this.#parts) % shares;
    const lengths = new Int32Array(shares);
    for (let at = 0; at < records.length; at += FIELDS) lengths[shareOf(at)]! += FIELDS;
    for (let share = 0; share < shares; share++) {
      const some = new Int32Array(lengths[share] as number);
      let to = 0;
      for (let at = 0; at < records.length; at += FIELDS) {
        if (shareOf(at) !== share) continue;
        for (let field = 0; field < FIELDS; field++) some[to++] = records[at + field] as number;
      }
      byKey(some, least, visit);
    }
  }

  #file(part: number): string {
    return `${this.#name}-${part}`;
  }

  #spill(): void {
    this.#spilled = true;
    const part = (at: number) => ((this.#held[at] as number) >>> 0) % this.#parts;
    const counts = new Int32Array(this.#parts + 1);
    for (let at = 0; at < this.#length; at += FIELDS) counts[part(at) + 1]! += FIELDS;
    for (let i = 0; i < this.#parts; i++) counts[i + 1]! += counts[i] as number;
    const sorted = new Int32Array(this.#length);
    const next = counts.slice();
    for (let at = 0; at < this.#length; at += FIELDS) {
      const to = next[part(at)] as number;
      for (let field = 0; field < FIELDS; field++) sorted[to + field] = this.#held[at + field] as number;
      next[part(at)] = to + FIELDS;
    }
    for (let i = 0; i < this.#parts; i++) {
      const piece = sorted.subarray(counts[i], counts[i + 1]);
      if (piece.length > 0)
        this.#scratch.append(this.#file(i), new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength));
    }
    this.#length = 0;
  }
}

/** Groups records by key: one pass to number the keys, one to lay their records side by side. */
function byKey(records: Int32Array, least: number, visit: VisitKey): void {
  const count = records.length / FIELDS;
  const table = new KeyTable(Math.max(16, count >> 1));
  const group = new Int32Array(count);
  let sizes = new Int32Array(1024);
  for (let i = 0; i < count; i++) {
    const number = table.add(records[i * FIELDS] as number, records[i * FIELDS + 1] as number);
    if (number >= sizes.length) {
      const larger = new Int32Array(sizes.length * 2);
      larger.set(sizes);
      sizes = larger;
    }
    group[i] = number;
    sizes[number]!++;
  }
  const from = new Int32Array(table.length + 1);
  for (let number = 0; number < table.length; number++)
    from[number + 1] = (from[number] as number) + (sizes[number] as number);
  const next = from.slice();
  const agents = new Int32Array(count);
  const conversations = new Int32Array(count);
  const first = new Int32Array(table.length).fill(-1);
  for (let i = 0; i < count; i++) {
    const number = group[i] as number;
    if (first[number] === -1) first[number] = i;
    const to = next[number]!++;
    agents[to] = records[i * FIELDS + 2] as number;
    conversations[to] = records[i * FIELDS + 3] as number;
  }
  for (let number = 0; number < table.length; number++) {
    const [a, b] = [from[number] as number, from[number + 1] as number];
    if (b - a < least) continue;
    const at = (first[number] as number) * FIELDS;
    visit(
      records[at] as number,
      records[at + 1] as number,
      agents.subarray(a, b),
      conversations.subarray(a, b),
    );
  }
}
