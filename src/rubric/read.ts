/** A rubric file → a rubric, or everything that is wrong with it. Reads nothing from the disk itself. */
import { checked } from './check.ts';
import { type Fault, hint, inOrder, schemaFaults } from './fault.ts';
import { RubricFile } from './file.ts';
import { rubricOf } from './made.ts';
import { merged } from './merge.ts';
import { placed } from './places.ts';
import type { Rubric } from './rubric.ts';
import { soundPart } from './sound.ts';

/** What a file may refer to. */
export interface RubricSources {
  /** Files by the names that `extends` may give. */
  readonly builtIn: ReadonlyMap<string, RubricFile>;
  /** The ids of all rules. */
  readonly rules: readonly string[];
  /** A file that another one extends; null where there is none. */
  open(path: string, from: string): { readonly file: string; readonly content: string } | null;
}

/** A rubric, and its file with everything it inherits; or the faults. */
export type RubricRead =
  | { readonly rubric: Rubric; readonly file: RubricFile }
  | { readonly faults: readonly Fault[] };

/** Reads a rubric. `file` is its name in faults. */
export async function readRubric(
  file: string,
  content: string,
  sources: RubricSources,
  chain: readonly string[] = [],
): Promise<RubricRead> {
  const source = await placed(file, content);
  if (source.faults.length > 0) return { faults: inOrder(source.faults) };
  const parsed = RubricFile.safeParse(source.data);
  const sound = parsed.success ? undefined : soundPart(source.data, parsed.error.issues);
  const broken = parsed.success ? [] : schemaFaults(parsed.error.issues, source);
  if (sound === null) return { faults: inOrder(broken) };
  const top = parsed.data ?? (sound?.file as RubricFile);
  const base = await inherited(top.extends, file, sources, [...chain, file]);
  if (typeof base === 'string') return { faults: inOrder([...broken, source.at([], base, 'extends')]) };
  if (base !== undefined && 'faults' in base) return { faults: [...inOrder(broken), ...base.faults] };
  const whole = merged(top, base?.file);
  const faults = [...broken, ...checked(whole, source, sources.rules, sound)];
  if (faults.length > 0) return { faults: inOrder(faults) };
  return { rubric: rubricOf(whole.file), file: whole.file };
}

async function inherited(
  name: string | undefined,
  from: string,
  sources: RubricSources,
  chain: readonly string[],
): Promise<undefined | string | { readonly file: RubricFile } | { readonly faults: readonly Fault[] }> {
  if (name === undefined) return undefined;
  const known = sources.builtIn.get(name);
  if (known) return { file: known };
  const opened = sources.open(name, from);
  if (opened === null)
    return `extends: there is neither a built-in rubric nor a file ${name}; ${hint(name, [...sources.builtIn.keys()])}`;
  if (chain.includes(opened.file))
    return `extends goes round in a circle: ${[...chain, opened.file].join(' → ')}`;
  return readRubric(opened.file, opened.content, sources, chain);
}
