/** The signals of one agent's part as `unscripted explain` shows them, with the words behind them. */
import { type SignalName, type Signals, signalNames } from '../model/signals.ts';
import { printable } from './cells.ts';
import type { Style } from './reporter.ts';
import { shareText } from './wording.ts';
import { wrap } from './wrap.ts';

const MOST_WORDS = 12;

const titles: Readonly<Record<SignalName, string>> = {
  takenUp: 'taken up',
  concrete: 'concrete',
  firstPerson: '“I”, not “we”',
  followUps: 'follow-ups',
};

const cases: Readonly<Record<SignalName, string>> = {
  takenUp: 'of the customer’s own words',
  concrete: 'names, numbers and words of this matter, against vague words',
  firstPerson: 'clauses of acting or feeling',
  followUps: 'questions about what the customer had just said',
};

/** A heading, and one line a signal; nothing where nothing was counted. */
export function signalLines(signals: Signals, { width, paint }: Style): string[] {
  if (signalNames.every(name => signals[name].of === 0)) return [];
  const indent = ' '.repeat(6);
  const hang = ' '.repeat(27);
  const rows = signalNames.flatMap(name => {
    const { value, count, of, words = [] } = signals[name];
    const shown = words.slice(0, MOST_WORDS).map(word => `“${printable(word)}”`);
    const quoted = shown.length ? `: ${shown.join(', ')}${words.length > MOST_WORDS ? ' …' : ''}` : '';
    const little = value === null ? 'too little to judge, ' : '';
    const text = `${little}${count} of ${of} ${cases[name]}${quoted}`;
    const left = `${indent}${titles[name].padEnd(14)}${shareText(value).padStart(5)}  `;
    return wrap(text, Math.max(24, width - hang.length)).map(
      ({ start, end }, row) => (row === 0 ? left : hang) + text.slice(start, end),
    );
  });
  return [`  ${paint.strong('specific to this customer')}`, ...rows];
}
