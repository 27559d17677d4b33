/** Gates on figures: `disclosure=0.7`, `empathy.recall=0.5`, and a rule by its name for its precision. */
import type { Evaluation } from './evaluation.ts';
import { figureNames } from './figures.ts';

/** The least a figure may be. */
export interface FigureGate {
  /** A figure's name, or a rule's. */
  readonly name: string;
  readonly least: number;
  /** As the user wrote it. */
  readonly text: string;
}

/** Reads a gate, or says what is wrong with it. Whether a rule exists is not known here. */
export function parseFigureGate(text: string): FigureGate | { readonly reason: string } {
  const [, written = '', figure = ''] = /^\s*(.*?)\s*=\s*(.*?)\s*$/s.exec(text) ?? [];
  const lower = written.toLowerCase();
  const known = [...figureNames].find(([name]) => name.toLowerCase() === lower)?.[1];
  const name = known ?? (/^[a-z]+\/\S+$/.test(written) ? written : undefined);
  if (name === undefined)
    return {
      reason: `There is no figure "${written}"; they are named as under "figures" in the JSON output, for instance disclosure, empathy.recall, topic.accuracy, ratings.empathy.`,
    };
  const least = /^-?(\d+(\.\d+)?|\.\d+)$/.test(figure) ? Number(figure) : Number.NaN;
  if (!(Math.abs(least) <= 1)) return { reason: 'Give a number up to 1, as in disclosure=0.7.' };
  return { name, least, text };
}

/** What the gate is held against; null where it was not judged. */
export function gatedValue({ figures, rules }: Evaluation, { name }: FigureGate): number | null {
  return figures[name]?.value ?? rules.find(({ rule }) => rule === name)?.precision ?? null;
}
