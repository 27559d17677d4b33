/**
 * What the course of a conversation says about who serves, beside the words: who opens it, who asks, who speaks at
 * length. Each tells little by itself, and none is looked at where the source gives no ground for it.
 */
import type { Uttered } from './evidence.ts';

/** Weights as in the wordings. */
const weights = {
  /** Calls and live chats are answered: the first words are the agent's (95 of 100), save in outbound calls. */
  opensLive: 1,
  /** Mails, tickets and posts are begun by the one who wants something. */
  opensThread: 2,
  /** Who asks clearly more questions. */
  asks: 0.7,
  /** Who speaks clearly longer at a time. */
  length: 1,
} as const;

/** A gap between turns that nobody bears on a call or in a live chat, in seconds. */
const THREAD_GAP = 180;
const LONGER = 1.5;
const FEWEST = { turns: 3, words: 30 };

/** What the manner says for each speaker: above 0 for the agent, below for the customer. */
export function mannerOf(
  turns: readonly Uttered[],
  bySpeaker: ReadonlyMap<string, readonly string[]>,
  channel: string,
): Map<string, number> {
  const sums = new Map<string, number>();
  const add = (label: string, weight: number): void => {
    sums.set(label, (sums.get(label) ?? 0) + weight);
  };
  const first = turns[0]?.label;
  const kind = pace(turns, channel);
  if (first !== undefined && kind === 'live') add(first, weights.opensLive);
  if (first !== undefined && kind === 'thread') add(first, -weights.opensThread);
  const all = [...bySpeaker].map(([label, said]) => ({ label, ...measured(said) }));
  const [one, two, ...more] = all;
  if (one === undefined || two === undefined || more.length > 0) return sums;
  for (const [a, b] of [
    [one, two],
    [two, one],
  ] as const) {
    if (a.asked >= b.asked + 2) add(a.label, weights.asks);
    const enough = [a, b].every(each => each.turns >= FEWEST.turns && each.words >= FEWEST.words);
    if (enough && a.words / a.turns > (LONGER * b.words) / b.turns) add(a.label, weights.length);
  }
  return sums;
}

/** Whether the turns come as fast as talk, as slow as mail, or nobody can say. */
function pace(turns: readonly Uttered[], channel: string): 'live' | 'thread' | null {
  if (/mail|ticket|case|social|twitter|facebook|forum|post|tweet|web form/i.test(channel)) return 'thread';
  if (/call|voice|phone|telephony/i.test(channel)) return 'live';
  const gaps: number[] = [];
  for (let i = 1; i < turns.length; i++) {
    const [before, now] = [turns[i - 1]!.seconds, turns[i]!.seconds];
    if (before !== undefined && now !== undefined) gaps.push(now - before);
  }
  if (gaps.length < turns.length / 2 || gaps.length === 0) return null;
  const median = gaps.sort((a, b) => a - b)[gaps.length >> 1]!;
  return median > THREAD_GAP ? 'thread' : median > 0 ? 'live' : null;
}

function measured(said: readonly string[]): { turns: number; words: number; asked: number } {
  let [words, asked] = [0, 0];
  for (const text of said) {
    for (let i = text.indexOf(' '); i !== -1; i = text.indexOf(' ', i + 1)) words++;
    words++;
    if (/\?\s*$/.test(text.slice(-200))) asked++;
  }
  return { turns: said.length, words, asked };
}
