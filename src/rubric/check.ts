/** What hangs together in a rubric beyond its schema: sums, names, what may stand beside what. Everything is told at once. */

import { type Fault, hint } from './fault.ts';
import type { CriterionFile, Feed, Filter, Filters, RubricFile, SectionFile } from './file.ts';
import type { Merged } from './merge.ts';
import type { Placed } from './places.ts';
import type { Sound } from './sound.ts';
import { globbed, listed } from './values.ts';

type Path = readonly PropertyKey[];
/** Adds a fault at a part of the file: at a key of it, where that is named. */
type Tell = (part: object | null, message: string, key?: string, ...further: PropertyKey[]) => void;

/** Weights are written with so few decimals that a hundredth is none of a rounding. */
const NEARLY = 0.01;

/** The faults of a file whose schema holds, or of what is `sound` in one. `rules` are the ids that there are. */
export function checked(
  { file, origins, notThere }: Merged,
  placed: Placed,
  rules: readonly string[],
  sound?: Sound,
): Fault[] {
  const faults: Fault[] = [];
  const tell: Tell = (part, message, key, ...further) => {
    const path = part === null ? [] : origins.get(part);
    // what is inherited as it was is wrong because of what was made of it
    if (path === undefined) faults.push(placed.at([], message, 'extends'));
    else
      faults.push(
        placed.at([...path, ...(further.length > 0 && key ? [key, ...further] : [])], message, key),
      );
  };
  for (const { path, id, known } of notThere)
    faults.push(
      placed.at(path, `nothing to remove: there is no ${id} in what is extended; ${hint(id, known)}`, 'id'),
    );
  const sections = file.sections ?? [];
  // what is inherited as it was has been checked in its own file
  const whole = (part: object) => origins.has(part) && !sound?.broken(origins.get(part) ?? []);
  // what is broken may have held what seems to be missing now
  if (!sound && sections.length === 0) tell(null, 'sections is missing: a rubric has one at least');
  names(sections, tell, sound !== undefined);
  if (!sound) weights(file, sections, tell);
  for (const criterion of sections.flatMap(section => section.criteria ?? []))
    if (whole(criterion)) one(criterion, rules, tell);
  gaps(file, sections, placed, faults);
  return faults;
}

function names(sections: readonly SectionFile[], tell: Tell, partly: boolean): void {
  const seen = new Set(['overall']);
  for (const section of sections) {
    for (const part of [section, ...(section.criteria ?? [])]) {
      if (seen.has(part.id))
        tell(
          part,
          part.id === 'overall'
            ? 'the id overall is taken: it is the result'
            : `the id ${part.id} is given twice`,
          'id',
        );
      seen.add(part.id);
    }
    if (!partly && (section.criteria ?? []).length === 0)
      tell(section, `section ${section.id} has no criteria`, 'id');
  }
}

function weights({ mode = 'percent' }: RubricFile, sections: readonly SectionFile[], tell: Tell): void {
  const counted = (section: SectionFile) =>
    (section.criteria ?? []).filter(({ bonus }) => bonus === undefined);
  for (const section of sections) {
    for (const criterion of section.criteria ?? []) {
      const { id, weight, points, bonus } = criterion;
      if (bonus !== undefined) {
        if (weight !== undefined || points !== undefined)
          tell(
            criterion,
            `${id}: a bonus has no ${weight === undefined ? 'points' : 'weight'} beside it`,
            'bonus',
          );
        if (section.apart) tell(criterion, `${id}: no bonus in a section that stands apart`, 'bonus');
      } else if (mode === 'points') {
        if (weight !== undefined)
          tell(criterion, `${id}: mode is points, so give points and not weight`, 'weight');
        else if (points === undefined) tell(criterion, `${id}: points is missing`, 'id');
      } else if (points !== undefined)
        tell(
          criterion,
          `${id}: mode is percent, so give weight and not points (or set mode: points)`,
          'points',
        );
      else if (weight === undefined) tell(criterion, `${id}: weight is missing`, 'id');
    }
    if (section.weight !== undefined && (mode === 'points' || section.apart))
      tell(
        section,
        `section ${section.id}: no weight ${section.apart ? 'where it stands apart' : 'in mode points'}`,
        'weight',
      );
  }
  if (mode === 'points') return;
  const inside = sections.filter(section => !section.apart);
  const bySection = inside.some(section => section.weight !== undefined);
  const sum = (list: readonly { readonly weight?: number | undefined }[]) =>
    list.reduce((total, { weight = 0 }) => total + weight, 0);
  const off = (total: number) => Math.abs(total - 100) > NEARLY;
  const shown = (total: number) => String(Math.round(total * 100) / 100);
  if (bySection) {
    for (const section of inside)
      if (section.weight === undefined && counted(section).length > 0)
        tell(section, `section ${section.id}: weight is missing, as other sections have one`, 'id');
    if (off(sum(inside)))
      tell(
        null,
        `the weights of the sections sum to ${shown(sum(inside))}, and have to sum to 100`,
        'sections',
      );
  } else {
    const all = sum(inside.flatMap(counted));
    if (inside.length > 0 && off(all))
      tell(null, `the weights of the criteria sum to ${shown(all)}, and have to sum to 100`, 'sections');
  }
  for (const section of sections.filter(section => bySection || section.apart)) {
    const own = counted(section);
    if (own.length > 0 && off(sum(own)))
      tell(
        section,
        `the weights in section ${section.id} sum to ${shown(sum(own))}, and have to sum to 100`,
        'criteria',
      );
  }
}

