/**
 * The pass beside the corridor: what other conversations say of an agent's wording. It goes through the input before
 * it is scored; input that comes once (standard input, a pipe) is kept on the disk meanwhile.
 */
import { reading } from './compiled/reading.ts';
import { compiled } from './compiled/rules.ts';
import { type Countable, Countables } from './mine/countable.ts';
import { type OnStop, Scratch } from './mine/disk.ts';
import { Repeats } from './mine/repeats.ts';
import { type RepeatTables, Routines } from './mine/routines.ts';
import type { ScriptEntry } from './mine/script-entry.ts';
import { scriptKnowing } from './mine/scripts.ts';
import { Spool } from './mine/spool.ts';
import type { Reading } from './model/conversation.ts';
import type { Comparing } from './model/signals.ts';
import type { Knowing, KnownWording } from './model/wording.ts';
import { Boundaries } from './text/boundaries.ts';

/** What scoring may know beside the conversation itself. */
export interface WordingOptions {
  /** Whether sentences that the run repeats count as scripted: the input is gone through twice then. */
  readonly mine?: boolean | undefined;
  /** What script files say of a conversation's wording: see `readScripts`. */
  readonly scripts?: Knowing | Scripts | undefined;
  /** Learns what has to be undone when the user stops the run. */
  readonly onStop?: OnStop | undefined;
  /** Tells what is counted of each conversation, in whichever thread; this one where left out. */
  readonly counting?: Counting | undefined;
  /** Called for every conversation that was counted before scoring. */
  readonly onCounted?: (() => void) | undefined;
}

/** Readings → the same with what is counted of them, where they are conversations; in their order. */
export type Counting = (readings: AsyncIterable<Reading>) => AsyncIterable<Counted>;
export type Counted =
  | { readonly reading: Extract<Reading, { conversation: unknown }>; readonly made: Countable }
  | { readonly reading: Exclude<Reading, { conversation: unknown }>; readonly made?: undefined };

/** Tells what is counted of one conversation after the other. */
export const countables = (): Countables =>
  new Countables(compiled().automaton.words, new Boundaries(reading().boundaries));

/** The counting of this thread. */
async function* countingHere(readings: AsyncIterable<Reading>): AsyncGenerator<Counted> {
  const made = countables();
  for await (const reading of readings)
    yield 'problem' in reading ? { reading } : { reading, made: made.of(reading.conversation) };
}

/** A `Knowing` with what it goes by, so that another thread can be told the same. */
export interface Scripts extends Knowing {
  readonly entries: readonly ScriptEntry[];
}

/** What is known beforehand, as plain data: `knowingOf` makes it speak, in whichever thread. */
export interface Wording {
  readonly repeats: RepeatTables | null;
  readonly scripts: readonly ScriptEntry[] | null;
}

/** What is known, the readings to score, and what to do when they have been scored. */
export interface Prepared {
  readonly knowing: Knowing | undefined;
  /** The same as data; null where `scripts` is a function that says not what it goes by. */
  readonly wording: Wording | null;
  /** Compares with the other conversations; undefined where they were not gone through. */
  readonly comparing: Comparing | undefined;
  readonly readings: AsyncIterable<Reading>;
  /** Takes away what was kept on the disk. */
  done(): void;
}

/** Opens the readings: `unchecked` where they are only counted this time, and come again. */
export type Open = (how: { readonly unchecked: boolean }) => AsyncIterable<Reading>;

/** Goes through the readings once, where asked to; `open` gives them again where `replays` says that it can. */
export async function prepared(open: Open, replays: boolean, options: WordingOptions): Promise<Prepared> {
  const { scripts, mine = false, onStop, onCounted, counting = countingHere } = options;
  const told = (repeats: RepeatTables | null) => ({
    knowing: repeats === null ? scripts : both(scripts, repeated(repeats)),
    wording: scripts === undefined ? { repeats, scripts: null } : wordingOf(scripts, repeats),
  });
  if (!mine)
    return { ...told(null), comparing: undefined, readings: open({ unchecked: false }), done: () => {} };
  const scratch = new Scratch(onStop);
  try {
    const repeats = new Repeats(scratch);
    const spool = replays ? null : new Spool(scratch);
    let alone: [string, Countable] | null = null; // nothing is counted before there is a second
    let counted = 0;
    for await (const { reading, made } of counting(open({ unchecked: replays }))) {
      spool?.add(reading);
      if (made === undefined) continue;
      if (counted++ === 0) alone = [reading.conversation.id, made];
      else {
        if (alone !== null) repeats.add(...alone);
        alone = null;
        repeats.add(reading.conversation.id, made);
      }
      onCounted?.();
    }
    return {
      ...told(repeats.finish()),
      comparing: conversation => repeats.compared(conversation),
      readings: spool?.readings() ?? open({ unchecked: false }),
      done: () => scratch.remove(),
    };
  } catch (error) {
    scratch.remove();
    throw error;
  }
}

const wordingOf = (scripts: Knowing | Scripts, repeats: RepeatTables | null): Wording | null =>
  'entries' in scripts ? { repeats, scripts: scripts.entries } : null;

/** Tells what is known from data; undefined where nothing is. */
export function knowingOf({ scripts, repeats }: Wording): Knowing | undefined {
  const asWritten = scripts === null ? undefined : scriptsOf(scripts);
  return repeats === null ? asWritten : both(asWritten, repeated(repeats));
}

/** Finds the sentences that follow entries of script files. */
export const scriptsOf = (entries: readonly ScriptEntry[]): Scripts =>
  Object.assign(scriptKnowing(entries, compiled().automaton.words), { entries });

function repeated(tables: RepeatTables): Knowing {
  const { words } = compiled().automaton;
  const routines = new Routines(tables, words, new Boundaries(reading().boundaries));
  return conversation => routines.known(conversation);
}

/** A sentence that both know is one, with the evidence of both; but an exemption is for its own words. */
function both(scripts: Knowing | undefined, repeated: Knowing): Knowing {
  if (scripts === undefined) return repeated;
  return conversation => {
    const out: KnownWording[] = [...scripts(conversation)];
    for (const one of repeated(conversation)) {
      const over = (other: KnownWording) =>
        other.turn === one.turn && other.start < one.end && one.start < other.end;
      const places = out.flatMap((other, at) => (over(other) ? [at] : []));
      const exempt = places.some(at => out[at]?.exempt !== undefined);
      for (const at of places) {
        const other = out[at] as KnownWording;
        const start = exempt ? other.start : Math.min(one.start, other.start);
        const end = exempt ? other.end : Math.max(one.end, other.end);
        out[at] = { ...one, ...other, start, end };
      }
      if (places.length === 0) out.push(one);
    }
    return out.sort((a, b) => a.turn - b.turn || a.start - b.start);
  };
}
