/**
 * Follow-up questions: those about what the customer had just said make people feel listened to (Huang, Yeomans, Brooks,
 * Minson and Gino 2017). A question follows up when it takes up a word of the customer's last turns, asks after
 * somebody they spoke of, or asks how they are faring.
 */
import type { Finding } from '../../model/finding.ts';
import { hashWord } from '../../text/vocabulary.ts';
import type { Context } from '../context.ts';

const somebody = new Set(['kin', 'person', 'pet', 'relative', 'friend']);
const pronouns = new Set(
  "he he's she she's they they're them him her his their hes shes theyre theyve they've"
    .split(' ')
    .map(hashWord),
);

/** The questions of an agent's turn, and how many of them follow up. `said`: keys of the customer's last words. */
export function followUpsIn(
  context: Context,
  turn: number,
  said: ReadonlySet<number>,
  findings: readonly Finding[],
): { readonly questions: number; readonly following: number } {
  const { tokens } = context;
  let questions = 0;
  let following = 0;
  for (const { first, last, question } of context.sentences(turn)) {
    if (!question) continue;
    questions++;
    const [start, end] = [tokens.start[first] as number, tokens.end[last] as number];
    if (
      context.contentBetween(turn, first, last).some(word => said.has(word.stem)) ||
      asksAfterSomebody(context, turn, first, last) ||
      findings.some(
        finding =>
          finding.dimension === 'empathy' &&
          finding.kind === 'exploration' &&
          finding.confidence !== 'possible' &&
          finding.turn === turn &&
          finding.start < end &&
          finding.end > start,
      )
    )
      following++;
  }
  return { questions, following };
}

/** "How is she?" after the customer spoke of somebody. */
function asksAfterSomebody(context: Context, turn: number, first: number, last: number): boolean {
  const names = (t: number, from = 0, to = Number.POSITIVE_INFINITY) =>
    context
      .classHits(t)
      .some(hit => hit.first >= from && hit.last <= to && somebody.has(context.className(hit.name)));
  let spoken = false;
  for (let t = context.otherBefore(turn); t >= 0 && context.turns[t]?.speaker === 'customer'; t--)
    spoken ||= names(t);
  if (!spoken) return false;
  for (let token = first; token <= last; token++)
    if (pronouns.has(context.tokens.hash[token] as number)) return true;
  return names(turn, first, last);
}
