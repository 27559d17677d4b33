/** Every output of a run in one pass: standard output and any number of `-o` files. */
import type { ConversationScore, Reporter, RubricOutline, Run, Scorecard } from '../index.ts';
import { refuseClashes } from './clashes.ts';
import { type By, reporterForFile, reporterNamed } from './format.ts';
import { OutputFile } from './output-file.ts';
import type { Session, Style } from './session.ts';
import type { Sink } from './stdout.ts';

const FILE_COLUMNS = 100;

/** What the user asked to have written. */
export interface Wanted {
  readonly by: By;
  /** Undefined where `--format` was not given. */
  readonly format: string | undefined;
  readonly files: readonly string[];
  /** Whether tables show what agents repeat. */
  readonly lines?: boolean;
  /** The inputs, which no output may overwrite. */
  readonly inputs: readonly string[];
  /** What results are made by. */
  readonly rubric: RubricOutline;
}

interface Channel {
  readonly reporter: Reporter;
  readonly sink: Sink;
  readonly style: Style;
}

/** What a run writes, and where to. */
export class Outputs {
  readonly #channels: Channel[] = [];
  readonly #files: OutputFile[] = [];
  readonly #terminal: Sink | null;
  #rows = 0;

  private constructor({ io, stdout }: Session) {
    this.#terminal = io.stdout.isTTY ? stdout : null;
  }

  /** Checks everything before it opens anything. Throws `UsageError` and `OutputError`. */
  static async open(wanted: Wanted, session: Session): Promise<Outputs> {
    const { by, format, files, inputs, lines = false, rubric } = wanted;
    const planned = files.map(file => ({ file, reporter: reporterForFile(file, by) }));
    await refuseClashes(files, inputs);
    const outputs = new Outputs(session);
    if (format !== undefined || files.length === 0) {
      const reporter = reporterNamed(format ?? (session.io.stdout.isTTY ? 'table' : 'json'), by);
      outputs.#channels.push({
        reporter,
        sink: session.stdout,
        style: { ...(await session.style()), lines, rubric },
      });
    }
    const style = { ...(await session.style(false)), width: FILE_COLUMNS, lines, rubric };
    try {
      for (const { file, reporter } of planned) {
        const sink = await OutputFile.create(file, session.io.onStop);
        outputs.#files.push(sink);
        outputs.#channels.push({ reporter, sink, style });
      }
    } catch (error) {
      outputs.abandon();
      throw error;
    }
    return outputs;
  }

  /** Whether any of it shows moments. */
  get coaching(): boolean {
    return this.#channels.some(({ reporter }) => reporter.coaching === true);
  }

  /** Whether nobody takes any of it any more. */
  get gone(): boolean {
    return this.#channels.every(({ sink }) => sink.gone);
  }

  /** Whether a person sees it come. */
  get onTerminal(): boolean {
    return this.#channels.some(({ sink }) => sink === this.#terminal);
  }

  /** The whole scorecard. */
  scorecard(card: Scorecard): Promise<void> {
    return this.#all(({ reporter, style }) => reporter.scorecard?.(card, style));
  }

  /** What stands before the rows. */
  begin(): Promise<void> {
    return this.#all(({ reporter, style }) => reporter.begin?.(style));
  }

  /** One conversation. */
  row(score: ConversationScore): Promise<void> {
    const index = this.#rows++;
    return this.#all(({ reporter, style }) => reporter.row?.(score, index, style));
  }

  /** What stands after the rows. */
  end(run: Run): Promise<void> {
    return this.#all(({ reporter, style }) => reporter.end?.(run, style));
  }

  async #all(text: (channel: Channel) => string | undefined): Promise<void> {
    for (const channel of this.#channels)
      if (!channel.sink.gone) await channel.sink.write(text(channel) ?? '');
  }

  /** Writes what is left; with `keep` the files take their places, all of them or none. */
  async finish(keep: boolean): Promise<void> {
    for (const { sink } of this.#channels) await sink.finish();
    if (!keep) this.abandon();
    else for (const file of this.#files) await file.keep();
  }

  /** Leaves no file behind. */
  abandon(): void {
    for (const file of this.#files) file.abandon();
  }
}
