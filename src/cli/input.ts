/** INPUT and `--input-format`, which every command that reads has in common. */
import { type Command, InvalidArgumentError } from 'commander';
import {
  type Condition,
  type Mapping,
  parseCondition,
  type RunOptions,
  type Speaker,
  UsageError,
} from '../index.ts';
import { nearest } from './nearest.ts';
import type { Session } from './session.ts';
import { parseNames, parseRoles } from './speakers.ts';

/** What the user said of the input. */
export interface InputFlags {
  readonly inputFormat?: string;
  readonly strict?: boolean;
  readonly roles?: ReadonlyMap<string, Speaker>;
  readonly agentNames?: readonly string[];
  readonly where?: readonly Condition[];
  /** What `--map` says, once it is read. */
  readonly mapping?: Mapping;
  /** The formats there are, where `--input-format` names one. */
  readonly formats?: readonly string[];
}

/** Declares them. */
export function declareInput(command: Command): Command {
  return command
    .argument('[input...]', 'files, folders, globs, or - for standard input')
    .option(
      '--input-format <name>',
      'the format of the input, not to be recognised (see: unscripted formats)',
    )
    .option('--strict', 'exit with 2 when any record could not be read')
    .option(
      '--roles <pairs>',
      'who speaks: SPEAKER_00=agent,SPEAKER_01=customer (or bot, system)',
      parseRoles,
    )
    .option('--agent-names <list>', 'names of agents, as the input has them: Priya,Sam', parseNames)
    .option(
      '--map <mapping>',
      "what columns or JSON keys mean: 'text=Body,speaker=Direction:out>agent|in>customer', or a YAML or JSON file",
    )
    .option(
      '--where <condition>',
      "only conversations that fit: 'team=Lisbon', 'date>=2026-03', 'tags~vip' (= != < > <= >= ~); may repeat",
      parseWhere,
    )
    .hook('preAction', async command => {
      const { map, inputFormat } = command.opts<{ map?: string; inputFormat?: string }>();
      if (map !== undefined) {
        const { mappingIn } = await import('./mapping.ts');
        command.setOptionValue('mapping', await mappingIn(map));
      }
      if (inputFormat !== undefined) {
        const { readers } = await import('../index.ts'); // a large part of the tool, which JSON Lines need not load
        const formats = readers.map(({ id }) => id);
        command.setOptionValue('formats', formats);
      }
    });
}

/** Checks them, and says how to read. Throws `UsageError`. */
export function inputOptions(
  inputs: readonly string[],
  { inputFormat, formats: ids = [], roles, agentNames, where, mapping: map }: InputFlags,
  { io }: Session,
): RunOptions {
  if (inputs.length === 0)
    throw new UsageError(
      io.stdin.isTTY
        ? 'no INPUT; name files, folders or globs to read'
        : 'no INPUT; name files, folders or globs to read, or - for standard input',
    );
  if (inputFormat !== undefined && !ids.includes(inputFormat)) {
    const [like] = nearest(inputFormat, ids, 1);
    const hint = like === undefined ? '' : ` (did you mean ${like}?)`;
    throw new UsageError(
      `--input-format ${inputFormat}: no such format${hint}; it is one of: ${ids.join(', ')}`,
    );
  }
  if (map !== undefined && inputFormat !== undefined)
    throw new UsageError('--map and --input-format: give one of them, as --map says how to read by itself');
  return { format: inputFormat, roles, agentNames, map, where, stdin: io.stdin };
}

/** The exit code of a run by what could be read, said where it is not 0. */
export function readingCode(
  conversations: number,
  unreadable: number,
  { strict = false }: InputFlags,
  { messages }: Session,
): 0 | 2 {
  if (conversations === 0) messages.say('unscripted: no conversation could be read');
  else if (unreadable > 0) {
    const records = unreadable === 1 ? '1 record' : `${unreadable} records`;
    messages.say(`unscripted: ${records} could not be read${strict ? ', and --strict is given' : ''}`);
  }
  return conversations === 0 || (strict && unreadable > 0) ? 2 : 0;
}

function parseWhere(text: string, before: readonly Condition[] = []): Condition[] {
  const condition = parseCondition(text);
  if (condition === null)
    throw new InvalidArgumentError(
      "Give a key, a sign and a value, as in 'team=Lisbon' or 'date>=2026-03-01'.",
    );
  return [...before, condition];
}
