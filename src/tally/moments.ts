/**
 * The moments of a conversation that are worth hearing again, from what detection found. Weights only order them:
 * what a life turns on goes before the matter, and an answer made for this customer before one that would fit any.
 */

import type { CoachingMoment, MomentKind, Quote } from '../model/coaching.ts';
import type { Conversation } from '../model/conversation.ts';
import { empathyKinds, type Finding, type FindingOf, type Topic } from '../model/finding.ts';
import type { AgentPart, ConversationScore } from '../model/scorecard.ts';

/** How much hangs on a topic: what cannot be mended first. */
export const gravity: Readonly<Record<Topic, number>> = {
  bereavement: 6,
  crisis: 6,
  distress: 5,
  illness: 5,
  separation: 4,
  caregiving: 4,
  'high-stakes': 4,
  'money-strain': 4,
  'work-loss': 4,
  disability: 4,
  'new-arrival': 3,
  partnership: 3,
  milestone: 3,
  'personal-life': 1,
};
const worth = {
  disclosure: 8,
  /** Answered with a formula: heard, though by nobody in particular. */
  formula: 4,
  opening: 3,
  praise: 2,
  /** What no phrase but the weight of its words told is less sure, and is shown after what is. */
  weighed: -5,
  hurried: 3,
  strong: 3,
  authentic: {
    'extra-mile': 5,
    'specific-apology': 3,
    'genuine-compliment': 3,
    'self-disclosure': 2,
    'small-talk': 2,
    humour: 2,
    'personal-reference': 2,
    'own-words': 1,
  },
} as const;
/** So far after an opening an answer is looked for, in turns of the agent. */
const NEAR = 2;
const MOST_TEXT = 220;

/** What answers a complaint or a worry; a joke or small talk beside it does not. */
const answers: ReadonlySet<string> = new Set([...empathyKinds, 'specific-apology', 'extra-mile']);
/** Less than this is no moment of its own. */
const leastSpecific = 2;

/** One agent's moments of a conversation, good and missed, in no order. */
export interface Moments {
  readonly best: readonly CoachingMoment[];
  readonly missed: readonly CoachingMoment[];
}

