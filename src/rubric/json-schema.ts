/** The JSON Schema of rubric files, for editors; and what it knows of a place in a file, for suggestions. */
import { z } from 'zod';
import { RubricFile } from './file.ts';

type Node = Record<string, unknown>;

/** The schema as a JSON document. */
export function rubricSchema(): Node {
  const schema = z.toJSONSchema(RubricFile, { io: 'input', target: 'draft-7' }) as Node;
  return { ...schema, title: 'A rubric of unscripted' };
}

let made: Node | undefined;

/** The keys that may stand in the object at a place. */
export function keysAt(path: readonly PropertyKey[]): string[] {
  made ??= rubricSchema();
  let here: Node[] = [made];
  for (const step of path)
    here = here.flatMap(branches).flatMap(node => {
      const next =
        typeof step === 'number'
          ? node.items
          : ((node.properties as Node | undefined)?.[String(step)] ?? node.additionalProperties);
      return next && typeof next === 'object' ? [next as Node] : [];
    });
  return here.flatMap(branches).flatMap(node => Object.keys((node.properties as Node | undefined) ?? {}));
}

const branches = (node: Node): Node[] => [
  node,
  ...((node.anyOf as Node[] | undefined) ?? []).flatMap(branches),
];
