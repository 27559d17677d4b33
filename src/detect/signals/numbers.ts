/**
 * Numbers that say something: "40 minutes", "two weeks". Long ones, and digits said one after another, are an
 * account's or a phone's, in speech as in writing; "one" is hardly ever a number.
 */
import { hashWord } from '../../text/vocabulary.ts';
import type { Context } from '../context.ts';
import { LONG_NUMBER } from '../moment.ts';

const one = hashWord('one');
/** From so many numbers in a row on they are digits of a longer one. */
const DIGITS = 3;

/** Whether a token is a number, in digits or as a word. */
export const isNumber = (context: Context, token: number): boolean =>
  context.tokens.isNumber(token) || context.isWord('number', token);

/** Whether it is one that says something of this matter. */
export function tells(context: Context, token: number): boolean {
  const { tokens } = context;
  if (!isNumber(context, token) || tokens.hash[token] === one) return false;
  if (tokens.isNumber(token)) {
    const length = (tokens.end[token] as number) - (tokens.start[token] as number);
    if (length >= LONG_NUMBER) return false;
  }
  let run = 1;
  for (let before = token - 1; run < DIGITS && before >= 0 && isNumber(context, before); before--) run++;
  for (let after = token + 1; run < DIGITS && after < tokens.length && isNumber(context, after); after++)
    run++;
  return run < DIGITS;
}