/** The moments of an agent's part. */
export function momentsOf(
  score: ConversationScore,
  { turns, id, agent }: Conversation,
  part: AgentPart,
): Moments {
  const sure = score.findings.filter(one => one.agent === part.id && one.confidence !== 'possible');
  const of = <D extends Finding['dimension']>(dimension: D) =>
    sure.filter(one => one.dimension === dimension) as FindingOf<D>[];
  const own = turns.flatMap((turn, t) =>
    turn.speaker === 'agent' && (turn.agent ?? agent.id) === part.id ? [t] : [],
  );
  const after = (turn: number) => own.filter(t => t > turn).slice(0, NEAR);
  const personal = [
    ...of('empathy').filter(({ level }) => level === 'strong'),
    ...of('authentic').filter(one => !isWeighed(one)),
  ];
  const personalIn = (turn: number | undefined) => personal.filter(one => one.turn === turn);
  const worthOf = (one: (typeof personal)[number]) =>
    one.dimension === 'empathy' ? worth.strong : worth.authentic[one.kind];
  const sum = (list: readonly (typeof personal)[number][]) =>
    [...new Map(list.map(one => [one.kind, worthOf(one)])).values()].reduce((all, value) => all + value, 0);
  const quote = (turn: number | undefined, spans: readonly Finding[] = []): Quote | null =>
    turn === undefined || turns[turn] === undefined ? null : { turn, text: excerpt(turns[turn].text, spans) };
  const made = (
    kind: MomentKind,
    weight: number,
    topic: string | null,
    customer: Quote | null,
    answer: Quote | null,
    rules: readonly Finding[],
  ): CoachingMoment => ({
    conversation: id,
    kind,
    topic,
    customer,
    agent: answer,
    rules: [...new Set(rules.map(({ rule }) => rule))].sort(),
    weight,
  });

  const best: CoachingMoment[] = [];
  const missed: CoachingMoment[] = [];
  const told = new Set<number>();
  const used = new Set<number>();
  const disclosures = of('disclosure')
    .filter(({ response }) => response !== null)
    .sort((a, b) => gravity[b.topic] - gravity[a.topic] || a.turn - b.turn);
  for (const one of disclosures) {
    if (told.has(one.turn)) continue;
    told.add(one.turn);
    const weight = worth.disclosure + gravity[one.topic] + (isWeighed(one) ? worth.weighed : 0);
    const topic = isWeighed(one) ? null : one.topic; // of what no phrase told the topic is the least sure
    const customer = quote(one.turn, [one]);
    const reply = one.responseTurn ?? after(one.turn)[0];
    if (one.response === 'acknowledged') {
      if (reply !== undefined && used.has(reply)) continue;
      if (reply !== undefined) used.add(reply);
      const words = personalIn(reply);
      best.push(made('answered', weight + sum(words), topic, customer, quote(reply, words), [one, ...words]));
      continue;
    }
    if (reply !== undefined) used.add(reply); // what passes over a disclosure is no good moment beside it
    const formula = one.response === 'generic';
    missed.push(
      made(
        formula ? 'formula' : 'passed over',
        weight - (formula ? worth.formula : 0),
        topic,
        customer,
        quote(reply),
        [one],
      ),
    );
  }
  const anything = new Set([...of('empathy'), ...of('authentic')].map(({ turn }) => turn));
  for (const one of of('opening')) {
    if (one.kind === 'praise' || told.has(one.turn)) continue;
    told.add(one.turn);
    const near = after(one.turn);
    const reply = near.find(turn =>
      personalIn(turn).some(found => answers.has(found.kind) && !isWeighed(found)),
    );
    if (near.length === 0) continue;
    if (reply === undefined) {
      if (near.some(turn => anything.has(turn))) continue;
      missed.push(
        made('passed over', worth.opening, one.kind, quote(one.turn, [one]), quote(near[0]), [one]),
      );
    } else if (!used.has(reply)) {
      used.add(reply);
      const words = personalIn(reply);
      best.push(
        made('answered', worth.opening + sum(words), one.kind, quote(one.turn, [one]), quote(reply, words), [
          one,
          ...words,
        ]),
      );
    }
  }
  // praise answered for this customer, or not at all; a formula is an answer, and no more
  for (const { how, findings } of part.praise?.answers ?? []) {
    const [one, ...found] = findings.map(number => score.findings[number]);
    if (one === undefined || how === 'byFormula' || told.has(one.turn)) continue;
    told.add(one.turn);
    const reply = found[0]?.turn ?? after(one.turn)[0];
    if (reply === undefined || used.has(reply)) continue;
    const customer = quote(one.turn, [one]);
    if (how === 'notAtAll') {
      missed.push(made('passed over', worth.praise, 'praise', customer, quote(reply), [one]));
      continue;
    }
    const words = personalIn(reply);
    if (words.length === 0) continue;
    used.add(reply);
    best.push(
      made('answered', worth.praise + sum(words), 'praise', customer, quote(reply, words), [one, ...words]),
    );
  }
  const hurried = new Set(of('rushed').map(({ turn }) => turn));
  for (const turn of own) {
    const words = personalIn(turn);
    if (used.has(turn) || hurried.has(turn) || sum(words) < leastSpecific) continue;
    const before = turns.findLastIndex((other, t) => t < turn && other.speaker === 'customer');
    best.push(
      made('specific', sum(words), null, quote(before < 0 ? undefined : before), quote(turn, words), words),
    );
  }
  for (const one of of('rushed'))
    missed.push(made('hurried', worth.hurried, null, null, quote(one.turn, [one]), [one]));
  return { best, missed };
}

/** Whether no phrase, but the weight of its words marked it. */
export const isWeighed = ({ rule }: { readonly rule: string }) => rule.endsWith('/weighed');

/** The words of some findings with the sentence they stand in, on one line; cut where that is long. */
export function excerpt(
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[] = [],
): string {
  const flat = text.replace(/\s/g, ' ');
  const start = spans.length ? Math.min(...spans.map(span => span.start)) : 0;
  const end = spans.length ? Math.max(...spans.map(span => span.end)) : beginning(flat);
  let from = flat.slice(0, start).search(/[^.!?…]*$/);
  const stop = flat.slice(end).search(/[.!?…]/);
  let to = /[.!?…]\s*$/.test(flat.slice(0, end)) ? end : stop < 0 ? flat.length : end + stop + 1;
  const room = Math.max(0, Math.floor((MOST_TEXT - (end - start)) / 2));
  if (start - from > room) from = flat.indexOf(' ', start - room) + 1 || start;
  if (from > start) from = start;
  if (to - end > room) to = Math.max(end, flat.lastIndexOf(' ', end + room));
  if (to - from > MOST_TEXT * 1.5) to = Math.max(from + 1, flat.lastIndexOf(' ', from + MOST_TEXT));
  const cut = flat.slice(from, to).replace(/ +/g, ' ').trim();
  const open = flat.slice(0, from).trim() !== '' && !/[.!?…]\s*$/.test(flat.slice(0, from));
  const shut = flat.slice(to).trim() !== '' && !/[.!?…]$/.test(cut);
  return `${open ? '… ' : ''}${cut}${shut ? ' …' : ''}`;
}

/** Where the beginning of a long text may be cut: between sentences, or else between words. */
function beginning(text: string): number {
  if (text.length <= MOST_TEXT) return text.length;
  const part = text.slice(0, MOST_TEXT);
  const sentence = part.search(/[.!?…][^.!?…]*$/) + 1;
  return sentence > MOST_TEXT / 2 ? sentence : Math.max(1, part.lastIndexOf(' '));
}
