/**
 * Features with names of their own: "(echo)", "(rule disclosure/illness)", "({kin})". There are few of them, so each has
 * a number, and scoring goes by numbers; names are for the files that people read.
 */
import { topics } from '../model/finding.ts';
import { hashWord } from '../text/vocabulary.ts';
import type { Compiled } from './compile.ts';

const numbers = new Map<string, number>();
const names: string[] = [];
const keys: number[] = [];

/** The key of two things in a row. */
export const pair = (left: number, right: number): number =>
  Math.imul(left, 0x01000193) ^ (right + 0x9e3779b9);

/** The key of a feature as a table writes it: `word`, `two words`, `my {kin}` or `(named feature)`. */
export function featureKey(name: string): number {
  if (name.startsWith('(')) return pair(hashWord(name), 7);
  const [left, right] = name.split(' ') as [string, string?];
  return right === undefined ? hashWord(left) : pair(hashWord(left), hashWord(right));
}

/** The number of a named feature, which it has from when it is first asked for. `name` without its brackets. */
export function numberOf(name: string): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  const number = names.push(`(${name})`) - 1;
  keys.push(featureKey(`(${name})`));
  numbers.set(name, number);
  return number;
}

/** The name of a named feature, in its brackets. */
export const nameOf = (number: number): string => names[number] as string;

/** The key of a named feature. */
export const keyOf = (number: number): number => keys[number] as number;

/** The numbers of named features, each at the place of its name. */
export const numbersOf = (names: readonly string[]): Int32Array => Int32Array.from(names, numberOf);

/** The named features of every word class and rule, each list by the class's or rule's index. */
export class FeatureNames {
  readonly classes: { readonly own: Int32Array; readonly heard: Int32Array; readonly beside: Sides };
  readonly rules: {
    /** The rule itself, and its dimension. */
    readonly own: Int32Array;
    readonly dimension: Int32Array;
    readonly beside: Sides;
    readonly near: Int32Array;
    readonly after: Int32Array;
    readonly heard: Int32Array;
    readonly answered: Int32Array;
    readonly answeredDimension: Int32Array;
    readonly laterDimension: Int32Array;
  };
  /** What a class's words say of a sentence that holds them, by the class's index. */
  readonly isLife: Uint8Array;
  readonly isTask: Uint8Array;
  readonly isDevice: Uint8Array;
  readonly isSomebody: Uint8Array;
  /** Indexes of classes that are asked for by name; -1 for one that there is not. */
  readonly kin: number;
  readonly month: number;
  readonly goodFeeling: number;
  readonly badFeeling: number;
  /** The topic that a class of topical words, or a rule, is of, by its index; -1 for others. */
  readonly topicOfClass: Int8Array;
  readonly topicOfRule: Int8Array;
  /** 1 for a class of words that only hint at their topic. */
  readonly isHint: Uint8Array;
  /** The hash of each class's name, for features that join it with a word. */
  readonly classKeys: Int32Array;

  constructor({ classes, rules }: Pick<Compiled, 'classes' | 'rules'>) {
    const ofClasses = (prefix: string) => numbersOf(classes.map(name => `${prefix}{${name}}`));
    const told = (is: (name: string) => boolean) => Uint8Array.from(classes, name => (is(name) ? 1 : 0));
    const ofRules = (name: (rule: Compiled['rules'][number]) => string) => numbersOf(rules.map(name));
    this.classes = {
      own: ofClasses(''),
      heard: ofClasses('heard '),
      beside: [ofClasses('before it '), ofClasses('after it ')],
    };
    this.rules = {
      own: ofRules(({ id }) => `rule ${id}`),
      dimension: ofRules(({ dimension }) => dimension),
      beside: [
        ofRules(({ dimension }) => `before it ${dimension}`),
        ofRules(({ dimension }) => `after it ${dimension}`),
      ],
      near: ofRules(({ fields }) => `near ${fields?.topic ?? ''}`),
      after: ofRules(({ dimension }) => `after ${dimension}`),
      heard: ofRules(({ id }) => `heard ${id}`),
      answered: ofRules(({ id }) => `answered ${id}`),
      answeredDimension: ofRules(({ dimension }) => `answered ${dimension}`),
      laterDimension: ofRules(({ dimension }) => `later ${dimension}`),
    };
    this.isLife = told(name => name.startsWith('life-'));
    this.isTask = told(name => name === 'task');
    this.isDevice = told(name => name === 'device');
    this.isSomebody = told(name => ['person', 'kin', 'pet', 'theirs'].includes(name));
    this.kin = classes.indexOf('kin');
    this.month = classes.indexOf('month');
    this.goodFeeling = classes.indexOf('life-feeling-good');
    this.badFeeling = classes.indexOf('life-feeling-bad');
    const indexOf = (topic: string | undefined) => (topics as readonly (string | undefined)[]).indexOf(topic);
    this.topicOfClass = Int8Array.from(classes, name => indexOf(/^topic-(.*?)(?:-hint)?$/.exec(name)?.[1]));
    this.isHint = told(name => name.startsWith('topic-') && name.endsWith('-hint'));
    this.topicOfRule = Int8Array.from(rules, ({ fields }) => indexOf(fields?.topic));
    this.classKeys = Int32Array.from(classes, name => hashWord(`{${name}}`));
  }
}

/** What stands straight before, and what straight after. */
type Sides = readonly [before: Int32Array, after: Int32Array];
