/**
 * What is measured beside what is found: waits, where the file has times, and shares of wording. Table stakes: a
 * rubric may ask for them, and no score rests on them otherwise.
 */
import type { MeasureName, Measures } from '../model/scorecard.ts';
import type { Facts } from './facts.ts';
import { weights } from './weights.ts';

/** A measure as people read it. */
export interface Measure {
  readonly id: MeasureName;
  readonly title: string;
  readonly unit: 'seconds' | 'percent';
  readonly why: string;
}

export const measures: readonly Measure[] = [
  {
    id: 'firstResponse',
    title: 'First response',
    unit: 'seconds',
    why: 'From the customer’s first words to the first answer, by the agent who gave it.',
  },
  {
    id: 'longestSilence',
    title: 'Longest silence',
    unit: 'seconds',
    why: 'The longest wait before one of this agent’s turns.',
  },
  {
    id: 'holdsAnnounced',
    title: 'Holds announced',
    unit: 'percent',
    why: 'Of the long waits, those that the agent announced or asked leave for just before.',
  },
  {
    id: 'holdsApologised',
    title: 'Holds apologised for',
    unit: 'percent',
    why: 'Of the long waits, those for which the agent thanked or apologised on coming back.',
  },
  {
    id: 'scriptedShare',
    title: 'Words in stock wording',
    unit: 'percent',
    why: 'Share of the agent’s words inside stock wording.',
  },
  {
    id: 'personalTurns',
    title: 'Personal turns',
    unit: 'percent',
    why: 'Share of the agent’s turns with wording that only somebody attending to this customer would use.',
  },
];

/** Channels on which turns are said and not written. Without a channel, times mean a recording. */
const spoken = /call|voice|phone|video|meeting/i;
/** There is no hold where nobody waits at the other end. */
const unhurried = /mail|social|review|ticket|letter|forum/i;
const announces = /^(?:conduct\/(?:asks-leave|announces-wait)|scripted\/hold)$/;
const makesUp = /^(?:conduct\/(?:thanks-for-waiting|sorry-for-the-wait)|scripted\/(?:hold|patience))$/;

interface Wait {
  readonly seconds: number;
  /** The agent's turn that ends it. */
  readonly turn: number;
  readonly before: number;
}

/** All measures of one agent's part. */
export function measured(facts: Facts): Measures {
  const { turns, words, scriptedWords } = facts;
  const waits = waitsOf(facts);
  const first = waits.find(({ turn, before }) => answersFirst(facts, turn, before));
  const holds = holdsAmong(facts, waits);
  const share = (part: number, of: number) => (of === 0 ? null : Math.round((100 * part) / of));
  const said = (rules: RegExp, turn: number) =>
    facts.own.some(({ finding }) => finding.turn === turn && rules.test(finding.rule));
  const personal = new Set(
    facts.own
      .filter(
        ({ finding: f }) =>
          f.dimension === 'authentic' || (f.dimension === 'empathy' && f.level === 'strong'),
      )
      .map(({ finding }) => finding.turn),
  );
  const lastBefore = (turn: number) => facts.turns.filter(t => t < turn).at(-1) ?? -1;
  return {
    firstResponse: first === undefined ? null : Math.round(first.seconds),
    longestSilence: waits.length === 0 ? null : Math.round(Math.max(...waits.map(({ seconds }) => seconds))),
    holdsAnnounced: share(holds.filter(({ turn }) => said(announces, lastBefore(turn))).length, holds.length),
    holdsApologised: share(holds.filter(({ turn }) => said(makesUp, turn)).length, holds.length),
    scriptedShare: share(Math.min(scriptedWords, words), words),
    personalTurns: share(personal.size, turns.length),
  };
}

/** The waits before the agent's turns, where both ends have a time. */
function waitsOf({ conversation, turns, turnWords }: Facts): Wait[] {
  const speech = isSpoken(conversation.channel);
  return turns.flatMap(turn => {
    let before = turn - 1;
    while (before >= 0 && !['agent', 'customer'].includes(conversation.turns[before]?.speaker ?? ''))
      before--;
    const [from, to] = [conversation.turns[before]?.seconds, conversation.turns[turn]?.seconds];
    if (from === undefined || to === undefined) return [];
    const talking = speech ? (turnWords[before] ?? 0) / weights.waits.pace : 0;
    return [{ turn, before, seconds: Math.max(0, to - from - talking) }];
  });
}

const isSpoken = (channel: string | undefined) => channel === undefined || spoken.test(channel);

/** Whether a turn is the first answer that the customer got. */
function answersFirst({ conversation }: Facts, turn: number, before: number): boolean {
  const opened = conversation.turns.findIndex(({ speaker }) => speaker === 'customer');
  return (
    opened >= 0 &&
    before >= opened &&
    !conversation.turns.slice(opened, turn).some(({ speaker }) => speaker === 'agent')
  );
}

function holdsAmong({ conversation: { channel } }: Facts, waits: readonly Wait[]): Wait[] {
  if (channel !== undefined && unhurried.test(channel)) return [];
  const least = isSpoken(channel) ? weights.waits.spokenHold : weights.waits.writtenHold;
  return waits.filter(({ seconds }) => seconds >= least);
}
