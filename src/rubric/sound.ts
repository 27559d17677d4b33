/**
 * What is sound in a file that breaks the schema, so that its other faults can be told in the same breath. Parts with a
 * fault are left out, and what would only follow from leaving them out (sums, missing feeds) is not asked.
 */
import type { z } from 'zod';
import { RubricFile } from './file.ts';

export interface Sound {
  readonly file: RubricFile;
  /** Whether a criterion, by where it stands, was broken: nothing more is said of it. */
  broken(path: readonly PropertyKey[]): boolean;
}

type Keyed = Record<PropertyKey, unknown>;
const isKeyed = (value: unknown): value is Keyed => typeof value === 'object' && value !== null;
/** `sections`, number, `criteria`, number. */
const CRITERION = 4;

/** The file without its broken parts; null where nothing can be made of it. */
export function soundPart(data: unknown, issues: readonly z.core.$ZodIssue[]): Sound | null {
  if (!isKeyed(data)) return null;
  const copy = structuredClone(data);
  const broken = new Set<string>();
  for (const issue of issues) {
    const { path } = issue;
    if (path.length >= CRITERION && path[0] === 'sections' && path[2] === 'criteria') {
      const whole = path.slice(0, CRITERION);
      broken.add(whole.join('.'));
      const criteria = at(copy, whole.slice(0, -1));
      const old = isKeyed(criteria) ? criteria[path[3] as PropertyKey] : undefined;
      const id =
        isKeyed(old) && typeof old.id === 'string' && /^[a-z0-9-]+$/.test(old.id)
          ? old.id
          : `broken-${broken.size}`;
      if (isKeyed(criteria)) criteria[path[3] as PropertyKey] = { id };
      continue;
    }
    const [holder, keys] =
      issue.code === 'unrecognized_keys'
        ? [at(copy, path), issue.keys]
        : [
            at(copy, path.slice(0, path[0] === 'sections' ? 2 : 0)),
            [path[path[0] === 'sections' ? 2 : 0] as PropertyKey],
          ];
    if (isKeyed(holder)) for (const key of keys) delete holder[key];
  }
  const parsed = RubricFile.safeParse({ ...copy, name: copy.name ?? 'broken', version: copy.version ?? 1 });
  if (!parsed.success) return null;
  return { file: parsed.data, broken: path => broken.has(path.slice(0, CRITERION).join('.')) };
}

function at(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((here, step) => (isKeyed(here) ? here[step] : undefined), data);
}
