/** Inputs to conversations: each by the reader of its format, then settled. */
import { UsageError } from '../errors.ts';
import type { Problem, Reading, Speaker } from '../model/conversation.ts';
import { canonical } from './canonical.ts';
import type { Mapping } from './mapping.ts';
import { unreadable } from './problem.ts';
import type { Input, Reader } from './reader.ts';
import { settler } from './settle.ts';
import { why } from './source.ts';

/** What `read` may be told. */
export interface ReadOptions {
  /** The id of a reader (`--input-format`); without it the content decides. */
  readonly format?: string | undefined;
  /** Who speaks, by the source's own label, whatever its case; goes before what the source and the words say. */
  readonly roles?: ReadonlyMap<string, Speaker> | undefined;
  /** Names of agents, as labels or fields have them. */
  readonly agentNames?: readonly string[] | undefined;
  /** What columns or keys mean (`--map`); every input is then read as a table or JSON by it. */
  readonly map?: Mapping | undefined;
  /** Leaves out problems that keep no conversation from being scored and take time to find: for a pass that counts. */
  readonly unchecked?: boolean | undefined;
  /** Told once for each file, when its format is chosen. */
  readonly onFormat?: ((chosen: Chosen) => void) | undefined;
}

/** A file, what it was taken for, and how surely (1 where the user said so). */
export interface Chosen {
  readonly source: string;
  readonly format: string;
  readonly sure: number;
}

/** What reading a file asks of its reader. */
type Taken = Pick<Reader, 'id' | 'read'> & { readonly sure: number };

/** Reads inputs one after the other; what could not be read is a problem in its place. */
export async function* read(
  inputs: AsyncIterable<Input | Problem> | Iterable<Input | Problem>,
  options: ReadOptions = {},
): AsyncGenerator<Reading> {
  const forced = options.format === undefined ? null : await named(options.format);
  const settle = settler(options);
  for await (const input of inputs) {
    if ('reason' in input) {
      yield { problem: input };
      continue;
    }
    const reader = options.map === undefined ? (forced ?? (await recognised(input))) : byMap(options.map);
    if ('reason' in reader) {
      yield { problem: reader };
      continue;
    }
    options.onFormat?.({ source: input.name, format: reader.id, sure: reader.sure });
    try {
      for await (const reading of reader.read(input)) yield* settle.each(reading);
    } catch (error) {
      // The system gave up in the middle of a file: the others can still be read. `why` throws what is a bug.
      yield { problem: unreadable(input.name, '', `reading broke off: ${why(error)}`) };
    }
  }
  yield* settle.end();
}

/** A reader that does as the user's mapping says. */
const byMap = (map: Mapping): Taken => ({
  id: 'mapped',
  sure: 1,
  async *read(input) {
    const { readMapped } = await import('./mapped.ts');
    yield* readMapped(input, map);
  },
});

async function named(format: string): Promise<Taken> {
  if (format === canonical.id) return { ...canonical, sure: 1 };
  const { readers } = await import('./index.ts');
  const reader = readers.find(one => one.id === format);
  if (reader !== undefined) return { ...reader, sure: 1 };
  throw new UsageError(
    `There is no input format "${format}". Choose one of: ${readers.map(({ id }) => id).join(', ')}.`,
  );
}

/** The surest reader. Of a text that begins with an object nobody else is certain (a test sees to that). */
async function recognised({ name, head }: Input): Promise<Taken | Problem> {
  if (head.startsWith('{') && canonical.sniff(head) === 1) return { ...canonical, sure: 1 };
  const [{ choose }, { lifted }] = await Promise.all([import('./index.ts'), import('./choose.ts')]);
  const reader = choose({ name, head });
  return 'reason' in reader ? reader : { ...reader, sure: lifted(reader.sniff(head), reader, name) };
}
