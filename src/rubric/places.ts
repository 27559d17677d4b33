/** A YAML file as data that knows where everything stands in it, so that a fault can be told with line and column. */
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Fault } from './fault.ts';

export interface Placed {
  readonly file: string;
  readonly data: unknown;
  /** Faults of the YAML itself. */
  readonly faults: readonly Fault[];
  /** A fault at a path; at the key itself where `key` is given, else at the nearest thing that is there. */
  at(path: readonly PropertyKey[], message: string, key?: string): Fault;
}

/** Reads YAML (JSON is YAML too). */
export async function placed(file: string, content: string): Promise<Placed> {
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const fault = (offset: number, message: string): Fault => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col), message };
  };
  const faults = document.errors.map(({ pos, message }) => fault(pos[0], `not valid YAML: ${message}`));
  return {
    file,
    data: faults.length > 0 ? undefined : document.toJS(),
    faults,
    at(path, message, key) {
      for (let length = path.length; length >= 0; length--) {
        const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
        const wanted = length === path.length ? key : String(path[length]);
        if (isMap(node) && wanted !== undefined) {
          const pair = node.items.find(item => isScalar(item.key) && String(item.key.value) === wanted);
          if (isScalar(pair?.key) && pair.key.range) return fault(pair.key.range[0], message);
        }
        const range = (node as { range?: readonly number[] | null } | undefined)?.range;
        if (range) return fault(range[0] as number, message);
      }
      return fault(0, message);
    },
  };
}
