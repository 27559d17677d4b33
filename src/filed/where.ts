/**
 * `--where 'team=Lisbon'`: which conversations a run is about. A conversation that does not say is never in: nothing
 * is known of it. Words compare whatever their case; dates as far as both are told, so that `date=2026-03` is a month.
 */
import { UsageError } from '../errors.ts';
import type { Conversation } from '../model/conversation.ts';
import { type Filed, keysOf, valuesOf } from './field.ts';

const operators = ['!=', '>=', '<=', '=', '>', '<', '~'] as const;
type Operator = (typeof operators)[number];

/** One condition. */
export interface Condition {
  readonly key: string;
  readonly operator: Operator;
  readonly value: string;
  /** As the user wrote it. */
  readonly text: string;
}

/** Reads a condition; null where it is none. */
export function parseCondition(text: string): Condition | null {
  const found = /^\s*([^=!<>~]+?)\s*(!=|>=|<=|=|>|<|~)\s*(.*?)\s*$/s.exec(text);
  if (found === null || found[3] === '') return null;
  const [, key, operator, value] = found as unknown as [string, string, Operator, string];
  return { key, operator, value, text };
}

const DATE = /^\d{4}-\d{2}(?:-\d{2}(?:T\d{2}(?::\d{2}){1,2})?)?$/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** Whether a conversation fulfils a condition. */
export function fits(filed: Filed, condition: Condition): boolean {
  const values = valuesOf(filed, condition.key);
  // several names of one thing (an agent's id and name): "not this" means none of them is
  return condition.operator === '!='
    ? values.length > 0 && values.every(value => compared(value, condition))
    : values.some(value => compared(value, condition));
}

function compared(found: string | number, { operator, value }: Condition): boolean {
  const text = String(found);
  if (operator === '~') return text.toLowerCase().includes(value.toLowerCase());
  const order = DATE.test(text) && DATE.test(value) ? byDate(text, value) : byValue(text, value);
  switch (operator) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    case '>=':
      return order >= 0;
  }
}

const sign = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** As far as both go: a day is neither before nor after a time on it. */
function byDate(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  return sign(a.slice(0, length), b.slice(0, length));
}

function byValue(a: string, b: string): number {
  if (NUMBER.test(a) && NUMBER.test(b)) return Number(a) - Number(b);
  return sign(a.toLowerCase(), b.toLowerCase());
}

const MOST_KEYS = 40;
const MOST_VALUES = 8;

/** The conversations that fulfil all conditions. What nobody fulfils, or nobody can, is told when all have been seen. */
export class Filter {
  readonly #conditions: readonly Condition[];
  readonly #known: Set<Condition> = new Set();
  readonly #keys = new Set<string>();
  readonly #values = new Map<Condition, Set<string>>();
  #seen = 0;
  #passed = 0;

  constructor(conditions: readonly Condition[]) {
    this.#conditions = conditions;
  }

  /** Whether a conversation is in. */
  passes(conversation: Conversation): boolean {
    this.#seen++;
    if (this.#keys.size < MOST_KEYS) for (const key of keysOf(conversation)) this.#keys.add(key);
    let all = true;
    for (const condition of this.#conditions) {
      const values = valuesOf(conversation, condition.key);
      if (values.length > 0) this.#note(condition, values.at(-1) as string | number);
      if (!fits(conversation, condition)) all = false;
    }
    if (all) this.#passed++;
    return all;
  }

  #note(condition: Condition, value: string | number): void {
    this.#known.add(condition);
    const values = this.#values.get(condition) ?? new Set<string>();
    this.#values.set(condition, values);
    if (values.size <= MOST_VALUES) values.add(String(value));
  }

  /** Throws `UsageError` where a key is nobody's, or nothing was left. */
  end(): void {
    if (this.#seen === 0) return;
    const unknown = this.#conditions.find(condition => !this.#known.has(condition));
    if (unknown !== undefined)
      throw new UsageError(
        `--where ${unknown.text}: no conversation has "${unknown.key}"; there are: ${[...this.#keys].sort().join(', ')}`,
      );
    if (this.#passed > 0) return;
    const [only, ...more] = this.#conditions as [Condition, ...Condition[]];
    const values = [...(this.#values.get(only) ?? [])].sort();
    const listed =
      values.length > MOST_VALUES ? `${values.slice(0, MOST_VALUES).join(', ')} …` : values.join(', ');
    throw new UsageError(
      more.length === 0
        ? `--where ${only.text}: no conversation fits; ${only.key} is: ${listed}`
        : `--where: none of the ${this.#seen} conversations fits all of: ${this.#conditions.map(one => one.text).join(', ')}`,
    );
  }
}
