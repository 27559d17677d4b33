/**
 * Wording known from elsewhere: repeated in this run, or in a script file. One sentence is one finding: where a phrase
 * or the weights marked it already, that finding keeps its rule and carries the evidence too; what was only possible
 * is certain then. What a person has exempted is no finding, whoever marked it.
 */
import type { Scripted } from '../../model/finding.ts';
import type { KnownWording } from '../../model/wording.ts';
import type { Context } from '../context.ts';

/** The findings of a turn with what is known of its sentences. */
export function withKnown(context: Context, turn: number, found: readonly Scripted[]): Scripted[] {
  const known = context.known.filter(one => one.turn === turn);
  if (known.length === 0) return [...found];
  const exempt = known.filter(one => one.exempt !== undefined);
  let out = found.filter(finding => !exempt.some(one => overlap(finding, one)));
  for (const one of known) {
    if (exempt.some(other => overlap(one, other))) continue;
    const evidence = {
      ...(one.repeats && { repeats: one.repeats }),
      ...(one.script && { script: one.script }),
    };
    if (out.some(finding => overlap(finding, one))) {
      out = out.map(finding => (overlap(finding, one) ? { ...sure(finding), ...evidence } : finding));
      continue;
    }
    const { start, end } = one;
    const quote = (context.turns[turn] as { text: string }).text.slice(start, end);
    const rule = one.script ? 'scripted/mined' : 'scripted/repeated';
    const agent = context.agentOf(turn);
    out.push({ turn, start, end, quote, rule, dimension: 'scripted', agent, ...evidence });
  }
  return out;
}

type Stretch = Pick<KnownWording, 'start' | 'end'>;
const overlap = (a: Stretch, b: Stretch) => a.start < b.end && b.start < a.end;

function sure(finding: Scripted): Scripted {
  const { confidence: _, ...rest } = finding;
  return rest;
}
