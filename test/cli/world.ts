/** A world for `main`: streams that remember, and no terminal unless one is asked for. */
import { Writable } from 'node:stream';
import type { Io } from '../../src/cli/io.ts';

/** A stream that keeps what is written to it. */
export class Kept extends Writable {
  text = '';
  isTTY = false;

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    this.text += chunk.toString();
    done();
  }
}

/** A stream that fails with a system error from its first write on. */
export class Broken extends Writable {
  readonly #code: string;

  constructor(code: string) {
    super();
    this.#code = code;
  }

  override _write(_chunk: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    done(Object.assign(new Error(this.#code), { code: this.#code }));
  }
}

/** What a test may set. */
export interface WorldOptions {
  readonly stdin?: string;
  readonly terminal?: boolean;
  readonly colour?: boolean;
  readonly columns?: number;
  readonly env?: Record<string, string>;
  readonly stdout?: Writable;
}

/** The world, and its two outputs to look at. */
export function world(options: WorldOptions = {}): { io: Io; stdout: Kept; stderr: Kept } {
  const [stdout, stderr] = [new Kept(), new Kept()];
  stdout.isTTY = options.terminal ?? false;
  const bytes = async function* () {
    yield new TextEncoder().encode(options.stdin ?? '');
  };
  const stdin = Object.assign(bytes(), { isTTY: (options.terminal ?? false) && options.stdin === undefined });
  const { columns = 80, colour = false, env = {} } = options;
  return {
    io: {
      stdin,
      stdout: options.stdout ?? stdout,
      stderr,
      env,
      columns,
      colour,
      workers: 1,
      onStop: new Set(),
    },
    stdout,
    stderr,
  };
}
