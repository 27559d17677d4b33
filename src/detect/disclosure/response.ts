/**
 * What the agent did about a disclosure, in their next two turns or later on. Acknowledged when they react to
 * it in a way that fits, ask about it, or take up the customer's own words for it; generic when they answer
 * with a formula that would fit anything; missed otherwise.
 */
import type { Disclosure, Topic } from '../../model/finding.ts';
import type { Context, RuleHit } from '../context.ts';

/** The guide's window: an answer is looked for in this many agent turns after the disclosure. */
const WINDOW = 2;

type Answer = Pick<Disclosure, 'response' | 'responseTurn'>;

/** What was disclosed: its words and its topic. */
interface Told {
  readonly first: number;
  readonly last: number;
  readonly topic: Topic;
}

/** The agent's answer to a disclosure in `turn`. */
export function responseTo(context: Context, turn: number, told: Told): Answer {
  const after = context.agentTurnsAfter(turn);
  if (after.length === 0) return { response: null, responseTurn: null };
  const near = after.slice(0, WINDOW);
  const own = new Set(context.contentBetween(turn, told.first, told.last).map(word => word.stem));
  const echoed = (t: number) =>
    context.echoes(t).some(word => own.has(word.stem) && !inStock(context, t, word.token));
  const fits = (t: number) =>
    echoed(t) || context.allHits(t).some(found => answers(found, told) && !inStock(context, t, found.first));
  const acknowledged = near.find(fits) ?? after.slice(WINDOW).find(echoed);
  if (acknowledged !== undefined) return { response: 'acknowledged', responseTurn: acknowledged };
  const formula = near.find(
    t => context.hits('empathy', t).length > 0 || context.hits('scripted', t).some(feigns),
  );
  if (formula !== undefined) return { response: 'generic', responseTurn: formula };
  return { response: 'missed', responseTurn: null };
}

/** Whether a token stands in a sentence with stock wording: a formula answers nothing in particular. */
function inStock(context: Context, turn: number, token: number): boolean {
  const { first, last } = context.sentenceAt(turn, token);
  return context.hits('scripted', turn).some(hit => hit.first <= last && first <= hit.last);
}

/** Stock wording in the shape of feeling. */
const feigns = (hit: RuleHit) => /^scripted\/stock-/.test(hit.rule.id);

/** Whether an agent's phrase answers a disclosure, rather than anything at all. */
function answers(found: RuleHit, told: Told): boolean {
  const { id, dimension, fields } = found.rule;
  if (dimension === 'authentic') return true;
  if (dimension !== 'empathy') return false;
  return fields?.level === 'strong' || (told.topic === 'bereavement' && id === 'empathy/condolence');
}
