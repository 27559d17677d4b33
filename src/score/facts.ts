/** What a score may look at: one agent's part in one conversation, counted once. */
import type { Conversation, Turn } from '../model/conversation.ts';
import { type Dimension, type Finding, type FindingOf, type MissedBy, missedBys } from '../model/finding.ts';
import type { DisclosureCounts, Term } from '../model/scorecard.ts';
import type { SignalCounts, Signals } from '../model/signals.ts';
import { countWords } from '../text/count.ts';
import { signals } from './signals.ts';

/** A finding that counts, with its place in the conversation's list. */
export interface Numbered<F extends Finding> {
  readonly finding: F;
  readonly number: number;
}

export interface Facts {
  readonly id: string;
  readonly name: string;
  /** Numbers of this agent's turns. */
  readonly turns: readonly number[];
  readonly words: number;
  readonly scriptedWords: number;
  readonly disclosures: DisclosureCounts;
  readonly signals: Signals;
  /** This agent's findings of one dimension; `possible` ones are left out. */
  of<D extends Dimension>(dimension: D): readonly Numbered<FindingOf<D>>[];
}

/** A score's value from 0 to 100 and its arithmetic. */
export interface Judgement {
  readonly value: number;
  readonly terms: readonly Term[];
}

/** The terms' sum, held between 0 and 100. */
export const sum = (terms: readonly Term[]): Judgement => ({
  value: Math.min(
    100,
    Math.max(
      0,
      terms.reduce((total, term) => total + term.points, 0),
    ),
  ),
  terms,
});

/** One entry per agent who spoke, in the order of their first turn. */
export function facts(
  conversation: Conversation,
  findings: readonly Finding[],
  words: readonly number[],
  counted: ReadonlyMap<string, SignalCounts> = new Map(),
): Facts[] {
  const { agent } = conversation;
  const turnsOf = new Map<string, number[]>();
  conversation.turns.forEach((turn: Turn, t) => {
    if (turn.speaker !== 'agent') return;
    const id = turn.agent ?? agent.id;
    const turns = turnsOf.get(id);
    if (turns) turns.push(t);
    else turnsOf.set(id, [t]);
  });
  return [...turnsOf].map(([id, turns]) => {
    const own = findings
      .map((finding, number) => ({ finding, number }))
      .filter(({ finding }) => finding.agent === id && finding.confidence !== 'possible');
    const of = <D extends Dimension>(dimension: D) =>
      own.filter(({ finding }) => finding.dimension === dimension) as unknown as Numbered<FindingOf<D>>[];
    const told = of('disclosure').map(({ finding }) => finding);
    const answers = told.map(({ response }) => response);
    const count = (response: string) => answers.filter(answer => answer === response).length;
    return {
      id,
      name: id === agent.id ? (agent.name ?? '') : (conversation.turns[turns[0] as number]?.agentName ?? ''),
      turns,
      words: turns.reduce((total, turn) => total + (words[turn] ?? 0), 0),
      scriptedWords: of('scripted').reduce((total, { finding }) => total + countWords(finding.quote), 0),
      disclosures: {
        total: answers.filter(answer => answer !== null).length,
        acknowledged: count('acknowledged'),
        generic: count('generic'),
        missed: count('missed'),
        missedBy: Object.fromEntries(
          missedBys.map(how => [how, told.filter(({ missedBy }) => missedBy === how).length]),
        ) as Record<MissedBy, number>,
      },
      signals: signals(counted.get(id)),
      of,
    };
  });
}
