/** A file laid over the one that it extends: parts of the same id are overridden key by key, others are added. */
import type { CriterionFile, RubricFile, SectionFile } from './file.ts';

/** Where in the file on top something stands that it says something about. */
export type Origins = Map<object, readonly PropertyKey[]>;

export interface Merged {
  readonly file: RubricFile;
  readonly origins: Origins;
  /** Parts that were to be removed, and are not in what is extended. */
  readonly notThere: readonly {
    readonly path: readonly PropertyKey[];
    readonly id: string;
    readonly known: readonly string[];
  }[];
}

/** Lays `top` over `base`. */
export function merged(top: RubricFile, base: RubricFile | undefined): Merged {
  const origins: Origins = new Map();
  const notThere: { path: readonly PropertyKey[]; id: string; known: string[] }[] = [];
  const over = <T extends { readonly id: string; readonly remove?: true | undefined }>(
    below: readonly T[],
    above: readonly T[],
    path: readonly PropertyKey[],
    join: (below: T | undefined, above: T, path: readonly PropertyKey[]) => T,
  ): T[] => {
    const out = [...below];
    above.forEach((part, index) => {
      const here = [...path, index];
      const at = out.findIndex(({ id }) => id === part.id);
      if (part.remove) {
        if (at < 0) notThere.push({ path: here, id: part.id, known: out.map(({ id }) => id) });
        else out.splice(at, 1);
        return;
      }
      // twice in one file is a fault, told later: both have to be there for it
      const inherited = at >= 0 && below.includes(out[at] as T);
      const joined = join(inherited ? out[at] : undefined, part, here);
      origins.set(joined, here);
      if (inherited) out[at] = joined;
      else out.push(joined);
    });
    return out;
  };
  const criterion = (below: CriterionFile | undefined, above: CriterionFile): CriterionFile => ({
    ...(below === undefined ? {} : exchanged(below, above)),
    ...above,
  });
  const section = (
    below: SectionFile | undefined,
    above: SectionFile,
    path: readonly PropertyKey[],
  ): SectionFile => ({
    ...below,
    ...above,
    criteria: over(below?.criteria ?? [], above.criteria ?? [], [...path, 'criteria'], criterion),
  });
  const { extends: _from, ...own } = top;
  // gaps are taken over only where nothing is said of them
  const file: RubricFile = {
    ...base,
    ...own,
    sections: over(base?.sections ?? [], top.sections ?? [], ['sections'], section),
  };
  return { file, origins, notThere };
}

/** Without what its new weight takes the place of. */
function exchanged(below: CriterionFile, above: CriterionFile): CriterionFile {
  if (above.weight === undefined && above.points === undefined && above.bonus === undefined) return below;
  const { weight: _weight, points: _points, bonus: _bonus, ...rest } = below;
  return rest as CriterionFile;
}
