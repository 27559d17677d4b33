/** `unscripted evaluate` as it is typed, on labelled files, with the real rules. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { Conversation, detect, scoreReadings } from '../../src/index.ts';
import { world } from '../cli/world.ts';
import { reference } from './reference.ts';

const bank = 'test/evaluate/labelled/bank.jsonl';
const faulty = 'test/evaluate/labelled/faulty.jsonl';
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unscripted-evaluate-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function typed(argv: readonly string[], options: Parameters<typeof world>[0] = {}) {
  const { io, stdout, stderr } = world({ columns: 100, ...options });
  const code = await main(['evaluate', ...argv], io);
  return { code, out: stdout.text, said: stderr.text };
}

describe('evaluate', () => {
  it('gives the figures of the plain definitions', async () => {
    const { code, out, said } = await typed([bank]);
    expect([code, said]).toEqual([0, '']);
    const { figures, conversations, run } = JSON.parse(out);
    expect([conversations, run.leftOut]).toEqual([6, 0]);
    const records = readFileSync(bank, 'utf8')
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line));
    const readings = async function* () {
      for (const record of records)
        yield { conversation: Conversation.parse(record), source: bank, at: 'line' };
    };
    const cases = [];
    for await (const step of scoreReadings(readings()))
      if ('score' in step) cases.push({ ...step, labels: records[cases.length].labels });
    expect(cases).toHaveLength(6);
    expect(detect(cases[0]!.conversation).length).toBeGreaterThan(0);
    for (const [name, value] of Object.entries(reference(cases)))
      expect(figures[name].value, name).toEqual(value === null ? null : expect.closeTo(value, 3));
  });

  it('is a table on a terminal, as wide as it', async () => {
    const { out } = await typed([bank], { terminal: true });
    expect(out).toMatch(/^turns +labelled +found +right +precision +recall +F1 +kappa\n/);
    expect(out).toContain('6 labelled conversations\n');
    expect(Math.max(...out.split('\n').map(line => line.length))).toBeLessThanOrEqual(100);
    const wide = await typed([bank], { terminal: true, columns: 120 });
    expect(wide.out.length).toBeGreaterThan(out.length);
    expect(out).not.toContain('mum');
  });

  it('reads standard input, and is the same bytes again', async () => {
    const stdin = readFileSync(bank, 'utf8').replaceAll('\n', '\r\n');
    const [piped, read] = [await typed(['-'], { stdin }), await typed([bank])];
    expect(piped).toEqual(read);
  });

  it('names what cannot be used, and takes the rest', async () => {
    const { code, out, said } = await typed([faulty]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ conversations: 2, run: { leftOut: 3 } });
    expect(said.split('\n')).toEqual([
      `${faulty}: line 1: conversation "w-1" is left out: labels.empathy[0].quote is not in turn 2: "I'm so sorry for your mum"; labels.scripted[1].turn is 9, but turns go from 0 to 4`,
      `${faulty}: line 2: conversation "w-2" is left out: labels.rushed[0].turn is 3, a turn of the customer, not the agent`,
      `${faulty}: line 3: conversation "w-3" is left out: it has no labels; add them under "labels"`,
      `${faulty}: line 5: the conversation id "w-4" has come before with another text; this one goes by "w-4-2"`,
      'unscripted: 3 records could not be read',
      '',
    ]);
    expect((await typed([faulty, '--strict'])).code).toBe(2);
  });

  it('says that other formats have no labels', async () => {
    const file = join(folder, 'call.vtt');
    writeFileSync(
      file,
      'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Agent>Hello there.\n\n00:02.000 --> 00:03.000\n<v Customer>Hi.\n',
    );
    const { code, out, said } = await typed([file]);
    expect([code, out]).toEqual([2, '']);
    expect(said).toContain(`${file}: labels are read from JSON Lines only`);
  });

  it('lists mistakes with quotes when asked to, and never otherwise', async () => {
    const mistakes = async (...flags: string[]) => JSON.parse((await typed([bank, ...flags])).out).mistakes;
    const [all, some, places] = [
      await mistakes(),
      await mistakes('--errors', '1'),
      await mistakes('--errors', '1', '--no-quotes'),
    ];
    expect(all.length).toBeGreaterThan(0);
    expect(all.every((one: object) => !('quote' in one))).toBe(true);
    expect(some.length).toBeGreaterThan(0);
    expect(some.every((one: object) => 'quote' in one)).toBe(true);
    expect(places).toEqual(some.map(({ quote, ...place }: { quote: string }) => place));
    const { out } = await typed([bank, '--errors', '1', '--format', 'table']);
    expect(out).toContain(`"${some[0].quote}"`);
  });

  it('holds gates', async () => {
    const met = await typed([bank, '--fail-under', 'scripted=0.1', '--fail-under', 'agents.empathy=0.5']);
    expect(met).toMatchObject({
      code: 0,
      said: '--fail-under agents.empathy=0.5: nothing was judged on agents.empathy\n',
    });
    const { code, said } = await typed([bank, '--fail-under', 'rushed:x=1']);
    expect(code).toBe(2);
    expect(said).toContain('There is no figure "rushed:x"');
    expect((await typed([bank, '--fail-under', 'scripted/hld=0.5'])).said).toContain(
      'did you mean scripted/hold?',
    );
    const low = await typed([faulty, '--fail-under', 'topic:illness.recall=0.5', '--fail-under', 'missed=1']);
    expect(low.code).toBe(0); // nothing of either is there
  });

  it('exits with 1 below a gate', async () => {
    const file = join(folder, 'wrong.jsonl');
    const record = JSON.parse(readFileSync(bank, 'utf8').split('\n')[0] as string);
    record.labels = { scripted: [{ turn: 2, quote: 'your mum' }] };
    writeFileSync(file, `${JSON.stringify(record)}\n`);
    const { code, said, out } = await typed([file, '--fail-under', 'scripted=0.7']);
    expect([code, said]).toEqual([1, 'scripted.f1 0 is below --fail-under scripted=0.7\n']);
    expect(JSON.parse(out).figures['empathy.f1'].value).toBeNull(); // not labelled, so not judged
  });

  it('writes files in the format of their ending', async () => {
    const [json, text] = [join(folder, 'a.json'), join(folder, 'a.txt')];
    const { code, out } = await typed([bank, '-o', json, '-o', text]);
    expect([code, out]).toEqual([0, '']);
    expect(readFileSync(json, 'utf8')).toBe((await typed([bank])).out);
    expect(readFileSync(text, 'utf8')).toMatch(/^turns +labelled/);
  });

  it.each([
    [['-o', 'a.csv'], 'give the file one of these: .json, .txt'],
    [['-o', 'a.json', '-o', './a.json'], 'given twice'],
    [['--errors', 'many'], 'Give a number'],
    [['--format', 'csv'], 'Allowed choices are table, json'],
  ])('refuses %j', async (flags, told) => {
    const { code, out, said } = await typed([bank, ...flags]);
    expect([code, out]).toEqual([2, '']);
    expect(said).toContain(told);
    expect(existsSync('a.json')).toBe(false);
  });

  it('does not write over its input', async () => {
    const file = join(folder, 'labels.json');
    writeFileSync(file, readFileSync(bank));
    const { code, said } = await typed([file, '-o', file]);
    expect(code).toBe(2);
    expect(said).toContain('this is an input too');
    expect(readFileSync(file)).toEqual(readFileSync(bank));
  });
});
