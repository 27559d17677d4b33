/**
 * The pass beside the corridor: what other conversations say of an agent's wording. It goes through the input before
 * it is scored; input that comes once (standard input, a pipe) is kept on the disk meanwhile.
 */
import { reading } from './compiled/reading.ts';
import { compiled } from './compiled/rules.ts';
import { type OnStop, Scratch } from './mine/disk.ts';
import { Repeats } from './mine/repeats.ts';
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
  readonly scripts?: Knowing | undefined;
  /** Learns what has to be undone when the user stops the run. */
  readonly onStop?: OnStop | undefined;
  /** Called for every conversation that was counted before scoring. */
  readonly onCounted?: (() => void) | undefined;
}

/** What is known, the readings to score, and what to do when they have been scored. */
export interface Prepared {
  readonly knowing: Knowing | undefined;
  /** Compares with the other conversations; undefined where they were not gone through. */
  readonly comparing: Comparing | undefined;
  readonly readings: AsyncIterable<Reading>;
  /** Takes away what was kept on the disk. */
  done(): void;
}

/** Goes through the readings once, where asked to; `open` gives them again where `replays` says that it can. */
export async function prepared(
  open: () => AsyncIterable<Reading>,
  replays: boolean,
  options: WordingOptions,
): Promise<Prepared> {
  const { scripts, mine = false, onStop, onCounted } = options;
  if (!mine) return { knowing: scripts, comparing: undefined, readings: open(), done: () => {} };
  const scratch = new Scratch(onStop);
  try {
    const repeats = new Repeats(compiled().automaton.words, new Boundaries(reading().boundaries), scratch);
    const spool = replays ? null : new Spool(scratch);
    for await (const reading of open()) {
      spool?.add(reading);
      if ('problem' in reading) continue;
      repeats.add(reading.conversation);
      onCounted?.();
    }
    repeats.finish();
    const repeated: Knowing = conversation => repeats.known(conversation);
    return {
      knowing: scripts === undefined ? repeated : both(scripts, repeated),
      comparing: conversation => repeats.compared(conversation),
      readings: spool?.readings() ?? open(),
      done: () => scratch.remove(),
    };
  } catch (error) {
    scratch.remove();
    throw error;
  }
}

/** A sentence that both know is one, with the evidence of both; but an exemption is for its own words. */
const both =
  (scripts: Knowing, repeated: Knowing): Knowing =>
  conversation => {
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
