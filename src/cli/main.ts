/**
 * The command line: words typed → a command → an exit code. A command's code is loaded when it is asked for, so
 * that `--version` and `--help` answer at once.
 */
import { Command, CommanderError } from 'commander';
import { UsageError, version } from '../index.ts';
import { type Io, processIo } from './io.ts';
import { Messages } from './messages.ts';
import { OutputError } from './output-error.ts';
import { Session } from './session.ts';
import { Stdout } from './stdout.ts';

interface CommandFile {
  declare(command: Command): void;
  run(inputs: readonly string[], flags: never, session: Session): Promise<number>;
}

const commands: Readonly<Record<string, { about: string; load: () => Promise<CommandFile> }>> = {
  score: { about: 'score agents, or single conversations', load: () => import('./score.ts') },
  explain: {
    about: 'show a transcript with what was found, and why it scores so',
    load: () => import('./explain.ts'),
  },
  read: { about: 'any readable input as canonical JSON Lines', load: () => import('./read.ts') },
  mine: { about: 'find recurring agent wording, as a file to edit', load: () => import('./mine.ts') },
  evaluate: {
    about: 'check it against labels of your own',
    load: () => import('./evaluate.ts'),
  },
  compare: {
    about: 'tell whether two scorecards differ by more than chance',
    load: () => import('./compare.ts'),
  },
  formats: { about: 'list the readable formats', load: () => import('./formats.ts') },
  rubric: {
    about: 'what results are made by: list, init, check, show, schema',
    load: () => import('./rubric.ts'),
  },
  rules: { about: 'list the rules, or show one', load: () => import('./rules.ts') },
};

/** Runs the tool: 0 done, 1 a gate was not met, 2 wrong use or nothing readable. Never exits the process. */
export async function main(
  argv: readonly string[] = process.argv.slice(2),
  io: Io = processIo(),
): Promise<number> {
  const stdout = new Stdout(io.stdout);
  const messages = new Messages(io.stderr);
  const name = argv.find(word => Object.hasOwn(commands, word));
  try {
    const code = await parsed(argv, name, io, stdout, messages);
    await stdout.finish();
    return code;
  } catch (error) {
    messages.raw(explained(error, name));
    await stdout.finish().catch(() => {});
    return 2;
  }
}

/** Builds the program with one command in full and the others in name, and runs what was typed. */
async function parsed(
  argv: readonly string[],
  chosen: string | undefined,
  io: Io,
  stdout: Stdout,
  messages: Messages,
): Promise<number> {
  let code = 0;
  const program = new Command('unscripted')
    .description(
      'Shows, with the words to prove it, who was a person to the customer and who read the script.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .option('--no-color', 'no colours (NO_COLOR in the environment does the same)')
    .configureHelp({ showGlobalOptions: true, helpWidth: Math.min(io.columns, 100) })
    .configureOutput({
      writeOut: text => stdout.put(text),
      writeErr: text => messages.raw(text),
      outputError: (text, write) => write(text.replace(/^error: /, 'unscripted: ')),
    })
    .exitOverride();
  for (const [name, { about, load }] of Object.entries(commands)) {
    const command = program.command(name).description(about);
    if (name !== chosen) continue;
    const file = await load();
    file.declare(command);
    command.action(async () => {
      const { color, ...flags } = command.optsWithGlobals<{ color: boolean }>();
      const session = new Session(io, stdout, messages, io.colour && color);
      code = await file.run(command.args, flags as never, session);
    });
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError) || error.exitCode !== 0) throw error;
  }
  return code;
}

/** What to say of what was thrown. A bug keeps its stack; commander has said the rest already. */
function explained(error: unknown, name: string | undefined): string {
  if (error instanceof OutputError) return `unscripted: ${error.message}\n`;
  const hint = `Try: unscripted ${name === undefined ? '' : `${name} `}--help\n`;
  if (error instanceof UsageError) return `unscripted: ${error.message}\n${hint}`;
  if (error instanceof CommanderError) return error.code === 'commander.help' ? '' : hint;
  const stack = error instanceof Error ? error.stack : String(error);
  return `unscripted: this is a bug, please report it with the input that shows it\n${stack}\n`;
}
