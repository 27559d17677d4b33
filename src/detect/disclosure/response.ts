/**
 * What the agent did about a disclosure, in their next two turns or later on: acknowledged when they react to it in a
 * way that fits, ask about it, or take up the customer's own words for it; generic when they answer with a formula that
 * would fit anything; missed otherwise. How much each sign tells is fitted (detect/weights/answer-*.yaml), as no single
 * one decides: an echo may be the task, a warm sentence a formula, a dry one ("No rush at all.") the answer.
 */
import type { Disclosure } from '../../model/finding.ts';
import type { Context } from '../context.ts';
import { howMissed } from './missed.ts';
import { mayAnswer, replyFeatures, type Told, takesUp, WINDOW, whatWasTold } from './reply.ts';

/** The guide settles it: the set phrase to a bereaved customer is an answer. */
const SETTLED = '(condolence fits)';

type Answer = Pick<Disclosure, 'response' | 'responseTurn' | 'missedBy'>;

/** The agent's answer to a disclosure. */
export function responseTo(context: Context, told: Told): Answer {
  const after = context.agentTurnsAfter(told.turn);
  if (after.length === 0) return { response: null, responseTurn: null, missedBy: null };
  const is = (table: string, features: ReadonlySet<string>) => (context.judged(table, features) ?? 0) >= 1;
  const fits = (features: ReadonlySet<string>) =>
    features.has(SETTLED) || is('answer-acknowledged', features);
  const own = whatWasTold(context, told);
  const near = after.slice(0, WINDOW);
  const replies = near.map((at, place) => ({ at, features: replyFeatures(context, told, at, place, own) }));
  const acknowledged =
    replies.find(({ features }, place) => mayAnswer(features, place) && fits(features))?.at ??
    after.slice(WINDOW).find((at, place) => {
      if (!takesUp(context, at, own)) return false;
      const features = replyFeatures(context, told, at, WINDOW + place, own);
      return mayAnswer(features, WINDOW + place) && fits(features);
    });
  if (acknowledged !== undefined)
    return { response: 'acknowledged', responseTurn: acknowledged, missedBy: null };
  const formula = replies.find(({ features }) => is('answer-formula', features))?.at;
  if (formula !== undefined) return { response: 'generic', responseTurn: formula, missedBy: null };
  return { response: 'missed', responseTurn: null, missedBy: howMissed(context, near) };
}
