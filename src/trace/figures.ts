/** Every figure of a card that can be traced: the name it is asked for by, and where it stands on the card. */
import { missedBys } from '../model/finding.ts';
import {
  type AgentScorecard,
  measureNames,
  praiseAnswers,
  type RubricOutline,
  scoreNames,
} from '../model/scorecard.ts';
import { comparedNames, countedNames } from '../model/signals.ts';

/** How a figure comes about. */
export type FigureKind = 'mean' | 'count' | 'proportion' | 'ratio' | 'adjusted' | 'shrunk' | 'rank' | 'lines';

/** One of them. */
export interface Figure {
  readonly name: string;
  /** Where it stands, parts of a rubric by their id: `scores.overall`, `rubric.sections.heard`. */
  readonly at: string;
  readonly kind: FigureKind;
}

/** All of them. Names may come twice (a criterion and a score); then the first has the name, and others their place. */
export function figures({ sections, gaps }: RubricOutline): Figure[] {
  const all = (kind: FigureKind, at: (name: string) => string, names: readonly string[]): Figure[] =>
    names.map(name => ({ name, at: at(name), kind }));
  const under = (place: string) => (name: string) => `${place}.${name}`;
  const itself = (name: string) => name;
  return [
    ...all('mean', under('scores'), scoreNames),
    ...sections.flatMap(({ id, criteria }) => [
      ...all('mean', under('rubric.sections'), [id]),
      ...all(
        'mean',
        under(`rubric.sections.${id}.criteria`),
        criteria.map(one => one.id),
      ),
    ]),
    ...all(
      'mean',
      under('rubric.gaps'),
      gaps.map(({ id }) => id),
    ),
    ...all('mean', under('measures'), measureNames),
    ...all('proportion', under('disclosures'), ['missedRate']),
    ...all('ratio', itself, ['scriptedRate', 'minedRate']),
    ...all('ratio', under('signals'), countedNames),
    ...all('mean', under('signals'), comparedNames),
    ...all('adjusted', itself, ['adjusted']).map(one => ({ ...one, at: 'scores.overall.adjusted' })),
    ...scoreNames.map(name => ({
      name: `${name}.adjusted`,
      at: `scores.${name}.adjusted`,
      kind: 'adjusted' as const,
    })),
    ...all('shrunk', itself, ['shrunk']),
    ...all('rank', itself, ['rank']),
    ...all('proportion', itself, ['praise.personalRate']),
    ...all(
      'count',
      itself,
      ['total', ...praiseAnswers].map(how => `praise.${how}`),
    ),
    ...all('count', itself, ['conversations', 'turns', 'words']),
    ...all('count', itself, ['disclosures']).map(one => ({ ...one, at: 'disclosures.total' })),
    ...all('count', under('disclosures'), ['acknowledged', 'generic', 'missed']),
    ...all('count', under('disclosures.missedBy'), missedBys),
    ...all('count', itself, ['rubric.failed']),
    ...all('lines', itself, ['topLines']),
  ];
}

const plain = (word: string) => word.toLowerCase().replace(/[-_. ]/g, '');

/** What a CSV column puts around a name. */
const around = /^(?:section|criterion|gap|individuality|missed_by)_|_(?:n|low|high|na|failed)$/g;

/** The figure of a name, of a place on the card, or of a CSV column: `own-words`, `scores.overall.low`, `overall_low`. */
export function figureNamed(asked: string, among: readonly Figure[]): Figure | undefined {
  const exact = among.find(({ name }) => name === asked) ?? among.find(({ at }) => at === asked);
  const like = (meant: string) =>
    among.find(({ name }) => plain(name) === plain(meant)) ??
    among.find(({ at }) => plain(at) === plain(meant));
  return exact ?? like(asked) ?? figureAt(asked, among) ?? like(asked.replace(around, ''));
}

/** The figure that a number on the card belongs to: the interval to its mean, the count to its share. */
export function figureAt(place: string, among: readonly Figure[]): Figure | undefined {
  return among
    .filter(({ at }) => place === at || (place.startsWith(at) && place.includes('.')))
    .reduce<Figure | undefined>(
      (best, one) => (one.at.length > (best?.at.length ?? 0) ? one : best),
      undefined,
    );
}

/** What stands on a card at a place. */
export function valueAt(card: AgentScorecard, place: string): unknown {
  return place.split('.').reduce<unknown>((inside, key) => {
    if (inside === null || inside === undefined) return undefined;
    if (!Array.isArray(inside)) return (inside as Record<string, unknown>)[key];
    return inside.find(one => (one as { id?: string }).id === key) ?? inside[Number(key)];
  }, card);
}
