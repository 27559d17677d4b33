/**
 * Rows to conversations, when a row is one turn. Conversations wait for rows that come back to them, up to a bound;
 * then the one untouched for longest is handed on, and should its id still return, that is said and the late rows
 * are left out: half a conversation is never scored in silence.
 */

/** Turns kept waiting over all conversations of a file. */
export const TURNS_WAITING = 20_000;
/** UTF-16 units of text kept waiting; one conversation larger than this is refused. */
export const TEXT_WAITING = 64 * 1024 * 1024;

/** The rows of one conversation, in file order. */
export interface Group<T> {
  readonly id: string;
  readonly first: number;
  readonly items: T[];
  size: number;
  /** Set where the conversation outgrew the limit and its rows were dropped. */
  refused: boolean;
}

/** Collects rows by conversation. */
export class Gather<T> {
  readonly #open = new Map<string, Group<T>>();
  readonly #gone = new Set<string>();
  readonly #turns: number;
  readonly #text: number;
  #last: Group<T> | null = null;
  #count = 0;
  #size = 0;

  constructor(turns = TURNS_WAITING, text = TEXT_WAITING) {
    this.#turns = turns;
    this.#text = text;
  }

  /** Adds a row; false where its conversation was handed on already (told once an id, then quietly). */
  add(id: string, row: number, item: T, size: number): 'added' | 'late' | 'late again' {
    let group = this.#last?.id === id ? this.#last : this.#open.get(id);
    if (group === undefined) {
      if (this.#gone.has(id)) return this.#toldLate(id);
      group = { id, first: row, items: [], size: 0, refused: false };
      this.#open.set(id, group);
    } else if (group !== this.#last) {
      this.#open.delete(id);
      this.#open.set(id, group);
    }
    this.#last = group;
    if (group.refused) return 'added';
    group.items.push(item);
    group.size += size;
    this.#count++;
    this.#size += size;
    if (group.size > this.#text) {
      this.#release(group);
      group.items.length = 0;
      group.refused = true;
    }
    return 'added';
  }

  readonly #told = new Set<string>();
  #toldLate(id: string): 'late' | 'late again' {
    if (this.#told.has(id)) return 'late again';
    this.#told.add(id);
    return 'late';
  }

  #release(group: Group<T>): void {
    this.#count -= group.items.length;
    this.#size -= group.size;
    group.size = 0;
  }

  /** The conversations that must go on now, to stay within the bound. */
  *overdue(): Generator<Group<T>> {
    while (this.#open.size > 1 && (this.#count > this.#turns || this.#size > this.#text)) {
      const [id, group] = this.#open.entries().next().value!;
      this.#open.delete(id);
      this.#gone.add(id);
      this.#release(group);
      yield group;
    }
  }

  /** All that still wait, in the order they began. */
  rest(): Group<T>[] {
    const groups = [...this.#open.values()].sort((a, b) => a.first - b.first);
    this.#open.clear();
    return groups;
  }
}
