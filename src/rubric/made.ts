/** A rubric made of its file: what the file leaves out gets its usual value. */
import type { CriterionFile, RubricFile, SectionFile } from './file.ts';
import { type Criterion, hashed, type Rubric, type Section } from './rubric.ts';

/** A file whose faults have been looked for, as a rubric. */
export function rubricOf(file: RubricFile): Rubric {
  const {
    name,
    version,
    title,
    about,
    source,
    mode = 'percent',
    bonusCap = 10,
    sections = [],
    gaps = [],
  } = file;
  const bySection = sections.some(({ weight }) => weight !== undefined);
  return hashed({
    name,
    version: String(version),
    title: title ?? worded(name),
    about,
    source,
    mode,
    bonusCap,
    sections: sections.map(section => sectionOf(section, mode === 'percent' && bySection)),
    gaps: gaps.map(gap => ({ ...gap, title: gap.title ?? worded(gap.id) })),
  });
}

function sectionOf(section: SectionFile, bySection: boolean): Section {
  const { id, title, about, weight = 0, apart, when, unless, criteria = [] } = section;
  const own = criteria.map(criterionOf);
  const sum = own.reduce((total, criterion) => total + criterion.weight, 0);
  return {
    id,
    title: title ?? worded(id),
    about,
    weight: apart ? 0 : bySection ? weight : sum,
    apart,
    when,
    unless,
    criteria: own,
  };
}

function criterionOf({
  id,
  title,
  why,
  weight,
  points,
  bonus,
  feed,
  na,
  when,
  unless,
  autoFail,
}: CriterionFile): Criterion {
  return {
    id,
    title: title ?? worded(id),
    why,
    weight: weight ?? points ?? 0,
    bonus,
    feed: feed as NonNullable<typeof feed>,
    na,
    when,
    unless,
    autoFail,
  };
}

/** `own-words` → `Own words`. */
const worded = (id: string) => `${id[0]?.toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`;
