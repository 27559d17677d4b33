/** A rule set twice as large that finds the same: each rule gets a twin whose phrases hold a word nobody says. */
import type { RuleSource } from '../../src/detect/compile.ts';

/** Every rule with phrases, and its twin. */
export function withTwins(rules: readonly RuleSource[]): RuleSource[] {
  let made = 0;
  const unsaid = () =>
    `zq${(made++).toString(26).replace(/\d/g, digit => 'qrstuvwxyz'[Number(digit)] as string)}j`;
  const twins = rules
    .filter(({ file }) => file.phrases.length > 0)
    .map(({ id, dimension, file }) => ({
      id: `${id}-twin`,
      dimension,
      // behind half of the phrases, so that matching follows them as far as they go; before the others
      file: {
        ...file,
        phrases: file.phrases.map((phrase, i) => (i % 2 ? `${unsaid()} ${phrase}` : `${phrase} ${unsaid()}`)),
      },
    }));
  return [...rules, ...twins];
}
