/** `--roles` and `--agent-names`: what the user knows of the input that the input does not say. */

import { InvalidArgumentError } from 'commander';
import type { Speaker } from '../index.ts';

const speakers: readonly string[] = ['agent', 'customer', 'bot', 'system'] satisfies Speaker[];

/** Reads one `--roles` after those before it: `SPEAKER_00=agent,SPEAKER_01=customer`. */
export function parseRoles(
  text: string,
  before: ReadonlyMap<string, Speaker> = new Map(),
): ReadonlyMap<string, Speaker> {
  const roles = new Map(before);
  for (const pair of text.split(',')) {
    const at = pair.lastIndexOf('=');
    const [label, role] = [
      pair.slice(0, Math.max(0, at)).trim(),
      pair
        .slice(at + 1)
        .trim()
        .toLowerCase(),
    ];
    if (at < 1 || label === '' || !speakers.includes(role))
      throw new InvalidArgumentError(
        `"${pair.trim()}" is not LABEL=ROLE; a role is one of: ${speakers.join(', ')}.`,
      );
    roles.set(label, role as Speaker);
  }
  return roles;
}

/** Reads one `--agent-names` after those before it: `Priya,Sam`. */
export function parseNames(text: string, before: readonly string[] = []): readonly string[] {
  const names = text
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '');
  if (names.length === 0) throw new InvalidArgumentError('Give names, as in Priya,Sam.');
  return [...before, ...names];
}
