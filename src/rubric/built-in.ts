/** The rubrics that come with the tool, compiled from `built-in/*.yaml`. */
import { rubricFiles } from '../compiled/rubrics.ts';
import type { RubricFile } from './file.ts';
import { rubricOf } from './made.ts';
import type { Rubric } from './rubric.ts';

const made = new Map<string, Rubric>();

/** Their files by name, in the order in which they are offered; nothing is left to inherit. */
export const builtInFiles = (): ReadonlyMap<string, RubricFile> =>
  new Map(rubricFiles().map(file => [file.name, file]));

/** One by its name; undefined where there is none. */
export function builtInRubric(name: string): Rubric | undefined {
  let rubric = made.get(name);
  if (rubric) return rubric;
  const file = builtInFiles().get(name);
  if (!file) return undefined;
  rubric = rubricOf(file);
  made.set(name, rubric);
  return rubric;
}
