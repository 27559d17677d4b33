/** Which of an agent's findings a rubric's filter means. */
import type { Finding } from '../model/finding.ts';

import type { Filter, Filters } from '../rubric/file.ts';
import { globbed, listed } from '../rubric/values.ts';
import type { Facts, Numbered } from './facts.ts';
import { weights } from './weights.ts';

/** The agent's turns after a turn: where an answer is looked for. */
export const turnsAfter = (
  facts: Facts,
  turn: number,
  most: number = weights.place.answer,
): readonly number[] => facts.turns.filter(t => t > turn).slice(0, most);

/** The findings that any of the filters means, in order. */
export function chosen(facts: Facts, filters: Filters | undefined): readonly Numbered<Finding>[] {
  const list = listed<Filter>(filters);
  const tests = list.map(filter => fitting(facts, filter));
  return facts.own.filter(item => tests.some(test => test(item.finding)));
}

const globs = new Map<string, (id: string) => boolean>();
function ruleFits(pattern: string): (id: string) => boolean {
  let fits = globs.get(pattern);
  if (!fits) {
    const known = new Map<string, boolean>();
    fits = id => {
      let fit = known.get(id);
      if (fit === undefined) {
        fit = globbed(pattern, id);
        known.set(id, fit);
      }
      return fit;
    };
    globs.set(pattern, fits);
  }
  return fits;
}

function fitting(facts: Facts, filter: Filter): (finding: Finding) => boolean {
  const rules = listed(filter.rule).map(ruleFits);
  const near =
    filter.answerTo === undefined
      ? null
      : new Set(chosen(facts, filter.answerTo).flatMap(({ finding }) => turnsAfter(facts, finding.turn)));
  const equal = (key: keyof Filter, finding: Finding) => {
    const wanted = listed(filter[key] as string | string[] | undefined);
    return wanted.length === 0 || wanted.includes((finding as unknown as Record<string, string>)[key] ?? '');
  };
  return finding =>
    equal('dimension', finding) &&
    (rules.length === 0 || rules.some(fits => fits(finding.rule))) &&
    equal('kind', finding) &&
    equal('level', finding) &&
    equal('topic', finding) &&
    equal('valence', finding) &&
    equal('response', finding) &&
    equal('missedBy', finding) &&
    equal('moment', finding) &&
    placed(facts, filter.place, finding.turn) &&
    (near === null || near.has(finding.turn));
}

function placed({ turns }: Facts, place: Filter['place'], turn: number): boolean {
  if (place === undefined || place === 'anywhere') return true;
  const edge = turns.length < weights.place.from ? 1 : weights.place.turns;
  return place === 'opening'
    ? turn <= (turns[Math.min(edge, turns.length) - 1] as number)
    : turn >= (turns[Math.max(0, turns.length - edge)] as number);
}
