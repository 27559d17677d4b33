/** The built-in rubrics as data: checked like a user's, and with everything they inherit. */
import { existsSync, readFileSync } from 'node:fs';
import { faultText } from '../src/rubric/fault.ts';
import type { RubricFile } from '../src/rubric/file.ts';
import { readRubric } from '../src/rubric/read.ts';

const folder = 'src/rubric/built-in';
/** In the order in which they are offered; a test holds them against the folder. */
export const builtInNames = ['default', 'care', 'needs', 'checklist'] as const;

/** Their files; throws with all faults. `rules` are the ids of all rules. */
export async function compileRubrics(rules: readonly string[]): Promise<RubricFile[]> {
  const files: RubricFile[] = [];
  for (const name of builtInNames) {
    const path = `${folder}/${name}.yaml`;
    if (!existsSync(path)) throw new Error(`there is no ${path}`);
    const builtIn = new Map(files.map(file => [file.name, file]));
    const read = await readRubric(path, readFileSync(path, 'utf8'), { builtIn, rules, open: () => null });
    if ('faults' in read)
      throw new Error(`Rubrics that cannot be built:\n  ${read.faults.map(faultText).join('\n  ')}`);
    files.push(read.file);
  }
  return files;
}
