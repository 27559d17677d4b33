/** What is wrong with a rubric file, where, and what to do; and the schema's own faults in such words. */
import type { z } from 'zod';
import { nearest } from '../text/nearest.ts';
import { keysAt } from './json-schema.ts';
import type { Placed } from './places.ts';

export interface Fault {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** `team.yaml:3:5: …` */
export const faultText = ({ file, line, column, message }: Fault): string =>
  `${file}:${line}:${column}: ${message}`;

/** In the order of the file; each said once. */
export const inOrder = (faults: readonly Fault[]): Fault[] => {
  const sorted = [...faults].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
  return sorted.filter(
    (fault, index) => index === 0 || faultText(fault) !== faultText(sorted[index - 1] as Fault),
  );
};

const MOST_LISTED = 16;

/** `did you mean x?`, or the names there are. */
export function hint(word: string, names: readonly string[], most = MOST_LISTED): string {
  const [like] = nearest(word, names, 1);
  if (like !== undefined) return `did you mean ${like}?`;
  if (names.length > most) return '';
  return `it is one of: ${names.join(', ')}`;
}

type Issue = z.core.$ZodIssue;

/** The schema's faults, with their places and suggestions. */
export function schemaFaults(issues: readonly Issue[], file: Placed): Fault[] {
  return issues.flatMap(issue => explained(issue, [], file));
}

function explained(issue: Issue, before: readonly PropertyKey[], file: Placed): Fault[] {
  const path = [...before, ...issue.path];
  // a place in a list goes by the list's name
  const name = String(path.findLast(step => typeof step === 'string') ?? 'the file');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key =>
        file.at(path, `there is no ${key} here; ${hint(key, keysAt(path))}`.replace(/; $/, ''), key),
      );
    case 'invalid_value': {
      const value = valueAt(file.data, path);
      if (value === undefined)
        return [file.at(path, `${name} is missing; ${hint('', issue.values.map(String))}`)];
      return [
        file.at(
          path,
          `${name}: there is no ${JSON.stringify(value)}; ${hint(String(value), issue.values.map(String), 40)}`,
        ),
      ];
    }
    case 'invalid_union': {
      const branch = closest(issue.errors);
      if (branch) return branch.flatMap(inner => explained(inner, path, file));
      return [file.at(path, `${name} is not what may stand here`)];
    }
    case 'invalid_type':
      if (valueAt(file.data, path) === undefined) return [file.at(path, `${name} is missing`)];
      return [file.at(path, `${name} has to be ${worded[issue.expected] ?? issue.expected}`)];
    default:
      return [file.at(path, `${name}: ${issue.message}`)];
  }
}

const worded: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
  boolean: 'true or false',
};

/** Of what might have been meant, that which went wrong latest: deepest, and not at the very type. */
function closest(errors: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const depth = (branch: readonly Issue[]) =>
    Math.max(0, ...branch.map(({ path, code }) => 2 * path.length + (code === 'invalid_type' ? 0 : 1)));
  return [...errors].sort((a, b) => depth(b) - depth(a))[0];
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let here = data;
  for (const step of path) here = (here as Record<PropertyKey, unknown> | null | undefined)?.[step];
  return here;
}
