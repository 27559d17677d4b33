/**
 * The customer's own words: what this customer brought in and another would not have. Content words, names, numbers
 * and dates, without the words of the task; an account number, and what was given because the agent asked for it as
 * data, are nobody's own, so that reading them back is not taking anything up.
 */
import { hashWord } from '../../text/vocabulary.ts';
import type { Context } from '../context.ts';
import { isNumber, tells } from './numbers.ts';

/** A word that may be a customer's own: its token, and a key that the same word has wherever it stands. */
export interface OwnWord {
  readonly token: number;
  readonly key: number;
}

/** A customer's turn of so few words after a question about the task gives data. */
const DATA_WORDS = 8;

const stock = new Set(['name', 'names'].map(hashWord));
const introducing = 4;

/** The words of a turn that would be its speaker's own if nobody had said them before. */
export function ownWordsIn(context: Context, turn: number): OwnWord[] {
  const { tokens } = context;
  const data = givesData(context, turn);
  const out: OwnWord[] = [];
  for (const { token, stem } of context.content(turn))
    if (
      !context.isWord('calendar', token) &&
      !isNumber(context, token) &&
      !tokens.isOfParty(token) &&
      !(data && tokens.isName(token)) &&
      !introduced(context, turn, token)
    )
      out.push({ token, key: stem });
  if (data) return out;
  const end = tokens.turnStart[turn + 1] as number;
  for (let token = tokens.turnStart[turn] as number; token < end; token++) {
    if (context.isWord('calendar', token) || tells(context, token))
      out.push({ token, key: tokens.hash[token] as number });
  }
  return out.sort((a, b) => a.token - b.token);
}

/** "My name is …": what the customer is called is no story. */
function introduced(context: Context, turn: number, token: number): boolean {
  const { tokens } = context;
  const from = Math.max(tokens.turnStart[turn] as number, token - introducing);
  for (let before = from; before < token; before++) if (stock.has(tokens.hash[before] as number)) return true;
  return false;
}

function givesData(context: Context, turn: number): boolean {
  if (context.turns[turn]?.speaker !== 'customer') return false;
  if ((context.tokens.turnWords[turn] ?? 0) > DATA_WORDS) return false;
  const asked = context.otherBefore(turn);
  return asked >= 0 && context.classHits(asked).some(hit => context.className(hit.name) === 'task');
}
