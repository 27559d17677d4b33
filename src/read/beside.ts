/** What stands beside the turns, row by row: said of the conversation only where all its rows say the same. */
import { isFlat } from '../filed/metadata.ts';
import { folded, knownKey } from '../filed/names.ts';
import type { Fields } from './fields.ts';

/** The values that all rows share; a row that leaves one empty says nothing against it. */
export function shared(rows: readonly Readonly<Fields>[]): Fields {
  const out: Fields = {};
  const apart = new Set<string>();
  for (const row of rows) {
    for (const [key, value] of Object.entries(row)) {
      if (value === undefined || value === null || value === '' || apart.has(key)) continue;
      out[key] ??= value;
      if (out[key] === value) continue;
      apart.add(key);
      delete out[key];
    }
  }
  return out;
}

/** Further keys that vendors' records have for what a conversation is filed under, as `folded` writes them. */
const vendors = new Set('subject title direction brand brandid category'.split(' '));

/** What a vendor's record files its conversation under, told by the usual names; lists of tags among it. */
export function knownIn(record: unknown): Fields {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return {};
  const kept = Object.entries(record).filter(([key, value]) => {
    const known = knownKey(key)?.key;
    if (known === undefined) return vendors.has(folded(key)) && isFlat(value);
    // a group of people, or labels with spans, are no name to file under
    return isFlat(value) || known === 'tags' || known === 'team' || known === 'queue';
  });
  return Object.fromEntries(kept);
}
