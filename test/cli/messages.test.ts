/** What is said on standard error: progress that comes late and goes away, problems that do not flood. */
import { describe, expect, it } from 'vitest';
import { Messages } from '../../src/cli/messages.ts';
import { nearest } from '../../src/cli/nearest.ts';
import { Problems } from '../../src/cli/problems.ts';
import { Progress, progressText } from '../../src/cli/progress.ts';
import { Kept } from './world.ts';

function watched(isTTY: boolean) {
  const stream = new Kept();
  stream.isTTY = isTTY;
  return { stream, messages: new Messages(stream) };
}
const problem = (reason: string, at = '') => ({ kind: 'unreadable' as const, source: 'a.csv', at, reason });

describe('progress', () => {
  it('comes after a second, for people only, and is wiped before a message', () => {
    for (const isTTY of [true, false]) {
      const { stream, messages } = watched(isTTY);
      let now = 0;
      const progress = new Progress(messages, () => now);
      progress.tick('reading');
      expect(stream.text).toBe('');
      now = 1500;
      progress.tick('reading');
      messages.say('a message');
      progress.tick('reading'); // too soon for another
      now = 1800;
      progress.tick('scoring');
      progress.end();
      const [reading, scoring] = ['reading 2 · 1.3 a second', 'scoring 1 of 3'].map(
        text => `\r${text}\x1b[K\r\x1b[K`,
      );
      expect(stream.text).toBe(isTTY ? `${reading}a message\n${scoring}` : 'a message\n');
    }
  });

  it('leaves the terminal to the data where it is asked to', () => {
    const { stream, messages } = watched(true);
    let now = 0;
    const progress = new Progress(messages, () => now);
    now = 1500;
    progress.tick('reading');
    progress.hide();
    now = 2000;
    progress.tick('scoring');
    expect(stream.text).toBe('\rreading 1 · 0.7 a second\x1b[K\r\x1b[K');
  });

  it.each([
    ['reading', 12_000, 0, 999, 'reading 12,000'],
    ['reading', 12_000, 0, 1500, 'reading 12,000 · 8,000 a second'],
    ['scoring', 1, 3, 0, 'scoring 1 of 3'],
    ['scoring', 4, 400, 1000, 'scoring 4 of 400 · 4.0 a second · 2 min left'],
    ['scoring', 50_000, 50_000, 60_000, 'scoring 50,000 of 50,000 · 833 a second'],
    ['scoring', 49_999, 50_000, 60_000, 'scoring 49,999 of 50,000 · 833 a second · 1 s left'],
    ['scoring', 1000, 60_000, 1000, 'scoring 1,000 of 60,000 · 1,000 a second · 59 s left'],
    ['scoring', 1000, 60_500, 1000, 'scoring 1,000 of 60,500 · 1,000 a second · 1 min left'],
    ['scoring', 1000, 3_601_000, 1000, 'scoring 1,000 of 3,601,000 · 1,000 a second · 1 h left'],
    ['scoring', 1000, 9_000_000, 1000, 'scoring 1,000 of 9,000,000 · 1,000 a second · 2 h 30 min left'],
    ['scoring', 4, 3, 2000, 'scoring 4 of 3 · 2.0 a second'],
  ] as const)('%s %i of %i after %i ms', (doing, done, all, milliseconds, text) => {
    expect(progressText(doing, done, all, milliseconds)).toBe(text);
  });
});

describe('problems', () => {
  it('count as one kind where only a name or a number differs', () => {
    const { stream, messages } = watched(false);
    const problems = new Problems(messages);
    for (let row = 1; row <= 40; row++) problems.add(problem(`no such speaker "B${row}"`, `row ${row}`));
    problems.add(problem('the file is empty'));
    problems.end();
    const lines = stream.text.trimEnd().split('\n');
    expect(lines).toHaveLength(12);
    expect(lines[0]).toBe('a.csv: row 1: no such speaker "B1"');
    expect(lines[10]).toBe('a.csv: the file is empty');
    expect(lines[11]).toBe('… and 30 more like this: no such speaker "B1"');
    expect(problems.unreadable).toBe(41);
  });

  it('do not flood however many kinds there are', () => {
    const { stream, messages } = watched(false);
    const problems = new Problems(messages);
    const name = (index: number) => String.fromCharCode(97 + (index % 26), 97 + Math.floor(index / 26));
    for (let index = 0; index < 500; index++) problems.add(problem(`fault ${name(index)}`));
    problems.end();
    expect(stream.text.split('\n')).toHaveLength(112);
    expect(stream.text).toContain('… and 390 more like this: other reasons');
  });

  it('never send a terminal control codes', () => {
    const { stream, messages } = watched(true);
    messages.say('bad\x1b[2Jname');
    expect(stream.text).toBe('bad?[2Jname\n');
  });
});

describe('nearest', () => {
  const rules = ['disclosure/bereavement', 'disclosure/illness', 'scripted/hold', 'scripted/apology'];
  it.each([
    ['bereavment', 'disclosure/bereavement'],
    ['disclosure/ilness', 'disclosure/illness'],
    ['hold', 'scripted/hold'],
    ['apolog', 'scripted/apology'],
  ])('%s → %s', (word, name) => expect(nearest(word, rules, 3)[0]).toBe(name));
  it('suggests nothing for what is like nothing', () => expect(nearest('xyzzy', rules, 3)).toEqual([]));
});
