/** The parties of a vCon: each by number, with the role from wherever its writer put it, and by name. */
import { z } from 'zod';
import { sameName } from './cast.ts';
import { id, part, text } from './fields.ts';
import { type Said, stated } from './said.ts';
import { who } from './speakers.ts';

/** A party as vCons write it; `role` stands at the top, in `meta`, or nowhere. */
export const Party = z.object({
  name: text,
  role: text,
  meta: part({ role: text }).catch(undefined),
  id,
  uuid: id,
  mailto: text,
  tel: text,
});
type Party = z.infer<typeof Party>;

/** Who speaks, as an utterance wants it. */
export type By = Pick<Said, 'by' | 'role' | 'agent'>;

/** The parties of one conversation. */
export interface Parties {
  /** The party of that number; nobody where there is none. */
  at(index: number | undefined): By;
  /** The party of that name, or just the name. */
  called(name: string): By;
  readonly names: readonly string[];
  readonly customer: string | undefined;
}

/** Parties to look up. */
export function partiesOf(list: readonly Party[]): Parties {
  const roleOf = (one: Party) => stated(one.role ?? one.meta?.role ?? undefined);
  const by = (one: Party, index: number): By => {
    const name = one.name ?? undefined;
    const own = name === undefined ? undefined : (who(name)?.name ?? name); // `Agent Mike Rivera`
    return {
      by: name ?? one.tel ?? one.mailto ?? `party ${index}`,
      role: roleOf(one) ?? stated(name),
      agent: { id: one.id ?? one.uuid ?? one.mailto ?? undefined, name: own },
    };
  };
  return {
    at(index) {
      const one = index === undefined ? undefined : list[index];
      return one === undefined ? { by: '' } : by(one, index!);
    },
    called(name) {
      const index = list.findIndex(one => one.name != null && sameName(one.name, name));
      return index === -1 ? { by: name } : by(list[index]!, index);
    },
    names: list.flatMap(one => one.name ?? []),
    customer: list.find(one => roleOf(one) === 'customer')?.name ?? undefined,
  };
}
