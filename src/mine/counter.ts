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
/** Numbers that are read at a time; whole records. */
const BLOCK = 1 << 16;

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
    const groups = new Groups();
    if (!this.#spilled) groups.visit(this.#held.subarray(0, this.#length), least, visit);
    else {
      this.#spill();
      this.#held = new Int32Array(this.#first);
      this.#spilled = false;
      for (let part = 0; part < this.#parts; part++) {
        this.#visitPart(this.#file(part), groups, least, visit);
        this.#scratch.drop(this.#file(part));
      }
    }
    this.#length = 0;
  }

  /** Every key of a part; where it has more records than are held, those of one remainder of the key after the other. */
  #visitPart(file: string, groups: Groups, least: number, visit: VisitKey): void {
    const size = this.#scratch.size(file) / Int32Array.BYTES_PER_ELEMENT;
    const shares = Math.ceil(size / this.#most);
    const block = new Int32Array(Math.min(size, BLOCK));
    const bytes = new Uint8Array(block.buffer);
    for (let share = 0; share < shares; share++) {
      let used = 0;
      for (let at = 0; at < size; at += block.length) {
        const read = this.#scratch.read(file, at * Int32Array.BYTES_PER_ELEMENT, bytes);
        const end = read / Int32Array.BYTES_PER_ELEMENT;
        for (let from = 0; from < end; from += FIELDS) {
          if (Math.floor(((block[from] as number) >>> 0) / this.#parts) % shares !== share) continue;
          groups.records = room(groups.records, used + FIELDS);
          for (let field = 0; field < FIELDS; field++) groups.records[used++] = block[from + field] as number;
        }
      }
      groups.visit(groups.records.subarray(0, used), least, visit);
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

/** Groups records by key: one pass to number the keys, one to lay their records side by side. Its memory is used again. */
class Groups {
  /** Room for the records, for who has to gather them. */
  records = new Int32Array(0);
  readonly #table = new KeyTable();
  #group = new Int32Array(0);
  /** Of each key: where its records go, and the first of them. */
  #next = new Int32Array(0);
  #first = new Int32Array(0);
  #agents = new Int32Array(0);
  #conversations = new Int32Array(0);

  visit(records: Int32Array, least: number, visit: VisitKey): void {
    const count = records.length / FIELDS;
    const table = this.#table;
    table.clear();
    this.#group = room(this.#group, count);
    this.#agents = room(this.#agents, count);
    this.#conversations = room(this.#conversations, count);
    for (let i = 0; i < count; i++)
      this.#group[i] = table.add(records[i * FIELDS] as number, records[i * FIELDS + 1] as number);
    this.#next = room(this.#next, table.length + 1).fill(0, 0, table.length + 1);
    this.#first = room(this.#first, table.length);
    for (let i = 0; i < count; i++) this.#next[(this.#group[i] as number) + 1]!++;
    for (let key = 0; key < table.length; key++) this.#next[key + 1]! += this.#next[key] as number;
    for (let i = count - 1; i >= 0; i--) this.#first[this.#group[i] as number] = i;
    for (let i = 0; i < count; i++) {
      const to = this.#next[this.#group[i] as number]!++;
      this.#agents[to] = records[i * FIELDS + 2] as number;
      this.#conversations[to] = records[i * FIELDS + 3] as number;
    }
    // each key's place has moved on to where the next one's began
    for (let key = 0; key < table.length; key++) {
      const [a, b] = [key === 0 ? 0 : (this.#next[key - 1] as number), this.#next[key] as number];
      if (b - a < least) continue;
      const at = (this.#first[key] as number) * FIELDS;
      visit(
        records[at] as number,
        records[at + 1] as number,
        this.#agents.subarray(a, b),
        this.#conversations.subarray(a, b),
      );
    }
  }
}

/** An array with room for so many; what it held stays. */
function room(array: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  if (array.length >= size) return array;
  const larger = new Int32Array(Math.max(size, Math.ceil(1.5 * array.length)));
  larger.set(array);
  return larger;
}
