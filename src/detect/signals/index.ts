/**
 * Counts the signals of specificity, per agent, in one pass over a conversation. Words inside stock wording are not
 * specific to anybody, whatever they are.
 */
import type { Finding, Scripted } from '../../model/finding.ts';
import type { SignalCounts } from '../../model/signals.ts';
import type { Context } from '../context.ts';
import { followUpsIn } from './follow-ups.ts';
import { tells } from './numbers.ts';
import { ownWordsIn } from './own-words-of.ts';
import { vagueIn } from './vague.ts';
import { voiceIn } from './voice.ts';

interface Part {
  /** Keys of the customer's own words that stood open to this agent before their last turn. */
  open: number;
  readonly taken: Map<number, string>;
  concrete: number;
  vague: number;
  i: number;
  we: number;
  questions: number;
  following: number;
}

/** The counts of each agent who spoke. */
export function signalsOf(context: Context, findings: readonly Finding[]): Map<string, SignalCounts> {
  const parts = new Map<string, Part>();
  const customers = new Set<number>();
  const agents = new Set<number>();
  let last = new Set<number>();
  let spoke: 'agent' | 'customer' | undefined;
  const stock = findings.filter(
    (finding): finding is Scripted => finding.dimension === 'scripted' && finding.confidence !== 'possible',
  );
  context.turns.forEach(({ speaker, text }, turn) => {
    if (speaker !== 'agent' && speaker !== 'customer') return;
    const words = ownWordsIn(context, turn);
    if (speaker === 'customer') {
      if (spoke !== 'customer') last = new Set();
      for (const { key } of words) {
        last.add(key);
        if (!agents.has(key)) customers.add(key);
      }
      spoke = speaker;
      return;
    }
    spoke = speaker;
    const part = partOf(parts, context.agentOf(turn));
    part.open = customers.size;
    const lines = stock.filter(finding => finding.turn === turn);
    const inStock = (token: number) => {
      const at = context.tokens.start[token] as number;
      return lines.some(({ start, end }) => start <= at && at < end);
    };
    const here = new Map<number, number>(); // a word of the customer's is one, however often it is said
    for (const { token, key } of words) {
      agents.add(key);
      if (!customers.has(key) || inStock(token)) continue;
      if (!here.has(key)) here.set(key, token);
      if (!part.taken.has(key))
        part.taken.set(key, text.slice(context.tokens.start[token], context.tokens.end[token]));
    }
    part.concrete += new Set([...here.values(), ...particulars(context, turn, inStock)]).size;
    part.vague += vagueIn(context, turn);
    const voice = voiceIn(context, turn);
    part.i += voice.i;
    part.we += voice.we;
    const asked = followUpsIn(context, turn, last, findings);
    part.questions += asked.questions;
    part.following += asked.following;
  });
  return new Map([...parts].map(([agent, part]) => [agent, counts(part)]));
}

function partOf(parts: Map<string, Part>, agent: string): Part {
  let part = parts.get(agent);
  if (!part) {
    part = { open: 0, taken: new Map(), concrete: 0, vague: 0, i: 0, we: 0, questions: 0, following: 0 };
    parts.set(agent, part);
  }
  return part;
}

const counts = ({ open, taken, concrete, vague, i, we, questions, following }: Part): SignalCounts => ({
  takenUp: { count: taken.size, of: open, words: [...taken.values()] },
  concrete: { count: concrete, of: concrete + vague },
  firstPerson: { count: i, of: i + we },
  followUps: { count: following, of: questions },
});

/** Numbers, in digits or words, and dates by name: what is said of this matter and no other. */
function particulars(context: Context, turn: number, skip: (token: number) => boolean): number[] {
  const { tokens } = context;
  const found: number[] = [];
  const end = tokens.turnStart[turn + 1] as number;
  for (let token = tokens.turnStart[turn] as number; token < end; token++)
    if ((context.isWord('calendar', token) || tells(context, token)) && !skip(token)) found.push(token);
  return found;
}
