/** What stock wording costs: its words, weighed by the moment they stand in. */
import { type Moment, moments, type Scripted } from '../model/finding.ts';
import type { Term } from '../model/scorecard.ts';
import { countWords } from '../text/count.ts';
import type { Facts, Numbered } from './facts.ts';
import { weights } from './weights.ts';

const w = weights.authenticity;

const where: Readonly<Record<Moment, string>> = {
  routine: 'in routine steps',
  ordinary: 'in stock wording',
  feeling: 'in stock wording right after a complaint or worry',
  'bad-news': 'in stock wording in or after bad news',
  disclosure: 'in stock wording right after a disclosure',
};

/** One term a moment, cheapest first; together no more than all words in stock wording cost. */
export function stockTerms(facts: Facts): Term[] {
  const scripted = facts.of('scripted');
  const terms = moments.flatMap(moment => {
    const own = scripted.filter(({ finding }) => (finding.moment ?? 'ordinary') === moment);
    if (own.length === 0) return [];
    const words = wordsOf(own);
    const factor = factorOf(moment, facts);
    return [{ moment, words, factor, findings: own.map(({ number }) => number) }];
  });
  const cost = terms.reduce((total, { words, factor }) => total + words * factor, 0);
  const held = Math.min(1, facts.words / cost);
  return terms.map(({ moment, words, factor, findings }) => ({
    why: `${words} of ${facts.words} words ${where[moment]}${times(moment, factor, facts)}${held < 1 && factor > 0 ? `, as stock wording costs ${w.scripted} points at most` : ''}`,
    points: factor === 0 ? 0 : (-w.scripted * words * factor * held) / facts.words,
    findings,
  }));
}

const wordsOf = (list: readonly Numbered<Scripted>[]) =>
  list.reduce((total, { finding }) => total + countWords(finding.quote), 0);

/** What a word counts; routine gains weight as stock wording takes over the contact. */
function factorOf(moment: Moment, facts: Facts): number {
  if (moment !== 'routine') return w.moments[moment];
  const { from, full } = w.throughout;
  const share = Math.min(1, facts.scriptedWords / facts.words);
  const grown = Math.min(1, Math.max(0, (share - from) / (full - from)));
  return w.moments.routine + (1 - w.moments.routine) * grown;
}

/** What a word of the moment counts, and why a routine step counts at all. */
function times(moment: Moment, factor: number, { scriptedWords, words }: Facts): string {
  if (factor === 0) return ': no cost';
  const share = Math.round((100 * Math.min(scriptedWords, words)) / words);
  const since = moment === 'routine' ? `, since ${share}% of all words are stock wording` : '';
  return `${factor === 1 ? '' : ` × ${Math.round(100 * factor) / 100}`}${since}`;
}
