/** Zod pieces for other people's JSON: what may be missing may be null, and what is not needed may be anything. */
import { z } from 'zod';
import { type Moment, moment } from './clock.ts';

/** A text, or nothing; of another type it counts as missing. */
export const text = z.string().nullish().catch(undefined);
/** An id: a text or a number, or nothing. */
export const id = z
  .union([z.string(), z.number()])
  .nullish()
  .catch(undefined)
  .transform(value => (value === null || value === undefined || value === '' ? undefined : String(value)));
/** A time in any notation, or null. */
export const time = z
  .union([z.string(), z.number()])
  .nullish()
  .catch(undefined)
  .transform((value): Moment | null =>
    value === null || value === undefined ? null : moment(String(value)),
  );
/** Yes or no, or nothing. */
export const flag = z.boolean().nullish().catch(undefined);
/** A list whose elements are checked one by one later; missing, it is empty. */
export const list = z
  .array(z.unknown())
  .nullish()
  .transform(value => value ?? []);
/** A person with an id and a name, or nothing. */
export const person = z.object({ id, name: text, type: text, email: text }).nullish().catch(undefined);

/** A JSON object before anything is known of it. */
export type Fields = Record<string, unknown>;

/** Whether a value is a JSON object. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A name that holds something, or undefined. */
export function named(...names: readonly (string | null | undefined)[]): string | undefined {
  return names.map(name => name?.trim()).find(name => name !== undefined && name !== '');
}

/** Words that were said: a text or nothing; of another type the record is wrong. */
export const words = z.string().nullish();
/** Any value, for `span.ts` to make a time of. */
export const raw = z.unknown().optional();

/** A list of one kind, in which each must be right; missing, it is empty. */
export function listOf<T extends z.ZodType>(item: T) {
  return z
    .array(item)
    .nullish()
    .transform(value => value ?? []);
}

/** An object, or nothing. */
export function part<T extends z.ZodRawShape>(shape: T) {
  return z
    .object(shape)
    .nullish()
    .transform(value => value ?? undefined);
}
