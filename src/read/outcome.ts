/**
 * Ratings under the names exports give them. The value stays raw and keeps the source's name: a 4 of 5, a 4 of 10
 * and "good" are three things, and only who ran the survey knows the scale.
 */
import type { Conversation } from '../model/conversation.ts';

/** A rating as the source has it. */
export type Outcome = NonNullable<Conversation['outcome']>;

/** Keys and columns that hold a rating, the surest first, as `folded` writes them. */
export const outcomeNames: readonly string[] =
  `csat csatscore csatrating nps npsscore ces cesscore customersatisfaction customersatisfactionscore satisfactionscore
   satisfactionrating satisfaction surveyscore surveyrating customerrating chatrating callrating conversationrating
   ratingscore rating stars`.split(/\s+/);

/** A value as an outcome where it is one: a number, or a word that is no sentence. */
export function outcomeFrom(name: string, value: unknown): Outcome | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return { name, value };
  if (typeof value !== 'string') return undefined;
  const plain = value.trim();
  if (plain === '' || plain.length > 40) return undefined;
  return { name, value: /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : plain };
}
