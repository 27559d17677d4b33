/**
 * Free sentences, made word by word: an agent's routine where it is kept and said again, otherwise said once. Their
 * small words come in every order, so that nothing recurs in them but by being kept.
 */
import type { Random } from './random.ts';
import { adjectives, determiners, helpers, linkers, nouns, prepositions, pronouns, verbs } from './words.ts';

/** A sentence of two or three clauses. */
export function freely(random: Random): string {
  const words = clause(random);
  const more = 1 + random.below(2);
  for (let i = 0; i < more; i++) words.push(random.pick(linkers), ...clause(random));
  return words.join(' ');
}

function clause(random: Random): string[] {
  const out = random.chance(0.5) ? [random.pick(pronouns)] : thing(random);
  if (random.chance(0.6)) out.push(random.pick(helpers));
  out.push(random.early(verbs));
  if (random.chance(0.7)) out.push(...thing(random));
  if (random.chance(0.5)) out.push(random.pick(prepositions), ...thing(random));
  return out;
}

function thing(random: Random): string[] {
  const adjective = random.chance(0.5) ? [random.early(adjectives)] : [];
  return [random.pick(determiners), ...adjective, random.early(nouns)];
}
