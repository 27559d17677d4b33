/** Sentences with their slots filled: read once, filled many times. */
import type { Random } from '../mine/random.ts';
import {
  adjectives,
  adverbs,
  days,
  did,
  firstNames,
  heads,
  middles,
  months,
  nouns,
  places,
  tails,
  things,
  todo,
} from './words.ts';

/** What a sentence may be about: one conversation. */
export interface Scene {
  readonly random: Random;
  readonly agent: string;
  readonly customer: string;
  readonly thing: string;
}

type Slot = (scene: Scene) => string;
/** Text and slots in turn. */
export type Template = readonly (string | Slot)[];

const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);
/** A name of two or three syllables, of some hundred thousand: most of them are met once or never. */
export const madeName = (random: Random): string =>
  capital(random.early(heads) + (random.chance(0.5) ? random.early(middles) : '') + random.early(tails));
const money = (random: Random) =>
  `£${random.chance(0.7) ? 1 + random.below(99) : 100 + random.below(900)}${random.chance(0.5) ? `.${10 + random.below(90)}` : ''}`;

const slots: Record<string, Slot> = {
  company: () => 'Hollowfield Home',
  agent: scene => scene.agent,
  customer: scene => scene.customer,
  thing: scene => scene.thing,
  noun: ({ random }) => random.early(nouns),
  adjective: ({ random }) => random.early(adjectives),
  adverb: ({ random }) => random.early(adverbs),
  did: ({ random }) => random.early(did),
  todo: ({ random }) => random.early(todo),
  place: ({ random }) => random.early(places),
  surname: ({ random }) => madeName(random),
  brand: ({ random }) => madeName(random),
  tail: ({ random }) => random.early(tails),
  street: ({ random }) => `${1 + random.below(180)} ${madeName(random)} ${random.pick(streets)}`,
  amount: ({ random }) => money(random),
  small: ({ random }) => String(2 + random.below(9)),
  number: ({ random }) => String(1000 + random.below(999_000)),
  ref: ({ random }) => `${random.pick(letters)}${random.pick(letters)}-${100_000 + random.below(899_999)}`,
  date: ({ random }) => `${1 + random.below(28)} ${random.pick(months)}`,
  month: ({ random }) => random.pick(months),
  day: ({ random }) => random.pick(days),
};
const streets = ['Road', 'Street', 'Lane', 'Close', 'Avenue', 'Court', 'Terrace'];
const letters = [...'ABCDEFGHJKLMNPRSTVWXYZ'];

/** Reads sentences as templates. Throws where a slot has no filling. */
export const templates = (sentences: readonly string[]): Template[] =>
  sentences.map(sentence =>
    sentence.split(/\{(\w+)\}/).map((part, i) => {
      if (i % 2 === 0) return part;
      const slot = slots[part];
      if (!slot) throw new Error(`"${sentence}": there is no slot {${part}}`);
      return slot;
    }),
  );

/** A template as it is said here. */
export function said(template: Template, scene: Scene): string {
  let text = '';
  for (const part of template) text += typeof part === 'string' ? part : part(scene);
  return text;
}

/** A scene: who speaks with whom, about what. */
export const sceneOf = (random: Random, agent: string): Scene => ({
  random,
  agent,
  customer: random.early(firstNames),
  thing: random.early(things),
});