function one(criterion: CriterionFile, rules: readonly string[], tell: Tell): void {
  const { id, feed, na, autoFail } = criterion;
  const say = (message: string, key: string, ...further: PropertyKey[]) =>
    tell(criterion, `${id}: ${message}`, key, ...further);
  if (feed === undefined) say('feed is missing: say what it rests on', 'id');
  else {
    feeding(feed, message => say(message, 'feed'));
    filtered(feed.findings, rules, (message, ...path) => say(message, 'feed', 'findings', ...path));
    filtered(feed.opportunities, rules, (message, ...path) => say(message, 'feed', 'opportunities', ...path));
    feed.answers?.forEach((answer, index) => {
      filtered(answer.findings, rules, (message, ...path) =>
        say(message, 'feed', 'answers', index, 'findings', ...path),
      );
    });
  }
  filtered(na?.without, rules, (message, ...path) => say(message, 'na', 'without', ...path));
  if (autoFail === undefined) return;
  if (autoFail.below === undefined && autoFail.findings === undefined)
    say('autoFail says when: below a value, or findings', 'autoFail');
  if (autoFail.atLeast !== undefined && autoFail.findings === undefined)
    say('autoFail: atLeast counts findings; name them', 'autoFail');
  filtered(autoFail.findings, rules, (message, ...path) => say(message, 'autoFail', 'findings', ...path));
}

/** What a feed of each kind needs, and what else it may have. */
const kinds = {
  score: { needs: [], may: [] },
  measure: { needs: ['best', 'worst'], may: [] },
  findings: { needs: [], may: ['atLeast', 'atMost', 'per', 'best', 'worst'] },
  opportunities: { needs: [], may: ['credits', 'answers', 'none'] },
} as const;

function feeding(feed: Feed, say: (message: string) => void): void {
  const given = (Object.keys(kinds) as (keyof typeof kinds)[]).filter(kind => feed[kind] !== undefined);
  if (given.length !== 1) {
    say(
      `feed has one of ${Object.keys(kinds).join(', ')}${given.length > 1 ? `, and not both ${given.join(' and ')}` : ''}`,
    );
    return;
  }
  const [kind] = given as [keyof typeof kinds];
  const { needs, may } = kinds[kind];
  for (const key of needs) if (feed[key] === undefined) say(`feed: ${key} is missing beside ${kind}`);
  const allowed: readonly string[] = [kind, ...needs, ...may];
  for (const key of Object.keys(feed))
    if (!allowed.includes(key)) say(`feed: ${key} does not go with ${kind}`);
  if (kind === 'findings') {
    const how = (['atLeast', 'atMost', 'per'] as const).filter(key => feed[key] !== undefined);
    if (how.length > 1) say(`feed: one of ${how.join(', ')}, not more`);
    const ranged = feed.best !== undefined || feed.worst !== undefined;
    if (feed.per !== undefined) {
      for (const key of ['best', 'worst'] as const)
        if (feed[key] === undefined) say(`feed: ${key} is missing beside per`);
    } else if (ranged) say('feed: best and worst go with per');
  }
  if (feed.best !== undefined && feed.best === feed.worst) say('feed: best and worst are the same');
}

function filtered(
  filters: Filters | undefined,
  rules: readonly string[],
  say: (message: string, ...path: PropertyKey[]) => void,
): void {
  listed<Filter>(filters).forEach((filter, index) => {
    const path: Path = Array.isArray(filters) ? [index] : [];
    if (Object.values(filter).every(value => value === undefined))
      say('a filter without keys finds everything; say what is meant', ...path);
    for (const pattern of listed(filter.rule))
      if (!rules.some(id => globbed(pattern, id)))
        say(
          `there is no rule ${pattern}; ${hint(pattern, rules)}`.replace(/; $/, ' (see: unscripted rules)'),
          ...path,
          'rule',
        );
    for (const other of listed(filter.answerTo))
      filtered(other, rules, message => say(message, ...path, 'answerTo'));
  });
}

function gaps(
  { gaps = [] }: RubricFile,
  sections: readonly SectionFile[],
  placed: Placed,
  faults: Fault[],
): void {
  const known = [
    ...new Set([
      'overall',
      ...sections.flatMap(({ id, criteria = [] }) => [id, ...criteria.map(one => one.id)]),
    ]),
  ];
  gaps.forEach(({ id, high, low }, index) => {
    for (const [key, name] of [
      ['high', high],
      ['low', low],
    ] as const)
      if (!known.includes(name))
        faults.push(
          placed.at(
            ['gaps', index],
            `gap ${id}: there is no ${name}; ${hint(name, known)}`.replace(/; $/, ''),
            key,
          ),
        );
  });
}
