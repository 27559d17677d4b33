/** Reads the rule folders: only for building and testing rules, never while scoring. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { type Dimension, dimensions } from '../model/finding.ts';
import type { ReadingFiles } from '../text/reading.ts';
import type { RuleSource } from './compile.ts';
import { ClassFile, check, GuardFile, PlainWordsFile, parseRule, ShorthandFile, WeightFile } from './rule.ts';
import type { WeightTable } from './weigh.ts';

const yamlFiles = (folder: string) =>
  readdirSync(folder)
    .filter(name => name.endsWith('.yaml'))
    .sort()
    .map(name => ({ name: basename(name, '.yaml'), content: yaml(join(folder, name)) }));

function yaml(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`);
  }
}

/** Everything that rules are built from. `folder` is `src/`. Throws where a file breaks the format. */
export function ruleSources(folder: string): {
  readonly rules: RuleSource[];
  readonly classes: Map<string, string[]>;
  readonly guards: Map<string, string[]>;
  readonly weights: Record<string, WeightTable>;
} {
  const classes = new Map(
    yamlFiles(join(folder, 'lexicon')).map(({ name, content }) => [
      name,
      check(`lexicon/${name}`, ClassFile, content).words,
    ]),
  );
  const guards = new Map(
    yamlFiles(join(folder, 'detect/guards')).map(({ name, content }) => [
      name,
      check(`guards/${name}`, GuardFile, content).phrases,
    ]),
  );
  const rules = dimensions.flatMap((dimension: Dimension) =>
    yamlFiles(join(folder, 'detect', dimension)).map(({ name, content }) => {
      const id = `${dimension}/${name}`;
      return { id, dimension, file: parseRule(id, dimension, content) };
    }),
  );
  const weights = Object.fromEntries(
    yamlFiles(join(folder, 'detect/weights')).map(({ name, content }) => {
      const { bias, threshold, weights } = check(`weights/${name}`, WeightFile, content);
      return [name, { bias, threshold, weights }];
    }),
  );
  return { rules, classes, guards, weights };
}

/** What words are read with (src/text/*.yaml). `folder` is `src/`. Throws where a file breaks the format. */
export function readingSources(folder: string): ReadingFiles {
  const file = <T>(name: string, schema: z.ZodType<T>): T =>
    check(`text/${name}`, schema, yaml(join(folder, `text/${name}.yaml`)));
  const { bias, threshold, weights } = file('boundaries', WeightFile);
  const { words, faces } = file('shorthand', ShorthandFile);
  const plain = file('plain-words', PlainWordsFile);
  return {
    boundaries: { bias, threshold, weights },
    shorthand: words,
    faces,
    plainWords: `${plain.words} ${plain.names}`.split(/\s+/).filter(Boolean),
  };
}
