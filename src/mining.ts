/** `mine` and script files as a library: paths in, entries out. The public way to what lies in `mine/`. */
import { compiled } from './compiled/rules.ts';
import { type Scripts, scriptsOf } from './known-wording.ts';
import {
  type Corpus,
  discover,
  entriesOf,
  mining,
  type OnStop,
  parseScripts,
  Scratch,
  type ScriptEntry,
  Spool,
  type Thresholds,
} from './mine/index.ts';
import type { Conversation, Reading } from './model/conversation.ts';
import type { Run } from './model/scorecard.ts';
import { Seen } from './seen.ts';

/** What mining may be told. */
export interface MineOptions extends Partial<Thresholds> {
  /** Learns what has to be undone when the user stops the run. */
  readonly onStop?: OnStop;
  /** Called for every reading of the first pass, in order. */
  readonly onReading?: (reading: Reading) => void;
  /** Called for every conversation of every pass. */
  readonly onConversation?: () => void;
}

/** The templates that were found, by reach, and what was read. */
export interface MinedScripts {
  readonly conversations: number;
  readonly agents: number;
  readonly scripts: readonly ScriptEntry[];
  readonly run: Run;
}

/** Finds recurring wording. `open` gives the readings; where `again` is false it is asked once, and they are kept on the disk. */
export async function mineReadings(
  open: () => AsyncIterable<Reading>,
  again: boolean,
  options: MineOptions = {},
): Promise<MinedScripts> {
  const { onStop, onReading, onConversation } = options;
  const { conversations, share, agents } = { ...mining, ...options };
  const scratch = new Scratch(onStop);
  try {
    const spool = again ? null : new Spool(scratch);
    let run: Run | null = null;
    const corpus: Corpus = async function* () {
      const first = run === null;
      const seen = new Seen();
      for await (const reading of first || spool === null ? open() : spool.readings()) {
        if (first) spool?.add(reading);
        if (first) onReading?.(reading);
        if ('problem' in reading) {
          if (reading.problem.kind === 'unscored') seen.untold(reading.problem);
          else seen.problem(reading.problem);
          continue;
        }
        seen.conversation(reading.conversation);
        onConversation?.();
        if (hasAgent(reading.conversation)) yield reading.conversation;
      }
      run ??= seen.run();
    };
    const thresholds = { conversations, share, agents };
    const found = await discover(corpus, thresholds, compiled().automaton.words, scratch);
    const scripts = entriesOf(found);
    return { conversations: found.conversations, agents: found.agents, scripts, run: run as unknown as Run };
  } finally {
    scratch.remove();
  }
}

const hasAgent = ({ turns }: Conversation) => turns.some(({ speaker }) => speaker === 'agent');

/** Reads script files for `score`: pairs of name and content. Throws `UsageError` for the first file with faults. */
export function readScripts(files: readonly (readonly [name: string, content: string])[]): Scripts {
  const entries = files.flatMap(([name, content]) => parseScripts(name, content));
  return scriptsOf(entries);
}
