/** The shape of a JSON text's head as its keys show it: what recognises a vendor's export without parsing it. */
import { type Outline, outline } from './outline.ts';

/** Key paths of a head: `comments[].author_id`; `[]` stands for the items of a list. */
export type Shape = Outline;

/** The key paths of a head, complete or cut off; none where it is no JSON. */
export function shapeOf(head: string): Shape {
  return outline(head);
}

/** Whether all keys stand together under one of the roots (`comments[].`), the top unless told. */
export function holds(shape: Shape, keys: readonly string[], roots: readonly string[] = ['']): boolean {
  return roots.some(root => keys.every(key => shape.has(root + key)));
}
