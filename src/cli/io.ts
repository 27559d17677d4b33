/** What the command line has to do with the world, in one object, so that tests can be that world. */
import type { Writable } from 'node:stream';

/** A stream that may be a terminal. */
export type Terminal<S> = S & { readonly isTTY?: boolean };

/** The world a command runs in. */
export interface Io {
  readonly stdin: Terminal<AsyncIterable<Uint8Array>>;
  readonly stdout: Terminal<Writable>;
  readonly stderr: Terminal<Writable>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Columns that text for people may take. */
  readonly columns: number;
  /** Whether standard output shows colours. */
  readonly colour: boolean;
  /** What `--workers auto` stands for here. */
  readonly workers: number | 'auto';
  /** What has to be undone when the user stops the run; every entry is quick and does not throw. */
  readonly onStop: Set<() => void>;
}

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** This process as that world. Ctrl-C undoes what was begun and leaves quietly with 130. */
export function processIo(): Io {
  const { stdout, stderr, env } = process;
  const onStop = new Set<() => void>();
  for (const [signal, code] of Object.entries(SIGNALS))
    process.once(signal, () => {
      for (const undo of onStop) undo();
      process.exit(code);
    });
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '' && env.FORCE_COLOR !== '0';
  const columns = stdout.columns || Number.parseInt(env.COLUMNS ?? '', 10) || 80;
  return {
    get stdin() {
      return process.stdin; // opened only where it is read
    },
    stdout,
    stderr,
    env,
    columns,
    colour: forced || (stdout.isTTY === true && stdout.hasColors()),
    workers: 'auto',
    onStop,
  };
}
