/**
 * The customer's name: where the customer gives it, and where an agent uses it. Names are known from the record or
 * from the customer's own words; "Mrs Okafor" is a name whether it was given or not. What is redacted counts by its mark.
 */
import type { Context } from '../context.ts';

export interface NameSpan {
  readonly turn: number;
  readonly start: number;
  readonly end: number;
}
/** Where a customer gives a name, and its words. */
export interface Given {
  readonly span: NameSpan;
  readonly words: readonly string[];
}

const NAME = String.raw`(?:\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+){0,2}|\[[A-Z_]*NAME[A-Z_0-9]*\]|<[A-Z_]*NAME[A-Z_0-9]*>)`;
/** Written with capitals, any of these leads in a name; … */
const written = new RegExp(
  String.raw`\b(?:[Mm]y name(?:[’']s| is)|[Tt]his is|I(?:[’']m| am)|[Ii]t[’']?s) (${NAME})(?=$|[^\p{L}])`,
  'gu',
);
/** … in a transcript without capitals only the plainest does. */
const heard = /\bmy name(?:[’']?s| is) (\p{Ll}[\p{L}’'-]+)/gu;
const titled =
  /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Madam|Prof)\.?\s+(?:\p{Lu}[\p{L}’'-]+|\[[A-Z_]*NAME[A-Z_0-9]*\])/gu;
const MARK = /\[[A-Z_]*NAME[A-Z_0-9]*\]|<[A-Z_]*NAME[A-Z_0-9]*>/g;
const LEAST_LETTERS = 2;
/** What follows "my name is" without being one. */
const noName = new Set(
  'not spelt spelled wrong on in the a still down under misspelt misspelled also actually just now changed different here registered missing'.split(
    ' ',
  ),
);
/** Where a name after "I'm" or "this is" is a thing: days, months, places of a sentence that begins there. */
const noPerson = new Set(
  'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September October November December OK Okay English Irish British Indian Nigerian Australian American'.split(
    ' ',
  ),
);

/** Every place at which the customer says a name. */
export function namesGiven({ turns }: Context): Given[] {
  return turns.flatMap(({ speaker, text }, turn) => {
    if (speaker !== 'customer') return [];
    const out: Given[] = [];
    for (const pattern of [written, heard])
      for (const match of text.matchAll(pattern)) {
        const name = match[1] as string;
        const words = name.split(/\s+/).filter(word => word.length >= LEAST_LETTERS);
        if (words.length === 0 || noName.has(words[0] as string) || noPerson.has(words[0] as string))
          continue;
        out.push({ span: { turn, start: match.index, end: match.index + match[0].length }, words });
      }
    return out;
  });
}

/** Every place at which an agent calls the customer by name. */
export function namesUsed({ turns, conversation }: Context, given: readonly Given[]): NameSpan[] {
  const recorded = wordsOf(conversation.customer?.name ?? '');
  // nobody calls the customer by the agent's own name; asked only where there is a name at all
  const own =
    recorded.length + given.length === 0
      ? new Set<string>()
      : new Set([
          ...wordsOf(conversation.agent.name ?? ''),
          ...turns.flatMap(turn => (turn.agentName ? wordsOf(turn.agentName) : [])),
        ]);
  const out: NameSpan[] = [];
  turns.forEach(({ speaker, text }, turn) => {
    if (speaker !== 'agent') return;
    const told = given.filter(({ span }) => span.turn < turn);
    const words = [...new Set([...recorded, ...told.flatMap(({ words }) => words)])].filter(
      word => !own.has(word),
    );
    const spans: NameSpan[] = [];
    const add = (start: number, end: number) => {
      if (!spans.some(span => start < span.end && span.start < end)) spans.push({ turn, start, end });
    };
    for (const { index, 0: match } of text.matchAll(titled)) add(index, index + match.length);
    // a text without capitals was not written by hand: there a name looks like any word
    const flat = words.length > 0 && !/\p{Lu}/u.test(text);
    for (const word of words)
      for (const { index, 0: match } of text.matchAll(wordPattern(word)))
        if (flat || match === word || match === match.toUpperCase() || /^\p{Lu}/u.test(match))
          add(index, index + match.length);
    if (told.some(({ words }) => words.some(word => /^[[<]/.test(word))))
      for (const { index, 0: match } of text.matchAll(MARK))
        if (!/(?:my name is|my name[’']s|this is|i[’']m|i am)\s*$/i.test(text.slice(0, index)))
          add(index, index + match.length);
    out.push(...spans);
  });
  return out;
}

const wordsOf = (name: string): string[] =>
  name
    .split(/[\s,]+/)
    .filter(
      word =>
        word.length >= LEAST_LETTERS &&
        !/^(?:mr|mrs|ms|miss|dr|the|unknown|customer|client|caller|guest|visitor)\.?$/i.test(word),
    );

const patterns = new Map<string, RegExp>();
/** The word as a whole; remembered, as the same names come again. */
function wordPattern(word: string): RegExp {
  let pattern = patterns.get(word);
  if (!pattern) {
    if (patterns.size > 1000) patterns.clear();
    pattern = new RegExp(
      String.raw`(?<![\p{L}\p{N}])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\p{L}\p{N}])`,
      'giu',
    );
    patterns.set(word, pattern);
  }
  return pattern;
}
