/** The signals of one agent's part as `unscripted explain` shows them, with the words behind them. */
import {
  type ComparedName,
  type CountedName,
  comparedNames,
  countedNames,
  type Signals,
} from '../model/signals.ts';
import { printable } from './cells.ts';
import type { Style } from './reporter.ts';
import { counted, shareText } from './wording.ts';
import { wrap } from './wrap.ts';

const MOST_WORDS = 12;

const titles: Readonly<Record<CountedName | ComparedName, string>> = {
  takenUp: 'taken up',
  concrete: 'concrete',
  firstPerson: '“I”, not “we”',
  followUps: 'follow-ups',
  ownPast: 'own past',
  team: 'team',
};

const cases: Readonly<Record<CountedName, string>> = {
  takenUp: 'of the customer’s own words',
  concrete: 'names, numbers and words of this matter, against vague words',
  firstPerson: 'clauses of acting or feeling',
  followUps: 'questions about what the customer had just said',
};

const others: Readonly<Record<ComparedName, (against: number) => string>> = {
  ownPast: against => `${counted(against, 'other conversation')} of this agent`,
  team: against => `${counted(against, 'conversation')} of other agents`,
};

/** Headings, and one line a signal; nothing where nothing was counted. */
export function signalLines(signals: Signals, style: Style): string[] {
  const rows = countedNames.flatMap(name => {
    const { value, count, of, words = [] } = signals[name];
    const shown = words.slice(0, MOST_WORDS).map(word => `“${printable(word)}”`);
    const quoted = shown.length ? `: ${shown.join(', ')}${words.length > MOST_WORDS ? ' …' : ''}` : '';
    return row(name, value, `${count} of ${of} ${cases[name]}${quoted}`, style);
  });
  const wording = comparedNames.flatMap(name => {
    const { value, of, against } = signals[name];
    const what = `new beside three of ${others[name](against)} (${counted(of, 'word triple')})`;
    return of === 0 ? [] : row(name, value, what, style);
  });
  const heading = (text: string) => `  ${style.paint.strong(text)}`;
  return [
    ...(countedNames.some(name => signals[name].of > 0)
      ? [heading('specific to this customer'), ...rows]
      : []),
    ...(wording.length > 0 ? [heading('new wording'), ...wording] : []),
  ];
}

function row(
  name: CountedName | ComparedName,
  value: number | null,
  what: string,
  { width }: Style,
): string[] {
  const text = `${value === null ? 'too little to judge, ' : ''}${what}`;
  const left = `${' '.repeat(6)}${titles[name].padEnd(14)}${shareText(value).padStart(5)}  `;
  const hang = ' '.repeat(27);
  return wrap(text, Math.max(24, width - hang.length)).map(
    ({ start, end }, line) => (line === 0 ? left : hang) + text.slice(start, end),
  );
}
